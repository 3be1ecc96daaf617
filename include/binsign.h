/*
 * binsign: no signature without a verdict.
 *
 * The signing and permission core for Binance API keys. A request becomes signed bytes in three steps, and there is no
 * way past the middle one: parameters are put in, binsign_request_authorize decides, or binsign_request_authorize_by with
 * the policy of a gate, binsign_request_sign signs.
 *
 * Made by `cargo xtask gen`; do not edit.
 *
 * The same for all functions:
 *  - Memory is the caller's; nothing is allocated, but by binsign_signer_init_pem_encrypted for its own time. Signers,
 *    external keys, gates and requests may lie anywhere, also on the stack. One that was only zeroed (`= {0}`) is not ready: every function says BINSIGN_HANDLE_USED_UP. One that was
 *    neither zeroed nor initialised must not be passed to anything but its own `_init` or `binsign_sign`.
 *  - What can fail returns a `binsign_result`, 0 for success. Outputs are written on success only; the object being
 *    worked on, the first argument, always.
 *  - Text comes in as pointer and length in bytes, UTF-8, and needs no NUL. BINSIGN_TEXT("...") gives both of a literal.
 *    NULL is empty text where the length is 0, and BINSIGN_NULL_POINTER where it is not.
 *  - Text goes out as (buffer, capacity, *written), all or nothing and without a NUL, or as a view of where it lies.
 *  - Every other pointer must be valid; NULL is BINSIGN_NULL_POINTER. Memory behind a pointer that is not const must
 *    not be used by anyone else during the call.
 *  - A request and a gate belong to one thread at a time, and a gate to the same as its requests. A signer or external key that is initialised may be used by several.
 *  - No function stops the program, and none throws.
 *  - No message and no name holds a secret, a signature or the value of a parameter.
 *
 * SPDX-License-Identifier: MIT OR Apache-2.0
 */

#ifndef BINSIGN_H
#define BINSIGN_H

#include <stddef.h>
#include <stdint.h>

/**
 * The version this header belongs to; binsign_version() is that of the library.
 */
#define BINSIGN_VERSION "0.1.0"
#define BINSIGN_VERSION_MAJOR 0
#define BINSIGN_VERSION_MINOR 1
#define BINSIGN_VERSION_PATCH 0

/**
 * Pointer and length of a string literal, as two arguments or two initialisers.
 */
#define BINSIGN_TEXT(literal) ("" literal), (sizeof(literal) - 1)

/**
 * A `binsign_fix_logon` with the usual values: a new session, a heartbeat every 30 seconds, messages one after the other.
 */
#define BINSIGN_FIX_LOGON_USUAL {NULL, 0, NULL, 0, 1, 30, 2, 0, 0, 0, 0, 0, NULL, 0, NULL, 0}

/*
 * Define BINSIGN_BARE_METAL for a library that was built for a target without an operating system, and gates take a third
 * of the memory. With another library the program is not linked: what makes a gate has another name then.
 */
#ifdef BINSIGN_BARE_METAL
#define binsign_gate_init binsign_gate_init_bare_metal
#define binsign_gate_init_signed binsign_gate_init_signed_bare_metal
#define binsign_gate_init_sealed binsign_gate_init_sealed_bare_metal
#endif

/*
 * Define BINSIGN_WITHOUT_RSA for a library that was built without RSA, and signers take a third of the memory. With
 * another library the program is not linked: what puts something into a signer has another name then.
 */
#ifdef BINSIGN_WITHOUT_RSA
#define binsign_signer_init binsign_signer_init_without_rsa
#define binsign_signer_init_pem binsign_signer_init_pem_without_rsa
#define binsign_signer_init_pem_encrypted binsign_signer_init_pem_encrypted_without_rsa
#else
#define BINSIGN_WITH_RSA
#endif

#if defined(__GNUC__) || defined(__clang__)
#define BINSIGN_MUST_USE __attribute__((warn_unused_result))
#else
#define BINSIGN_MUST_USE
#endif

/**
 * What went wrong, or why a request was denied (4xx). Numbers and names stay the same for ever.
 */
