//! What the log asks of a flash: to read, to program a word, to erase a page.

/// Why something was not done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The driver could not read, program or erase.
    Driver,
    /// What was programmed does not read back, on a page that was just erased: the flash is worn.
    Worn,
    /// A page does not take a whole record.
    PageTooSmall,
}

/// Two pages of flash, addressed from 0: the first page, then the second. Erased bytes read as `0xFF`.
pub trait Flash {
    /// The bytes of a page, what is erased at once; a multiple of [`WORD`](Self::WORD).
    const PAGE: usize;
    /// The bytes that are programmed at once, 1 to 32: 4 on many microcontrollers, 8 or more where the flash corrects errors.
    /// None is ever programmed twice between two erasures, but with zeros the second time.
    const WORD: usize;

    /// Reads bytes at `at`.
    ///
    /// # Errors
    /// [`Fault::Driver`] where they cannot be read, as a word whose programming was cut off on a flash that corrects errors.
    fn read(&mut self, at: usize, into: &mut [u8]) -> Result<(), Fault>;

    /// Programs one word at `at`, which is a multiple of [`WORD`](Self::WORD), and waits until that is done.
    ///
    /// # Errors
    /// [`Fault::Driver`] where that failed.
    fn write(&mut self, at: usize, word: &[u8]) -> Result<(), Fault>;

    /// Erases the page, 0 or 1, and waits until that is done.
    ///
    /// # Errors
    /// [`Fault::Driver`] where that failed.
    fn erase(&mut self, page: usize) -> Result<(), Fault>;
}
