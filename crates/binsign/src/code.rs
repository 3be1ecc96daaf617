//! The one list of codes: every error and every denial, with its number and its name, for all faces.
//!
//! Numbers and names never change their meaning and are never given out again. 1xx an argument, 2xx a
//! buffer or a size, 3xx a key, 4xx a denial, 9xx a fault of binsign itself.

macro_rules! codes {
    ($($(#[doc = $doc:literal])* $variant:ident = $number:literal, $name:literal;)*) => {
        /// What went wrong, or why a request was denied: a number and a name that stay the same for ever.
        ///
        /// ```
        /// use binsign::Code;
        ///
        /// assert_eq!(Code::ParameterTwice.number(), 106);
        /// assert_eq!(Code::ParameterTwice.name(), "PARAMETER_TWICE");
        /// assert!(Code::RouteUnknown.is_denial());
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[repr(u16)]
        #[non_exhaustive]
        pub enum Code {
            $($(#[doc = $doc])* $variant = $number,)*
        }

        impl Code {
            /// Every code there is, in the order of the numbers.
            pub const ALL: &'static [Code] = &[$(Code::$variant),*];

            /// The stable number, as C sees it.
            #[must_use]
            pub const fn number(self) -> u16 {
                match self {
                    $(Code::$variant => $number,)*
                }
            }

            /// The stable name, as every face prints it.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Code::$variant => $name,)*
                }
            }
        }
    };
}

codes! {
    /// A pointer that must not be NULL was NULL (C only).
    NullPointer = 101, "NULL_POINTER";
    /// Bytes that must be UTF-8 were not.
    InvalidUtf8 = 102, "INVALID_UTF8";
    /// The HTTP method is none of GET, POST, PUT and DELETE.
    MethodUnknown = 103, "METHOD_UNKNOWN";
    /// The path is empty, too long, does not begin with `/`, or holds a character no route has.
    PathMalformed = 104, "PATH_MALFORMED";
    /// A parameter's name is empty, too long, or has a character outside `[A-Za-z0-9_.\[\]-]`.
    ParameterNameInvalid = 105, "PARAMETER_NAME_INVALID";
    /// The same parameter was given twice; the exchange answers -1101.
    ParameterTwice = 106, "PARAMETER_TWICE";
    /// The caller gave a parameter `signature`; only binsign makes one.
    SignatureGiven = 107, "SIGNATURE_GIVEN";
    /// A value holds a NUL byte.
    NulInValue = 108, "NUL_IN_VALUE";
    /// `timestamp` is no whole number of ms (or µs where the family takes them) in the accepted range.
    TimestampOutOfRange = 109, "TIMESTAMP_OUT_OF_RANGE";
    /// `recvWindow` is no decimal over 0 and up to 60000 in the form the family takes.
    RecvWindowOutOfRange = 110, "RECV_WINDOW_OUT_OF_RANGE";
    /// A GET request has no body.
    BodyNotAllowed = 111, "BODY_NOT_ALLOWED";
    /// A handle was used in the wrong order or after its end.
    HandleUsedUp = 112, "HANDLE_USED_UP";
    /// A value has a type that cannot be sent exactly.
    ValueType = 113, "VALUE_TYPE";
    /// A conformance case was not understood.
    CaseNotUnderstood = 114, "CASE_NOT_UNDERSTOOD";
    /// This version of binsign cannot do that.
    Unsupported = 115, "UNSUPPORTED";
    /// The family named by the caller is not the family of the path.
    FamilyMismatch = 116, "FAMILY_MISMATCH";
    /// The caller gave `apiKey` to the WebSocket API; it comes with the key.
    ApiKeyGiven = 117, "API_KEY_GIVEN";
    /// The call is not for this kind of request.
    NotForTransport = 118, "NOT_FOR_TRANSPORT";
    /// A value on the WebSocket API has `&`, `=` or a control character in it and could be taken for other parameters.
    ValueAmbiguous = 119, "VALUE_AMBIGUOUS";
    /// A request of the WebSocket API has more than 64 parameters.
    TooManyParameters = 120, "TOO_MANY_PARAMETERS";
    /// `SenderCompID` of a FIX Logon is not 1 to 8 letters, digits, `-` and `_`.
    FixSenderCompId = 121, "FIX_SENDER_COMP_ID";
    /// `SendingTime` of a FIX Logon is no time in the form of FIX.
    FixSendingTime = 122, "FIX_SENDING_TIME";
    /// `HeartBtInt` of a FIX Logon is not 5 to 60.
    FixHeartBtInt = 123, "FIX_HEART_BT_INT";
    /// Another field of a FIX Logon has a value the exchange does not take.
    FixField = 124, "FIX_FIELD";
    /// The id of a request of the WebSocket API is empty, too long, or has a control character.
    IdInvalid = 125, "ID_INVALID";
    /// The caller's buffer is too small; the error says how many bytes are needed.
    BufferTooSmall = 201, "BUFFER_TOO_SMALL";
    /// The request is longer than [`MAX_REQUEST`](crate::MAX_REQUEST) bytes.
    RequestTooLong = 202, "REQUEST_TOO_LONG";
    /// The API key is empty, too long, or has a character no API key has.
    ApiKeyMalformed = 301, "API_KEY_MALFORMED";
    /// The HMAC secret is empty, too long, or has a blank or control character.
    SecretMalformed = 302, "SECRET_MALFORMED";
    /// The HMAC secret is the text of a private key.
    SecretIsPrivateKey = 303, "SECRET_IS_PRIVATE_KEY";
    /// No key was given.
    KeyMissing = 304, "KEY_MISSING";
    /// Others than the owner may read the key file.
    KeyFileExposed = 305, "KEY_FILE_EXPOSED";
    /// The key file cannot be read.
    KeyFileUnreadable = 306, "KEY_FILE_UNREADABLE";
    /// The private key is neither PKCS#8 nor PKCS#1, in PEM or DER, or it is damaged.
    KeyMalformed = 307, "KEY_MALFORMED";
    /// The private key is encrypted.
    KeyEncrypted = 308, "KEY_ENCRYPTED";
    /// The public key that comes with a private key is not its own.
    KeyMismatch = 309, "KEY_MISMATCH";
    /// A public key, where a private one is needed.
    KeyIsPublic = 310, "KEY_IS_PUBLIC";
    /// A certificate, where a private key is needed.
    KeyIsCertificate = 311, "KEY_IS_CERTIFICATE";
    /// A key of OpenSSH.
    KeyIsOpenSsh = 312, "KEY_IS_OPENSSH";
    /// A key for key agreement (X25519).
    KeyIsX25519 = 313, "KEY_IS_X25519";
    /// A key for ECDSA, which the exchange does not take.
    KeyIsEc = 314, "KEY_IS_EC";
    /// An RSA key, where another is needed, or in a build that has no RSA.
    KeyIsRsa = 315, "KEY_IS_RSA";
    /// A key of a type the exchange does not take.
    KeyUnknown = 316, "KEY_UNKNOWN";
    /// The exchange takes Ed25519 keys only here: `session.logon` and FIX.
    KeyTypeUnsuited = 317, "KEY_TYPE_UNSUITED";
    /// An RSA key of fewer than 2048 bits.
    KeyTooShort = 318, "KEY_TOO_SHORT";
    /// An RSA key of more than 4096 bits.
    KeyTooLong = 319, "KEY_TOO_LONG";
    /// The passphrase does not decrypt the private key (hosts only, as the three that follow).
    KeyPassphraseWrong = 320, "KEY_PASSPHRASE_WRONG";
    /// The private key is encrypted, and no passphrase came with it.
    KeyPassphraseMissing = 321, "KEY_PASSPHRASE_MISSING";
    /// The private key is encrypted in another way than PBES2 with PBKDF2 or scrypt, and AES.
    KeyEncryptionOld = 322, "KEY_ENCRYPTION_OLD";
    /// Decrypting the private key would take more work or memory than is allowed.
    KeyEncryptionCostly = 323, "KEY_ENCRYPTION_COSTLY";
    /// The public key is no `SubjectPublicKeyInfo` in PEM or DER, or it is damaged.
    PublicKeyMalformed = 324, "PUBLIC_KEY_MALFORMED";
    /// An Ed25519 key, where another is needed, or in a build that has no Ed25519.
    KeyIsEd25519 = 325, "KEY_IS_ED25519";
    /// An RSA key for PSS alone, which the exchange does not take.
    KeyIsRsaPss = 326, "KEY_IS_RSA_PSS";
    /// Denied: the catalogue has no such route.
    RouteUnknown = 401, "ROUTE_UNKNOWN";
    /// The signature did not verify: a fault of the machine, or an attack; nothing went out.
    SigningFault = 501, "SIGNING_FAULT";
    /// A signature from elsewhere does not have the length of its key's type.
    SignatureMalformed = 502, "SIGNATURE_MALFORMED";
    /// A fault of binsign itself: please report it.
    Internal = 901, "INTERNAL";
}

impl Code {
    /// Whether the code stands for a denial (an answer of the gate) and not for an error.
    #[must_use]
    pub const fn is_denial(self) -> bool {
        self.number() / 100 == 4
    }
}

#[cfg(test)]
mod tests {
    use super::Code;

    #[test]
    fn numbers_and_names_are_given_out_once() {
        for (index, one) in Code::ALL.iter().enumerate() {
            for other in Code::ALL.iter().skip(index + 1) {
                assert!(one.number() < other.number(), "{one:?} and {other:?} are out of order");
                assert_ne!(one.name(), other.name());
            }
        }
    }
}
