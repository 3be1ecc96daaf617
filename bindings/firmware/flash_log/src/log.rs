//! The log itself: where the newest state is, and where the next goes.

use crate::record::{self, Head, MAX_WORD, Writer};
use crate::{Fault, Flash, change};

/// The newest of many states of `N` bytes, kept in two pages of flash.
///
/// It holds a copy of the newest state in RAM, `N` bytes.
#[derive(Debug)]
pub struct FlashLog<F, const N: usize> {
    flash: F,
    newest: [u8; N],
    /// The number of the newest record; 0 where there is none.
    number: u32,
    /// The page that is written to, how many were erased for the log up to it, and where in it the next record goes.
    page: usize,
    generation: u32,
    end: usize,
    /// Whether the newest record was written since the log was opened. One that was found might read differently the next
    /// time, so nothing is built on it.
    is_certain: bool,
    /// Whether a writing was cut off behind the newest record.
    was_cut_off: bool,
}

/// What a page holds.
struct Found<const N: usize> {
    newest: Head,
    state: [u8; N],
    /// The address behind the newest record.
    behind: usize,
    /// Whether it has more than one record. The first is confirmed by a second one, so nobody has acted on one alone.
    is_confirmed: bool,
}

impl<F: Flash, const N: usize> FlashLog<F, N> {
    /// Finds the newest state. The flash is only read.
    ///
    /// # Errors
    /// [`Fault::PageTooSmall`] where a page does not take two states, in the worst case.
    pub fn open(flash: F) -> Result<Self, Fault> {
        let largest = N.saturating_add(N / 100).saturating_add(4);
        let room = record::size(largest, F::WORD.max(1)).saturating_add(MAX_WORD).saturating_mul(2);
        let fits = room <= F::PAGE && u16::try_from(largest).is_ok();
        if !fits || !matches!(F::WORD, 1..=MAX_WORD) || !F::PAGE.is_multiple_of(F::WORD) {
            return Err(Fault::PageTooSmall);
        }
        let mut log = Self {
            flash,
            newest: [0; N],
            number: 0,
            page: 0,
            generation: 0,
            end: F::PAGE,
            is_certain: false,
            was_cut_off: false,
        };
        log.find();
        Ok(log)
    }

    /// The newest state, where there is one. On a device that has appended before, none means that the flash was
    /// damaged or exchanged: a fresh state in its place would be new budget.
    pub const fn newest(&self) -> Option<&[u8; N]> {
        if self.number == 0 { None } else { Some(&self.newest) }
    }

    /// How many states were appended, ever: the number of the newest. A device with a counter that cannot be turned back
    /// compares it with that.
    pub const fn number(&self) -> u32 {
        self.number
    }

    /// Gives the flash back.
    pub fn into_flash(self) -> F {
        self.flash
    }

    /// Appends a state: once this has returned, it is what [`open`](Self::open) finds.
    ///
    /// # Errors
    /// Those of the driver, [`Fault::Worn`]: then the state is not kept, and may be tried again.
    pub fn append(&mut self, state: &[u8; N]) -> Result<(), Fault> {
        if self.is_certain && self.append_here(state, false).is_ok() {
            return Ok(());
        }
        if self.number > 0 && self.is_ready_to_go_on() && self.append_here(state, true).is_ok() {
            return Ok(());
        }
        // The page is full: the other one, whose states are all older. Until it is confirmed the newest state is where it was.
        let other = usize::from(self.page == 0);
        self.flash.erase(other)?;
        let before = (self.page, self.generation, self.number, self.newest, self.is_certain);
        self.page = other;
        self.generation = self.generation.checked_add(1).ok_or(Fault::Worn)?;
        self.end = other.saturating_mul(F::PAGE);
        let written = self.append_here(state, true).and_then(|()| self.append_here(state, false));
        if written.is_err() {
            // What was begun there may be found some day, so nothing more goes into this page.
            (self.page, self.generation, self.number, self.newest, self.is_certain) = before;
            self.end = self.end_of_page();
        }
        written
    }

