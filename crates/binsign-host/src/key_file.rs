//! Keys from a file or a text: `api_key = …` and `secret = …`, a line each.

use std::fmt;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use binsign::{Code, Error, Signer};
use zeroize::Zeroizing;

/// The longest key file read, in bytes.
const MAX_KEY_FILE: u64 = 16 * 1024;

/// Why no key could be had from a file.
#[derive(Debug)]
pub enum KeyFileError {
    /// The file cannot be read.
    Unreadable(PathBuf, io::Error),
    /// Others than the owner may read the file.
    Exposed(PathBuf),
    /// The text has no `api_key` or no `secret`, or a line that is neither; which line, from 1, or 0 for none.
    NotUnderstood(usize),
    /// The API key or the secret is malformed.
    Key(Error),
}

impl KeyFileError {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> Code {
        match self {
            Self::Unreadable(..) => Code::KeyFileUnreadable,
            Self::Exposed(_) => Code::KeyFileExposed,
            Self::NotUnderstood(_) => Code::KeyMissing,
            Self::Key(error) => error.code(),
        }
    }
}

impl fmt::Display for KeyFileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(path, error) => write!(f, "the key file {} cannot be read: {error}", path.display()),
            Self::Exposed(path) => write!(
                f,
                "others may read the key file {path}; run: chmod 600 '{path}'",
                path = path.display().to_string().replace('\'', r"'\''")
            ),
            Self::NotUnderstood(0) => {
                f.write_str("the key must be two lines, `api_key = …` and `secret = …`; one of them is missing")
            }
            Self::NotUnderstood(line) => {
                write!(f, "line {line} of the key is neither `api_key = …` nor `secret = …`, or is there twice")
            }
            Self::Key(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for KeyFileError {}

/// An API key and its secret as text, wiped on drop; [`signer`](Credentials::signer) makes them useful.
///
/// ```
/// use binsign_host::Credentials;
///
/// let text = "api_key = vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A\n\
///             secret = NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j\n";
/// let signer = Credentials::parse(text)?.signer()?;
/// # Ok::<(), binsign_host::KeyFileError>(())
/// ```
pub struct Credentials {
    api_key: Zeroizing<String>,
    secret: Zeroizing<String>,
}

impl Credentials {
    /// Takes both parts as they are.
    #[must_use]
    pub fn new(api_key: String, secret: String) -> Self {
        Self { api_key: Zeroizing::new(api_key), secret: Zeroizing::new(secret) }
    }

    /// Reads a key file that its owner alone may read (clause D 8: measures against disclosure).
    ///
    /// # Errors
    /// `KEY_FILE_UNREADABLE`, `KEY_FILE_EXPOSED` with the command to run, `KEY_MISSING`.
    pub fn read(path: &Path) -> Result<Self, KeyFileError> {
        let unreadable = |error| KeyFileError::Unreadable(path.to_path_buf(), error);
        let file = File::open(path).map_err(unreadable)?;
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            // Asked of the open file, so that what is checked is what is read.
            if file.metadata().map_err(unreadable)?.permissions().mode() & 0o077 != 0 {
                return Err(KeyFileError::Exposed(path.to_path_buf()));
            }
        }
        let mut text = Zeroizing::new(String::with_capacity(1024));
        file.take(MAX_KEY_FILE).read_to_string(&mut text).map_err(unreadable)?;
        Self::parse(&text)
    }

    /// Reads the two lines; blank lines and lines that begin with `#` are passed over.
    ///
    /// # Errors
    /// `KEY_MISSING`, with the number of the line that is wrong.
    pub fn parse(text: &str) -> Result<Self, KeyFileError> {
        let (mut api_key, mut secret) = (None, None);
        for (index, line) in text.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let (name, value) = line.split_once('=').ok_or(KeyFileError::NotUnderstood(index + 1))?;
            let slot = match name.trim() {
                "api_key" => &mut api_key,
                "secret" => &mut secret,
                _ => return Err(KeyFileError::NotUnderstood(index + 1)),
            };
            if slot.replace(Zeroizing::new(value.trim().to_owned())).is_some() {
                return Err(KeyFileError::NotUnderstood(index + 1));
            }
        }
        match (api_key, secret) {
            (Some(api_key), Some(secret)) => Ok(Self { api_key, secret }),
            _ => Err(KeyFileError::NotUnderstood(0)),
        }
    }

    /// Makes a signer of the two.
    ///
    /// # Errors
    /// `API_KEY_MALFORMED`, `SECRET_MALFORMED`, `SECRET_IS_PRIVATE_KEY`.
    pub fn signer(&self) -> Result<Signer, KeyFileError> {
        Signer::hmac(&self.api_key, self.secret.as_bytes()).map_err(KeyFileError::Key)
    }
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Credentials")
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::{Credentials, KeyFileError};
    use binsign::Code;
    use std::os::unix::fs::PermissionsExt as _;

    const TEXT: &str = "# a key\napi_key = abc\n\nsecret=def\n";

    #[test]
    fn a_file_that_others_may_read_is_refused_with_the_command_to_run() {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), TEXT).unwrap();
        for mode in [0o640, 0o604, 0o620, 0o777] {
            std::fs::set_permissions(file.path(), std::fs::Permissions::from_mode(mode)).unwrap();
            let error = Credentials::read(file.path()).unwrap_err();
            assert_eq!(error.code(), Code::KeyFileExposed);
            assert!(error.to_string().ends_with(&format!("chmod 600 '{}'", file.path().display())));
        }
        std::fs::set_permissions(file.path(), std::fs::Permissions::from_mode(0o600)).unwrap();
        assert!(Credentials::read(file.path()).unwrap().signer().is_ok());
    }

    #[test]
    fn what_is_wrong_is_named_by_its_line_and_never_repeated() {
        for (text, line) in [
            ("", 0),
            ("api_key = abc\n", 0),
            ("api_key = abc\nsecret def\n", 2),
            ("api_key = abc\napi_key = abc\n", 2),
            ("\nsecrets = def", 2),
        ] {
            let error = Credentials::parse(text).unwrap_err();
            assert!(matches!(error, KeyFileError::NotUnderstood(found) if found == line), "{text:?}");
            assert!(!error.to_string().contains("def"));
        }
    }
}
