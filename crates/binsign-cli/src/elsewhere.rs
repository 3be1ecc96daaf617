//! A key that is elsewhere: another program gets the payload and gives the signature.

use std::io::Write as _;
use std::process::{Command, Stdio};
use std::sync::Arc;

use binsign::{ApiKey, Code, ExternalKey, KeyType};
use binsign_host::{Asking, Signable, SignedRequest};

use crate::arguments::ExternalType;
use crate::key;
use crate::sign::Problem;

/// Begins to sign, has `command` make the signature, and finishes.
pub(crate) fn sign(
    call: &impl Signable,
    asking: Asking<'_>,
    key_type: ExternalType,
    command: &str,
) -> Result<SignedRequest, Problem> {
    let missing = || Problem::Other(Code::KeyMissing, "a key elsewhere needs its API key; set BINSIGN_API_KEY".into());
    let api_key = ApiKey::new(&key::api_key().ok_or_else(missing)?)?;
    let pending = call.begin(asking, &Arc::new(ExternalKey::new(api_key, KeyType::from(key_type))))?;
    if !pending.needs_signature() {
        return Ok(pending.finish(&[])?);
    }
    let signature = run(command, pending.payload())
        .map_err(|what| Problem::Other(Code::SigningFault, format!("the command of --sign-with {what}")))?;
    Ok(pending.finish(&signature)?)
}

/// What the command writes when it has read the payload.
fn run(command: &str, payload: &[u8]) -> Result<Vec<u8>, String> {
    let mut child = Command::new("sh")
        .args(["-c", command])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| format!("cannot be run: {error}"))?;
    if let Some(mut input) = child.stdin.take() {
        // A command that does not read says what it wants by its status.
        let _ = input.write_all(payload);
    }
    let output = child.wait_with_output().map_err(|error| format!("cannot be read: {error}"))?;
    if output.status.success() { Ok(output.stdout) } else { Err(format!("failed ({})", output.status)) }
}
