//! What each code says to a person: what was wrong and what to do. A sentence that begins with a blank goes on from the
//! name of the parameter it is about.

use crate::Code;

/// The sentence of a code; that of `BUFFER_TOO_SMALL` ends before the number of bytes.
// One line a code.
#[allow(clippy::too_many_lines)]
pub(crate) const fn sentence(code: Code) -> &'static str {
    use Code as C;
    match code {
        C::NullPointer => "a pointer is NULL where an object or text is needed; pass a valid pointer",
        C::InvalidUtf8 => " is not valid UTF-8; encode it as UTF-8",
        C::MethodUnknown => "the HTTP method must be GET, POST, PUT or DELETE, in capitals",
        C::PathMalformed => {
            "the path must begin with `/`, have at most 128 characters out of A-Z a-z 0-9 / _ - . and no query; \
             give parameters as parameters"
        }
        C::ParameterNameInvalid => {
            " has a name that is not 1 to 64 characters out of A-Z a-z 0-9 _ . - [ ]; correct the name"
        }
        C::ParameterTwice => " is there already, in the query or in the body; give it once",
        C::SignatureGiven => " is made by signing; leave it out",
        C::NulInValue => " has a NUL character in its value; take it out",
        C::TimestampOutOfRange => {
            " must be a whole number of milliseconds since 1970, from 1483228800000 to 4102444800000 \
             (microseconds on Spot only); check the clock and the unit"
        }
        C::RecvWindowOutOfRange => {
            " must be over 0 and at most 60000 milliseconds (up to three decimals on Spot only); use 5000 or less"
        }
        C::BodyNotAllowed => "a GET request has no body; put its parameters into the query",
        C::HandleUsedUp => "the handle is not ready for this call or used up already; initialise it anew",
        C::ValueType => " has a value of a type that cannot be sent exactly; give text, a whole number or a decimal",
        C::CaseNotUnderstood => "the case is not understood; compare it with the conformance protocol",
        C::Unsupported => "this build of binsign cannot do that; build it with the feature that does, or update it",
        C::FamilyMismatch => "the family is not the one the path belongs to; leave the family out or correct it",
        C::ApiKeyGiven => " comes with the key; leave it out",
        C::NotForTransport => {
            "this is not for that kind of request: bodies and time units are for REST, sessions for the WebSocket API, \
             parameters for all but FIX; leave it out"
        }
        C::ValueAmbiguous => {
            " has `&`, `=` or a control character in its value, which the WebSocket API signs without encoding; \
             take it out, or send the request over REST"
        }
        C::TooManyParameters => " is one too many: the WebSocket API takes 64 here; send less in one request",
        C::FixSenderCompId => " must be 1 to 8 letters, digits, `-` and `_`; choose another name for the session",
        C::FixSendingTime => {
            " must be UTC as YYYYMMDD-HH:MM:SS, with no, 3 or 6 decimals, from 2017 to 2099; give the present time"
        }
        C::FixHeartBtInt => " must be 5 to 60 seconds; 30 is usual",
        C::FixField => " is nothing the exchange takes in a Logon; leave it at what is usual",
        C::IdInvalid => " must be 1 to 128 bytes without control characters; give a short id",
        C::BufferTooSmall => "the buffer is too small; bytes needed: ",
        C::RequestTooLong => "the request is longer than 65535 bytes; send less in one request",
        C::ApiKeyMalformed => {
            "the API key must be 1 to 128 letters and digits; copy it anew, without quotes, blanks or line ends"
        }
        C::SecretMalformed => {
            "the HMAC secret must be 1 to 256 visible ASCII characters; copy it anew, without blanks or line ends"
        }
        C::SecretIsPrivateKey => "this is a private key and no HMAC secret; give it as a private key in PEM",
        C::KeyMissing => "a signed request needs an API key and a secret or private key; give both",
        C::KeyFileExposed => "others may read the key file; run: chmod 600 FILE",
        C::KeyFileUnreadable => "the key file cannot be read; check its name and its owner",
        C::KeyMalformed => "the private key is neither PKCS#8 nor PKCS#1, or it is damaged; copy it anew, whole",
        C::KeyEncrypted => "the private key is encrypted; decrypt it with: openssl pkey -in FILE -out NEW",
        C::KeyMismatch => "the public key in the text is not that of the private key; make the pair anew",
        C::KeyIsPublic => "this is a public key; the private key of the pair is needed here",
        C::KeyIsCertificate => "this is a certificate; a private key is needed here",
        C::KeyIsOpenSsh => "this is a key of OpenSSH; make one with: openssl genpkey -algorithm ed25519",
        C::KeyIsX25519 => "this is an X25519 key, which cannot sign; make an Ed25519 key",
        C::KeyIsEc => "this is an EC key, which the exchange does not take; make an Ed25519 key",
        C::KeyIsRsa => "this is an RSA key, which is not taken here; use an Ed25519 key, or a build with RSA",
        C::KeyUnknown => "this key is of a type the exchange does not take; make an Ed25519 key",
        C::KeyTypeUnsuited => {
            "the exchange takes only Ed25519 keys for session.logon and FIX; use one, or sign each request by itself"
        }
        C::SignatureMalformed => {
            "the signature has not the length of its key's type; give its bytes: 32 of HMAC, 64 of Ed25519, \
             256 to 512 of RSA"
        }
        C::KeyPassphraseWrong => {
            on_hosts("the passphrase does not decrypt the private key; give the one it was encrypted with")
        }
        C::KeyPassphraseMissing => on_hosts("the private key is encrypted and came without its passphrase; give both"),
        C::KeyEncryptionOld => on_hosts(
            "the private key is encrypted in a way that is not taken; convert it with: openssl pkcs8 -topk8 \
             -v2 aes-256-cbc -in OLD -out NEW -provider legacy -provider default (without the providers before OpenSSL 3)",
        ),
        C::KeyEncryptionCostly => on_hosts(
            "decrypting the private key takes over 10000000 rounds of PBKDF2 or 256 MiB for scrypt; make it cheaper with: \
             openssl pkcs8 -topk8 -v2 aes-256-cbc -in OLD -out NEW",
        ),
        C::KeyTooShort => {
            "the RSA key has fewer than 2048 bits, which the exchange does not take; make one with: \
             openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048"
        }
        C::KeyTooLong => {
            "the RSA key has more than 4096 bits, which the exchange does not take; make one of 2048 to 4096"
        }
        C::PublicKeyMalformed => {
            "the public key is no `BEGIN PUBLIC KEY` text or its DER, or it is damaged; make it with: \
             openssl pkey -in PRIVATE -pubout"
        }
        C::KeyIsEd25519 => "this is an Ed25519 key, which is not taken here; use an RSA key, or a build with Ed25519",
        C::KeyIsRsaPss => {
            "this is an RSA key for PSS signatures alone, which the exchange does not take; make one with: \
             openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048"
        }
        C::SigningFault => "the signature did not verify and was withheld; check the machine and its memory",
        C::KeyInfoMalformed => {
            "this is no answer about the permissions of a key; give the body of GET /sapi/v1/account/apiRestrictions, whole"
        }
        C::KeyInfoIsError => {
            "the exchange answered with an error instead of the permissions; ask again once what it says is mended"
        }
        C::KeyNotAsDeclared => {
            "the key is not of the type the gate was told; tell the gate the type of the key that signs"
        }
        C::PolicyMalformed => "the compiled policy is damaged or of another version; compile it anew",
        C::PolicyText => "the policy is not as its language has it; correct what the message names",
        C::PolicySignature => "the policy does not carry the signature of this owner; have the owner sign it anew",
        C::StateMalformed => {
            "the saved state is damaged; restore the copy before it, or begin anew with its owner's consent"
        }
        C::StateRolledBack => "the saved state is older than the last one; restore the newest copy",
        C::PolicyRolledBack => {
            "the policy is older than one that was in force, or another one of the same version; give its next version a higher number"
        }
        C::RouteUnknown => "the catalogue has no such route; correct the path, or build with the family it belongs to",
        C::RouteRetired => "the exchange has retired this route; use the one that its documentation names instead",
        C::RouteUndocumented => "only third parties know of this route; use one that the exchange documents",
        C::RouteTrust => {
            "the permission behind this route is not documented well enough for the policy; allow that under `trust` if you know it"
        }
        C::Stopped => "the policy stops everything; its owner puts `stop` to false",
        C::KeySuspended => "an answer of the exchange suspended the key; find the cause, then clear it",
        C::KeyRevoked => "the key was revoked; delete it at the exchange and use another",
        C::KeyExpired => "the key or its permission to trade has expired; renew it at the exchange",
        C::KeyTerminated => "the use of this key has ended; use another",
        C::ExchangeWait => "the exchange asked to wait; send nothing until that time is over",
        C::WeightSpent => "the used weight is at the cap of the policy; wait for the next minute",
        C::TimeNeeded => "the policy needs the time; tell the gate the present time",
        C::PolicyNotYet => "the policy is not valid yet; check the clock, or wait",
        C::PolicyExpired => "the policy is no longer valid; its owner writes a new one",
        C::OutsideHours => "outside the hours of the policy; wait, or have its owner widen them",
        C::ClockBack => "the clock has gone back; set it right",
        C::AppOther => "the policy is for another application; use the key and policy of this one",
        C::KeyInfoNeeded => {
            "the policy wants the key's permissions; give it an answer of GET /sapi/v1/account/apiRestrictions"
        }
        C::KeyInfoOld => {
            "the answer about the key's permissions is too old; ask GET /sapi/v1/account/apiRestrictions again"
        }
        C::KeyOther => "the key was created at another time than the policy's; use its key, or correct `key.created`",
        C::KeyUnrestricted => {
            "the key may be used from any address and may do more than read; restrict it to trusted IPs at the exchange"
        }
        C::PermissionNotGranted => {
            "the exchange has not granted the key what this route needs; enable it in API Management, or use another key"
        }
        C::PermissionNotDeclared => {
            "the policy does not have what this route needs among its `permissions`; add it if it is meant"
        }
        C::KeyTypeBelow => "the policy wants another type of key; use an Ed25519 key",
        C::TimestampMissing => "the request has no `timestamp`; add the present time",
        C::TimestampOff => "`timestamp` is too far from the clock; give the present time",
        C::TimestampRepeated => "`timestamp` is not later than the one before; give a later one",
        C::RecvWindowOverCap => {
            "`recvWindow` is over the cap of the policy (5000 ms where none is given); give a smaller one"
        }
        C::ParameterUnknown => " is not documented for this route; leave it out",
        C::Forbidden => "a rule forbids it; only the policy's owner can change that",
        C::NotAllowed => "no rule allows this route; only the policy's owner can add one",
        C::ArgumentNeeded => " is needed by the rule and is missing or cannot be read; give it, in plain form",
        C::ArgumentNotListed => " is not among what the rule takes; give one of these",
        C::ArgumentTooSmall => " is below what the rule takes; give at least ",
        C::ArgumentTooLarge => " is over what the rule takes; give at most ",
        C::DestinationNotListed => " is not on the rule's list of destinations; correct it, or have the owner add it",
        C::ApprovalNeeded => "the rule wants the approval of a second person; have it made for this request",
        C::ApprovalInvalid => {
            "the approval is not for this request, past, used, or of somebody else; have a new one made"
        }
        C::OrderUnknown => " is of an order whose fate is unknown; ask for the order's status first",
        C::Confusable => "the signature would open another route as well, which is not allowed",
        C::LimitSpent => "a limit is spent; wait until its window has passed, or send less",
        C::StateNeeded => "the policy counts, and the gate has nothing to count in; give it a state",
        C::Internal => "a fault of binsign itself; please report what you did",
    }
}

/// A sentence that bare metal, where its code does not occur, has no flash for.
const fn on_hosts(sentence: &'static str) -> &'static str {
    if cfg!(target_os = "none") { "this does not occur here" } else { sentence }
}
