//! The approval of a second person for one request, made on a host and carried as text.

use std::fmt;

use base64ct::{Base64, Encoding as _};
use binsign::policy::Policy;
use binsign::{Code, Gate, MAX_REQUEST, Refusal, SecretKey};

use super::Question;
use super::owner::private_key;

/// How far ahead the moment of an approval may be, in ms: a day.
const LONGEST_MS: u64 = 86_400_000;

/// What an approver signs beside the parameters: heading, SHA-256, moment and route.
const BESIDE: usize = 512;

/// An approval, and for which rule it is.
///
/// ```
/// use binsign::policy::Policy;
/// use binsign_host::policy::{Approval, Question, compile};
///
/// // The first key of RFC 8032, section 7.1, in the form of RFC 8410: its public half stands in the policy.
/// let private = b"-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\n-----END PRIVATE KEY-----";
/// let image = compile(r#"
///     policy = "binsign 1"
///     name = "treasury"
///     version = 1
///     purpose = "pays out"
///     permissions = ["enableWithdrawals"]
///     [[allow]]
///     name = "pay out"
///     routes = ["any:withdraw"]
///     approval = "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
/// "#)?;
/// let policy = Policy::new(&image).unwrap();
/// let payment = Question::parse("POST /sapi/v1/capital/withdraw/apply coin=BTC address=1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa amount=1").unwrap();
///
/// let now = 1_767_225_600_000;
/// let approval = Approval::make(&policy, &payment, now + 600_000, now, private, None).unwrap();
/// assert_eq!(approval.rule(), "pay out");
/// assert_eq!(Approval::bytes_of(&approval.to_string()).unwrap(), *approval.bytes());
/// # Ok::<(), binsign_host::policy::PolicyTextError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Approval {
    bytes: [u8; 72],
    rule: String,
}

/// Why a request is not approved.
///
/// ```
/// let error = binsign_host::policy::NoApproval::Past;
/// assert_eq!((error.code().name(), error.to_string().as_str()),
///            ("APPROVAL_INVALID", "the moment until which to approve is past; give a later one"));
/// ```
#[derive(Clone, Debug)]
pub enum NoApproval {
    /// The policy denies the request, approved or not; or the request or the key is not good.
    Refusal(Refusal),
    /// The request needs no approval.
    NotWanted,
    /// The moment is past.
    Past,
    /// The moment is more than a day ahead.
    TooLong,
    /// The key is not that of the approver: the rule, and the public key that it names, in base64.
    OtherKey {
        /// The rule.
        rule: String,
        /// The approver's public key.
        approver: String,
    },
}

impl Approval {
    /// Approves a request until a moment (ms since 1970), with the approver's private key (PEM, with the passphrase where it
    /// is encrypted).
    ///
    /// # Errors
    /// [`NoApproval`].
    pub fn make(
        policy: &Policy<'_>,
        question: &Question,
        until_ms: u64,
        now_ms: u64,
        pem: &[u8],
        passphrase: Option<&[u8]>,
    ) -> Result<Self, NoApproval> {
        let key = private_key(pem, passphrase)?;
        Self::with_key(policy, question, until_ms, now_ms, &key)
    }

    pub(super) fn with_key(
        policy: &Policy<'_>,
        question: &Question,
        until_ms: u64,
        now_ms: u64,
        key: &SecretKey,
    ) -> Result<Self, NoApproval> {
        let gate = Gate::new(policy).at(now_ms);
        let mut named = None;
        let outcome = question.put(now_ms, |request| {
            let Some(rule) = gate.approval_wanted(&request)? else { return Ok(None) };
            named = Some((rule.name().to_owned(), rule.approver().map(|key| Base64::encode_string(key))));
            gate.approve(&request, until_ms, key, &mut vec![0; MAX_REQUEST + BESIDE])
        });
        match (outcome, named) {
            (Ok(Some(bytes)), Some((rule, _))) => Ok(Self { bytes, rule }),
            (Ok(_), _) => Err(NoApproval::NotWanted),
            (Err(refusal), Some((rule, approver))) if refusal.code() == Code::ApprovalInvalid => {
                Err(match until_ms.checked_sub(now_ms) {
                    None => NoApproval::Past,
                    Some(ahead) if ahead > LONGEST_MS => NoApproval::TooLong,
                    Some(_) => NoApproval::OtherKey { rule, approver: approver.unwrap_or_default() },
                })
            }
            (Err(refusal), _) => Err(refusal.into()),
        }
    }

    /// The 72 bytes that a gate takes.
    #[must_use]
    pub const fn bytes(&self) -> &[u8; 72] {
        &self.bytes
    }

    /// The rule that wants the approval.
    #[must_use]
    pub fn rule(&self) -> &str {
        &self.rule
    }

    /// The bytes of an approval in base64; nothing where the text is none.
    #[must_use]
    pub fn bytes_of(text: &str) -> Option<[u8; 72]> {
        Base64::decode_vec(text.trim()).ok()?.try_into().ok()
    }
}

/// As base64.
impl fmt::Display for Approval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&Base64::encode_string(&self.bytes))
    }
}

impl NoApproval {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> Code {
        match self {
            Self::Refusal(refusal) => refusal.code(),
            Self::NotWanted | Self::Past | Self::TooLong | Self::OtherKey { .. } => Code::ApprovalInvalid,
        }
    }
}

impl fmt::Display for NoApproval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refusal(refusal) => refusal.fmt(f),
            Self::NotWanted => f.write_str("the policy wants no approval of this request; it is signed without one"),
            Self::Past => f.write_str("the moment until which to approve is past; give a later one"),
            Self::TooLong => f.write_str("an approval is good for a day at most; give an earlier moment"),
            Self::OtherKey { rule, approver } => write!(
                f,
                "this key is not that of the approver of rule `{rule}`; the one has to approve whose public key is {approver}"
            ),
        }
    }
}

impl std::error::Error for NoApproval {}

impl<T: Into<Refusal>> From<T> for NoApproval {
    fn from(refusal: T) -> Self {
        Self::Refusal(refusal.into())
    }
}
