"""What a type checker must complain about, a line each; mypy is run over it, Python never."""

import binsign

signer = binsign.Signer("key", "secret")
signer.sign("POST", "/api/v3/order", {"price": 1j})
signer.sign("POST", "/api/v3/order", {"price": b"0.1"})
signer.sign("POST", "/api/v3/order", "symbol=A")
signer.sign("POST", "/api/v3/order", [("a", "b", "c")])
signer.sign("POST", "/api/v3/order", timestamp=0.5)
signer.sign("POST")
signer.sign("GET", "/api/v3/time").target = "/"
binsign.Signer("key", bytearray(b"secret"))
binsign.Signer("key")
print(signer.secret)
print(signer.pem)
binsign.Signer("key", private_key=bytearray(b"pem"))
binsign.Signer("key", "secret", private_key="pem")
binsign.Signer("key", "secret", passphrase="pass")
signer.sign_ws("order.place", {})
signer.sign_ws("order.place", {}, id=1)
signer.sign_ws("order.place", {}, id="1", family="margin")
print(signer.sign_ws("order.place", {}, id="1").headers)
signer.sign_stream()
signer.sign_fix_logon("EXAMPLE", message_handling=2)
signer.sign("GET", "/api/v3/account", time_unit="us")
signer.sign("GET", "/api/v3/account", timestamp_us="1499827319559123")
binsign.ExternalSigner("key", "ECDSA")
binsign.ExternalSigner("key", "HMAC", lambda payload: "text")
print(binsign.ExternalSigner("key", "HMAC").begin("GET", "/api/v3/account").signature)
binsign.public("GET", "/api/v3/time", timestamp=1)
binsign.Json(1)
binsign.Signer("key", "secret", policy="policy.toml")
binsign.Signer("key", "secret", clock=lambda: "now")
signer.sign("GET", "/api/v3/account", approval="text")
signer.observe("GET", 200)
print(signer.key_state == "gone")
binsign.Policy.from_bytes("image")
signer.key_type = "HMAC"


class Leaky(binsign.Signer): ...
