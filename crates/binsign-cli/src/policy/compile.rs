//! `binsign policy compile` and `print`: text to bytes, and bytes to text.

use std::env;
use std::fs;
use std::path::Path;

use binsign::policy::Policy;
use binsign_host::policy::{print as printed, seal, sign_policy};
use serde_json::json;
use zeroize::Zeroizing;

use super::arguments::{Compile, Print};
use super::files::{self, Trouble, image};
use super::{Outcome, hexadecimal};

/// Compiles a policy, and puts what its owner says behind it.
pub(super) fn compile(arguments: &Compile) -> Outcome {
    let image = image(&arguments.file)?;
    let policy = Policy::new(&image)?;
    let written = match (&arguments.sign_with, &arguments.seal_with) {
        (Some(path), _) => {
            let passphrase = env::var("BINSIGN_PASSPHRASE").ok().map(Zeroizing::new);
            sign_policy(&image, &files::secret(path)?, passphrase.as_deref().map(String::as_bytes))?
        }
        (None, Some(path)) => seal(&image, files::secret(path)?.trim_ascii_end())?,
        (None, None) => image.clone(),
    };
    write(&arguments.output, &written)?;
    let sha256 = hexadecimal(&policy.id());
    let text = if arguments.json {
        let is_signed = written.len() > image.len();
        let object = json!({
            "name": policy.name(), "version": policy.version(), "sha256": sha256, "bytes": image.len(), "signed": is_signed,
        });
        format!("{object}\n")
    } else {
        format!("{} version {}\nsha256 {sha256}\n{} bytes\n", policy.name(), policy.version(), written.len())
    };
    Ok((text, 0))
}

/// Whole or not at all: a gate may read the file at any time.
fn write(path: &Path, bytes: &[u8]) -> Result<(), Trouble> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(".new");
    let written = fs::write(&beside, bytes).and_then(|()| fs::rename(&beside, path));
    written.map_err(|error| Trouble::File(format!("{}: {error}; check the name and the folder", path.display())))
}

/// Prints a compiled policy.
pub(super) fn print(arguments: &Print) -> Outcome {
    let text = printed(&image(&arguments.file)?)?;
    let text = if arguments.json { format!("{}\n", json!({ "policy": text })) } else { text };
    Ok((text, 0))
}