enum binsign_result
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif
 {
    /**
     * Nothing went wrong.
     */
    BINSIGN_OK = 0,
    /**
     * A pointer that must not be NULL was NULL (C only).
     */
    BINSIGN_NULL_POINTER = 101,
    /**
     * Bytes that must be UTF-8 were not.
     */
    BINSIGN_INVALID_UTF8 = 102,
    /**
     * The HTTP method is none of GET, POST, PUT and DELETE.
     */
    BINSIGN_METHOD_UNKNOWN = 103,
    /**
     * The path is empty, too long, does not begin with `/`, or holds a character no route has.
     */
    BINSIGN_PATH_MALFORMED = 104,
    /**
     * A parameter's name is empty, too long, or has a character outside `[A-Za-z0-9_.\[\]-]`.
     */
    BINSIGN_PARAMETER_NAME_INVALID = 105,
    /**
     * The same parameter was given twice; the exchange answers -1101.
     */
    BINSIGN_PARAMETER_TWICE = 106,
    /**
     * The caller gave a parameter `signature`; only binsign makes one.
     */
    BINSIGN_SIGNATURE_GIVEN = 107,
    /**
     * A value holds a NUL byte.
     */
    BINSIGN_NUL_IN_VALUE = 108,
    /**
     * `timestamp` is no whole number of ms (or microseconds where the family takes them) in the accepted range.
     */
    BINSIGN_TIMESTAMP_OUT_OF_RANGE = 109,
    /**
     * `recvWindow` is no decimal over 0 and up to 60000 in the form the family takes.
     */
    BINSIGN_RECV_WINDOW_OUT_OF_RANGE = 110,
    /**
     * A GET request has no body.
     */
    BINSIGN_BODY_NOT_ALLOWED = 111,
    /**
     * A handle was used in the wrong order or after its end.
     */
    BINSIGN_HANDLE_USED_UP = 112,
    /**
     * A value has a type that cannot be sent exactly.
     */
    BINSIGN_VALUE_TYPE = 113,
    /**
     * A conformance case was not understood.
     */
    BINSIGN_CASE_NOT_UNDERSTOOD = 114,
    /**
     * This version of binsign cannot do that.
     */
    BINSIGN_UNSUPPORTED = 115,
    /**
     * The family named by the caller is not the family of the path.
     */
    BINSIGN_FAMILY_MISMATCH = 116,
    /**
     * The caller gave `apiKey` to the WebSocket API; it comes with the key.
     */
    BINSIGN_API_KEY_GIVEN = 117,
    /**
     * The call is not for this kind of request.
     */
    BINSIGN_NOT_FOR_TRANSPORT = 118,
    /**
     * A value on the WebSocket API has `&`, `=` or a control character in it and could be taken for other parameters.
     */
    BINSIGN_VALUE_AMBIGUOUS = 119,
    /**
     * A request of the WebSocket API has more than 64 parameters.
     */
    BINSIGN_TOO_MANY_PARAMETERS = 120,
    /**
     * `SenderCompID` of a FIX Logon is not 1 to 8 letters, digits, `-` and `_`.
     */
    BINSIGN_FIX_SENDER_COMP_ID = 121,
    /**
     * `SendingTime` of a FIX Logon is no time in the form of FIX.
     */
    BINSIGN_FIX_SENDING_TIME = 122,
    /**
     * `HeartBtInt` of a FIX Logon is not 5 to 60.
     */
    BINSIGN_FIX_HEART_BT_INT = 123,
    /**
     * Another field of a FIX Logon has a value the exchange does not take.
     */
    BINSIGN_FIX_FIELD = 124,
    /**
     * The id of a request of the WebSocket API is empty, too long, or has a control character.
     */
    BINSIGN_ID_INVALID = 125,
    /**
     * The caller's buffer is too small; the error says how many bytes are needed.
     */
    BINSIGN_BUFFER_TOO_SMALL = 201,
    /**
     * The request is longer than `BINSIGN_MAX_REQUEST` bytes.
     */
    BINSIGN_REQUEST_TOO_LONG = 202,
    /**
     * The API key is empty, too long, or has a character no API key has.
     */
    BINSIGN_API_KEY_MALFORMED = 301,
    /**
     * The HMAC secret is empty, too long, or has a blank or control character.
     */
    BINSIGN_SECRET_MALFORMED = 302,
    /**
     * The HMAC secret is the text of a private key.
     */
    BINSIGN_SECRET_IS_PRIVATE_KEY = 303,
    /**
     * No key was given.
     */
    BINSIGN_KEY_MISSING = 304,
    /**
     * Others than the owner may read the key file.
     */
    BINSIGN_KEY_FILE_EXPOSED = 305,
    /**
     * The key file cannot be read.
     */
    BINSIGN_KEY_FILE_UNREADABLE = 306,
    /**
     * The private key is neither PKCS#8 nor PKCS#1, in PEM or DER, or it is damaged.
     */
    BINSIGN_KEY_MALFORMED = 307,
    /**
     * The private key is encrypted.
     */
    BINSIGN_KEY_ENCRYPTED = 308,
    /**
     * The public key that comes with a private key is not its own.
     */
    BINSIGN_KEY_MISMATCH = 309,
    /**
     * A public key, where a private one is needed.
     */
    BINSIGN_KEY_IS_PUBLIC = 310,
    /**
     * A certificate, where a private key is needed.
     */
    BINSIGN_KEY_IS_CERTIFICATE = 311,
    /**
     * A key of OpenSSH.
     */
    BINSIGN_KEY_IS_OPENSSH = 312,
    /**
     * A key for key agreement (X25519).
     */
    BINSIGN_KEY_IS_X25519 = 313,
    /**
     * A key for ECDSA, which the exchange does not take.
     */
    BINSIGN_KEY_IS_EC = 314,
    /**
     * An RSA key, where another is needed, or in a build that has no RSA.
     */
    BINSIGN_KEY_IS_RSA = 315,
    /**
     * A key of a type the exchange does not take.
     */
    BINSIGN_KEY_UNKNOWN = 316,
    /**
     * The exchange takes Ed25519 keys only here: `session.logon` and FIX.
     */
    BINSIGN_KEY_TYPE_UNSUITED = 317,
    /**
     * An RSA key of fewer than 2048 bits.
     */
    BINSIGN_KEY_TOO_SHORT = 318,
    /**
     * An RSA key of more than 4096 bits.
     */
    BINSIGN_KEY_TOO_LONG = 319,
    /**
     * The passphrase does not decrypt the private key (hosts only, as the three that follow).
     */
    BINSIGN_KEY_PASSPHRASE_WRONG = 320,
    /**
     * The private key is encrypted, and no passphrase came with it.
     */
    BINSIGN_KEY_PASSPHRASE_MISSING = 321,
    /**
     * The private key is encrypted in another way than PBES2 with PBKDF2 or scrypt, and AES.
     */
    BINSIGN_KEY_ENCRYPTION_OLD = 322,
    /**
     * Decrypting the private key would take more work or memory than is allowed.
     */
    BINSIGN_KEY_ENCRYPTION_COSTLY = 323,
    /**
     * The public key is no `SubjectPublicKeyInfo` in PEM or DER, or it is damaged.
     */
    BINSIGN_PUBLIC_KEY_MALFORMED = 324,
    /**
     * An Ed25519 key, where another is needed, or in a build that has no Ed25519.
     */
    BINSIGN_KEY_IS_ED25519 = 325,
    /**
     * An RSA key for PSS alone, which the exchange does not take.
     */
    BINSIGN_KEY_IS_RSA_PSS = 326,
    /**
     * What is said to be an answer about the key's permissions is none.
     */
    BINSIGN_KEY_INFO_MALFORMED = 327,
    /**
     * The exchange answered the question for the key's permissions with an error.
     */
    BINSIGN_KEY_INFO_IS_ERROR = 328,
    /**
     * The key is not of the type that the gate was told of.
     */
    BINSIGN_KEY_NOT_AS_DECLARED = 329,
    /**
     * The compiled policy is damaged, or of a version that this build does not know.
     */
    BINSIGN_POLICY_MALFORMED = 351,
    /**
     * The text of a policy is not as the policy language has it.
     */
    BINSIGN_POLICY_TEXT = 352,
    /**
     * The signature of the owner does not fit the policy.
     */
    BINSIGN_POLICY_SIGNATURE = 353,
    /**
     * The saved state is damaged, or of a version that this build does not know.
     */
    BINSIGN_STATE_MALFORMED = 361,
    /**
     * The saved state is older than one that was there already.
     */
    BINSIGN_STATE_ROLLED_BACK = 362,
    /**
     * The policy is older than one that the state has seen.
     */
    BINSIGN_POLICY_ROLLED_BACK = 363,
    /**
     * Denied: the catalogue has no such route.
     */
    BINSIGN_ROUTE_UNKNOWN = 401,
    /**
     * Denied: the exchange has retired the route.
     */
    BINSIGN_ROUTE_RETIRED = 402,
    /**
     * Denied: only third parties know of the route.
     */
    BINSIGN_ROUTE_UNDOCUMENTED = 403,
    /**
     * Denied: the policy takes no entry of the catalogue that is so little documented.
     */
    BINSIGN_ROUTE_TRUST = 404,
    /**
     * Denied: the policy stops everything.
     */
    BINSIGN_STOPPED = 410,
    /**
     * Denied: an answer of the exchange suspended the key, until its owner clears it.
     */
    BINSIGN_KEY_SUSPENDED = 411,
    /**
     * Denied: the key was revoked.
     */
    BINSIGN_KEY_REVOKED = 412,
    /**
     * Denied: the key has expired.
     */
    BINSIGN_KEY_EXPIRED = 413,
    /**
     * Denied: the use of the key has ended for good.
     */
    BINSIGN_KEY_TERMINATED = 414,
    /**
     * Denied: the exchange asked to wait.
     */
    BINSIGN_EXCHANGE_WAIT = 415,
    /**
     * Denied: the exchange's count of used weight is at the cap of the policy.
     */
    BINSIGN_WEIGHT_SPENT = 416,
    /**
     * Denied: the policy needs the time, and the gate was not told it.
     */
    BINSIGN_TIME_NEEDED = 420,
    /**
     * Denied: the policy is not valid yet.
     */
    BINSIGN_POLICY_NOT_YET = 421,
    /**
     * Denied: the policy is no longer valid.
     */
    BINSIGN_POLICY_EXPIRED = 422,
    /**
     * Denied: outside the hours of the policy.
     */
    BINSIGN_OUTSIDE_HOURS = 423,
    /**
     * Denied: the clock is behind what it was before.
     */
    BINSIGN_CLOCK_BACK = 424,
    /**
     * Denied: the application is not the one of the policy.
     */
    BINSIGN_APP_OTHER = 425,
    /**
     * Denied: the policy wants the answer about the key's permissions, and the gate has none.
     */
    BINSIGN_KEY_INFO_NEEDED = 430,
    /**
     * Denied: the answer about the key's permissions is older than the policy allows.
     */
    BINSIGN_KEY_INFO_OLD = 431,
    /**
     * Denied: the key was created at another time than the policy's key.
     */
    BINSIGN_KEY_OTHER = 432,
    /**
     * Denied: the key may be used from any address.
     */
    BINSIGN_KEY_UNRESTRICTED = 433,
    /**
     * Denied: the exchange has not granted the key what the route needs.
     */
    BINSIGN_PERMISSION_NOT_GRANTED = 434,
    /**
     * Denied: the policy does not have what the route needs among its permissions.
     */
    BINSIGN_PERMISSION_NOT_DECLARED = 435,
    /**
     * Denied: the key is of a type below what the policy wants.
     */
    BINSIGN_KEY_TYPE_BELOW = 436,
    /**
     * Denied: the request has no timestamp.
     */
    BINSIGN_TIMESTAMP_MISSING = 440,
    /**
     * Denied: the timestamp is further from the clock than the policy allows.
     */
    BINSIGN_TIMESTAMP_OFF = 441,
    /**
     * Denied: the timestamp is not later than the one before.
     */
    BINSIGN_TIMESTAMP_REPEATED = 442,
    /**
     * Denied: recvWindow is over the cap of the policy.
     */
    BINSIGN_RECV_WINDOW_OVER_CAP = 443,
    /**
     * Denied: the route does not take the parameter.
     */
    BINSIGN_PARAMETER_UNKNOWN = 444,
    /**
     * Denied: a rule forbids it.
     */
    BINSIGN_FORBIDDEN = 450,
    /**
     * Denied: no rule allows it.
     */
    BINSIGN_NOT_ALLOWED = 451,
    /**
     * Denied: a rule needs an argument that is not there or cannot be read.
     */
    BINSIGN_ARGUMENT_NEEDED = 452,
    /**
     * Denied: a text is not among those that the rule takes.
     */
    BINSIGN_ARGUMENT_NOT_LISTED = 453,
    /**
     * Denied: a number is below what the rule takes.
     */
    BINSIGN_ARGUMENT_TOO_SMALL = 454,
    /**
     * Denied: a number is over what the rule takes.
     */
    BINSIGN_ARGUMENT_TOO_LARGE = 455,
    /**
     * Denied: the destination is not on the list of the rule.
     */
    BINSIGN_DESTINATION_NOT_LISTED = 456,
    /**
     * Denied: the route takes two persons, and the approval is missing.
     */
    BINSIGN_APPROVAL_NEEDED = 457,
    /**
     * Denied: the approval is not of the approver, not for this request, past, or used already.
     */
    BINSIGN_APPROVAL_INVALID = 458,
    /**
     * Denied: what became of the order with this client order id is unknown; ask for its status first.
     */
    BINSIGN_ORDER_UNKNOWN = 460,
    /**
     * Denied: the signature would open another route that is not allowed.
     */
    BINSIGN_CONFUSABLE = 470,
    /**
     * Denied: a limit of the policy is spent.
     */
    BINSIGN_LIMIT_SPENT = 480,
    /**
     * Denied: the policy has limits, and the gate has no state to count in.
     */
    BINSIGN_STATE_NEEDED = 481,
    /**
     * The signature did not verify: a fault of the machine, or an attack; nothing went out.
     */
    BINSIGN_SIGNING_FAULT = 501,
    /**
     * A signature from elsewhere does not have the length of its key's type.
     */
    BINSIGN_SIGNATURE_MALFORMED = 502,
    /**
     * A fault of binsign itself: please report it.
     */
    BINSIGN_INTERNAL = 901,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum binsign_result binsign_result;
#else
typedef uint32_t binsign_result;
#endif
#endif


#if defined(BINSIGN_WITH_RSA)
/**
 * Words of 8 bytes that a signer takes.
 */
#define BINSIGN_SIGNER_WORDS 192
#endif

#if !defined(BINSIGN_WITH_RSA)
/**
 * Words of 8 bytes that a signer takes.
 */
#define BINSIGN_SIGNER_WORDS 64
#endif

/**
 * The size of a `binsign_signer` in bytes, on every platform.
 */
#define BINSIGN_SIGNER_SIZE (8 * BINSIGN_SIGNER_WORDS)

/**
 * The size of a `binsign_request` in bytes, on every platform.
 */
#define BINSIGN_REQUEST_SIZE 320

/**
 * The longest request in bytes: path, query, body and signature together, or payload and message. No buffer needs to
 * be larger.
 */
#define BINSIGN_MAX_REQUEST 65535

/**
 * The size of a `binsign_external_key` in bytes, on every platform.
 */
#define BINSIGN_EXTERNAL_KEY_SIZE 768

#if !defined(BINSIGN_BARE_METAL)
/**
 * Words of 8 bytes that a gate takes.
 */
#define BINSIGN_GATE_WORDS 576
#endif

#if defined(BINSIGN_BARE_METAL)
/**
 * Words of 8 bytes that a gate takes.
 */
#define BINSIGN_GATE_WORDS 192
#endif

/**
 * The size of a `binsign_gate` in bytes.
 */
#define BINSIGN_GATE_SIZE (8 * BINSIGN_GATE_WORDS)

/**
 * Room for the name of every route, `POST /api/v3/order`, and a NUL.
 */
#define BINSIGN_ROUTE_SIZE 128

/**
 * The size of a saved state in bytes, on every platform.
 */
#define BINSIGN_STATE_SIZE 816

/**
 * Room for every message, clause, rule and parameter name of this version.
 */
#define BINSIGN_MESSAGE_SIZE 512

/**
 * How a key signs.
 */
enum binsign_key_type
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /**
     * HMAC-SHA-256 with a secret that the exchange made.
     */
    BINSIGN_KEY_TYPE_HMAC = 1,
    /**
     * Ed25519 with a key that the owner made.
     */
    BINSIGN_KEY_TYPE_ED25519 = 2,
    /**
     * RSA (PKCS#1 v1.5, SHA-256) with a key that the owner made.
     */
    BINSIGN_KEY_TYPE_RSA = 3,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum binsign_key_type binsign_key_type;
#else
typedef uint32_t binsign_key_type;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

/**
 * In what unit the exchange gives the times of its answers.
 */
enum binsign_time_unit
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /**
     * ms, what the exchange gives when it is not asked.
     */
    BINSIGN_TIME_UNIT_MILLISECOND = 1,
    /**
     * Microseconds.
     */
    BINSIGN_TIME_UNIT_MICROSECOND = 2,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum binsign_time_unit binsign_time_unit;
#else
typedef uint32_t binsign_time_unit;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

/**
 * Whether a key is in use.
 */
enum binsign_key_state
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /**
     * In use.
     */
    BINSIGN_KEY_STATE_ACTIVE = 1,
    /**
     * An answer of the exchange, or the owner, suspended it until `binsign_gate_clear`.
     */
    BINSIGN_KEY_STATE_SUSPENDED = 2,
    /**
     * For good.
     */
    BINSIGN_KEY_STATE_REVOKED = 3,
    /**
     * Until `binsign_gate_clear`.
     */
    BINSIGN_KEY_STATE_EXPIRED = 4,
    /**
     * For good, and over revoked.
     */
    BINSIGN_KEY_STATE_TERMINATED = 5,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum binsign_key_state binsign_key_state;
#else
typedef uint32_t binsign_key_state;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

/**
 * What an answer of the exchange means.
 */
enum binsign_meaning
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /**
     * No answer was read.
     */
    BINSIGN_MEANING_NONE = 0,
    /**
     * The exchange took the request.
     */
    BINSIGN_MEANING_FINE = 1,
    /**
     * It wants no request before `wait_until_ms`.
     */
    BINSIGN_MEANING_WAIT = 2,
    /**
     * The clock here is off, or the answer took too long.
     */
    BINSIGN_MEANING_CLOCK_OFF = 3,
    /**
     * The signature is not valid.
     */
    BINSIGN_MEANING_SIGNATURE_INVALID = 4,
    /**
     * The exchange does not take the key, or not for this, or not from here.
     */
    BINSIGN_MEANING_KEY_REJECTED = 5,
    /**
     * Whether the request took effect is unknown: ask for the status of its order.
     */
    BINSIGN_MEANING_UNKNOWN = 6,
    /**
     * The exchange refused the request, and for no other reason than the request.
     */
    BINSIGN_MEANING_REFUSED = 7,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum binsign_meaning binsign_meaning;
#else
typedef uint32_t binsign_meaning;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

/**
 * A part of a signed request.
 */
enum binsign_part
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /**
     * The HTTP method, `POST`; absent where the request is a message.
     */
    BINSIGN_PART_METHOD = 1,
    /**
     * Path and query as they stand in the request line, `/api/v3/order?symbol=...`; empty where the request is a
     * message.
     */
    BINSIGN_PART_TARGET = 2,
    /**
     * The query without question mark; empty where there is none.
     */
    BINSIGN_PART_QUERY = 3,
    /**
     * The form body; empty where there is none.
     */
    BINSIGN_PART_BODY = 4,
    /**
     * What the signature covers; absent where the request needs no signature. Had from `binsign_request_begin` on, and
     * from an authorised request as far as it is known without the key: on the WebSocket API without the API key.
     */
    BINSIGN_PART_PAYLOAD = 5,
    /**
     * The signature as the exchange documents it: 64 characters of lower-case hexadecimal for HMAC, base64 for the
     * others, 88 characters for Ed25519 and 344 to 684 for RSA (percent-encoded in target, query and body only);
     * absent where the request needs none.
     */
    BINSIGN_PART_SIGNATURE = 6,
    /**
     * The value of the header `X-MBX-APIKEY`; absent where there is no such header.
     */
    BINSIGN_PART_API_KEY = 7,
    /**
     * The value of the header `Content-Type`; absent where there is no body.
     */
    BINSIGN_PART_CONTENT_TYPE = 8,
    /**
     * The family of the route, `spot`, which decides the host. Had from `binsign_request_authorize` on.
     */
    BINSIGN_PART_FAMILY = 9,
    /**
     * The exchange's security type of the route, `TRADE`. Had from `binsign_request_authorize` on.
     */
    BINSIGN_PART_SECURITY_TYPE = 10,
    /**
     * The message to send: JSON for the WebSocket API, the whole Logon for FIX; absent where the request is HTTP, and
     * for the Logon of FIX-SBE.
     */
    BINSIGN_PART_MESSAGE = 11,
    /**
     * How the request travels: `rest`, `ws-api`, `sapi-wss` or `fix`. Had from `binsign_request_authorize` on.
     */
    BINSIGN_PART_TRANSPORT = 12,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum binsign_part binsign_part;
#else
typedef uint32_t binsign_part;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

/**
 * What signs: an API key together with its secret. Opaque; the memory is the caller's.
 *
 * Once initialised it is not changed by signing, so several threads may sign with it at the same time. Wipe it with
 * `binsign_signer_wipe` when it is no longer needed.
 */
typedef struct binsign_signer {
    uint64_t opaque[BINSIGN_SIGNER_WORDS];
} binsign_signer;

/**
 * A request on its way from parameters to a signature. Opaque; the memory is the caller's.
 *
 * It borrows the buffer from its `_init` on, and the signer or external key from `binsign_request_sign` or
 * `binsign_request_begin` on: they must stay where they are as long as the request is used. After the first error the
 * request stays refused with that error, so the results of single steps may be ignored as long as that of the last one
 * is looked at.
 */
typedef struct binsign_request {
    uint64_t opaque[40];
} binsign_request;

/**
 * What a FIX session is opened with (Binance FIX API, `Logon<A>`); the key has to be Ed25519.
 *
 * `binsign_fix_logon logon = BINSIGN_FIX_LOGON_USUAL;` gives all but `sender_comp_id` and `sending_time` their usual
 * values. What the exchange asks for and is zeroed is refused, what it offers and is zeroed is left out.
 */
typedef struct binsign_fix_logon {
    /**
     * `SenderCompID` (49): 1 to 8 letters, digits, `-` and `_`, unique among the account's sessions.
     */
    const char *sender_comp_id;
    /**
     * Its length in bytes.
     */
    size_t sender_comp_id_len;
    /**
     * `SendingTime` (52) in UTC, signed and sent as it is given: `YYYYMMDD-HH:MM:SS`, with `.` and 3 or 6 decimals or
     * none; `binsign_sending_time_ms` writes it.
     */
    const char *sending_time;
    /**
     * Its length in bytes.
     */
    size_t sending_time_len;
    /**
     * `MsgSeqNum` (34): 1 for a new session.
     */
    uint64_t msg_seq_num;
    /**
     * `HeartBtInt` (108), in seconds: 5 to 60.
     */
    uint32_t heart_bt_int;
    /**
     * `MessageHandling` (25035): 1 lets messages overtake each other, 2 has them processed one after the other.
     */
    uint32_t message_handling;
    /**
     * `ResponseMode` (25036): 1 for everything, 2 for acknowledgements only; 0 leaves it out.
     */
    uint32_t response_mode;
    /**
     * `SbeSchemaId` (25050); 0 with a version of 0 leaves both out.
     */
    uint16_t sbe_schema_id;
    /**
     * `SbeSchemaVersion` (25051).
     */
    uint16_t sbe_schema_version;
    /**
     * `DropCopyFlag` (9406): other than 0 for a session that gets copies of the account's reports.
     */
    uint8_t drop_copy;
    /**
     * Other than 0 for payload and signature of the Logon of FIX-SBE, without a message.
     */
    uint8_t sbe;
    /**
     * `TargetCompID` (56); NULL stands for `SPOT`.
     */
    const char *target_comp_id;
    /**
     * Its length in bytes.
     */
    size_t target_comp_id_len;
    /**
     * `RecvWindow` (25000), in ms with up to three decimals; NULL leaves it out.
     */
    const char *recv_window;
    /**
     * Its length in bytes.
     */
    size_t recv_window_len;
} binsign_fix_logon;

/**
 * The API key and the type of a key whose secret is elsewhere: in a secure element, an HSM, a service. Opaque; the
 * memory is the caller's. It holds no secret, and nothing has to be wiped or freed.
 *
 * Once initialised it is not changed by signing, so several threads may use it at the same time.
 */
typedef struct binsign_external_key {
    uint64_t opaque[96];
} binsign_external_key;

/**
 * A policy, what was told of the key, and what is remembered between requests: spent limits, the state of the key, the
 * clock. Opaque; the memory is the caller's.
 *
 * A request that was authorised by it refers to it until it is signed, refused or discarded: so long the gate must not be
 * moved, initialised anew, restored or wiped. It belongs to one thread at a time, and so do the steps of its requests.
 */
typedef struct binsign_gate {
    uint64_t opaque[BINSIGN_GATE_WORDS];
} binsign_gate;

/**
 * A verdict with its reasons. All texts are UTF-8 and end with NUL; they are empty where there is nothing to say.
 */
typedef struct binsign_verdict {
    /**
     * `BINSIGN_OK` where the request is allowed.
     */
    binsign_result result;
    /**
     * The clause of the API Service Terms behind a denial, `F 13`.
     */
    char clause[12];
    /**
     * The name of the rule that denied.
     */
    char rule[36];
    /**
     * The parameter that decided, `batchOrders[2].price`.
     */
    char param[44];
    /**
     * Of `BINSIGN_CONFUSABLE`: the route that the signature would open.
     */
    char opens[BINSIGN_ROUTE_SIZE];
    /**
     * What was wrong and what to do about it, for people.
     */
    char message[BINSIGN_MESSAGE_SIZE];
} binsign_verdict;

/**
 * What has to be kept of a signed request to understand its answer. It may be copied, and holds no parameter.
 */
typedef struct binsign_sent {
    uint8_t opaque[72];
} binsign_sent;

/**
 * A parameter: name and value as they are meant, not encoded.
 */
typedef struct binsign_param {
    /**
     * `symbol`.
     */
    const char *name;
    /**
     * Its length in bytes.
     */
    size_t name_len;
    /**
     * `LTCBTC`.
     */
    const char *value;
    /**
     * Its length in bytes.
     */
    size_t value_len;
} binsign_param;

/**
 * What is known behind an answer.
 */
typedef struct binsign_observed {
    /**
     * The state of the key.
     */
    binsign_key_state key_state;
    /**
     * The code for which it is suspended, 0 where there was only the status.
     */
    int32_t reason;
    /**
     * How far the exchange's clock is before the caller's, in ms.
     */
    int64_t offset_ms;
    /**
     * Until when nothing is signed, in ms since 1970; 0 where that is past or there is nothing to wait for.
     */
    uint64_t wait_until_ms;
    /**
     * What the answer means.
     */
    binsign_meaning meaning;
    /**
     * The code of the exchange, where it rejected the key or refused the request; else 0.
     */
    int32_t code;
    /**
     * The weight used in this minute, as the answer has it; -1 where it does not.
     */
    int32_t used_weight;
    /**
     * The orders of the account in ten seconds, as the answer has them; -1 where it does not.
     */
    int32_t orders_10s;
    /**
     * The same in a minute.
     */
    int32_t orders_1m;
    /**
     * The same in a day.
     */
    int32_t orders_1d;
} binsign_observed;

/**
 * Text that lies in the caller's buffer, in the signer or in the library. It is not ended by NUL.
 *
 * `data` is NULL for a part that is absent; an empty part has `len` 0 and a `data` that is not NULL.
 */
typedef struct binsign_view {
    /**
     * The first byte.
     */
    const char *data;
    /**
     * How many bytes there are.
     */
    size_t len;
} binsign_view;

/**
 * A REST call that is to be signed. What is zeroed is not there.
 */
typedef struct binsign_call {
    /**
     * `GET`, `POST`, `PUT` or `DELETE`.
     */
    const char *method;
    /**
     * Its length in bytes.
     */
    size_t method_len;
    /**
     * `/api/v3/order`.
     */
    const char *path;
    /**
     * Its length in bytes.
     */
    size_t path_len;
    /**
     * Parameters of the query, in order.
     */
    const struct binsign_param *query;
    /**
     * How many there are.
     */
    size_t query_len;
    /**
     * Parameters of the form body, in order.
     */
    const struct binsign_param *body;
    /**
     * How many there are.
     */
    size_t body_len;
    /**
     * `timestamp` in ms, the last parameter; 0 adds none.
     */
    uint64_t timestamp;
    /**
     * `recvWindow` in ms, before `timestamp`; 0 adds none.
     */
    uint32_t recv_window;
} binsign_call;

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * The name of a result, such as `BUFFER_TOO_SMALL`, ended by NUL; it lives as long as the program.
 *
 * For `BINSIGN_OK` it is `OK`, for a number that is no result `UNKNOWN_RESULT`.
 */
const char *binsign_result_name(binsign_result result);

/**
 * The version of the library, such as `0.1.0`, ended by NUL; it lives as long as the program.
 *
 * It is `BINSIGN_VERSION` of the header that belongs to the library.
 */
const char *binsign_version(void);

/**
 * Takes an API key and the HMAC secret that Binance showed with it.
 *
 * `signer` may be memory that was never initialised; if it holds a signer, wipe that first. The secret is absorbed
 * and not kept as text: overwrite your own copy of it. On failure the signer is not ready.
 *
 * Returns `BINSIGN_API_KEY_MALFORMED`, `BINSIGN_SECRET_MALFORMED`, `BINSIGN_SECRET_IS_PRIVATE_KEY`,
 * `BINSIGN_INVALID_UTF8` or `BINSIGN_NULL_POINTER`.
 */
BINSIGN_MUST_USE
binsign_result binsign_signer_init(struct binsign_signer *signer,
                                   const char *api_key,
                                   size_t api_key_len,
                                   const char *secret,
                                   size_t secret_len);

/**
 * Takes an API key and the private key, in PEM, whose public half was registered with it: an Ed25519 key in PKCS#8,
 * version 1 or 2, or an RSA key of 2048 to 4096 bits in PKCS#8 or PKCS#1.
 *
 * The text is not encrypted; its line ends may be LF, CRLF, blanks or the two characters `\n`, or missing. Of the
 * memory that was used on the way, only `signer` still holds the key afterwards: overwrite your own copy of the text.
 * Else as `binsign_signer_init`.
 *
 * Returns `BINSIGN_API_KEY_MALFORMED`, `BINSIGN_KEY_MALFORMED`, `BINSIGN_KEY_ENCRYPTED`, `BINSIGN_KEY_MISMATCH`,
 * `BINSIGN_KEY_TOO_SHORT`, `BINSIGN_KEY_TOO_LONG`, another `BINSIGN_KEY_` that says what the text is instead,
 * `BINSIGN_INVALID_UTF8`, `BINSIGN_NULL_POINTER`, or `BINSIGN_UNSUPPORTED` where the library was built without private
 * keys.
 */
BINSIGN_MUST_USE
binsign_result binsign_signer_init_pem(struct binsign_signer *signer,
                                       const char *api_key,
                                       size_t api_key_len,
                                       const char *pem,
                                       size_t pem_len);

/**
 * Takes an API key and a private key in PEM that may be encrypted: PBES2 (RFC 8018) with PBKDF2 or scrypt, and AES, which
 * is what `openssl genpkey` and `openssl pkcs8 -topk8` write. NULL stands for no passphrase; one for a key that is not
 * encrypted is not looked at.
 *
 * The one function that allocates memory: a few times the text, and for scrypt up to 256 MiB; a program that the C
 * library has none for is aborted. Else as `binsign_signer_init_pem`, which is for programs that never have a
 * passphrase.
 *
 * Returns what `binsign_signer_init_pem` returns, but for an encrypted key `BINSIGN_KEY_PASSPHRASE_MISSING`,
 * `BINSIGN_KEY_PASSPHRASE_WRONG`, `BINSIGN_KEY_ENCRYPTION_COSTLY` where it asks for more work than is done, and
 * `BINSIGN_KEY_ENCRYPTION_OLD` where it is encrypted in any other way; `BINSIGN_UNSUPPORTED` where the library was
 * built without this.
 */
BINSIGN_MUST_USE
binsign_result binsign_signer_init_pem_encrypted(struct binsign_signer *signer,
                                                 const char *api_key,
                                                 size_t api_key_len,
                                                 const char *pem,
                                                 size_t pem_len,
                                                 const char *passphrase,
                                                 size_t passphrase_len);

/**
 * Says how a signer signs.
 *
 * Returns `BINSIGN_HANDLE_USED_UP` where the signer is not ready, or `BINSIGN_NULL_POINTER`.
 */
BINSIGN_MUST_USE
binsign_result binsign_signer_key_type(const struct binsign_signer *signer,
                                       binsign_key_type *key_type);

/**
 * Wipes a signer: every byte of it is 0 afterwards. NULL and a signer that is not ready are fine.
 *
 * Requests that were signed with it can no longer give their API key.
 */
void binsign_signer_wipe(struct binsign_signer *signer);

/**
 * `BINSIGN_SIGNER_SIZE` of the library, for callers that do not compile the header.
 */
size_t binsign_signer_size(void);

/**
 * Begins a REST request for `method` (`POST`) and `path` (`/api/v3/order`) in `buffer`.
 *
 * `request` may be memory that was never initialised. The buffer takes path, query, body and signature, and for
 * Ed25519 and RSA the signature a second time, not percent-encoded, behind the request; 512 bytes do for an order with
 * an HMAC or Ed25519 key, 2048 with an RSA key, `BINSIGN_MAX_REQUEST` for everything. A buffer that proves too small is
 * reported by `binsign_request_authorize`, or at the latest by `binsign_request_sign` or `binsign_request_begin`;
 * `binsign_request_needed` then tells the size. From here on the buffer must not be written to by anyone else, and no
 * text that is passed may lie in it.
 *
 * Returns `BINSIGN_METHOD_UNKNOWN`, `BINSIGN_PATH_MALFORMED`, `BINSIGN_INVALID_UTF8` or `BINSIGN_NULL_POINTER`.
 */
binsign_result binsign_request_init(struct binsign_request *request,
                                    char *buffer,
                                    size_t capacity,
                                    const char *method,
                                    size_t method_len,
                                    const char *path,
                                    size_t path_len);

/**
 * Begins a request of the WebSocket API of a family (`spot`, `futures-um`, `futures-cm`): `method` is its name there
 * (`order.place`), `id` what comes back with the answer, 1 to 128 bytes.
 *
 * Parameters are signed sorted and as they are, without encoding, with the API key among them; what is sent is the
 * JSON of `BINSIGN_PART_MESSAGE`. The buffer takes the payload and the message; 1024 bytes do for an order. Else as
 * `binsign_request_init`.
 *
 * Returns `BINSIGN_ID_INVALID`, `BINSIGN_INVALID_UTF8`, `BINSIGN_NULL_POINTER`, `BINSIGN_FAMILY_MISMATCH` for a name that
 * is no family's, or `BINSIGN_UNSUPPORTED` where the library was built without the WebSocket API.
 */
binsign_result binsign_request_init_ws_api(struct binsign_request *request,
                                           char *buffer,
                                           size_t capacity,
                                           const char *family,
                                           size_t family_len,
                                           const char *method,
                                           size_t method_len,
                                           const char *id,
                                           size_t id_len);

/**
 * Begins the opening of a signed stream, `wss://api.binance.com/sapi/wss?...`: its parameters are `random`, `topic`,
 * `recvWindow` and `timestamp`, and come out sorted by name, percent-encoded, in `BINSIGN_PART_TARGET`.
 *
 * Else as `binsign_request_init`.
 *
 * Returns `BINSIGN_NULL_POINTER`, or `BINSIGN_UNSUPPORTED` where the library was built without the WebSocket API.
 */
binsign_result binsign_request_init_sapi_wss(struct binsign_request *request,
                                             char *buffer,
                                             size_t capacity);

/**
 * Ends a request. What was not signed is wiped from the buffer, what was signed stays there. NULL is fine.
 *
 * There is nothing to free: a signed request need not be discarded.
 */
void binsign_request_discard(struct binsign_request *request);

/**
 * `BINSIGN_REQUEST_SIZE` of the library, for callers that do not compile the header.
 */
size_t binsign_request_size(void);

/**
 * Begins the Logon of a FIX session; the buffer takes payload and message, 512 bytes do.
 *
 * What is sent is `BINSIGN_PART_MESSAGE`. Else as `binsign_request_init`.
 *
 * Returns `BINSIGN_FIX_SENDER_COMP_ID`, `BINSIGN_FIX_SENDING_TIME`, `BINSIGN_FIX_HEART_BT_INT`,
 * `BINSIGN_RECV_WINDOW_OUT_OF_RANGE`, `BINSIGN_FIX_FIELD` for the others, each with the name of the field;
 * `BINSIGN_INVALID_UTF8`, `BINSIGN_NULL_POINTER`, or `BINSIGN_UNSUPPORTED` where the library was built without FIX.
 */
binsign_result binsign_request_init_fix_logon(struct binsign_request *request,
                                              char *buffer,
                                              size_t capacity,
                                              const struct binsign_fix_logon *logon);

/**
 * Writes a clock's time, in ms since 1970, as FIX has it: `20240627-11:17:25.223`, 21 characters.
 *
 * Returns `BINSIGN_FIX_SENDING_TIME` before 2017 and after 2099, `BINSIGN_BUFFER_TOO_SMALL`, `BINSIGN_NULL_POINTER`, or
 * `BINSIGN_UNSUPPORTED` where the library was built without FIX.
 */
BINSIGN_MUST_USE
binsign_result binsign_sending_time_ms(uint64_t ms,
                                       char *out,
                                       size_t capacity,
                                       size_t *written);

/**
 * Writes a clock's time, in microseconds since 1970, as FIX has it: `20240627-11:17:25.223001`, 24 characters.
 *
 * Returns as `binsign_sending_time_ms`.
 */
BINSIGN_MUST_USE binsign_result binsign_sending_time_us(uint64_t us, char *out, size_t capacity, size_t *written);

/**
 * Adds a parameter. In a REST request it goes to the query or, behind `binsign_request_body`, to the body.
 *
 * The value is given as it is meant: it is percent-encoded here where the interface asks for that.
 *
 * Returns `BINSIGN_PARAMETER_NAME_INVALID`, `BINSIGN_PARAMETER_TWICE`, `BINSIGN_SIGNATURE_GIVEN`,
 * `BINSIGN_NUL_IN_VALUE`, `BINSIGN_TIMESTAMP_OUT_OF_RANGE`, `BINSIGN_RECV_WINDOW_OUT_OF_RANGE`,
 * `BINSIGN_REQUEST_TOO_LONG`, `BINSIGN_INVALID_UTF8`, `BINSIGN_NULL_POINTER` or `BINSIGN_HANDLE_USED_UP`; on the
 * WebSocket API also `BINSIGN_API_KEY_GIVEN`, `BINSIGN_VALUE_AMBIGUOUS` and `BINSIGN_TOO_MANY_PARAMETERS`; for a FIX
 * Logon `BINSIGN_NOT_FOR_TRANSPORT`.
 */
binsign_result binsign_request_param(struct binsign_request *request,
                                     const char *name,
                                     size_t name_len,
                                     const char *value,
                                     size_t value_len);

/**
 * Adds a parameter that is no text in JSON: a number, `true`, `false`, an array or an object, as JSON without blanks
 * and exponents. Only the WebSocket API makes a difference between `5` and `"5"`; elsewhere this is
 * `binsign_request_param`.
 *
 * Returns what `binsign_request_param` returns, and `BINSIGN_VALUE_TYPE` on the WebSocket API for a text that is no
 * such value.
 */
binsign_result binsign_request_literal(struct binsign_request *request,
                                       const char *name,
                                       size_t name_len,
                                       const char *json,
                                       size_t json_len);

/**
 * Adds `recvWindow`, in ms: how long after `timestamp` the exchange may still take the request. Where the exchange
 * takes decimals, they go in as `binsign_request_literal` of `recvWindow`.
 *
 * Returns `BINSIGN_RECV_WINDOW_OUT_OF_RANGE` over 60000 and for 0, `BINSIGN_PARAMETER_TWICE`,
 * `BINSIGN_NULL_POINTER` or `BINSIGN_HANDLE_USED_UP`.
 */
binsign_result binsign_request_recv_window(struct binsign_request *request, uint32_t ms);

/**
 * Adds `timestamp`, the caller's clock in ms since 1970.
 *
 * Returns `BINSIGN_TIMESTAMP_OUT_OF_RANGE` before 2017 and after 2099, `BINSIGN_PARAMETER_TWICE`,
 * `BINSIGN_NULL_POINTER` or `BINSIGN_HANDLE_USED_UP`.
 */
binsign_result binsign_request_timestamp(struct binsign_request *request, uint64_t ms);

/**
 * Adds `timestamp`, the caller's clock in microseconds since 1970, which Spot takes (`/api` and its WebSocket API).
 *
 * Returns `BINSIGN_TIMESTAMP_OUT_OF_RANGE` before 2017, after 2099 and on every other family,
 * `BINSIGN_PARAMETER_TWICE`, `BINSIGN_NULL_POINTER` or `BINSIGN_HANDLE_USED_UP`.
 */
binsign_result binsign_request_timestamp_us(struct binsign_request *request, uint64_t us);

/**
 * Has the answer's times in ms or microseconds: the header `X-MBX-TIME-UNIT`, which `/api` takes.
 *
 * Returns `BINSIGN_NOT_FOR_TRANSPORT` elsewhere, `BINSIGN_UNSUPPORTED` for a unit that this version does not have,
 * `BINSIGN_NULL_POINTER` or `BINSIGN_HANDLE_USED_UP`.
 */
binsign_result binsign_request_time_unit(struct binsign_request *request, binsign_time_unit unit);

/**
 * From here on parameters go into the form body.
 *
 * Returns `BINSIGN_BODY_NOT_ALLOWED` for GET, `BINSIGN_NOT_FOR_TRANSPORT` where the request is not REST,
 * `BINSIGN_NULL_POINTER` or `BINSIGN_HANDLE_USED_UP`.
 */
binsign_result binsign_request_body(struct binsign_request *request);

/**
 * The connection is logged on (`session.logon`): the request carries neither API key nor signature, and the timestamp
 * that it must have all the same.
 *
 * Returns `BINSIGN_NOT_FOR_TRANSPORT` where this is no request of the WebSocket API, and for `session.logon` itself,
 * `BINSIGN_NULL_POINTER` or `BINSIGN_HANDLE_USED_UP`.
 */
binsign_result binsign_request_in_session(struct binsign_request *request);

/**
 * Takes an API key and the type of its key, whose signatures are then taken as they come.
 *
 * `key` may be memory that was never initialised. On failure the key is not ready.
 *
 * Returns `BINSIGN_API_KEY_MALFORMED`, `BINSIGN_UNSUPPORTED` for a type that this version does not have,
 * `BINSIGN_INVALID_UTF8` or `BINSIGN_NULL_POINTER`.
 */
BINSIGN_MUST_USE
binsign_result binsign_external_key_init(struct binsign_external_key *key,
                                         const char *api_key,
                                         size_t api_key_len,
                                         binsign_key_type key_type);

/**
 * Takes an API key and the public key, in PEM, that was registered with it: Ed25519 or RSA. A signature then goes out
 * only where it verifies.
 *
 * `key` may be memory that was never initialised. On failure the key is not ready.
 *
 * Returns `BINSIGN_API_KEY_MALFORMED`, `BINSIGN_PUBLIC_KEY_MALFORMED`, also for a private key,
 * `BINSIGN_KEY_TOO_SHORT`, `BINSIGN_KEY_TOO_LONG`, another `BINSIGN_KEY_` that says what the text is instead,
 * `BINSIGN_INVALID_UTF8`, `BINSIGN_NULL_POINTER`, or `BINSIGN_UNSUPPORTED` where the library was built without private
 * keys.
 */
BINSIGN_MUST_USE
binsign_result binsign_external_key_init_public(struct binsign_external_key *key,
                                                const char *api_key,
                                                size_t api_key_len,
                                                const char *pem,
                                                size_t pem_len);

/**
 * `BINSIGN_EXTERNAL_KEY_SIZE` of the library, for callers that do not compile the header.
 */
size_t binsign_external_key_size(void);

/**
 * Takes a compiled policy (`binsign policy compile`), which is read in place: the bytes have to stay as they are as long
 * as the gate is used. The state is that of a key that was never used; where there was one before,
 * `binsign_gate_restore` it.
 *
 * `gate` may be memory that was never initialised. On failure the gate is not ready.
 *
 * Returns `BINSIGN_POLICY_MALFORMED`, `BINSIGN_NULL_POINTER`, or `BINSIGN_UNSUPPORTED` where the library was built without
 * policies.
 */
BINSIGN_MUST_USE
binsign_result binsign_gate_init(struct binsign_gate *gate,
                                 const uint8_t *policy,
                                 size_t policy_len);

/**
 * Takes a compiled policy with the signature of its owner behind it (`binsign policy sign`), and the owner's public key in
 * PEM, Ed25519. Else as `binsign_gate_init`.
 *
 * Returns what `binsign_gate_init` returns, `BINSIGN_POLICY_SIGNATURE` where the owner has not signed that, what
 * `binsign_external_key_init_public` returns of a public key, and `BINSIGN_UNSUPPORTED` where the library was built without
 * Ed25519.
 */
BINSIGN_MUST_USE
binsign_result binsign_gate_init_signed(struct binsign_gate *gate,
                                        const uint8_t *policy,
                                        size_t policy_len,
                                        const char *owner_pem,
                                        size_t owner_pem_len);

/**
 * Takes a compiled policy with a seal of its owner behind it (HMAC-SHA-256), and the key of the seal: for devices that
 * have no Ed25519. Else as `binsign_gate_init`.
 *
 * Returns what `binsign_gate_init` returns, `BINSIGN_POLICY_SIGNATURE` where it is not sealed with that key, and
 * `BINSIGN_SECRET_MALFORMED` or `BINSIGN_SECRET_IS_PRIVATE_KEY` of a key that is none.
 */
BINSIGN_MUST_USE
binsign_result binsign_gate_init_sealed(struct binsign_gate *gate,
                                        const uint8_t *policy,
                                        size_t policy_len,
                                        const char *owner_key,
                                        size_t owner_key_len);

/**
 * Tells the application that asks, by its name in the policy. The text has to stay as it is as long as the gate is used.
 *
 * Returns `BINSIGN_INVALID_UTF8`, `BINSIGN_NULL_POINTER`, or `BINSIGN_HANDLE_USED_UP` where the gate is not ready.
 */
BINSIGN_MUST_USE
binsign_result binsign_gate_app(struct binsign_gate *gate,
                                const char *app,
                                size_t app_len);

/**
 * Tells the type of the key that will sign; a key of another type is then refused with `BINSIGN_KEY_NOT_AS_DECLARED`.
 *
 * Returns `BINSIGN_UNSUPPORTED` for a type that this version does not have, `BINSIGN_NULL_POINTER`, or
 * `BINSIGN_HANDLE_USED_UP` where the gate is not ready.
 */
BINSIGN_MUST_USE
binsign_result binsign_gate_key_type(struct binsign_gate *gate,
                                     binsign_key_type key_type);

/**
 * Tells what the exchange says of the key: the body of `GET /sapi/v1/account/apiRestrictions`, and when it was received,
 * in ms since 1970.
 *
 * Returns `BINSIGN_KEY_INFO_MALFORMED`, `BINSIGN_KEY_INFO_IS_ERROR`, `BINSIGN_NULL_POINTER`, or
 * `BINSIGN_HANDLE_USED_UP` where the gate is not ready. What was told before then holds on.
 */
BINSIGN_MUST_USE
binsign_result binsign_gate_key_info(struct binsign_gate *gate,
                                     const char *json,
                                     size_t json_len,
                                     uint64_t observed_at_ms);

/**
 * Gives the approval of a second person, 72 bytes, for the requests that follow; NULL takes it away. The bytes have to
 * stay as they are until then.
 *
 * Returns `BINSIGN_NULL_POINTER`, or `BINSIGN_HANDLE_USED_UP` where the gate is not ready.
 */
BINSIGN_MUST_USE
binsign_result binsign_gate_approval(struct binsign_gate *gate,
                                     const uint8_t *approval,
                                     size_t approval_len);

/**
 * Ends a gate: every byte of it is 0 afterwards. NULL and a gate that is not ready are fine. What its state had to say is
 * lost where it was not saved.
 */
void binsign_gate_wipe(struct binsign_gate *gate);

/**
 * `BINSIGN_GATE_SIZE` of the library, for callers that do not compile the header.
 */
size_t binsign_gate_size(void);

/**
 * Has the gate decide: only a documented route is allowed. From here on no byte of the request changes any more.
 *
 * Returns `BINSIGN_ROUTE_UNKNOWN`, a denial, for which `binsign_request_clause`, `binsign_request_rule` and
 * `binsign_request_message` say why; `BINSIGN_BUFFER_TOO_SMALL`, the first error of the request,
 * `BINSIGN_NULL_POINTER` or `BINSIGN_HANDLE_USED_UP`. After each of them the buffer holds nothing of the request.
 */
BINSIGN_MUST_USE binsign_result binsign_request_authorize(struct binsign_request *request);

/**
 * Has the gate of a policy decide, at `now_ms` (ms since 1970; 0 where there is no clock, with which most policies deny).
 * What is allowed is reserved in the gate, spent once it is signed, and given back where the request is refused or
 * discarded before that. Until then the gate must stay where it is.
 *
 * Returns what `binsign_request_authorize` returns, and every other denial (4xx) of the policy, for which also
 * `binsign_request_param_name` and `binsign_request_opens` say why; `BINSIGN_HANDLE_USED_UP` also where the gate is not
 * ready.
 */
BINSIGN_MUST_USE
binsign_result binsign_request_authorize_by(struct binsign_request *request,
                                            struct binsign_gate *gate,
                                            uint64_t now_ms);

/**
 * Signs an authorised request: a REST request gets `signature` as its last parameter, the others get their message.
 *
 * A route that needs no signature gets none, and one that needs no API key gets no API key. `written` is how many bytes
 * of the buffer the request takes from its start, or how many the message has; the parts are had with
 * `binsign_request_view` and `binsign_request_copy`.
 *
 * Returns `BINSIGN_BUFFER_TOO_SMALL`, `BINSIGN_REQUEST_TOO_LONG`, `BINSIGN_KEY_TYPE_UNSUITED` for `session.logon` and
 * FIX with another key than Ed25519, `BINSIGN_KEY_NOT_AS_DECLARED` where the gate was told of another type of key,
 * `BINSIGN_SIGNING_FAULT`, the first error of the request, `BINSIGN_NULL_POINTER`,
 * or `BINSIGN_HANDLE_USED_UP` where request or signer is not ready for this.
 */
BINSIGN_MUST_USE
binsign_result binsign_request_sign(struct binsign_request *request,
                                    const struct binsign_signer *signer,
                                    size_t *written);

/**
 * Begins to sign an authorised request with a key that is elsewhere: in a secure element, an HSM, a service.
 *
 * What is to be signed is then `BINSIGN_PART_PAYLOAD`, absent where the request needs no signature;
 * `binsign_request_finish` takes the signature, whenever there is one.
 *
 * Returns `BINSIGN_BUFFER_TOO_SMALL` where the longest signature of such a key would not fit,
 * `BINSIGN_REQUEST_TOO_LONG`, `BINSIGN_KEY_TYPE_UNSUITED`, `BINSIGN_KEY_NOT_AS_DECLARED`, the first error of the request, `BINSIGN_NULL_POINTER`, or
 * `BINSIGN_HANDLE_USED_UP` where request or key is not ready for this.
 */
BINSIGN_MUST_USE
binsign_result binsign_request_begin(struct binsign_request *request,
                                     const struct binsign_external_key *key);

/**
 * Takes the signature of a request that was begun with `binsign_request_begin`, as bytes and not as text: 32 of HMAC,
 * 64 of Ed25519, as many as the modulus has of RSA; none where the request needs none. Where the public key is known
 * the signature is verified. `written` is as for `binsign_request_sign`.
 *
 * Returns `BINSIGN_SIGNATURE_MALFORMED` for another length, `BINSIGN_SIGNING_FAULT` where the signature does not
 * verify, the first error of the request, `BINSIGN_NULL_POINTER`, or `BINSIGN_HANDLE_USED_UP` where the request is not
 * ready for this. After each of them the buffer holds nothing of the request.
 */
BINSIGN_MUST_USE
binsign_result binsign_request_finish(struct binsign_request *request,
                                      const uint8_t *signature,
                                      size_t signature_len,
                                      size_t *written);

/**
 * Makes an authorised request ready that carries neither signature nor API key: a public route, or a request of a
 * session that is logged on. `written` is as for `binsign_request_sign`.
 *
 * Returns `BINSIGN_KEY_MISSING` where the exchange wants a key, and what `binsign_request_sign` returns.
 */
BINSIGN_MUST_USE binsign_result binsign_request_without_key(struct binsign_request *request, size_t *written);

/**
 * Has the gate decide as `binsign_request_authorize_by` would, and changes nothing: more parameters can follow, nothing is
 * reserved, no approval is used up. The reasons of a refusal come in `verdict`, which is written in any case but that of
 * a NULL.
 *
 * Returns the verdict's result: `BINSIGN_OK` where it is allowed, else what `binsign_request_authorize_by` returns;
 * `BINSIGN_HANDLE_USED_UP` where the gate is not ready or the request is authorised already.
 */
BINSIGN_MUST_USE
binsign_result binsign_request_check(const struct binsign_request *request,
                                     const struct binsign_gate *gate,
                                     uint64_t now_ms,
                                     struct binsign_verdict *verdict);

/**
 * Keeps of a signed request what its answer is understood by.
 *
 * Returns `BINSIGN_HANDLE_USED_UP` where the request is not signed, `BINSIGN_NULL_POINTER`, or `BINSIGN_UNSUPPORTED` where
 * the library was built without policies.
 */
BINSIGN_MUST_USE
binsign_result binsign_request_sent(const struct binsign_request *request,
                                    struct binsign_sent *sent);

/**
 * Takes a saved state up again. `at_least` is the lowest sequence number that is acceptable: the highest that
 * `binsign_gate_save` ever gave. No request of the gate may be unsigned.
 *
 * With a higher version of the policy than it was saved with nothing is spent yet; all else is kept.
 *
 * Returns `BINSIGN_STATE_MALFORMED`, `BINSIGN_STATE_ROLLED_BACK` for an older one, `BINSIGN_POLICY_ROLLED_BACK` where the
 * state has seen a higher version of the policy or another one of the same version, `BINSIGN_NULL_POINTER`, or
 * `BINSIGN_HANDLE_USED_UP` where the gate is not ready. After each of them the gate has the state that it had.
 */
BINSIGN_MUST_USE
binsign_result binsign_gate_restore(struct binsign_gate *gate,
                                    const uint8_t *saved,
                                    size_t saved_len,
                                    uint64_t at_least);

/**
 * Saves the state, `BINSIGN_STATE_SIZE` bytes, and gives its sequence number, one more at each time. Save it after a request
 * is signed and before it is sent; keep the highest number where nobody puts it back.
 *
 * Returns `BINSIGN_BUFFER_TOO_SMALL`, `BINSIGN_NULL_POINTER`, or `BINSIGN_HANDLE_USED_UP` where the gate is not ready.
 */
BINSIGN_MUST_USE
binsign_result binsign_gate_save(struct binsign_gate *gate,
                                 uint8_t *out,
                                 size_t capacity,
                                 size_t *written,
                                 uint64_t *sequence);

/**
 * Learns from the answer to a request: the status of HTTP, its headers in any order, its body. For a message of the
 * WebSocket API the status is 0 and there are no headers; for an answer that never came the body is empty, too. It takes
 * anything.
 *
 * `now_ms` is when the answer came, in ms since 1970. `observed` may be NULL.
 *
 * Returns `BINSIGN_NULL_POINTER`, or `BINSIGN_HANDLE_USED_UP` where the gate is not ready or `sent` was never filled.
 */
binsign_result binsign_gate_observe(struct binsign_gate *gate,
                                    const struct binsign_sent *sent,
                                    uint16_t status,
                                    const struct binsign_param *headers,
                                    size_t headers_len,
                                    const char *body,
                                    size_t body_len,
                                    uint64_t now_ms,
                                    struct binsign_observed *observed);

/**
 * Learns from an answer with the server's time: when the question was sent, when the answer came, and what the server
 * said, in ms since 1970. The best of the last ten minutes counts.
 *
 * Returns `BINSIGN_NULL_POINTER`, or `BINSIGN_HANDLE_USED_UP` where the gate is not ready.
 */
binsign_result binsign_gate_observe_time(struct binsign_gate *gate,
                                         uint64_t sent_ms,
                                         uint64_t received_ms,
                                         uint64_t server_ms);

/**
 * Says what is known at `now_ms` without a new answer; 0 where there is no clock.
 *
 * Returns `BINSIGN_NULL_POINTER`, or `BINSIGN_HANDLE_USED_UP` where the gate is not ready.
 */
BINSIGN_MUST_USE
binsign_result binsign_gate_observed(const struct binsign_gate *gate,
                                     uint64_t now_ms,
                                     struct binsign_observed *observed);

/**
 * Says whether the key is in use.
 *
 * Returns `BINSIGN_NULL_POINTER`, or `BINSIGN_HANDLE_USED_UP` where the gate is not ready.
 */
BINSIGN_MUST_USE
binsign_result binsign_gate_key_state(const struct binsign_gate *gate,
                                      binsign_key_state *key_state);

/**
 * Suspends a key that is in use until `binsign_gate_clear`; the reason is a code of the exchange or the owner's own.
 *
 * Returns `BINSIGN_NULL_POINTER`, or `BINSIGN_HANDLE_USED_UP` where the gate is not ready.
 */
binsign_result binsign_gate_suspend(struct binsign_gate *gate,
                                    int32_t reason);

/**
 * Takes a key that was suspended or has expired into use again: the owner's decision, never an answer's. What is revoked or
 * terminated stays so.
 *
 * Returns `BINSIGN_NULL_POINTER`, or `BINSIGN_HANDLE_USED_UP` where the gate is not ready.
 */
binsign_result binsign_gate_clear(struct binsign_gate *gate);

/**
 * Takes the key out of use for good, and wipes its signer (`binsign_signer_wipe`; NULL where the key is elsewhere), even
 * where the gate is not ready.
 *
 * Returns `BINSIGN_NULL_POINTER`, or `BINSIGN_HANDLE_USED_UP` where the gate is not ready.
 */
binsign_result binsign_gate_revoke(struct binsign_gate *gate,
                                   struct binsign_signer *signer);

/**
 * Ends the use of the key for good (clause I 18). Else as `binsign_gate_revoke`.
 *
 * Returns as `binsign_gate_revoke`.
 */
binsign_result binsign_gate_terminate(struct binsign_gate *gate, struct binsign_signer *signer);

/**
 * Shows a part of a signed request where it lies, without a copy.
 *
 * The view holds as long as the buffer, and for `BINSIGN_PART_API_KEY` as long as the signer or external key.
 *
 * Returns `BINSIGN_HANDLE_USED_UP` where the request does not have the part yet, `BINSIGN_UNSUPPORTED` for a part that
 * this version does not know, or `BINSIGN_NULL_POINTER`.
 */
BINSIGN_MUST_USE
binsign_result binsign_request_view(const struct binsign_request *request,
                                    binsign_part part,
                                    struct binsign_view *view);

/**
 * Copies a part of a signed request to `out`, without a NUL behind it. Of an absent part nothing is copied.
 *
 * Returns `BINSIGN_BUFFER_TOO_SMALL`, and copies nothing, where `capacity` is below the length of the part (which
 * `binsign_request_view` tells); else as `binsign_request_view`.
 */
BINSIGN_MUST_USE
binsign_result binsign_request_copy(const struct binsign_request *request,
                                    binsign_part part,
                                    char *out,
                                    size_t capacity,
                                    size_t *written);

/**
 * Shows the header at `index` (from 0) of a signed request: its name and its value, which is sent as it is.
 *
 * Behind the last header both views are absent (`data` is NULL).
 *
 * Returns `BINSIGN_HANDLE_USED_UP` where the request is not signed, or `BINSIGN_NULL_POINTER`.
 */
BINSIGN_MUST_USE
binsign_result binsign_request_header(const struct binsign_request *request,
                                      size_t index,
                                      struct binsign_view *name,
                                      struct binsign_view *value);

/**
 * What was wrong with the request and what to do about it, for people. Without secrets, not ended by NUL; empty
 * where the request is not refused.
 *
 * Returns `BINSIGN_BUFFER_TOO_SMALL` (`BINSIGN_MESSAGE_SIZE` always does), `BINSIGN_NULL_POINTER`, or
 * `BINSIGN_HANDLE_USED_UP` where the request was never initialised.
 */
BINSIGN_MUST_USE
binsign_result binsign_request_message(const struct binsign_request *request,
                                       char *out,
                                       size_t capacity,
                                       size_t *written);

/**
 * The clause of the API Service Terms behind a denial, `F 13`; empty where the request is not denied.
 *
 * Returns as `binsign_request_message`.
 */
BINSIGN_MUST_USE
binsign_result binsign_request_clause(const struct binsign_request *request,
                                      char *out,
                                      size_t capacity,
                                      size_t *written);

/**
 * The name of the rule that denied, `documented-routes`; empty where the request is not denied.
 *
 * Returns as `binsign_request_message`.
 */
BINSIGN_MUST_USE
binsign_result binsign_request_rule(const struct binsign_request *request,
                                    char *out,
                                    size_t capacity,
                                    size_t *written);

/**
 * The name of the parameter that decided, where there is one that can be shown; else empty.
 *
 * Returns as `binsign_request_message`.
 */
BINSIGN_MUST_USE
binsign_result binsign_request_param_name(const struct binsign_request *request,
                                          char *out,
                                          size_t capacity,
                                          size_t *written);

/**
 * The route that the signature would open as well, of a denial with `BINSIGN_CONFUSABLE`: `POST /api/v3/order`, or
 * `ws spot order.place`; else empty.
 *
 * Returns as `binsign_request_message`.
 */
BINSIGN_MUST_USE
binsign_result binsign_request_opens(const struct binsign_request *request,
                                     char *out,
                                     size_t capacity,
                                     size_t *written);

/**
 * How many bytes the buffer of a request that was refused with `BINSIGN_BUFFER_TOO_SMALL` must have; 0 for every
 * other request.
 *
 * `binsign_request_sign` tells the exact size. `binsign_request_authorize` does not know the key and counts an HMAC
 * signature, so with an Ed25519 key the second try may be refused as well, and the third is not.
 *
 * Returns `BINSIGN_NULL_POINTER`, or `BINSIGN_HANDLE_USED_UP` where the request was never initialised.
 */
BINSIGN_MUST_USE binsign_result binsign_request_needed(const struct binsign_request *request, size_t *needed);

/**
 * What a result means in general, for people, where no request can tell more. Not ended by NUL; empty for
 * `BINSIGN_OK` and for a number that is no result.
 *
 * Returns `BINSIGN_BUFFER_TOO_SMALL` (`BINSIGN_MESSAGE_SIZE` always does) or `BINSIGN_NULL_POINTER`.
 */
BINSIGN_MUST_USE
binsign_result binsign_result_message(binsign_result result,
                                      char *out,
                                      size_t capacity,
                                      size_t *written);

/**
 * What is wrong with an answer about the permissions of a key, which `binsign_gate_key_info` has not taken, for people:
 * `binsign_result_message`, and the field that is to blame where one is. Not ended by NUL; empty where nothing is wrong.
 *
 * Returns `BINSIGN_BUFFER_TOO_SMALL` (`BINSIGN_MESSAGE_SIZE` always does) or `BINSIGN_NULL_POINTER`.
 */
BINSIGN_MUST_USE
binsign_result binsign_key_info_message(const char *json,
                                        size_t json_len,
                                        char *out,
                                        size_t capacity,
                                        size_t *written);

/**
 * Builds a request in `buffer`, has the gate decide and signs it, all in one.
 *
 * `recvWindow` and `timestamp` go to the body where there is one, else to the query. The result is read from
 * `request` as after `binsign_request_sign`, a refusal as after any other step.
 *
 * Returns what `binsign_request_init` and the steps behind it return.
 */
BINSIGN_MUST_USE
binsign_result binsign_sign(struct binsign_request *request,
                            char *buffer,
                            size_t capacity,
                            const struct binsign_call *call,
                            const struct binsign_signer *signer,
                            size_t *written);

/**
 * As `binsign_sign`, with the gate of a policy, at `now_ms`: see `binsign_request_authorize_by`.
 *
 * Returns what `binsign_request_init` and the steps behind it return.
 */
BINSIGN_MUST_USE
binsign_result binsign_sign_by(struct binsign_request *request,
                               char *buffer,
                               size_t capacity,
                               const struct binsign_call *call,
                               struct binsign_gate *gate,
                               uint64_t now_ms,
                               const struct binsign_signer *signer,
                               size_t *written);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif  /* BINSIGN_H */
