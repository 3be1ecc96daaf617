//! Text across the boundary: `(ptr, len)` in, `(ptr, capacity, *written)` out.

use core::ffi::c_char;

use binsign::{Code, Error};

/// Bytes that the caller lends. NULL stands for nothing where the length is 0.
///
/// # Safety
/// `text` is NULL or valid for reads of `len` bytes, and nobody writes to them during `'a`.
pub(crate) unsafe fn bytes<'a>(text: *const c_char, len: usize) -> Result<&'a [u8], Error> {
    if len == 0 {
        return Ok(&[]);
    }
    if text.is_null() {
        return Err(Error::new(Code::NullPointer));
    }
    if isize::try_from(len).is_err() {
        // No object is that long: a negative number became a length.
        return Err(Error::new(Code::RequestTooLong));
    }
    // SAFETY: not NULL and not longer than an object can be; the rest is promised by the caller.
    Ok(unsafe { core::slice::from_raw_parts(text.cast(), len) })
}

/// Text that the caller lends; `name` is what an error calls it, where it is a name.
///
/// # Safety
/// As for [`bytes`].
pub(crate) unsafe fn text<'a>(text: *const c_char, len: usize, name: &str) -> Result<&'a str, Error> {
    // SAFETY: promised by the caller.
    let bytes = unsafe { bytes(text, len)? };
    core::str::from_utf8(bytes).map_err(|_| Error::about(Code::InvalidUtf8, 0, name))
}

/// Text that the caller lends or does not give at all, which is NULL.
///
/// # Safety
/// As for [`bytes`].
#[cfg(feature = "fix")]
pub(crate) unsafe fn given<'a>(text: *const c_char, len: usize, name: &str) -> Result<Option<&'a str>, Error> {
    if text.is_null() && len == 0 {
        return Ok(None);
    }
    // SAFETY: promised by the caller.
    unsafe { self::text(text, len, name) }.map(Some)
}

/// An array that the caller lends. NULL stands for nothing where the count is 0.
///
/// # Safety
/// `items` is NULL or valid for reads of `count` items and aligned, and nobody writes to them during `'a`.
pub(crate) unsafe fn items<'a, T>(items: *const T, count: usize) -> Result<&'a [T], Error> {
    if count == 0 {
        return Ok(&[]);
    }
    if items.is_null() {
        return Err(Error::new(Code::NullPointer));
    }
    if count.checked_mul(size_of::<T>()).is_none_or(|size| isize::try_from(size).is_err()) {
        return Err(Error::new(Code::RequestTooLong));
    }
    // SAFETY: not NULL and not longer than an object can be; the rest is promised by the caller.
    Ok(unsafe { core::slice::from_raw_parts(items, count) })
}

/// Copies the pieces that `pieces` gives to the caller's buffer, all or nothing, and says how many bytes that were.
///
/// # Safety
/// `out` is NULL or valid for writes of `capacity` bytes, `written` is NULL or valid for a write; neither overlaps
/// what `pieces` gives.
pub(crate) unsafe fn copy_out(
    out: *mut c_char,
    capacity: usize,
    written: *mut usize,
    pieces: impl Fn(&mut dyn FnMut(&str)),
) -> Result<(), Code> {
    let mut len = 0_usize;
    pieces(&mut |piece| len = len.saturating_add(piece.len()));
    if written.is_null() || (out.is_null() && len > 0) {
        return Err(Code::NullPointer);
    }
    if len > capacity {
        return Err(Code::BufferTooSmall);
    }
    let mut end = out;
    pieces(&mut |piece| {
        // SAFETY: all pieces together are `len` bytes, which the caller's buffer has room for.
        unsafe {
            core::ptr::copy_nonoverlapping(piece.as_ptr().cast(), end, piece.len());
            end = end.add(piece.len());
        }
    });
    // SAFETY: not NULL; the rest is promised by the caller.
    unsafe { written.write(len) };
    Ok(())
}
