//! What stands behind a request's fields: the policy and the session, what the gate is told, and what is no request.

use binsign::{Code, Error, KeyInfo};

use crate::fields::{Fields, decoded, pair};

/// The tags of these fields.
pub(crate) const TAGS: &[u8] = b"NPAjJnVcoHBdrvC";

/// More headers than an answer of the exchange has.
const MAX_HEADERS: usize = 64;

/// The gate's side of a case.
#[derive(Default)]
pub(crate) struct Ruled<'l> {
    pub(crate) slot: Option<usize>,
    pub(crate) policy: Option<&'l [u8]>,
    pub(crate) app: Option<&'l [u8]>,
    info: Option<(&'l [u8], u64)>,
    pub(crate) now: Option<u64>,
    pub(crate) approval: Option<&'l [u8]>,
    pub(crate) check: bool,
    pub(crate) deed: Option<Deed<'l>>,
}

/// What is asked for in place of a request.
// There is no heap to put the larger one on.
#[allow(clippy::large_enum_variant)]
pub(crate) enum Deed<'l> {
    Answer { status: u16, headers: [(&'l str, &'l str); MAX_HEADERS], body: &'l [u8] },
    ServerTime { sent: u64, received: u64, server: u64 },
    Do(&'l [u8]),
}

impl<'l> Ruled<'l> {
    /// Takes the fields apart, or nothing where they do not belong together.
    pub(crate) fn take(line: &'l mut [u8]) -> Option<Self> {
        let mut fields = Fields::of(line);
        let slot = match fields.next_if(b'N') {
            Some(digit) => Some(usize::try_from(number(digit)?).ok().filter(|slot| *slot < crate::SLOTS)?),
            None => None,
        };
        let (policy, app) = (fields.next_if(b'P'), fields.next_if(b'A'));
        let info = match fields.next_if(b'j') {
            Some(body) => Some((body, number(fields.next_if(b'J')?)?)),
            None => None,
        };
        let now = match fields.next_if(b'n') {
            Some(now) => Some(number(now)?),
            None => None,
        };
        let approval = fields.next_if(b'V');
        let check = fields.next_if(b'c').is_some();
        let deed = deed(fields)?;
        (slot.is_some() || policy.is_some()).then_some(Self { slot, policy, app, info, now, approval, check, deed })
    }

    /// The answer about the key's permissions, where there is one.
    pub(crate) fn info(&self) -> Result<Option<KeyInfo>, Error> {
        self.info.map(|(body, at)| KeyInfo::from_json(body, at)).transpose()
    }
}

/// What is asked for in place of a request; the outer nothing stands for fields that do not belong together.
#[allow(clippy::option_option)]
fn deed(mut fields: Fields<'_>) -> Option<Option<Deed<'_>>> {
    if let Some(status) = fields.next_if(b'o') {
        let status = u16::try_from(number(status)?).ok()?;
        let mut headers = [("", ""); MAX_HEADERS];
        let mut count = 0;
        for (tag, field) in fields {
            if tag == b'B' {
                return Some(Some(Deed::Answer { status, headers, body: decoded(field) }));
            }
            let (name, value) = pair(field);
            *headers.get_mut(count)? = (core::str::from_utf8(name).ok()?, core::str::from_utf8(value).ok()?);
            count = count.saturating_add(1);
        }
        return None;
    }
    if let Some(sent) = fields.next_if(b'd') {
        let (received, server) = (fields.next_if(b'r')?, fields.next_if(b'v')?);
        return Some(Some(Deed::ServerTime {
            sent: number(sent)?,
            received: number(received)?,
            server: number(server)?,
        }));
    }
    match fields.next_if(b'C') {
        Some(deed) => Some(Some(Deed::Do(deed))),
        None => fields.next().is_none().then_some(None),
    }
}

fn number(text: &[u8]) -> Option<u64> {
    core::str::from_utf8(text).ok()?.parse().ok()
}

/// The error of a line that is no case, or of a session that is not where the case thinks it is.
pub(crate) enum Stopped {
    Refused(binsign::Refusal),
    Misplaced(&'static str),
}

impl<E: Into<binsign::Refusal>> From<E> for Stopped {
    fn from(error: E) -> Self {
        Self::Refused(error.into())
    }
}

/// The name of the code that a misplaced line gets.
pub(crate) const MISPLACED: Code = Code::CaseNotUnderstood;
