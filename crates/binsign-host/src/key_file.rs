//! Keys from a file or a text: `api_key = …` on a line, and then `secret = …` or a private key in PEM, with its
//! passphrase where it is encrypted.

use std::fmt;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use binsign::{Code, Error, Signer};
use zeroize::Zeroizing;

use crate::{make_hmac, make_pem};

/// The longest key file read, in bytes.
const MAX_KEY_FILE: usize = 16 * 1024;

/// How a text in PEM begins and ends (RFC 7468).
const BEGIN: &str = "-----BEGIN ";
const END: &str = "-----END ";

/// Why no key could be had from a file.
#[derive(Debug)]
pub enum KeyFileError {
    /// The file cannot be read.
    Unreadable(PathBuf, io::Error),
    /// Others than the owner may read the file.
    Exposed(PathBuf),
    /// The text has no API key, or neither secret nor private key, or a line that is none of them; which line, from
    /// 1, or 0 for none.
    NotUnderstood(usize),
    /// The API key, the secret or the private key is not good.
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
            Self::NotUnderstood(0) => f.write_str(
                "the key must be a line `api_key = …`, and a line `secret = …` or a private key in PEM; \
                 one of them is missing",
            ),
            Self::NotUnderstood(line) => write!(
                f,
                "line {line} of the key is neither `api_key = …`, nor `secret = …`, nor a private key in PEM or \
                 `private_key = FILE`, nor `passphrase = …` or `passphrase_file = FILE`, or is there twice"
            ),
            Self::Key(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for KeyFileError {}

/// An API key with its secret or private key, as text, wiped on drop; [`signer`](Credentials::signer) makes them useful.
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
    secret: Secret,
    passphrase: Option<Zeroizing<String>>,
}

/// What an API key comes with.
enum Secret {
    Hmac(Zeroizing<String>),
    Pem(Zeroizing<String>),
}

impl Credentials {
    /// Takes an API key and its HMAC secret as they are.
    #[must_use]
    pub fn new(api_key: String, secret: String) -> Self {
        Self { api_key: Zeroizing::new(api_key), secret: Secret::Hmac(Zeroizing::new(secret)), passphrase: None }
    }

    /// Takes an API key and its private key in PEM as they are.
    #[must_use]
    pub fn pem(api_key: String, text: String) -> Self {
        Self { api_key: Zeroizing::new(api_key), secret: Secret::Pem(Zeroizing::new(text)), passphrase: None }
    }

    /// Adds the passphrase of an encrypted private key, where none came with the key itself.
    #[must_use]
    pub fn or_passphrase(mut self, passphrase: String) -> Self {
        self.passphrase.get_or_insert(Zeroizing::new(passphrase));
        self
    }

    /// Reads a key file that its owner alone may read (clause D 8: measures against disclosure).
    ///
    /// `private_key = FILE` and `passphrase_file = FILE` in it name files beside it, for which the same holds.
    ///
    /// # Errors
    /// `KEY_FILE_UNREADABLE`, `KEY_FILE_EXPOSED` with the command to run, `KEY_MISSING`.
    pub fn read(path: &Path) -> Result<Self, KeyFileError> {
        Self::parse_beside(&owners_own(path)?, path.parent().unwrap_or(Path::new("")))
    }

    /// Reads the text of a key file: `api_key = …`, and `secret = …` or a private key.
    ///
    /// The private key stands there in PEM, on lines of its own or on one line behind `private_key =` (with `\n` for
    /// the line ends, as in a `.env` file), or `private_key =` names its file. The passphrase of an encrypted one stands
    /// behind `passphrase =`, without the blanks around it, or makes up the first line of the file that
    /// `passphrase_file =` names. Blank lines and lines that begin with `#` are passed over.
    ///
    /// # Errors
    /// `KEY_MISSING`, with the number of the line that is wrong; those of [`read`](Self::read) for a file named.
    pub fn parse(text: &str) -> Result<Self, KeyFileError> {
        Self::parse_beside(text, Path::new(""))
    }

