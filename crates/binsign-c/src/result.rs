//! The one result type, and its names.

use core::ffi::c_char;

use binsign::Code;

/// 0 or the number of a [`Code`]. The header's enum is made from the core's list, with its documentation.
#[repr(transparent)]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct binsign_result(u32);

impl binsign_result {
    /// Nothing went wrong.
    pub(crate) const OK: Self = Self(0);

    /// The result for a code.
    pub(crate) fn of(code: Code) -> Self {
        Self(u32::from(code.number()))
    }

    /// The code of a result; nothing for 0 and for a number that is no code.
    pub(crate) fn code(self) -> Option<Code> {
        Code::ALL.iter().copied().find(|code| u32::from(code.number()) == self.0)
    }

    /// From what an inner function gives.
    pub(crate) fn from_outcome(outcome: Result<(), Code>) -> Self {
        outcome.map_or_else(Self::of, |()| Self::OK)
    }
}

/// The name of a result, such as `BUFFER_TOO_SMALL`, ended by NUL; it lives as long as the program.
///
/// For `BINSIGN_OK` it is `OK`, for a number that is no result `UNKNOWN_RESULT`.
#[unsafe(no_mangle)]
pub extern "C" fn binsign_result_name(result: binsign_result) -> *const c_char {
    if result == binsign_result::OK {
        return c"OK".as_ptr();
    }
    let name = result.code().and_then(|code| NAMES.get(code.name()));
    name.map_or(c"UNKNOWN_RESULT".as_ptr(), |name| name.as_ptr().cast())
}

/// The version of the library, such as `0.1.0`, ended by NUL; it lives as long as the program.
///
/// It is `BINSIGN_VERSION` of the header that belongs to the library.
#[unsafe(no_mangle)]
pub extern "C" fn binsign_version() -> *const c_char {
    VERSION.as_ptr().cast()
}

static VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), "\0");

/// All names, each ended by NUL: the core's names are Rust's and have none.
static NAMES: Names = Names::new();

// Runs at compile time only.
#[allow(clippy::indexing_slicing)]
const NAMES_SIZE: usize = {
    let (mut size, mut index) = (0, 0);
    while index < Code::ALL.len() {
        size += Code::ALL[index].name().len() + 1;
        index += 1;
    }
    size
};

struct Names {
    bytes: [u8; NAMES_SIZE],
}

impl Names {
    // Runs at compile time only.
    #[allow(clippy::indexing_slicing, clippy::arithmetic_side_effects)]
    const fn new() -> Self {
        let mut bytes = [0; NAMES_SIZE];
        let (mut end, mut index) = (0, 0);
        while index < Code::ALL.len() {
            let name = Code::ALL[index].name().as_bytes();
            let mut place = 0;
            while place < name.len() {
                bytes[end] = name[place];
                end += 1;
                place += 1;
            }
            end += 1;
            index += 1;
        }
        Self { bytes }
    }

    /// The bytes from the name's first to the last of the list; the name's NUL is among them.
    fn get(&self, name: &str) -> Option<&[u8]> {
        let mut rest = self.bytes.as_slice();
        loop {
            let (here, behind) = rest.split_at_checked(rest.iter().position(|byte| *byte == 0)?)?;
            if here == name.as_bytes() {
                return Some(rest);
            }
            rest = behind.get(1..)?;
        }
    }
}

#[cfg(test)]
mod tests {
    use core::ffi::CStr;

    use binsign::Code;

    use super::{binsign_result, binsign_result_name, binsign_version};

    fn text(pointer: *const core::ffi::c_char) -> &'static str {
        // SAFETY: both functions give static text that is ended by NUL.
        unsafe { CStr::from_ptr(pointer) }.to_str().unwrap()
    }

    #[test]
    fn every_code_has_its_name_and_no_other_number_has_one() {
        let mut named = 0;
        for number in 0..2000_u32 {
            let code = Code::ALL.iter().find(|code| u32::from(code.number()) == number);
            let expected = match code {
                Some(code) => code.name(),
                None if number == 0 => "OK",
                None => "UNKNOWN_RESULT",
            };
            assert_eq!(text(binsign_result_name(binsign_result(number))), expected);
            named += usize::from(code.is_some());
        }
        assert_eq!(named, Code::ALL.len());
    }

    #[test]
    fn the_version_is_that_of_the_core() {
        assert_eq!(text(binsign_version()), binsign::VERSION);
    }
}
