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
    /// Denied by the gate; the message says what would make the request pass.
    case routeUnknown = 401
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
        case .routeUnknown: "ROUTE_UNKNOWN"
        case .signingFault: "SIGNING_FAULT"
        case .signatureMalformed: "SIGNATURE_MALFORMED"
        case .internal: "INTERNAL"
        }
    }
}
