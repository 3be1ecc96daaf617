"""Cases of private keys: every form people have them in, everything that is no such key, passphrases, keys elsewhere."""

import functools
import subprocess

import fix
import oracle
import signatures
from published import vector
from websocket import KEYS
from websocket import allowed as ws_allowed
from websocket import case as ws_case
from websocket import refused as ws_refused
from websocket import url
from written import API_KEY, POST, SECRET, TIME, case, refused

PASSPHRASE = "correct horse, é and 币"


def openssl(*arguments, given=None):
    done = subprocess.run(["openssl", *arguments], input=given, capture_output=True, text=True, check=True)
    return done.stdout


@functools.cache
def rsa_key(bits):
    """A key made for this run: the exchange's examples have 2048 bits only."""
    return openssl("genpkey", "-algorithm", "RSA", "-pkeyopt", f"rsa_keygen_bits:{bits}")


def forms(pem):
    """The same key as it is copied, pasted and put into files of settings."""
    begin, *body, end = pem.strip().split("\n")
    text = "".join(body)
    return {
        "pem": pem,
        "crlf": pem.replace("\n", "\r\n"),
        "no-final-newline": pem.rstrip("\n"),
        "blank-lines": "\n\r\n  " + pem + "\n\n",
        "one-line": " ".join([begin, *body, end]),
        "no-line-ends": begin + text + end,
        "literal-n": pem.replace("\n", "\\n"),
        "literal-rn": pem.replace("\n", "\\r\\n"),
        "narrow": "\n".join([begin, text[:20], text[20:41], "\t" + text[41:], end]),
    }


def signs(name, key):
    """A request under `key`, which the oracle signs with its form in `plain` where it has one."""
    query = [("symbol", "LTCBTC"), ("timestamp", "1499827319559")]
    plain = {"pem": key["plain"]} if "plain" in key else key
    sent = {field: text for field, text in key.items() if field != "plain"}
    return case(name, POST, params=query, key=sent), oracle.allow(name, *POST, query, [], API_KEY, plain)


def ed25519():
    example = vector("rust-ed25519")
    pem, signature = example["private_key_pem"], example["expected_signature"]
    begin, body, end = pem.split("\n")[:3]
    route, query = ("GET", "/sapi/v1/accountSnapshot"), [("type", "SPOT"), ("timestamp", "1685686334211")]
    for form, text in forms(pem).items():
        name = f"ed25519-{form}"
        line = case(name, route, params=query, key={"pem": text})
        yield line, oracle.allow(name, *route, query, [], API_KEY, None, signature=signature)

    for name, code, text in [
        ("empty", "KEY_MALFORMED", ""),
        ("half", "KEY_MALFORMED", begin),
        ("no-end", "KEY_MALFORMED", f"{begin}\n{body}\n"),
        ("other-end", "KEY_MALFORMED", f"{begin}\n{body}\n-----END PUBLIC KEY-----\n"),
        ("nothing-in-it", "KEY_MALFORMED", f"{begin}\n{end}"),
        ("cut", "KEY_MALFORMED", f"{begin}\n{body[:-4]}\n{end}"),
        ("no-base64", "KEY_MALFORMED", f"{begin}\n{body[:-1]}!\n{end}"),
        ("behind-it", "KEY_MALFORMED", pem + "x"),
        ("hmac-secret", "KEY_MALFORMED", SECRET),
        # RFC 8410, section 10.1: a public key of its own; section 10.3 has the private ones.
        ("public", "KEY_IS_PUBLIC", "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n"
                                    "-----END PUBLIC KEY-----\n"),
        # The published seed under the identifier of X25519 (1.3.101.110 instead of 1.3.101.112).
        ("x25519", "KEY_IS_X25519", pem.replace("K2Vw", "K2Vu")),
        ("pkcs1-cut", "KEY_MALFORMED", "-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----"),
        ("sec1", "KEY_IS_EC", "-----BEGIN EC PRIVATE KEY-----\nMHcC\n-----END EC PRIVATE KEY-----"),
        ("openssh", "KEY_IS_OPENSSH", "-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl\n-----END OPENSSH PRIVATE KEY-----"),
        ("certificate", "KEY_IS_CERTIFICATE", "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----"),
    ]:
        yield refused(f"key-{name}", code, key={"pem": text})
    # RFC 8410, section 10.3: version 2 with its public key; and the same with one bit of that public key changed.
    with_public = ("MHICAQEwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhCoB8wHQYKKoZIhvcNAQkJFDEPDA1DdXJkbGUg"
                   "Q2hhaXJzgSEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=")
    wrong = with_public[:-2] + "A="
    assert wrong != with_public
    yield refused("key-mismatch", "KEY_MISMATCH", key={"pem": f"{begin}\n{wrong}\n{end}\n"})
    yield refused("both-keys", "CASE_NOT_UNDERSTOOD", key={"pem": pem, "hmac": SECRET})
    yield refused("key-neither", "KEY_MISSING", key={})
    yield refused("key-text", "CASE_NOT_UNDERSTOOD", key="secret")


