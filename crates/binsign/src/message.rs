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
        C::RouteUnknown => "the route is not in the catalogue",
        C::Internal => "a fault of binsign itself; please report what you did",
    }
}

/// A sentence that bare metal, where its code does not occur, has no flash for.
const fn on_hosts(sentence: &'static str) -> &'static str {
    if cfg!(target_os = "none") { "this does not occur here" } else { sentence }
}
