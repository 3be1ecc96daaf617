//! Two pages of flash in RAM, for boards that QEMU has no flash of; power can be cut in any operation.

use flash_log::{Fault, Flash};

/// The bytes of a page: as many as the smallest microcontrollers of several makers erase at once.
pub const PAGE: usize = 2048;

/// Two pages.
pub type Pages = [u8; 2 * PAGE];

/// Flash in words of 4 bytes, with power for so many operations.
pub struct RamFlash<'p> {
    pages: &'p mut Pages,
    power: u32,
    /// How often a page was erased.
    pub erasures: u32,
    /// How often a word was programmed.
    pub writes: u32,
}

impl<'p> RamFlash<'p> {
    /// With power for ever.
    pub fn new(pages: &'p mut Pages) -> Self {
        Self::with_power(pages, u32::MAX)
    }

    /// The power goes in the last of so many operations, which is done by half.
    pub fn with_power(pages: &'p mut Pages, power: u32) -> Self {
        Self { pages, power, erasures: 0, writes: 0 }
    }

    /// Whether the operation is done whole; an error where there is no power any more.
    fn takes_power(&mut self) -> Result<bool, Fault> {
        self.power = self.power.checked_sub(1).ok_or(Fault::Driver)?;
        Ok(self.power > 0)
    }
}

impl Flash for RamFlash<'_> {
    const PAGE: usize = PAGE;
    const WORD: usize = 4;

    fn read(&mut self, at: usize, into: &mut [u8]) -> Result<(), Fault> {
        let end = at.checked_add(into.len()).ok_or(Fault::Driver)?;
        let bytes = self.pages.get(at..end).ok_or(Fault::Driver)?;
        for (to, from) in into.iter_mut().zip(bytes) {
            *to = *from;
        }
        Ok(())
    }

    fn write(&mut self, at: usize, word: &[u8]) -> Result<(), Fault> {
        let is_whole = self.takes_power()?;
        self.writes = self.writes.saturating_add(1);
        let end = at.checked_add(word.len()).ok_or(Fault::Driver)?;
        let bytes = self.pages.get_mut(at..end).ok_or(Fault::Driver)?;
        for (index, (to, from)) in bytes.iter_mut().zip(word).enumerate() {
            // Programming takes bits away; cut off, it has taken away some.
            *to &= if is_whole { *from } else { *from | if index.is_multiple_of(2) { 0x55 } else { 0xfc } };
        }
        if is_whole { Ok(()) } else { Err(Fault::Driver) }
    }

    fn erase(&mut self, page: usize) -> Result<(), Fault> {
        let is_whole = self.takes_power()?;
        self.erasures = self.erasures.saturating_add(1);
        let start = page.checked_mul(PAGE).ok_or(Fault::Driver)?;
        let bytes = self.pages.get_mut(start..start.saturating_add(PAGE)).ok_or(Fault::Driver)?;
        for (index, byte) in bytes.iter_mut().enumerate() {
            *byte |= if is_whole || index < PAGE / 2 { 0xff } else { 0x13 };
        }
        if is_whole { Ok(()) } else { Err(Fault::Driver) }
    }
}