    /// Appends to the page that is written to, where there is room.
    fn append_here(&mut self, state: &[u8; N], is_whole: bool) -> Result<(), Fault> {
        let zeros = [0; N];
        let old = if is_whole { &zeros } else { &self.newest };
        let mut length = 0_usize;
        change::encode(old, state, &mut |_| length = length.saturating_add(1));
        let behind = self.end.saturating_add(record::size(length, F::WORD));
        if behind > self.end_of_page() {
            return Err(Fault::PageTooSmall);
        }
        let number = self.number.checked_add(1).ok_or(Fault::Worn)?;
        let head = Head { is_whole, length, number, generation: self.generation };
        let mut writer = Writer::begin(&mut self.flash, self.end, head);
        change::encode(old, state, &mut |byte| writer.put(byte));
        let written = writer.end();
        // Whatever came of it, these words are used.
        self.end = behind;
        written?;
        self.newest = *state;
        self.number = number;
        self.is_certain = true;
        Ok(())
    }

    /// Looks through both pages.
    fn find(&mut self) {
        let found = [self.look_through(0), self.look_through(1)];
        let [first, second] = &found;
        let rank = |found: &Option<Found<N>>| {
            found.as_ref().map_or((false, 0), |found| (found.is_confirmed, found.newest.generation))
        };
        let page = usize::from(rank(second) > rank(first));
        let both_are_confirmed = rank(first).0 && rank(second).0;
        let [first, second] = found;
        let Some(found) = (if page == 0 { first } else { second }) else { return };
        (self.newest, self.number) = (found.state, found.newest.number);
        (self.page, self.generation) = (page, found.newest.generation);
        // The page may go on where the other one still holds what is older, so that it was not begun yet. Otherwise there
        // may be a record in that one which is not seen now and is some day: as if the page were full, so that the other one
        // is erased first.
        self.end = self.end_of_page();
        if both_are_confirmed {
            self.end = self.end_of_what_was_written(found.behind);
            self.was_cut_off = self.end != found.behind;
        }
    }

    /// What a page holds: the last state of it. What was not finished is passed over.
    fn look_through(&mut self, page: usize) -> Option<Found<N>> {
        let start = page.saturating_mul(F::PAGE);
        let end = start.saturating_add(F::PAGE);
        let mut found: Option<Found<N>> = None;
        let mut at = start;
        while at < end {
            let Some((head, behind)) = record::at(&mut self.flash, at, end) else {
                at = at.saturating_add(F::WORD);
                continue;
            };
            // A change is one of the record before it only.
            let follows = found.as_ref().is_some_and(|found| found.newest.number.checked_add(1) == Some(head.number));
            let mut state = found.as_ref().map_or([0; N], |found| found.state);
            if (head.is_whole || follows) && record::apply(&mut self.flash, at, head, &mut state).is_some() {
                found = Some(Found { newest: head, state, behind, is_confirmed: found.is_some() });
            }
            at = behind;
        }
        found
    }

    /// The address behind the last word of the page that is not blank, which lies at `from` or behind it.
    fn end_of_what_was_written(&mut self, from: usize) -> usize {
        let mut end = from;
        for at in (from..self.end_of_page()).step_by(F::WORD) {
            let mut word = [0; MAX_WORD];
            let Some(word) = word.get_mut(..F::WORD) else { break };
            if self.flash.read(at, word).is_err() || word.iter().any(|byte| *byte != u8::MAX) {
                end = at.saturating_add(F::WORD);
            }
        }
        end
    }

    /// Burns the words behind what was found that may not be blank, or not for ever, and has the next record go behind them:
    /// the first word behind the newest record, whose programming may have been cut off so early that it seems blank; where a
    /// writing was cut off, the last word of it and two, since the record before may have been one that only seemed whole.
    fn is_ready_to_go_on(&mut self) -> bool {
        if self.is_certain {
            return true;
        }
        let mut burnt = 1;
        if self.was_cut_off {
            self.end = self.end.saturating_sub(F::WORD);
            burnt = 3;
        }
        (0..burnt).all(|_| self.burn())
    }

    /// Programs zeros, which is allowed once more on a word that was programmed.
    fn burn(&mut self) -> bool {
        let at = self.end;
        if at >= self.end_of_page() {
            return false;
        }
        self.end = at.saturating_add(F::WORD);
        let mut word = [0; MAX_WORD];
        let Some(word) = word.get_mut(..F::WORD) else { return false };
        let is_written = self.flash.write(at, word).is_ok() && self.flash.read(at, word).is_ok();
        is_written && word.iter().all(|byte| *byte == 0)
    }

    fn end_of_page(&self) -> usize {
        self.page.saturating_add(1).saturating_mul(F::PAGE)
    }
}
