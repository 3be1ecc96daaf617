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
}

impl<F: Flash, const N: usize> FlashLog<F, N> {
    /// Finds the newest state. The flash is only read.
    ///
    /// # Errors
    /// [`Fault::PageTooSmall`] where a page does not take a whole state in the worst case.
    pub fn open(flash: F) -> Result<Self, Fault> {
        let largest = N.saturating_add(N / 100).saturating_add(4);
        let fits = record::size(largest, F::WORD.max(1)) <= F::PAGE && u16::try_from(largest).is_ok();
        if !fits || !matches!(F::WORD, 1..=MAX_WORD) || !F::PAGE.is_multiple_of(F::WORD) {
            return Err(Fault::PageTooSmall);
        }
        let mut log = Self { flash, newest: [0; N], number: 0, page: 0, generation: 0, end: 0, is_certain: false };
        let found = [log.look_through(0), log.look_through(1)];
        // The page may go on where the other one still holds what is older, so that it was not begun yet, and where no
        // writing was cut off. Otherwise there may be a record that is not seen now and is some day: as if the page were
        // full, so that the other one is erased first.
        if found != [true, true] || !log.is_blank_from_its_end() {
            log.end = log.end_of_page();
        }
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
        // The page is full, or a word of it cannot be programmed: the other one, whose states are all older.
        let other = usize::from(self.page == 0);
        // Until a record is whole there the newest one is where it was.
        self.flash.erase(other)?;
        let before = (self.page, self.generation);
        self.page = other;
        self.generation = self.generation.checked_add(1).ok_or(Fault::Worn)?;
        self.end = other.saturating_mul(F::PAGE);
        let written = self.append_here(state, true);
        if written.is_err() {
            // What was begun there may be found some day, so nothing more goes into this page.
            (self.page, self.generation) = before;
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

    /// Takes the newest state of a page, where the page is newer than what there is; says whether it has any state. Within a
    /// page what stands behind is newer. What was not finished is passed over.
    fn look_through(&mut self, page: usize) -> bool {
        let start = page.saturating_mul(F::PAGE);
        let end = start.saturating_add(F::PAGE);
        let mut state = [0; N];
        let mut newest: Option<(Head, usize)> = None;
        let mut at = start;
        while at < end {
            let Some((head, behind)) = record::at(&mut self.flash, at, end) else {
                at = at.saturating_add(F::WORD);
                continue;
            };
            let mut changed = state;
            // A change is one of the record before it only.
            let is_next = newest.is_some_and(|(newest, _)| newest.number.checked_add(1) == Some(head.number));
            if (head.is_whole || is_next) && record::apply(&mut self.flash, at, head, &mut changed).is_some() {
                state = changed;
                newest = Some((head, behind));
            }
            at = behind;
        }
        let Some((newest, behind)) = newest else { return false };
        if newest.generation > self.generation {
            (self.newest, self.number) = (state, newest.number);
            (self.page, self.generation, self.end) = (page, newest.generation, behind);
        }
        true
    }

    /// Whether nothing was programmed behind the newest record, as far as can be seen.
    fn is_blank_from_its_end(&mut self) -> bool {
        let mut word = [0; MAX_WORD];
        let Some(word) = word.get_mut(..F::WORD) else { return false };
        (self.end..self.end_of_page())
            .step_by(F::WORD)
            .all(|at| self.flash.read(at, word).is_ok() && word.iter().all(|byte| *byte == u8::MAX))
    }

    /// The first word behind what is certain may be one whose programming was cut off so early that it still seems blank.
    /// It is burnt, so that nobody takes it for blank again, and the next record goes behind it.
    fn is_ready_to_go_on(&mut self) -> bool {
        if self.is_certain {
            return true;
        }
        let at = self.end;
        self.end = at.saturating_add(F::WORD);
        let mut word = [0; MAX_WORD];
        let Some(word) = word.get_mut(..F::WORD) else { return false };
        if self.end > self.end_of_page() || self.flash.write(at, word).is_err() {
            return false;
        }
        self.flash.read(at, word).is_ok() && word.iter().all(|byte| *byte == 0)
    }

    fn end_of_page(&self) -> usize {
        self.page.saturating_add(1).saturating_mul(F::PAGE)
    }
}
