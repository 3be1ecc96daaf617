//! The second person of a case: an approval that is there, or the key that makes it.

use std::path::Path;
use std::sync::Arc;

use binsign::SecretKey;
use binsign::policy::Policy;

use super::approve::Approval;
use super::cases::LONGEST_WORD;
use super::document::{Table, Value};
use super::error::Fault;
use super::head::optional;
use super::owner::private_key;
use super::question::Question;
use super::value::duration;
use crate::key_file::owners_own;

/// For how long a case is approved where nothing is said, in ms.
const USUAL_APPROVAL_MS: u64 = 600_000;

/// Whether a second person has approved the request of a case.
#[derive(Clone, Debug)]
pub(super) enum Approved {
    No,
    /// The approval itself.
    Ready([u8; 72]),
    /// It is made when the request is put: with that key, for so long, in ms.
    By(Arc<SecretKey>, u64),
}

impl Approved {
    pub(super) fn read(table: &Table<'_>, folder: &Path) -> Result<Self, Fault> {
        let length = table.get("approved_for");
        match (table.get("approval"), table.get("approved_by")) {
            (Some(given), Some(_)) => Err(given.fault("is there, and `approved_by`; keep one of them")),
            (Some(given), None) => {
                let bytes = Approval::bytes_of(given.text(LONGEST_WORD)?);
                let wanted = "is no approval; write the 96 characters of base64 that `binsign policy approve` prints";
                bytes.map(Self::Ready).ok_or_else(|| given.fault(wanted))
            }
            (None, Some(by)) => {
                let length = optional(length, USUAL_APPROVAL_MS, |value| duration(value, 1..=u64::MAX))?;
                Ok(Self::By(Arc::new(approver(by, folder)?), length))
            }
            (None, None) => match length {
                Some(length) => Err(length.fault("says how long, and not who; give `approved_by`")),
                None => Ok(Self::No),
            },
        }
    }

    /// The approval, made now where it is to be made. Where that key cannot approve, it is one that does not hold.
    pub(super) fn bytes(&self, policy: &Policy<'_>, question: &Question, now: u64) -> Option<[u8; 72]> {
        match self {
            Self::No => None,
            Self::Ready(bytes) => Some(*bytes),
            Self::By(key, length) => {
                let made = Approval::with_key(policy, question, now.saturating_add(*length), now, key);
                Some(made.map_or([0; 72], |approval| *approval.bytes()))
            }
        }
    }
}

/// A private key that stands in the document, or in a file beside it that only its owner may read.
fn approver(value: Value<'_>, folder: &Path) -> Result<SecretKey, Fault> {
    let text = value.any_text("a private key in PEM, or the name of its file")?;
    let read;
    let pem = if text.contains("-----BEGIN") {
        text
    } else {
        read = owners_own(&folder.join(text)).map_err(|error| value.fault(format!("cannot be had: {error}")))?;
        &read
    };
    private_key(pem.as_bytes(), None).map_err(|error| value.fault(format!("is no key that approves: {error}")))
}