def rsa():
    pem = vector("java-rsa")["private_key_pem"]
    for form, text in forms(pem).items():
        yield signs(f"rsa-{form}", {"pem": text, "plain": pem})
    for bits in 3072, 4096:
        yield signs(f"rsa-{bits}", {"pem": rsa_key(bits)})
    # PKCS#1, as older programs write it.
    pkcs1 = openssl("rsa", "-traditional", given=pem)
    assert pkcs1.startswith("-----BEGIN RSA PRIVATE KEY-----")
    for form in "pem", "one-line", "literal-n":
        yield signs(f"rsa-pkcs1-{form}", {"pem": forms(pkcs1)[form], "plain": pem})
    yield allowed_rsa("rsa-body", pem)
    yield refused("rsa-short", "KEY_TOO_SHORT", key={"pem": rsa_key(1024)})
    yield refused("rsa-public", "KEY_IS_PUBLIC", key={"pem": signatures.public_pem(pem)})
    yield refused("rsa-public-pkcs1", "KEY_IS_PUBLIC", key={"pem": openssl("rsa", "-RSAPublicKey_out", given=pem)})
    # One bit of the first prime, which then no longer divides the modulus.
    kind, numbers = signatures.private_key(pem)
    assert kind == "rsa"
    wrong = list(numbers)
    wrong[4] ^= 1 << 700
    yield refused("rsa-wrong-prime", "KEY_MISMATCH", key={"pem": pkcs1_pem(wrong)})


def pkcs1_pem(numbers):
    der = signatures.write(0x30, b"".join(signatures.integer(number) for number in numbers))
    return signatures.pem_of("RSA PRIVATE KEY", der)


def allowed_rsa(name, pem):
    query, body = [("symbol", "A B")], [("quantity", "1"), ("timestamp", str(TIME))]
    line = case(name, POST, params=query, body_params=body, key={"pem": pem})
    return line, oracle.allow(name, *POST, query, body, API_KEY, {"pem": pem})


def passphrases():
    """Keys that openssl encrypts for this run; the published encrypted ones are in `published`."""
    for kind in "ed25519", "rsa":
        plain = KEYS[kind]["pem"]

        def encrypted(*how, plain=plain):
            return openssl("pkcs8", "-topk8", *how, "-passout", f"pass:{PASSPHRASE}", given=plain)

        for name, how in {
            "aes128-sha1": ("-v2", "aes-128-cbc", "-v2prf", "hmacWithSHA1"),
            "aes192-sha256": ("-v2", "aes-192-cbc", "-v2prf", "hmacWithSHA256"),
            "aes256-sha512": ("-v2", "aes-256-cbc", "-v2prf", "hmacWithSHA512"),
            "scrypt": ("-scrypt",),
        }.items():
            yield signs(f"passphrase-{kind}-{name}", {"pem": encrypted(*how), "passphrase": PASSPHRASE, "plain": plain})
        pem = encrypted("-v2", "aes-256-cbc")
        for form, text in forms(pem).items():
            yield signs(f"passphrase-{kind}-{form}", {"pem": text, "passphrase": PASSPHRASE, "plain": plain})
        yield refused(f"passphrase-{kind}-missing", "KEY_PASSPHRASE_MISSING", key={"pem": pem})
        yield refused(f"passphrase-{kind}-null", "KEY_PASSPHRASE_MISSING", key={"pem": pem, "passphrase": None})
        for number, wrong in enumerate(["", "wrong", PASSPHRASE + " ", PASSPHRASE.upper()]):
            yield refused(f"passphrase-{kind}-wrong-{number}", "KEY_PASSPHRASE_WRONG", key={"pem": pem, "passphrase": wrong})
        old = encrypted("-v1", "PBE-SHA1-3DES")
        yield refused(f"passphrase-{kind}-pbes1", "KEY_ENCRYPTION_OLD", key={"pem": old, "passphrase": PASSPHRASE})
        yield signs(f"passphrase-{kind}-not-encrypted", {"pem": plain, "passphrase": PASSPHRASE, "plain": plain})
    legacy = openssl("rsa", "-traditional", "-aes128", "-passout", f"pass:{PASSPHRASE}", given=KEYS["rsa"]["pem"])
    assert "Proc-Type: 4,ENCRYPTED" in legacy
    yield refused("passphrase-legacy", "KEY_ENCRYPTION_OLD", key={"pem": legacy, "passphrase": PASSPHRASE})
    yield refused("passphrase-number", "CASE_NOT_UNDERSTOOD", key={"pem": KEYS["rsa"]["pem"], "passphrase": 1})
    yield refused("passphrase-hmac", "CASE_NOT_UNDERSTOOD", key={"hmac": SECRET, "passphrase": "x"})


