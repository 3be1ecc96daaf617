//! The approval of a second person as the command line has it.

use std::fs::File;
use std::io::{self, Read as _};
use std::str::FromStr;

use binsign_host::policy::Approval;

/// No file with an approval is longer.
const LONGEST: u64 = 4096;

/// An approval, in base64 or in a file.
#[derive(Clone)]
pub(crate) struct ApprovalArgument([u8; 72]);

impl ApprovalArgument {
    /// The bytes that a gate takes.
    pub(crate) const fn bytes(&self) -> &[u8] {
        &self.0
    }
}

impl FromStr for ApprovalArgument {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let bytes = match text.strip_prefix('@') {
            Some(path) => {
                let text = read(path).map_err(|error| format!("{path}: {error}; check the name of the file"))?;
                Approval::bytes_of(&text)
            }
            None => Approval::bytes_of(text),
        };
        bytes
            .map(Self)
            .ok_or_else(|| "it is no approval: 96 characters of base64, as `binsign policy approve` prints".into())
    }
}

fn read(path: &str) -> io::Result<String> {
    let mut text = String::new();
    File::open(path)?.take(LONGEST).read_to_string(&mut text)?;
    Ok(text)
}
