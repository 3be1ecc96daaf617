//! Where the key comes from: a file, standard input or the environment, never an argument.

use std::io::{self, Read as _};
use std::path::Path;

use binsign::Signer;
use binsign_host::{Credentials, KeyFileError};
use zeroize::Zeroizing;

const API_KEY: &str = "BINSIGN_API_KEY";
const SECRET: &str = "BINSIGN_SECRET";
const PRIVATE_KEY: &str = "BINSIGN_PRIVATE_KEY";
const PASSPHRASE: &str = "BINSIGN_PASSPHRASE";

/// No key could be had.
pub(crate) enum KeyProblem {
    /// No file, and not exactly one API key with one secret or private key in the environment.
    Missing,
    /// The file or the text was not good.
    File(KeyFileError),
}

impl From<KeyFileError> for KeyProblem {
    fn from(error: KeyFileError) -> Self {
        Self::File(error)
    }
}

/// Reads the key from `file`, from standard input for `-`, or from the environment where no file is named; a passphrase
/// that does not stand with the key comes from the environment.
pub(crate) fn signer(file: Option<&Path>) -> Result<Box<Signer>, KeyProblem> {
    let credentials = match file {
        Some(path) if path == Path::new("-") => from_standard_input()?,
        Some(path) => Credentials::read(path)?,
        None => from_environment()?,
    };
    let credentials = match variable(PASSPHRASE) {
        Some(passphrase) => credentials.or_passphrase(passphrase),
        None => credentials,
    };
    Ok(credentials.signer()?)
}

/// The API key of a key that is elsewhere.
pub(crate) fn api_key() -> Option<String> {
    variable(API_KEY)
}

fn from_standard_input() -> Result<Credentials, KeyFileError> {
    let mut text = Zeroizing::new(String::with_capacity(1024));
    io::stdin()
        .lock()
        .read_to_string(&mut text)
        .map_err(|error| KeyFileError::Unreadable("standard input".into(), error))?;
    Credentials::parse(&text)
}

fn from_environment() -> Result<Credentials, KeyProblem> {
    match (variable(API_KEY), variable(SECRET), variable(PRIVATE_KEY)) {
        (Some(api_key), Some(secret), None) => Ok(Credentials::new(api_key, secret)),
        (Some(api_key), None, Some(pem)) => Ok(Credentials::pem(api_key, pem)),
        _ => Err(KeyProblem::Missing),
    }
}

fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok()
}
