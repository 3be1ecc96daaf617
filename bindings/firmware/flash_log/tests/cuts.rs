//! Power cut at each word that is programmed and at each erasure, on flash that behaves as badly as flash may: a word that was
//! cut off reads as anything, and differently each time; an erasure that was cut off leaves anything.

use flash_log::{Fault, Flash, FlashLog};

const PAGE: usize = 512;
const STATE: usize = 150;

/// Numbers that look random and are the same in every run.
#[derive(Clone)]
struct Draw(u64);

impl Draw {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 ^ (self.0 >> 29)) >> 16
    }

    fn byte(&mut self) -> u8 {
        self.next().to_le_bytes()[0]
    }
}

/// Two pages of flash, with power for so many operations.
#[derive(Clone)]
struct Bad<const WORD: usize> {
    bytes: Vec<u8>,
    /// Bytes that are marginal: each reading gives one of two values, until the page is erased.
    marginal: Vec<Option<u8>>,
    programmed: Vec<bool>,
    draw: Draw,
    power: u64,
    erasures: u64,
}

impl<const WORD: usize> Bad<WORD> {
    fn new(seed: u64) -> Self {
        Self {
            bytes: vec![0xff; 2 * PAGE],
            marginal: vec![None; 2 * PAGE],
            programmed: vec![false; 2 * PAGE],
            draw: Draw(seed),
            power: u64::MAX,
            erasures: 0,
        }
    }

    /// Whether there is power for another operation; gives false for that in which it goes.
    fn has_power(&mut self) -> Result<bool, Fault> {
        if self.power == 0 {
            return Err(Fault::Driver);
        }
        self.power -= 1;
        Ok(self.power > 0)
    }
}

impl<const WORD: usize> Flash for Bad<WORD> {
    const PAGE: usize = PAGE;
    const WORD: usize = WORD;

    fn read(&mut self, at: usize, into: &mut [u8]) -> Result<(), Fault> {
        for (place, byte) in (at..).zip(into) {
            *byte = match self.marginal[place] {
                // A word that stays in doubt reads now so, now so, from one start to the next; see `reboot`.
                Some(other) if self.draw.0 & (1 << (place % 61)) != 0 => other,
                _ => self.bytes[place],
            };
        }
        Ok(())
    }

    fn write(&mut self, at: usize, word: &[u8]) -> Result<(), Fault> {
        assert!(at.is_multiple_of(WORD) && word.len() == WORD);
        assert!(!self.programmed[at] || word.iter().all(|byte| *byte == 0), "a word is programmed twice");
        let finished = self.has_power()?;
        self.programmed[at] = true;
        // Half of the cuts come so early that nothing can be seen of the word, at times.
        let early = self.draw.next().is_multiple_of(2);
        for (place, byte) in (at..).zip(word) {
            let before = self.marginal[place].unwrap_or(self.bytes[place]);
            self.bytes[place] = *byte;
            self.marginal[place] = (!finished).then(|| before & if early { 0xff } else { *byte | self.draw.byte() });
        }
        if finished { Ok(()) } else { Err(Fault::Driver) }
    }

    fn erase(&mut self, page: usize) -> Result<(), Fault> {
        let finished = self.has_power()?;
        self.erasures += 1;
        // Cut off at once, a page may read as it was; late, as if it were erased.
        let kind = self.draw.next() % 4;
        for place in page * PAGE..(page + 1) * PAGE {
            let before = self.bytes[place];
            self.bytes[place] =
                if finished || kind == 1 { 0xff } else { before | if kind == 0 { 0 } else { self.draw.byte() } };
            self.marginal[place] = None;
            // What is not erased must not be programmed.
            self.programmed[place] = !finished;
        }
        if finished { Ok(()) } else { Err(Fault::Driver) }
    }
}

type Log<const WORD: usize> = FlashLog<Bad<WORD>, STATE>;

/// The state after so many appends: a counter, a clock, some windows, and a checksum that changes all over.
fn state(count: u64) -> [u8; STATE] {
    let mut state = [0; STATE];
    state[..8].copy_from_slice(&count.to_le_bytes());
    state[8..16].copy_from_slice(&(1_700_000_000_000 + count * 1234).to_le_bytes());
    let window = 24 + usize::try_from(count / 5 % 9).unwrap() * 8;
    state[window..window + 8].copy_from_slice(&(count % 5 + 1).to_le_bytes());
    let mut draw = Draw(count);
    // Now and then much changes, so that a record that did not fit is followed by one that would.
    if count.is_multiple_of(4) {
        state[100..140].fill_with(|| draw.byte());
    }
    state[STATE - 8..].fill_with(|| draw.byte());
    state
}

/// A state back to how many appends it is of.
fn count_of(state: &[u8; STATE]) -> u64 {
    let count = u64::from_le_bytes(state[..8].try_into().unwrap());
    assert_eq!(*state, self::state(count), "a state that was never appended");
    count
}

