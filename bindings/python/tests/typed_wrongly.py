"""What a type checker must complain about, a line each; mypy is run over it, Python never."""

import binsign

signer = binsign.Signer("key", "secret")
signer.sign("POST", "/api/v3/order", {"price": 0.1})
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
binsign.Signer.from_pem("key", bytearray(b"pem"))
binsign.Signer.from_pem("key")
signer.key_type = "HMAC"


class Leaky(binsign.Signer): ...
