// Made by `cargo xtask gen` from crates/binsign/src/code.rs. Do not edit.

package binsign

/** What went wrong, or why a request was denied: a number and a name that stay the same for ever. */
enum class Code(
    /** The stable number. */
    val number: Int,
) {
    /** A pointer is NULL where an object or text is needed; pass a valid pointer. */
    NULL_POINTER(101),
    /** The text is not valid UTF-8; encode it as UTF-8. */
    INVALID_UTF8(102),
    /** The HTTP method must be GET, POST, PUT or DELETE, in capitals. */
    METHOD_UNKNOWN(103),
    /** The path must begin with `/`, have at most 128 characters out of A-Z a-z 0-9 / _ - . and no query; give parameters as parameters. */
    PATH_MALFORMED(104),
    /** Parameter has a name that is not 1 to 64 characters out of A-Z a-z 0-9 _ . - [ ]; correct the name. */
    PARAMETER_NAME_INVALID(105),
    /** Parameter is there already, in the query or in the body; give it once. */
    PARAMETER_TWICE(106),
    /** Parameter is made by signing; leave it out. */
    SIGNATURE_GIVEN(107),
    /** Parameter has a NUL character in its value; take it out. */
    NUL_IN_VALUE(108),
    /** Parameter must be a whole number of milliseconds since 1970, from 1483228800000 to 4102444800000 (microseconds on Spot only); check the clock and the unit. */
    TIMESTAMP_OUT_OF_RANGE(109),
    /** Parameter must be over 0 and at most 60000 milliseconds (up to three decimals on Spot only); use 5000 or less. */
    RECV_WINDOW_OUT_OF_RANGE(110),
    /** A GET request has no body; put its parameters into the query. */
    BODY_NOT_ALLOWED(111),
    /** The handle is not ready for this call or used up already; initialise it anew. */
    HANDLE_USED_UP(112),
    /** Parameter has a value of a type that cannot be sent exactly; give text, a whole number or a decimal. */
    VALUE_TYPE(113),
    /** The case is not understood; compare it with the conformance protocol. */
    CASE_NOT_UNDERSTOOD(114),
    /** This build of binsign cannot do that; build it with the feature that does, or update it. */
    UNSUPPORTED(115),
    /** The family is not the one the path belongs to; leave the family out or correct it. */
    FAMILY_MISMATCH(116),
    /** Parameter comes with the key; leave it out. */
    API_KEY_GIVEN(117),
    /** This is not for that kind of request: bodies and time units are for REST, sessions for the WebSocket API, parameters for all but FIX; leave it out. */
    NOT_FOR_TRANSPORT(118),
    /** Parameter has `&`, `=` or a control character in its value, which the WebSocket API signs without encoding; take it out, or send the request over REST. */
    VALUE_AMBIGUOUS(119),
    /** Parameter is one too many: the WebSocket API takes 64 here; send less in one request. */
    TOO_MANY_PARAMETERS(120),
    /** Parameter must be 1 to 8 letters, digits, `-` and `_`; choose another name for the session. */
    FIX_SENDER_COMP_ID(121),
    /** Parameter must be UTC as YYYYMMDD-HH:MM:SS, with no, 3 or 6 decimals, from 2017 to 2099; give the present time. */
    FIX_SENDING_TIME(122),
    /** Parameter must be 5 to 60 seconds; 30 is usual. */
    FIX_HEART_BT_INT(123),
    /** Parameter is nothing the exchange takes in a Logon; leave it at what is usual. */
    FIX_FIELD(124),
    /** Parameter must be 1 to 128 bytes without control characters; give a short id. */
    ID_INVALID(125),
    /** The buffer is too small; bytes needed: 0. */
    BUFFER_TOO_SMALL(201),
    /** The request is longer than 65535 bytes; send less in one request. */
    REQUEST_TOO_LONG(202),
    /** The API key must be 1 to 128 letters and digits; copy it anew, without quotes, blanks or line ends. */
    API_KEY_MALFORMED(301),
    /** The HMAC secret must be 1 to 256 visible ASCII characters; copy it anew, without blanks or line ends. */
    SECRET_MALFORMED(302),
    /** This is a private key and no HMAC secret; give it as a private key in PEM. */
    SECRET_IS_PRIVATE_KEY(303),
    /** A signed request needs an API key and a secret or private key; give both. */
    KEY_MISSING(304),
    /** Others may read the key file; run: chmod 600 FILE. */
    KEY_FILE_EXPOSED(305),
    /** The key file cannot be read; check its name and its owner. */
    KEY_FILE_UNREADABLE(306),
    /** The private key is neither PKCS#8 nor PKCS#1, or it is damaged; copy it anew, whole. */
    KEY_MALFORMED(307),
    /** The private key is encrypted; decrypt it with: openssl pkey -in FILE -out NEW. */
    KEY_ENCRYPTED(308),
    /** The public key in the text is not that of the private key; make the pair anew. */
    KEY_MISMATCH(309),
    /** This is a public key; the private key of the pair is needed here. */
    KEY_IS_PUBLIC(310),
    /** This is a certificate; a private key is needed here. */
    KEY_IS_CERTIFICATE(311),
    /** This is a key of OpenSSH; make one with: openssl genpkey -algorithm ed25519. */
    KEY_IS_OPENSSH(312),
    /** This is an X25519 key, which cannot sign; make an Ed25519 key. */
    KEY_IS_X25519(313),
    /** This is an EC key, which the exchange does not take; make an Ed25519 key. */
    KEY_IS_EC(314),
    /** This is an RSA key, which is not taken here; use an Ed25519 key, or a build with RSA. */
    KEY_IS_RSA(315),
    /** This key is of a type the exchange does not take; make an Ed25519 key. */
    KEY_UNKNOWN(316),
    /** The exchange takes only Ed25519 keys for session.logon and FIX; use one, or sign each request by itself. */
    KEY_TYPE_UNSUITED(317),
    /** The RSA key has fewer than 2048 bits, which the exchange does not take; make one with: openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048. */
    KEY_TOO_SHORT(318),
    /** The RSA key has more than 4096 bits, which the exchange does not take; make one of 2048 to 4096. */
    KEY_TOO_LONG(319),
    /** The passphrase does not decrypt the private key; give the one it was encrypted with. */
    KEY_PASSPHRASE_WRONG(320),
    /** The private key is encrypted and came without its passphrase; give both. */
    KEY_PASSPHRASE_MISSING(321),
    /** The private key is encrypted in a way that is not taken; convert it with: openssl pkcs8 -topk8 -v2 aes-256-cbc -in OLD -out NEW -provider legacy -provider default (without the providers before OpenSSL 3). */
    KEY_ENCRYPTION_OLD(322),
    /** Decrypting the private key takes over 10000000 rounds of PBKDF2 or 256 MiB for scrypt; make it cheaper with: openssl pkcs8 -topk8 -v2 aes-256-cbc -in OLD -out NEW. */
    KEY_ENCRYPTION_COSTLY(323),
    /** The public key is no `BEGIN PUBLIC KEY` text or its DER, or it is damaged; make it with: openssl pkey -in PRIVATE -pubout. */
    PUBLIC_KEY_MALFORMED(324),
    /** This is an Ed25519 key, which is not taken here; use an RSA key, or a build with Ed25519. */
    KEY_IS_ED25519(325),
    /** This is an RSA key for PSS signatures alone, which the exchange does not take; make one with: openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048. */
    KEY_IS_RSA_PSS(326),
    /** This is no answer about the permissions of a key; give the body of GET /sapi/v1/account/apiRestrictions, whole. */
    KEY_INFO_MALFORMED(327),
    /** The exchange answered with an error instead of the permissions; ask again once what it says is mended. */
    KEY_INFO_IS_ERROR(328),
    /** The key is not of the type the gate was told; tell the gate the type of the key that signs. */
    KEY_NOT_AS_DECLARED(329),
    /** The compiled policy is damaged or of another version; compile it anew. */
    POLICY_MALFORMED(351),
    /** The policy is not as its language has it; correct what the message names. */
    POLICY_TEXT(352),
    /** The policy does not carry the signature of this owner; have the owner sign it anew. */
    POLICY_SIGNATURE(353),
    /** The saved state is damaged; restore the copy before it, or begin anew with its owner's consent. */
    STATE_MALFORMED(361),
    /** The saved state is older than the last one; restore the newest copy. */
    STATE_ROLLED_BACK(362),
    /** The policy is older than one that was in force, or another one of the same version; give its next version a higher number. */
    POLICY_ROLLED_BACK(363),
    /** Denied by the gate; the message says what would make the request pass. */
    ROUTE_UNKNOWN(401),
    /** Denied by the gate; the message says what would make the request pass. */
    ROUTE_RETIRED(402),
    /** Denied by the gate; the message says what would make the request pass. */
    ROUTE_UNDOCUMENTED(403),
    /** Denied by the gate; the message says what would make the request pass. */
    ROUTE_TRUST(404),
    /** Denied by the gate; the message says what would make the request pass. */
    STOPPED(410),
    /** Denied by the gate; the message says what would make the request pass. */
    KEY_SUSPENDED(411),
    /** Denied by the gate; the message says what would make the request pass. */
    KEY_REVOKED(412),
    /** Denied by the gate; the message says what would make the request pass. */
    KEY_EXPIRED(413),
    /** Denied by the gate; the message says what would make the request pass. */
    KEY_TERMINATED(414),
    /** Denied by the gate; the message says what would make the request pass. */
    EXCHANGE_WAIT(415),
    /** Denied by the gate; the message says what would make the request pass. */
    WEIGHT_SPENT(416),
    /** Denied by the gate; the message says what would make the request pass. */
    TIME_NEEDED(420),
    /** Denied by the gate; the message says what would make the request pass. */
    POLICY_NOT_YET(421),
    /** Denied by the gate; the message says what would make the request pass. */
    POLICY_EXPIRED(422),
    /** Denied by the gate; the message says what would make the request pass. */
    OUTSIDE_HOURS(423),
    /** Denied by the gate; the message says what would make the request pass. */
    CLOCK_BACK(424),
    /** Denied by the gate; the message says what would make the request pass. */
    APP_OTHER(425),
    /** Denied by the gate; the message says what would make the request pass. */
    KEY_INFO_NEEDED(430),
    /** Denied by the gate; the message says what would make the request pass. */
    KEY_INFO_OLD(431),
    /** Denied by the gate; the message says what would make the request pass. */
    KEY_OTHER(432),
    /** Denied by the gate; the message says what would make the request pass. */
    KEY_UNRESTRICTED(433),
    /** Denied by the gate; the message says what would make the request pass. */
    PERMISSION_NOT_GRANTED(434),
    /** Denied by the gate; the message says what would make the request pass. */
    PERMISSION_NOT_DECLARED(435),
    /** Denied by the gate; the message says what would make the request pass. */
    KEY_TYPE_BELOW(436),
    /** Denied by the gate; the message says what would make the request pass. */
    TIMESTAMP_MISSING(440),
    /** Denied by the gate; the message says what would make the request pass. */
    TIMESTAMP_OFF(441),
    /** Denied by the gate; the message says what would make the request pass. */
    TIMESTAMP_REPEATED(442),
    /** Denied by the gate; the message says what would make the request pass. */
    RECV_WINDOW_OVER_CAP(443),
    /** Denied by the gate; the message says what would make the request pass. */
    PARAMETER_UNKNOWN(444),
    /** Denied by the gate; the message says what would make the request pass. */
    FORBIDDEN(450),
    /** Denied by the gate; the message says what would make the request pass. */
    NOT_ALLOWED(451),
    /** Denied by the gate; the message says what would make the request pass. */
    ARGUMENT_NEEDED(452),
    /** Denied by the gate; the message says what would make the request pass. */
    ARGUMENT_NOT_LISTED(453),
    /** Denied by the gate; the message says what would make the request pass. */
    ARGUMENT_TOO_SMALL(454),
    /** Denied by the gate; the message says what would make the request pass. */
    ARGUMENT_TOO_LARGE(455),
    /** Denied by the gate; the message says what would make the request pass. */
    DESTINATION_NOT_LISTED(456),
    /** Denied by the gate; the message says what would make the request pass. */
    APPROVAL_NEEDED(457),
    /** Denied by the gate; the message says what would make the request pass. */
    APPROVAL_INVALID(458),
    /** Denied by the gate; the message says what would make the request pass. */
    ORDER_UNKNOWN(460),
    /** Denied by the gate; the message says what would make the request pass. */
    CONFUSABLE(470),
    /** Denied by the gate; the message says what would make the request pass. */
    LIMIT_SPENT(480),
    /** Denied by the gate; the message says what would make the request pass. */
    STATE_NEEDED(481),
    /** The signature did not verify and was withheld; check the machine and its memory. */
    SIGNING_FAULT(501),
    /** The signature has not the length of its key's type; give its bytes: 32 of HMAC, 64 of Ed25519, 256 to 512 of RSA. */
    SIGNATURE_MALFORMED(502),
    /** A fault of binsign itself; please report what you did. */
    INTERNAL(901),
}
