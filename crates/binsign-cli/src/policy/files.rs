//! The files of a policy: text or compiled, cases, answers, the owner's key.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::Path;

use binsign::{Code, Error, KeyInfo};
use binsign_host::KeyFileError;
use binsign_host::policy::{PolicyTextError, compile};
use zeroize::Zeroizing;

use crate::guarded::in_ms;

/// What a compiled policy begins with, and how long it is with what its length is written in.
const MAGIC: &[u8] = b"BSP1";
const WITH_LENGTH: usize = 6;

/// No policy, cases or answer is longer.
const LONGEST: u64 = 16 << 20;

/// No private key in PEM is longer.
const MOST_OF_A_KEY: usize = 1 << 15;

/// Why a command about policies came to nothing.
pub(crate) enum Trouble {
    /// With a code of binsign's.
    Coded(Code, String),
    /// Something about a file.
    File(String),
}

impl From<Error> for Trouble {
    fn from(error: Error) -> Self {
        Self::Coded(error.code(), error.to_string())
    }
}

impl Trouble {
    /// A mistake in a text.
    pub(crate) fn in_text(path: &Path, error: &PolicyTextError) -> Self {
        Self::Coded(error.code(), format!("{}: {error}", path.display()))
    }
}

/// All bytes of a file.
pub(crate) fn bytes(path: &Path) -> Result<Vec<u8>, Trouble> {
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(LONGEST).read_to_end(&mut bytes));
    match read {
        Ok(_) => Ok(bytes),
        Err(error) => Err(Trouble::File(format!("{}: {error}; check the name of the file", path.display()))),
    }
}

/// The text of a file.
pub(super) fn text(path: &Path) -> Result<String, Trouble> {
    String::from_utf8(bytes(path)?).map_err(|_| {
        Trouble::Coded(Code::InvalidUtf8, format!("{} is not valid UTF-8; encode it as UTF-8", path.display()))
    })
}

/// The compiled form of a policy, from its text or from a file that has it, with or without a signature behind it.
pub(crate) fn image(path: &Path) -> Result<Vec<u8>, Trouble> {
    let bytes = bytes(path)?;
    if bytes.starts_with(MAGIC) {
        let length = bytes.get(MAGIC.len()..WITH_LENGTH).and_then(|length| length.try_into().ok());
        let length = length.map_or(0, |length| usize::from(u16::from_le_bytes(length)));
        return Ok(bytes.get(..length).unwrap_or(&bytes).to_vec());
    }
    let text = String::from_utf8(bytes).map_err(|_| {
        Trouble::Coded(Code::PolicyText, format!("{} is neither a policy's text nor a compiled policy", path.display()))
    })?;
    compile(&text).map_err(|error| Trouble::in_text(path, &error))
}

/// The answer about the key's permissions, which is as old as the file where the time is not told.
pub(crate) fn key_info(path: &Path, observed_at: Option<u64>) -> Result<KeyInfo, Trouble> {
    let changed = || fs::metadata(path).and_then(|found| found.modified()).map_or(0, in_ms);
    Ok(KeyInfo::from_json(&bytes(path)?, observed_at.unwrap_or_else(changed))?)
}

/// A key's file, which only its owner may read, or standard input for `-`.
pub(super) fn secret(path: &Path) -> Result<Zeroizing<Vec<u8>>, Trouble> {
    let unreadable = |path: &Path, error| {
        let unreadable = KeyFileError::Unreadable(path.to_owned(), error);
        Trouble::Coded(unreadable.code(), unreadable.to_string())
    };
    if path == Path::new("-") {
        // In memory that need not grow: growing would leave copies behind.
        let mut text = Zeroizing::new(Vec::with_capacity(MOST_OF_A_KEY));
        let read = io::stdin().lock().take(MOST_OF_A_KEY as u64).read_to_end(&mut text);
        return read.map(|_| text).map_err(|error| unreadable(Path::new("standard input"), error));
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;

        if fs::metadata(path).is_ok_and(|found| found.permissions().mode() & 0o077 != 0) {
            let exposed = KeyFileError::Exposed(path.to_owned());
            return Err(Trouble::Coded(exposed.code(), exposed.to_string()));
        }
    }
    fs::read(path).map(Zeroizing::new).map_err(|error| unreadable(path, error))
}
