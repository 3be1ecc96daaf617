"""The Python face's conformance program: answers the cases of tests/conformance/WIRE.md through the package."""

import sys

import binsign


def _hex(text: str) -> str:
    return text.encode().hex()


def _text(field: str) -> str:
    # Bytes that are no UTF-8 become lone surrogates, so that the package itself refuses them.
    return bytes.fromhex(field).decode("utf-8", "surrogateescape")


def _pair(field: str) -> tuple[str, str]:
    name, value = field.split("=")
    return _text(name), _text(value)


def _signer(single: dict[str, str]) -> binsign.Signer:
    if "k" in single:
        return binsign.Signer.from_pem(single["a"], single["k"])
    return binsign.Signer(single["a"], single["s"])


def _sign(line: str) -> binsign.SignedRequest:
    single: dict[str, str] = {}
    pairs: dict[str, list[tuple[str, str]]] = {"q": [], "b": []}
    for field in line.split(" "):
        tag, content = field[0], field[1:]
        if tag in pairs:
            pairs[tag].append(_pair(content))
        else:
            single[tag] = _text(content)
    with _signer(single) as signer:
        return signer.sign(
            single["m"],
            single["p"],
            pairs["q"],
            pairs["b"],
            recv_window=single.get("w"),
            timestamp=single.get("t"),
        )


def _optional(tag: str, text: str | None) -> str:
    return "-" if text is None else tag + _hex(text)


def answer(line: str) -> str:
    """One result for one case."""
    try:
        request = _sign(line)
    except binsign.Denied as denied:
        fields = ("c", denied.clause), ("r", denied.rule), ("p", denied.param or ""), ("m", denied.message)
        return " ".join(["deny", denied.code, *(tag + _hex(text) for tag, text in fields)])
    except binsign.Error as error:
        return f"error {error.code} m{_hex(error.message)}"
    texts = ("t", request.target), ("q", request.query), ("b", request.body)
    headers = [f"h{_hex(name)}={_hex(value)}" for name, value in request.headers.items()]
    signed = [_optional("P", request.payload), _optional("S", request.signature)]
    return " ".join(["allow", *(tag + _hex(text) for tag, text in texts), *signed, *headers])


def main() -> None:
    for line in sys.stdin:
        print(answer(line.rstrip("\r\n")), flush=True)


if __name__ == "__main__":
    main()
