// Made by `cargo xtask gen` from crates/binsign/src/code.rs. Do not edit.

/// What went wrong, or why a request was denied: a number and a name that stay the same for ever.
public enum Code: UInt16, CaseIterable, Sendable {
    /// A pointer is NULL where an object or text is needed; pass a valid pointer.
    case nullPointer = 101
    /// The text is not valid UTF-8; encode it as UTF-8.
    case invalidUtf8 = 102
    /// The HTTP method must be GET, POST, PUT or DELETE, in capitals.
    case methodUnknown = 103
    /// The path must begin with `/`, have at most 128 characters out of A-Z a-z 0-9 / _ - . and no query; give parameters as parameters.
    case pathMalformed = 104
    /// Parameter has a name that is not 1 to 64 characters out of A-Z a-z 0-9 _ . - [ ]; correct the name.
    case parameterNameInvalid = 105
    /// Parameter is there already, in the query or in the body; give it once.
    case parameterTwice = 106
    /// Parameter is made by signing; leave it out.
    case signatureGiven = 107
    /// Parameter has a NUL character in its value; take it out.
    case nulInValue = 108
    /// Parameter must be a whole number of milliseconds since 1970, from 1483228800000 to 4102444800000 (microseconds on Spot only); check the clock and the unit.
    case timestampOutOfRange = 109
    /// Parameter must be over 0 and at most 60000 milliseconds (up to three decimals on Spot only); use 5000 or less.
    case recvWindowOutOfRange = 110
    /// A GET request has no body; put its parameters into the query.
    case bodyNotAllowed = 111
    /// The handle is not ready for this call or used up already; initialise it anew.
    case handleUsedUp = 112
    /// Parameter has a value of a type that cannot be sent exactly; give text, a whole number or a decimal.
    case valueType = 113
    /// The case is not understood; compare it with the conformance protocol.
    case caseNotUnderstood = 114
    /// This build of binsign cannot do that; build it with the feature that does, or update it.
    case unsupported = 115
    /// The family is not the one the path belongs to; leave the family out or correct it.
    case familyMismatch = 116
    /// Parameter comes with the key; leave it out.
    case apiKeyGiven = 117
    /// This is not for that kind of request: bodies and time units are for REST, sessions for the WebSocket API, parameters for all but FIX; leave it out.
    case notForTransport = 118
    /// Parameter has `&`, `=` or a control character in its value, which the WebSocket API signs without encoding; take it out, or send the request over REST.
    case valueAmbiguous = 119
    /// Parameter is one too many: the WebSocket API takes 64 here; send less in one request.
    case tooManyParameters = 120
    /// Parameter must be 1 to 8 letters, digits, `-` and `_`; choose another name for the session.
    case fixSenderCompId = 121
    /// Parameter must be UTC as YYYYMMDD-HH:MM:SS, with no, 3 or 6 decimals, from 2017 to 2099; give the present time.
    case fixSendingTime = 122
    /// Parameter must be 5 to 60 seconds; 30 is usual.
    case fixHeartBtInt = 123
    /// Parameter is nothing the exchange takes in a Logon; leave it at what is usual.
    case fixField = 124
    /// Parameter must be 1 to 128 bytes without control characters; give a short id.
    case idInvalid = 125
    /// The buffer is too small; bytes needed: 0.
    case bufferTooSmall = 201
    /// The request is longer than 65535 bytes; send less in one request.
    case requestTooLong = 202
    /// The API key must be 1 to 128 letters and digits; copy it anew, without quotes, blanks or line ends.
    case apiKeyMalformed = 301
    /// The HMAC secret must be 1 to 256 visible ASCII characters; copy it anew, without blanks or line ends.
    case secretMalformed = 302
    /// This is a private key and no HMAC secret; give it as a private key in PEM.
    case secretIsPrivateKey = 303
    /// A signed request needs an API key and a secret or private key; give both.
    case keyMissing = 304
    /// Others may read the key file; run: chmod 600 FILE.
    case keyFileExposed = 305
    /// The key file cannot be read; check its name and its owner.
    case keyFileUnreadable = 306
    /// The private key is neither PKCS#8 nor PKCS#1, or it is damaged; copy it anew, whole.
    case keyMalformed = 307
    /// The private key is encrypted; decrypt it with: openssl pkey -in FILE -out NEW.
    case keyEncrypted = 308
    /// The public key in the text is not that of the private key; make the pair anew.
    case keyMismatch = 309
    /// This is a public key; the private key of the pair is needed here.
    case keyIsPublic = 310
    /// This is a certificate; a private key is needed here.
    case keyIsCertificate = 311
    /// This is a key of OpenSSH; make one with: openssl genpkey -algorithm ed25519.
    case keyIsOpenssh = 312
    /// This is an X25519 key, which cannot sign; make an Ed25519 key.
    case keyIsX25519 = 313
    /// This is an EC key, which the exchange does not take; make an Ed25519 key.
    case keyIsEc = 314
    /// This is an RSA key, which is not taken here; use an Ed25519 key, or a build with RSA.
    case keyIsRsa = 315
    /// This key is of a type the exchange does not take; make an Ed25519 key.
    case keyUnknown = 316
    /// The exchange takes only Ed25519 keys for session.logon and FIX; use one, or sign each request by itself.
    case keyTypeUnsuited = 317
    /// The RSA key has fewer than 2048 bits, which the exchange does not take; make one with: openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048.
    case keyTooShort = 318
    /// The RSA key has more than 4096 bits, which the exchange does not take; make one of 2048 to 4096.
    case keyTooLong = 319
    /// The passphrase does not decrypt the private key; give the one it was encrypted with.
    case keyPassphraseWrong = 320
    /// The private key is encrypted and came without its passphrase; give both.
    case keyPassphraseMissing = 321
    /// The private key is encrypted in a way that is not taken; convert it with: openssl pkcs8 -topk8 -v2 aes-256-cbc -in OLD -out NEW -provider legacy -provider default (without the providers before OpenSSL 3).
    case keyEncryptionOld = 322
    /// Decrypting the private key takes over 10000000 rounds of PBKDF2 or 256 MiB for scrypt; make it cheaper with: openssl pkcs8 -topk8 -v2 aes-256-cbc -in OLD -out NEW.
    case keyEncryptionCostly = 323
    /// The public key is no `BEGIN PUBLIC KEY` text or its DER, or it is damaged; make it with: openssl pkey -in PRIVATE -pubout.
    case publicKeyMalformed = 324
    /// This is an Ed25519 key, which is not taken here; use an RSA key, or a build with Ed25519.
    case keyIsEd25519 = 325
    /// This is an RSA key for PSS signatures alone, which the exchange does not take; make one with: openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048.
    case keyIsRsaPss = 326
    /// This is no answer about the permissions of a key; give the body of GET /sapi/v1/account/apiRestrictions, whole.
    case keyInfoMalformed = 327
    /// The exchange answered with an error instead of the permissions; ask again once what it says is mended.
    case keyInfoIsError = 328
    /// The key is not of the type the gate was told; tell the gate the type of the key that signs.
    case keyNotAsDeclared = 329
    /// The compiled policy is damaged or of another version; compile it anew.
    case policyMalformed = 351
    /// The policy is not as its language has it; correct what the message names.
    case policyText = 352
    /// The policy does not carry the signature of this owner; have the owner sign it anew.
    case policySignature = 353
    /// The saved state is damaged; restore the copy before it, or begin anew with its owner's consent.
    case stateMalformed = 361
    /// The saved state is older than the last one; restore the newest copy.
    case stateRolledBack = 362
    /// The policy is older than one that was in force, or another one of the same version; give its next version a higher number.
    case policyRolledBack = 363
    /// Denied by the gate; the message says what would make the request pass.
    case routeUnknown = 401
    /// Denied by the gate; the message says what would make the request pass.
    case routeRetired = 402
    /// Denied by the gate; the message says what would make the request pass.
    case routeUndocumented = 403
    /// Denied by the gate; the message says what would make the request pass.
    case routeTrust = 404
    /// Denied by the gate; the message says what would make the request pass.
    case stopped = 410
    /// Denied by the gate; the message says what would make the request pass.
    case keySuspended = 411
    /// Denied by the gate; the message says what would make the request pass.
    case keyRevoked = 412
    /// Denied by the gate; the message says what would make the request pass.
    case keyExpired = 413
    /// Denied by the gate; the message says what would make the request pass.
    case keyTerminated = 414
    /// Denied by the gate; the message says what would make the request pass.
    case exchangeWait = 415
    /// Denied by the gate; the message says what would make the request pass.
    case weightSpent = 416
    /// Denied by the gate; the message says what would make the request pass.
    case timeNeeded = 420
    /// Denied by the gate; the message says what would make the request pass.
    case policyNotYet = 421
    /// Denied by the gate; the message says what would make the request pass.
    case policyExpired = 422
    /// Denied by the gate; the message says what would make the request pass.
    case outsideHours = 423
    /// Denied by the gate; the message says what would make the request pass.
    case clockBack = 424
    /// Denied by the gate; the message says what would make the request pass.
    case appOther = 425
    /// Denied by the gate; the message says what would make the request pass.
    case keyInfoNeeded = 430
    /// Denied by the gate; the message says what would make the request pass.
    case keyInfoOld = 431
    /// Denied by the gate; the message says what would make the request pass.
    case keyOther = 432
    /// Denied by the gate; the message says what would make the request pass.
    case keyUnrestricted = 433
    /// Denied by the gate; the message says what would make the request pass.
    case permissionNotGranted = 434
    /// Denied by the gate; the message says what would make the request pass.
    case permissionNotDeclared = 435
    /// Denied by the gate; the message says what would make the request pass.
    case keyTypeBelow = 436
    /// Denied by the gate; the message says what would make the request pass.
    case timestampMissing = 440
    /// Denied by the gate; the message says what would make the request pass.
    case timestampOff = 441
    /// Denied by the gate; the message says what would make the request pass.
    case timestampRepeated = 442
    /// Denied by the gate; the message says what would make the request pass.
    case recvWindowOverCap = 443
    /// Denied by the gate; the message says what would make the request pass.
    case parameterUnknown = 444
    /// Denied by the gate; the message says what would make the request pass.
    case forbidden = 450
    /// Denied by the gate; the message says what would make the request pass.
    case notAllowed = 451
    /// Denied by the gate; the message says what would make the request pass.
    case argumentNeeded = 452
    /// Denied by the gate; the message says what would make the request pass.
    case argumentNotListed = 453
    /// Denied by the gate; the message says what would make the request pass.
    case argumentTooSmall = 454
    /// Denied by the gate; the message says what would make the request pass.
    case argumentTooLarge = 455
    /// Denied by the gate; the message says what would make the request pass.
    case destinationNotListed = 456
    /// Denied by the gate; the message says what would make the request pass.
    case approvalNeeded = 457
    /// Denied by the gate; the message says what would make the request pass.
    case approvalInvalid = 458
    /// Denied by the gate; the message says what would make the request pass.
    case orderUnknown = 460
    /// Denied by the gate; the message says what would make the request pass.
    case confusable = 470
    /// Denied by the gate; the message says what would make the request pass.
    case limitSpent = 480
    /// Denied by the gate; the message says what would make the request pass.
    case stateNeeded = 481
    /// The signature did not verify and was withheld; check the machine and its memory.
    case signingFault = 501
    /// The signature has not the length of its key's type; give its bytes: 32 of HMAC, 64 of Ed25519, 256 to 512 of RSA.
    case signatureMalformed = 502
    /// A fault of binsign itself; please report what you did.
    case `internal` = 901