    fn parse_beside(text: &str, directory: &Path) -> Result<Self, KeyFileError> {
        let (mut api_key, mut secret, mut passphrase) = (None, None, None);
        let mut lines = text.lines().map(str::trim).enumerate();
        while let Some((index, line)) = lines.next() {
            let not_understood = || KeyFileError::NotUnderstood(index + 1);
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let (name, value) = if line.starts_with(BEGIN) {
                ("private_key", line)
            } else {
                let (name, value) = line.split_once('=').ok_or_else(not_understood)?;
                (name.trim_end(), value.trim_start())
            };
            let taken = match name {
                "api_key" => api_key.replace(copied(value)).is_some(),
                "secret" => secret.replace(Secret::Hmac(copied(value))).is_some(),
                "private_key" if value.starts_with(BEGIN) => {
                    // In memory that need not grow: growing would leave copies behind.
                    let mut pem = Zeroizing::new(String::with_capacity(text.len()));
                    pem.push_str(value);
                    while !pem.contains(END) {
                        let Some((_, line)) = lines.next() else { break };
                        pem.push('\n');
                        pem.push_str(line);
                    }
                    secret.replace(Secret::Pem(pem)).is_some()
                }
                "private_key" => secret.replace(Secret::Pem(owners_own(&directory.join(value))?)).is_some(),
                "passphrase" => passphrase.replace(copied(value)).is_some(),
                "passphrase_file" => {
                    let text = owners_own(&directory.join(value))?;
                    passphrase.replace(copied(text.lines().next().unwrap_or_default())).is_some()
                }
                _ => return Err(not_understood()),
            };
            if taken {
                return Err(not_understood());
            }
        }
        match (api_key, secret) {
            (Some(api_key), Some(secret)) => Ok(Self { api_key, secret, passphrase }),
            _ => Err(KeyFileError::NotUnderstood(0)),
        }
    }

    /// Makes a signer of them.
    ///
    /// # Errors
    /// Those of [`make_hmac`] and [`make_pem`].
    pub fn signer(&self) -> Result<Box<Signer>, KeyFileError> {
        match &self.secret {
            Secret::Hmac(secret) => make_hmac(&self.api_key, secret.as_bytes()),
            Secret::Pem(text) => {
                let passphrase = self.passphrase.as_ref().map(|passphrase| passphrase.as_bytes());
                make_pem(&self.api_key, text.as_bytes(), passphrase)
            }
        }
        .map_err(KeyFileError::Key)
    }
}

fn copied(text: &str) -> Zeroizing<String> {
    Zeroizing::new(text.to_owned())
}

/// The text of a file that only its owner may read.
pub(crate) fn owners_own(path: &Path) -> Result<Zeroizing<String>, KeyFileError> {
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
    // In memory that need not grow: growing would leave copies behind.
    let mut text = Zeroizing::new(String::with_capacity(2 * MAX_KEY_FILE));
    file.take(MAX_KEY_FILE as u64).read_to_string(&mut text).map_err(unreadable)?;
    Ok(text)
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Credentials")
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::{Credentials, KeyFileError};
    use binsign::{Code, KeyType};
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
            ("-----BEGIN PRIVATE KEY-----\ndef\n-----END PRIVATE KEY-----\n", 0),
            ("secret = def\n-----BEGIN PRIVATE KEY-----\ndef\n-----END PRIVATE KEY-----\napi_key = abc", 2),
            ("api_key = abc\n-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----\ndef", 4),
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

    /// The key of RFC 8032, section 7.1, test 1, in the form of RFC 8410.
    const BASE64: &str = "MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g";

    fn pem(line_end: &str) -> String {
        format!("-----BEGIN PRIVATE KEY-----{line_end}{BASE64}{line_end}-----END PRIVATE KEY-----{line_end}")
    }

    #[test]
    fn a_private_key_stands_in_the_text_in_every_form() {
        for text in [
            format!("api_key = abc\n{}", pem("\n")),
            format!("{}# a key\napi_key=abc", pem("\r\n")),
            format!("api_key = abc\nprivate_key = {}", pem("\\n")),
            format!("api_key = abc\nprivate_key = {}\n", pem("\n")),
        ] {
            let signer = Credentials::parse(&text).unwrap().signer().unwrap();
            assert_eq!(signer.key_type(), KeyType::Ed25519, "{text}");
        }
        let cut_off = format!("api_key = abc\n-----BEGIN PRIVATE KEY-----\n{BASE64}\n");
        assert_eq!(Credentials::parse(&cut_off).unwrap().signer().unwrap_err().code(), Code::KeyMalformed);
    }

    #[test]
    fn a_private_key_in_a_file_of_its_own_is_kept_as_strictly() {
        let directory = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str, mode| {
            let path = directory.path().join(name);
            std::fs::write(&path, text).unwrap();
            std::fs::set_permissions(&path, std::fs::Permissions::from_mode(mode)).unwrap();
            path
        };
        let key_file = write("binance.key", "api_key = abc\nprivate_key = ed25519.pem\n", 0o600);
        assert_eq!(Credentials::read(&key_file).unwrap_err().code(), Code::KeyFileUnreadable);
        let private = write("ed25519.pem", &pem("\n"), 0o644);
        let error = Credentials::read(&key_file).unwrap_err();
        assert_eq!(error.code(), Code::KeyFileExposed);
        assert!(error.to_string().ends_with(&format!("chmod 600 '{}'", private.display())));
        write("ed25519.pem", &pem("\n"), 0o600);
        let signer = Credentials::read(&key_file).unwrap().signer().unwrap();
        assert_eq!(signer.key_type(), KeyType::Ed25519);
    }
}
