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
    /// What is said to be an answer about the key's permissions is none.
    KeyInfoMalformed = 327, "KEY_INFO_MALFORMED";
    /// The exchange answered the question for the key's permissions with an error.
    KeyInfoIsError = 328, "KEY_INFO_IS_ERROR";
    /// The key is not of the type that the gate was told of.
    KeyNotAsDeclared = 329, "KEY_NOT_AS_DECLARED";
    /// The compiled policy is damaged, or of a version that this build does not know.
    PolicyMalformed = 351, "POLICY_MALFORMED";
    /// The text of a policy is not as the policy language has it.
    PolicyText = 352, "POLICY_TEXT";
    /// The signature of the owner does not fit the policy.
    PolicySignature = 353, "POLICY_SIGNATURE";
    /// The saved state is damaged, or of a version that this build does not know.
    StateMalformed = 361, "STATE_MALFORMED";
    /// The saved state is older than one that was there already.
    StateRolledBack = 362, "STATE_ROLLED_BACK";
    /// The policy is older than one that the state has seen.
    PolicyRolledBack = 363, "POLICY_ROLLED_BACK";
    /// Denied: the catalogue has no such route.
    RouteUnknown = 401, "ROUTE_UNKNOWN";
    /// Denied: the exchange has retired the route.
    RouteRetired = 402, "ROUTE_RETIRED";
    /// Denied: only third parties know of the route.
    RouteUndocumented = 403, "ROUTE_UNDOCUMENTED";
    /// Denied: the policy takes no entry of the catalogue that is so little documented.
    RouteTrust = 404, "ROUTE_TRUST";
    /// Denied: the policy stops everything.
    Stopped = 410, "STOPPED";
    /// Denied: an answer of the exchange suspended the key, until its owner clears it.
    KeySuspended = 411, "KEY_SUSPENDED";
    /// Denied: the key was revoked.
    KeyRevoked = 412, "KEY_REVOKED";
    /// Denied: the key has expired.
    KeyExpired = 413, "KEY_EXPIRED";
    /// Denied: the use of the key has ended for good.
    KeyTerminated = 414, "KEY_TERMINATED";
    /// Denied: the exchange asked to wait.
    ExchangeWait = 415, "EXCHANGE_WAIT";
    /// Denied: the exchange's count of used weight is at the cap of the policy.
    WeightSpent = 416, "WEIGHT_SPENT";
    /// Denied: the policy needs the time, and the gate was not told it.
    TimeNeeded = 420, "TIME_NEEDED";
    /// Denied: the policy is not valid yet.
    PolicyNotYet = 421, "POLICY_NOT_YET";
    /// Denied: the policy is no longer valid.
    PolicyExpired = 422, "POLICY_EXPIRED";
    /// Denied: outside the hours of the policy.
    OutsideHours = 423, "OUTSIDE_HOURS";
    /// Denied: the clock is behind what it was before.
    ClockBack = 424, "CLOCK_BACK";
    /// Denied: the application is not the one of the policy.
    AppOther = 425, "APP_OTHER";
    /// Denied: the policy wants the answer about the key's permissions, and the gate has none.
    KeyInfoNeeded = 430, "KEY_INFO_NEEDED";
    /// Denied: the answer about the key's permissions is older than the policy allows.
    KeyInfoOld = 431, "KEY_INFO_OLD";
    /// Denied: the key was created at another time than the policy's key.
    KeyOther = 432, "KEY_OTHER";
    /// Denied: the key may be used from any address.
    KeyUnrestricted = 433, "KEY_UNRESTRICTED";
    /// Denied: the exchange has not granted the key what the route needs.
    PermissionNotGranted = 434, "PERMISSION_NOT_GRANTED";
    /// Denied: the policy does not have what the route needs among its permissions.
    PermissionNotDeclared = 435, "PERMISSION_NOT_DECLARED";
    /// Denied: the key is of a type below what the policy wants.
    KeyTypeBelow = 436, "KEY_TYPE_BELOW";
    /// Denied: the request has no timestamp.
    TimestampMissing = 440, "TIMESTAMP_MISSING";
    /// Denied: the timestamp is further from the clock than the policy allows.
    TimestampOff = 441, "TIMESTAMP_OFF";
    /// Denied: the timestamp is not later than the one before.
    TimestampRepeated = 442, "TIMESTAMP_REPEATED";
    /// Denied: recvWindow is over the cap of the policy.
    RecvWindowOverCap = 443, "RECV_WINDOW_OVER_CAP";
    /// Denied: the route does not take the parameter.
    ParameterUnknown = 444, "PARAMETER_UNKNOWN";
    /// Denied: a rule forbids it.
    Forbidden = 450, "FORBIDDEN";
    /// Denied: no rule allows it.
    NotAllowed = 451, "NOT_ALLOWED";
    /// Denied: a rule needs an argument that is not there or cannot be read.
    ArgumentNeeded = 452, "ARGUMENT_NEEDED";
    /// Denied: a text is not among those that the rule takes.
    ArgumentNotListed = 453, "ARGUMENT_NOT_LISTED";
    /// Denied: a number is below what the rule takes.
    ArgumentTooSmall = 454, "ARGUMENT_TOO_SMALL";
    /// Denied: a number is over what the rule takes.
    ArgumentTooLarge = 455, "ARGUMENT_TOO_LARGE";
    /// Denied: the destination is not on the list of the rule.
    DestinationNotListed = 456, "DESTINATION_NOT_LISTED";
    /// Denied: the route takes two persons, and the approval is missing.
    ApprovalNeeded = 457, "APPROVAL_NEEDED";
    /// Denied: the approval is not of the approver, not for this request, past, or used already.
    ApprovalInvalid = 458, "APPROVAL_INVALID";
    /// Denied: what became of the order with this client order id is unknown; ask for its status first.
    OrderUnknown = 460, "ORDER_UNKNOWN";
    /// Denied: the signature would open another route that is not allowed.
    Confusable = 470, "CONFUSABLE";
    /// Denied: a limit of the policy is spent.
    LimitSpent = 480, "LIMIT_SPENT";
    /// Denied: the policy has limits, and the gate has no state to count in.
    StateNeeded = 481, "STATE_NEEDED";
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