def elsewhere():
    """The split way: payload out, signature in; the result is the same."""
    for kind, key in KEYS.items():
        public = {"public": signatures.public_pem(key["pem"])} if "pem" in key else {}
        for how, extra in {"": {}, "-public": public}.items():
            if how and not public:
                continue
            split = {"key": {**key, **extra}, "external": True}
            name = f"external-{kind}{how}"
            line, expected = signs(name, key)
            yield line | split, expected
            line, expected = ws_allowed(f"{name}-ws", params=[("symbol", "BTCUSDT")], key=key, timestamp=TIME)
            yield line | split, expected
            line, expected = url(f"{name}-url", [("topic", "a|b")], key, timestamp=TIME)
            yield line | split, expected
        yield ws_case(f"external-{kind}-nothing", ("spot", "ping"), key, external=True), oracle.ws_api(
            f"external-{kind}-nothing", "ping", [], API_KEY, key, signed=False, keyed=False)
        yield ws_case(f"external-{kind}-session", key=key, external=True, in_session=True), oracle.ws_api(
            f"external-{kind}-session", "order.place", [], API_KEY, key, signed=False, keyed=False)
        yield refused(f"external-{kind}-refused", "PARAMETER_TWICE", key=key, external=True, params=[["a", "1"], ["a", "2"]])
        yield refused(f"external-{kind}-denied", "ROUTE_UNKNOWN", ("GET", "/api/v3/nonsense"), key=key, external=True)
    for kind in "hmac", "rsa":
        yield ws_refused(f"external-{kind}-logon", "KEY_TYPE_UNSUITED", ("spot", "session.logon"), key=KEYS[kind], external=True)
        yield fix.case(f"external-{kind}-fix", fix.FIELDS, key=KEYS[kind], external=True), "KEY_TYPE_UNSUITED"
    line, expected = fix.allowed("external-fix")
    yield line | {"external": True}, expected
    # The signature is right, the public key is that of another private key.
    others = {"ed25519": vector("rust-ed25519")["private_key_pem"], "rsa": vector("sigex-rsa-order")["private_key_pem"]}
    for kind, other in others.items():
        key = {**KEYS[kind], "public": signatures.public_pem(other)}
        yield refused(f"external-{kind}-other-key", "SIGNING_FAULT", key=key, external=True, timestamp=TIME)
        key = {**KEYS[kind], "public": other}
        yield refused(f"external-{kind}-no-public-key", "PUBLIC_KEY_MALFORMED", key=key, external=True)
    yield refused("external-text", "CASE_NOT_UNDERSTOOD", external="yes")
    yield refused("external-public-alone", "CASE_NOT_UNDERSTOOD", key={"pem": "x", "public": "x"})


def cases():
    """(line, expected), as in `written`."""
    for some in (ed25519, rsa, passphrases, elsewhere):
        yield from some()
