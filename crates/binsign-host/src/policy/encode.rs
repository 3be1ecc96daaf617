//! Writing the compiled form: numbers little-endian, texts behind their length.

use binsign::Decimal;

/// What is too large for its place in the compiled form.
pub(super) struct TooLong;

/// The compiled form, or a part of it, as it grows.
#[derive(Default)]
pub(super) struct Image(Vec<u8>);

impl Image {
    pub(super) fn bytes(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    pub(super) fn u8(&mut self, number: u8) {
        self.0.push(number);
    }

    pub(super) fn u16(&mut self, number: u16) {
        self.bytes(&number.to_le_bytes());
    }

    pub(super) fn u32(&mut self, number: u32) {
        self.bytes(&number.to_le_bytes());
    }

    pub(super) fn u64(&mut self, number: u64) {
        self.bytes(&number.to_le_bytes());
    }

    /// How many there are; what the document may have fits.
    pub(super) fn count(&mut self, count: usize) {
        self.u8(u8::try_from(count).unwrap_or(u8::MAX));
    }

    /// A text of at most 255 bytes, which the document checks.
    pub(super) fn text(&mut self, text: &str) {
        self.count(text.len());
        self.bytes(text.as_bytes());
    }

    pub(super) fn decimal(&mut self, decimal: Decimal) {
        self.u64(decimal.digits());
        self.u8(decimal.scale());
    }

    /// A part behind its length of two bytes.
    pub(super) fn block(&mut self, part: &Image) -> Result<(), TooLong> {
        self.u16(u16::try_from(part.0.len()).map_err(|_| TooLong)?);
        self.bytes(&part.0);
        Ok(())
    }

    /// The whole, whose length goes to its place.
    pub(super) fn finish(mut self) -> Result<Vec<u8>, TooLong> {
        let length = u16::try_from(self.0.len()).map_err(|_| TooLong)?;
        self.0[super::head::LENGTH_AT..super::head::LENGTH_AT + 2].copy_from_slice(&length.to_le_bytes());
        Ok(self.0)
    }
}
