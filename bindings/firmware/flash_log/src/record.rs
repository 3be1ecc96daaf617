//! A record in a page: a head, a change, and as its last bytes a checksum over all before them.
//!
//! | bytes | what |
//! |---|---|
//! | 1 | `0x57` a whole state (the change of a state of zeros), `0xC4` a change of the record before |
//! | 1 | the same, every bit turned |
//! | 2 | length of the change |
//! | 4 | number of the record, one more than that of the record before |
//! | 4 | generation: how many pages were erased for the log up to this one |
//! | | the change |
//! | 4 | CRC-32 |
//!
//! Little-endian, filled with `0xFF` between change and checksum so that the whole ends with a word.

use crate::change::Decoder;
use crate::{Fault, Flash};

const WHOLE: u8 = 0x57;
const CHANGE: u8 = 0xc4;
const HEAD: usize = 12;
const CHECKSUM: usize = 4;

/// The largest word there is.
pub(crate) const MAX_WORD: usize = 32;

/// The bytes of a record with a change of `length` bytes.
pub(crate) fn size(length: usize, word: usize) -> usize {
    HEAD.saturating_add(length).saturating_add(CHECKSUM).checked_next_multiple_of(word).unwrap_or(usize::MAX)
}

/// What a record begins with.
#[derive(Clone, Copy)]
pub(crate) struct Head {
    pub(crate) is_whole: bool,
    pub(crate) length: usize,
    pub(crate) number: u32,
    pub(crate) generation: u32,
}

impl Head {
    fn bytes(self) -> [u8; HEAD] {
        let kind = if self.is_whole { WHOLE } else { CHANGE };
        let [low, high] = u16::try_from(self.length).unwrap_or(u16::MAX).to_le_bytes();
        let both = u64::from(self.number) | (u64::from(self.generation) << 32);
        let mut bytes = [kind, !kind, low, high, 0, 0, 0, 0, 0, 0, 0, 0];
        if let Some(place) = bytes.last_chunk_mut() {
            *place = both.to_le_bytes();
        }
        bytes
    }

    fn of_bytes(bytes: [u8; HEAD]) -> Option<Self> {
        let [kind, turned, low, high, ..] = bytes;
        let both = u64::from_le_bytes(*bytes.last_chunk()?);
        (matches!(kind, WHOLE | CHANGE) && turned == !kind).then_some(Self {
            is_whole: kind == WHOLE,
            length: usize::from(u16::from_le_bytes([low, high])),
            number: u32::try_from(both & u64::from(u32::MAX)).ok()?,
            generation: u32::try_from(both >> 32).ok()?,
        })
    }
}

/// Programs a record word by word and looks whether each word is there.
pub(crate) struct Writer<'f, F> {
    flash: &'f mut F,
    at: usize,
    word: [u8; MAX_WORD],
    filled: usize,
    checksum: Crc,
    outcome: Result<(), Fault>,
}

impl<'f, F: Flash> Writer<'f, F> {
    /// Begins a record at `at`.
    pub(crate) fn begin(flash: &'f mut F, at: usize, head: Head) -> Self {
        let mut writer = Self { flash, at, word: [0; MAX_WORD], filled: 0, checksum: Crc::new(), outcome: Ok(()) };
        for byte in head.bytes() {
            writer.put(byte);
        }
        writer
    }

    /// Puts a byte of the record; the checksum goes over it.
    pub(crate) fn put(&mut self, byte: u8) {
        self.checksum.add(byte);
        self.program(byte);
    }

    /// Ends the record; gives the address behind it.
    pub(crate) fn end(mut self) -> Result<usize, Fault> {
        while !self.filled.saturating_add(CHECKSUM).is_multiple_of(F::WORD) {
            self.put(u8::MAX);
        }
        for byte in self.checksum.value().to_le_bytes() {
            self.program(byte);
        }
        self.outcome.map(|()| self.at)
    }

    fn program(&mut self, byte: u8) {
        if let Some(place) = self.word.get_mut(self.filled) {
            *place = byte;
        }
        self.filled = self.filled.saturating_add(1);
        if self.filled >= F::WORD {
            self.filled = 0;
            if self.outcome.is_ok() {
                self.outcome = self.program_word();
            }
            self.at = self.at.saturating_add(F::WORD);
        }
    }

    fn program_word(&mut self) -> Result<(), Fault> {
        let word = self.word.get(..F::WORD).ok_or(Fault::PageTooSmall)?;
        self.flash.write(self.at, word)?;
        let mut there = [0; MAX_WORD];
        let there = there.get_mut(..F::WORD).ok_or(Fault::PageTooSmall)?;
        self.flash.read(self.at, there)?;
        if there == word { Ok(()) } else { Err(Fault::Worn) }
    }
}

/// The head of the record at `at` and the address behind it, where a record is there that was finished and ends before `end`.
pub(crate) fn at<F: Flash>(flash: &mut F, at: usize, end: usize) -> Option<(Head, usize)> {
    let mut bytes = [0; HEAD];
    read(flash, at, end, &mut bytes)?;
    let head = Head::of_bytes(bytes)?;
    let behind = at.checked_add(size(head.length, F::WORD))?;
    let covered = behind.checked_sub(CHECKSUM)?;
    let mut checksum = Crc::new();
    for place in at..covered {
        let mut byte = [0];
        read(flash, place, end, &mut byte)?;
        let [byte] = byte;
        checksum.add(byte);
    }
    let mut stored = [0; CHECKSUM];
    read(flash, covered, end, &mut stored)?;
    (u32::from_le_bytes(stored) == checksum.value()).then_some((head, behind))
}

/// Applies the change of the finished record at `at` to a state; nothing where it does not fit such a state.
pub(crate) fn apply<F: Flash>(flash: &mut F, at: usize, head: Head, state: &mut [u8]) -> Option<()> {
    if head.is_whole {
        state.fill(0);
    }
    let mut decoder = Decoder::new();
    let start = at.checked_add(HEAD)?;
    let end = start.checked_add(head.length)?;
    for place in start..end {
        let mut byte = [0];
        read(flash, place, end, &mut byte)?;
        let [byte] = byte;
        decoder.take(byte, state).then_some(())?;
    }
    decoder.is_complete().then_some(())
}

/// Reads bytes that lie before `end`.
fn read<F: Flash>(flash: &mut F, at: usize, end: usize, into: &mut [u8]) -> Option<()> {
    (at.checked_add(into.len())? <= end).then_some(())?;
    flash.read(at, into).ok()
}

/// CRC-32 as in IEEE 802.3, without a table.
struct Crc(u32);

impl Crc {
    const fn new() -> Self {
        Self(u32::MAX)
    }

    fn add(&mut self, byte: u8) {
        self.0 ^= u32::from(byte);
        for _ in 0..8 {
            self.0 = (self.0 >> 1) ^ if self.0 & 1 == 1 { 0xedb8_8320 } else { 0 };
        }
    }

    const fn value(&self) -> u32 {
        !self.0
    }
}

#[cfg(test)]
mod tests {
    use super::Crc;

    #[test]
    fn the_checksum_is_that_of_the_catalogue_of_checksums() {
        // The check value of CRC-32/ISO-HDLC, which every table of checksums gives.
        let mut checksum = Crc::new();
        b"123456789".iter().for_each(|byte| checksum.add(*byte));
        assert_eq!(checksum.value(), 0xcbf4_3926);
    }
}
