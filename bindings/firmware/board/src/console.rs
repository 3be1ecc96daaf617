//! Lines in, text out: QEMU's standard input and output, read and written in blocks.

use crate::semihosting::{File, Mode};

const BLOCK: usize = 4096;

/// The standard input and output of the program that runs QEMU.
pub struct Console {
    input: File,
    output: File,
    read: Block,
    written: Block,
}

/// What [`Console::line`] found.
pub enum Line {
    /// A line of so many bytes, without its end.
    Whole(usize),
    /// A line that the buffer could not take; it was skipped.
    TooLong,
    /// There are no more lines.
    End,
}

impl Console {
    /// Opens both ends. QEMU must not use standard input itself (`-serial none -monitor none`).
    #[must_use]
    pub fn open() -> Self {
        Self {
            input: File::open(c"/dev/stdin", Mode::Read),
            output: File::open(c"/dev/stdout", Mode::Append),
            read: Block::new(),
            written: Block::new(),
        }
    }

    /// Puts the next line into `line`. What was put before is written out first when there is nothing left to read.
    pub fn line(&mut self, line: &mut [u8]) -> Line {
        let mut length = 0_usize;
        let mut fits = true;
        loop {
            let Some(byte) = self.byte() else {
                // A last line without an end counts.
                return if !fits {
                    Line::TooLong
                } else if length > 0 {
                    Line::Whole(length)
                } else {
                    Line::End
                };
            };
            if byte == b'\n' {
                return if fits { Line::Whole(length) } else { Line::TooLong };
            }
            match line.get_mut(length) {
                Some(slot) => {
                    *slot = byte;
                    length = length.saturating_add(1);
                }
                None => fits = false,
            }
        }
    }

    fn byte(&mut self) -> Option<u8> {
        if self.read.start == self.read.end {
            // Whoever waits for an answer before asking on must not wait in vain.
            self.flush();
            self.read.start = 0;
            self.read.end = self.input.read(&mut self.read.bytes);
        }
        let byte = self.read.bytes.get(self.read.start..self.read.end)?.first().copied()?;
        self.read.start = self.read.start.saturating_add(1);
        Some(byte)
    }

    /// Writes text, at the latest with the next [`flush`](Self::flush).
    pub fn put(&mut self, text: &[u8]) {
        for byte in text {
            if self.written.end == BLOCK {
                self.flush();
            }
            if let Some(slot) = self.written.bytes.get_mut(self.written.end) {
                *slot = *byte;
                self.written.end = self.written.end.saturating_add(1);
            }
        }
    }

    /// Writes a whole number in decimal.
    pub fn put_number(&mut self, number: u32) {
        let rest = number / 10;
        if rest > 0 {
            self.put_number(rest);
        }
        let digit = u8::try_from(number % 10).unwrap_or(0);
        self.put(&[b'0'.saturating_add(digit)]);
    }

    /// Hands everything written so far to the host.
    pub fn flush(&mut self) {
        let text = self.written.bytes.get(..self.written.end).unwrap_or_default();
        self.output.write(text);
        self.written.end = 0;
    }
}

/// Bytes on their way between image and host.
struct Block {
    bytes: [u8; BLOCK],
    start: usize,
    end: usize,
}

impl Block {
    const fn new() -> Self {
        Self { bytes: [0; BLOCK], start: 0, end: 0 }
    }
}