/// Starts anew: the power is back, and what is in doubt reads differently.
fn reboot<const WORD: usize>(mut flash: Bad<WORD>, power: u64, again: u64) -> Log<WORD> {
    flash.power = power;
    flash.draw.0 = flash.draw.0.wrapping_add(again.wrapping_mul(0x9e37_79b9_7f4a_7c15));
    FlashLog::open(flash).unwrap()
}

/// What was appended: the last count that was kept, and the last that was begun.
struct Appended {
    kept: u64,
    begun: u64,
}

impl Appended {
    /// Appends so many states, or until there is no power; false then.
    fn more<const WORD: usize>(&mut self, log: &mut Log<WORD>, count: u64) -> bool {
        for _ in 0..count {
            self.begun += 1;
            if log.append(&state(self.begun)).is_err() {
                return false;
            }
            self.kept = self.begun;
        }
        true
    }

    /// Nothing older than what was kept is found, and nothing that was never begun.
    fn check<const WORD: usize>(&self, log: &Log<WORD>, what: &str) {
        let found = log.newest().map_or(0, count_of);
        assert!((self.kept..=self.begun).contains(&found), "{what}: {found}, not {} to {}", self.kept, self.begun);
    }
}

/// Cuts after each number of operations, then again and again on the way on, and looks at what is found.
fn at_each_operation<const WORD: usize>(seed: u64) {
    for power in 1.. {
        let mut flash = Bad::<WORD>::new(seed ^ power);
        flash.power = power;
        let mut log = FlashLog::open(flash).unwrap();
        let mut appended = Appended { kept: 0, begun: 0 };
        if appended.more(&mut log, 40) {
            // 40 records of at least 32 bytes.
            assert!(power > 40 * 32 / u64::try_from(WORD).unwrap(), "{power} cuts only");
            return;
        }
        for again in 1..16 {
            // Little power, so that the first steps after a cut are cut off as well.
            log = reboot(log.into_flash(), 1 + (power * 7 + again * 5) % 60, again);
            appended.check(&log, &format!("power {power}, start {again}"));
            // What is in doubt reads differently at the next start.
            log = reboot(log.into_flash(), 1 + (power * 3 + again * 11) % 45, again + 100);
            appended.check(&log, &format!("power {power}, start {again}, second look"));
            appended.more(&mut log, 8);
        }
    }
}

#[test]
fn nothing_older_than_the_newest_is_ever_found() {
    for seed in 0..2 {
        at_each_operation::<4>(seed);
        at_each_operation::<8>(seed + 100);
        at_each_operation::<16>(seed + 200);
    }
}

#[test]
fn what_is_kept_is_found_again() {
    let mut log = Log::<8>::open(Bad::new(1)).unwrap();
    assert_eq!(log.newest(), None);
    for count in 1..200 {
        log.append(&state(count)).unwrap();
        assert_eq!(log.newest(), Some(&state(count)));
        if count % 7 == 0 {
            log = reboot(log.into_flash(), u64::MAX, count);
            assert_eq!(log.newest(), Some(&state(count)));
        }
    }
}

#[test]
fn a_page_is_erased_only_when_the_other_one_is_full() {
    let mut log = Log::<8>::open(Bad::new(1)).unwrap();
    for count in 1..=1000 {
        log.append(&state(count)).unwrap();
    }
    // A record is 16 bytes of head, 4 of checksum, some 30 of change: nine or so to a page of 512 bytes, and the first is longer.
    let erasures = log.into_flash().erasures;
    assert!((80..=150).contains(&erasures), "{erasures} erasures");
}

#[test]
fn a_word_that_cannot_be_programmed_is_passed_by() {
    /// One word of the first page keeps what it has.
    struct Stuck(Bad<8>);
    impl Flash for Stuck {
        const PAGE: usize = PAGE;
        const WORD: usize = 8;
        fn read(&mut self, at: usize, into: &mut [u8]) -> Result<(), Fault> {
            self.0.read(at, into)
        }
        fn write(&mut self, at: usize, word: &[u8]) -> Result<(), Fault> {
            self.0.write(at, if at == 256 { &[0xff; 8] } else { word })
        }
        fn erase(&mut self, page: usize) -> Result<(), Fault> {
            self.0.erase(page)
        }
    }
    let mut log = FlashLog::<Stuck, STATE>::open(Stuck(Bad::new(3))).unwrap();
    for count in 1..100 {
        log.append(&state(count)).unwrap();
        log = FlashLog::open(log.into_flash()).unwrap();
        assert_eq!(log.newest(), Some(&state(count)));
    }
}

#[test]
fn a_page_too_small_for_a_state_is_refused() {
    assert_eq!(FlashLog::<Bad<8>, 210>::open(Bad::new(1)).err(), Some(Fault::PageTooSmall));
    assert!(FlashLog::<Bad<8>, 150>::open(Bad::new(1)).is_ok());
}

#[test]
fn rubbish_is_no_state() {
    let mut flash = Bad::<4>::new(9);
    for round in 0..200 {
        let mut draw = Draw(round);
        flash.bytes.fill_with(|| draw.byte());
        assert_eq!(Log::open(flash.clone()).unwrap().newest(), None);
    }
}