    /// The stable name, as every face prints it.
    public var name: String {
        switch self {
        case .nullPointer: "NULL_POINTER"
        case .invalidUtf8: "INVALID_UTF8"
        case .methodUnknown: "METHOD_UNKNOWN"
        case .pathMalformed: "PATH_MALFORMED"
        case .parameterNameInvalid: "PARAMETER_NAME_INVALID"
        case .parameterTwice: "PARAMETER_TWICE"
        case .signatureGiven: "SIGNATURE_GIVEN"
        case .nulInValue: "NUL_IN_VALUE"
        case .timestampOutOfRange: "TIMESTAMP_OUT_OF_RANGE"
        case .recvWindowOutOfRange: "RECV_WINDOW_OUT_OF_RANGE"
        case .bodyNotAllowed: "BODY_NOT_ALLOWED"
        case .handleUsedUp: "HANDLE_USED_UP"
        case .valueType: "VALUE_TYPE"
        case .caseNotUnderstood: "CASE_NOT_UNDERSTOOD"
        case .unsupported: "UNSUPPORTED"
        case .familyMismatch: "FAMILY_MISMATCH"
        case .apiKeyGiven: "API_KEY_GIVEN"
        case .notForTransport: "NOT_FOR_TRANSPORT"
        case .valueAmbiguous: "VALUE_AMBIGUOUS"
        case .tooManyParameters: "TOO_MANY_PARAMETERS"
        case .fixSenderCompId: "FIX_SENDER_COMP_ID"
        case .fixSendingTime: "FIX_SENDING_TIME"
        case .fixHeartBtInt: "FIX_HEART_BT_INT"
        case .fixField: "FIX_FIELD"
        case .idInvalid: "ID_INVALID"
        case .bufferTooSmall: "BUFFER_TOO_SMALL"
        case .requestTooLong: "REQUEST_TOO_LONG"
        case .apiKeyMalformed: "API_KEY_MALFORMED"
        case .secretMalformed: "SECRET_MALFORMED"
        case .secretIsPrivateKey: "SECRET_IS_PRIVATE_KEY"
        case .keyMissing: "KEY_MISSING"
        case .keyFileExposed: "KEY_FILE_EXPOSED"
        case .keyFileUnreadable: "KEY_FILE_UNREADABLE"
        case .keyMalformed: "KEY_MALFORMED"
        case .keyEncrypted: "KEY_ENCRYPTED"
        case .keyMismatch: "KEY_MISMATCH"
        case .keyIsPublic: "KEY_IS_PUBLIC"
        case .keyIsCertificate: "KEY_IS_CERTIFICATE"
        case .keyIsOpenssh: "KEY_IS_OPENSSH"
        case .keyIsX25519: "KEY_IS_X25519"
        case .keyIsEc: "KEY_IS_EC"
        case .keyIsRsa: "KEY_IS_RSA"
        case .keyUnknown: "KEY_UNKNOWN"
        case .keyTypeUnsuited: "KEY_TYPE_UNSUITED"
        case .keyTooShort: "KEY_TOO_SHORT"
        case .keyTooLong: "KEY_TOO_LONG"
        case .keyPassphraseWrong: "KEY_PASSPHRASE_WRONG"
        case .keyPassphraseMissing: "KEY_PASSPHRASE_MISSING"
        case .keyEncryptionOld: "KEY_ENCRYPTION_OLD"
        case .keyEncryptionCostly: "KEY_ENCRYPTION_COSTLY"
        case .publicKeyMalformed: "PUBLIC_KEY_MALFORMED"
        case .keyIsEd25519: "KEY_IS_ED25519"
        case .keyIsRsaPss: "KEY_IS_RSA_PSS"
        case .keyInfoMalformed: "KEY_INFO_MALFORMED"
        case .keyInfoIsError: "KEY_INFO_IS_ERROR"
        case .keyNotAsDeclared: "KEY_NOT_AS_DECLARED"
        case .policyMalformed: "POLICY_MALFORMED"
        case .policyText: "POLICY_TEXT"
        case .policySignature: "POLICY_SIGNATURE"
        case .stateMalformed: "STATE_MALFORMED"
        case .stateRolledBack: "STATE_ROLLED_BACK"
        case .policyRolledBack: "POLICY_ROLLED_BACK"
        case .routeUnknown: "ROUTE_UNKNOWN"
        case .routeRetired: "ROUTE_RETIRED"
        case .routeUndocumented: "ROUTE_UNDOCUMENTED"
        case .routeTrust: "ROUTE_TRUST"
        case .stopped: "STOPPED"
        case .keySuspended: "KEY_SUSPENDED"
        case .keyRevoked: "KEY_REVOKED"
        case .keyExpired: "KEY_EXPIRED"
        case .keyTerminated: "KEY_TERMINATED"
        case .exchangeWait: "EXCHANGE_WAIT"
        case .weightSpent: "WEIGHT_SPENT"
        case .timeNeeded: "TIME_NEEDED"
        case .policyNotYet: "POLICY_NOT_YET"
        case .policyExpired: "POLICY_EXPIRED"
        case .outsideHours: "OUTSIDE_HOURS"
        case .clockBack: "CLOCK_BACK"
        case .appOther: "APP_OTHER"
        case .keyInfoNeeded: "KEY_INFO_NEEDED"
        case .keyInfoOld: "KEY_INFO_OLD"
        case .keyOther: "KEY_OTHER"
        case .keyUnrestricted: "KEY_UNRESTRICTED"
        case .permissionNotGranted: "PERMISSION_NOT_GRANTED"
        case .permissionNotDeclared: "PERMISSION_NOT_DECLARED"
        case .keyTypeBelow: "KEY_TYPE_BELOW"
        case .timestampMissing: "TIMESTAMP_MISSING"
        case .timestampOff: "TIMESTAMP_OFF"
        case .timestampRepeated: "TIMESTAMP_REPEATED"
        case .recvWindowOverCap: "RECV_WINDOW_OVER_CAP"
        case .parameterUnknown: "PARAMETER_UNKNOWN"
        case .forbidden: "FORBIDDEN"
        case .notAllowed: "NOT_ALLOWED"
        case .argumentNeeded: "ARGUMENT_NEEDED"
        case .argumentNotListed: "ARGUMENT_NOT_LISTED"
        case .argumentTooSmall: "ARGUMENT_TOO_SMALL"
        case .argumentTooLarge: "ARGUMENT_TOO_LARGE"
        case .destinationNotListed: "DESTINATION_NOT_LISTED"
        case .approvalNeeded: "APPROVAL_NEEDED"
        case .approvalInvalid: "APPROVAL_INVALID"
        case .orderUnknown: "ORDER_UNKNOWN"
        case .confusable: "CONFUSABLE"
        case .limitSpent: "LIMIT_SPENT"
        case .stateNeeded: "STATE_NEEDED"
        case .signingFault: "SIGNING_FAULT"
        case .signatureMalformed: "SIGNATURE_MALFORMED"
        case .internal: "INTERNAL"
        }
    }
}
