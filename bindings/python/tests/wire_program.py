"""The Python face's conformance program: answers the cases of tests/conformance/WIRE.md through the package."""

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, TypeAlias

import binsign

Answer: TypeAlias = binsign.SignedRequest | binsign.SignedMessage
AnySigner: TypeAlias = binsign.Signer | binsign.ExternalSigner


def _hex(text: str) -> str:
    return text.encode().hex()


def _text(content: str) -> str:
    # Bytes that are no UTF-8 become lone surrogates, so that the package itself refuses them.
    return bytes.fromhex(content).decode("utf-8", "surrogateescape")


def _pair(content: str) -> tuple[str, str]:
    name, value = content.split("=")
    return _text(name), _text(value)


def _literal(text: str) -> Any:
    """The Python value that is this JSON; a decimal, which would become a string, as it is."""
    value = json.loads(text, parse_float=Decimal)
    return binsign.Json(text) if isinstance(value, Decimal) else value


@dataclass
class Case:
    """The fields of one line."""

    single: dict[str, str] = field(default_factory=dict)
    params: list[tuple[str, Any]] = field(default_factory=list)
    body: list[tuple[str, str]] = field(default_factory=list)
    fix: dict[str, str] = field(default_factory=dict)
    signature: bytes = b""


def _case(line: str) -> Case:
    case = Case()
    for part in line.split(" "):
        tag, content = part[0], part[1:]
        if tag == "q":
            case.params.append(_pair(content))
        elif tag == "l":
            name, value = _pair(content)
            case.params.append((name, _literal(value)))
        elif tag == "b":
            case.body.append(_pair(content))
        elif tag == "F":
            name, value = _pair(content)
            case.fix[name] = value
        elif tag == "e":
            case.signature = bytes.fromhex(content)
        else:
            case.single[tag] = _text(content)
    return case


def _signer(case: Case) -> AnySigner:
    single = case.single
    if "y" in single:
        key_type: Any = single["y"]
        return binsign.ExternalSigner(single["a"], key_type, lambda payload: case.signature, public_key=single.get("Y"))
    if "k" in single:
        return binsign.Signer(single["a"], private_key=single["k"], passphrase=single.get("z"))
    return binsign.Signer(single["a"], single["s"])


def _logon(case: Case, signer: AnySigner) -> Answer:
    fix = case.fix
    options: dict[str, Any] = {
        name: fix[name] for name in ("target_comp_id", "sending_time", "recv_window") if name in fix
    }
    options |= {name: int(fix[name]) for name in ("msg_seq_num", "heart_bt_int") if name in fix}
    options["message_handling"] = {"1": "UNORDERED", "2": "SEQUENTIAL"}[fix["message_handling"]]
    if "response_mode" in fix:
        options["response_mode"] = {"1": "EVERYTHING", "2": "ONLY_ACKS"}[fix["response_mode"]]
    if "sbe_schema_id" in fix:
        options["sbe_schema"] = int(fix["sbe_schema_id"]), int(fix["sbe_schema_version"])
    return signer.sign_fix_logon(fix["sender_comp_id"], drop_copy="drop_copy" in fix, sbe="sbe" in fix, **options)


def _sign(case: Case, signer: AnySigner) -> Answer:
    single = case.single
    # Left out means none, and not the present time.
    times: dict[str, Any] = {"recv_window": single.get("w"), "timestamp": single.get("t")}
    transport = single.get("x")
    if transport == "fix":
        return _logon(case, signer)
    if transport == "sapi-wss":
        return signer.sign_stream(case.params, **times)
    if transport == "ws-api":
        options: Any = {"id": single["i"], "family": single["f"], **times}
        sign: Callable[..., Answer] = binsign.in_session_ws if "g" in single else signer.sign_ws
        return sign(single["m"], case.params, **options)
    unit: Any = single.get("u")
    return signer.sign(single["m"], single["p"], case.params, case.body, time_unit=unit, **times)


def _optional(tag: str, text: str | None) -> str:
    return "-" if text is None else tag + _hex(text)


def _allow(signed: Answer) -> str:
    made = [_optional("P", signed.payload), _optional("S", signed.signature)]
    if isinstance(signed, binsign.SignedMessage):
        return " ".join(["allow", "t", "q", "b", *made, _optional("M", signed.message or None)])
    texts = ("t", signed.target), ("q", signed.query), ("b", signed.body)
    headers = [f"h{_hex(name)}={_hex(value)}" for name, value in signed.headers.items()]
    return " ".join(["allow", *(tag + _hex(text) for tag, text in texts), *made, *headers])


def answer(line: str) -> str:
    """One result for one case."""
    try:
        case = _case(line)
        return _allow(_sign(case, _signer(case)))
    except binsign.Denied as denied:
        fields = ("c", denied.clause), ("r", denied.rule), ("p", denied.param or ""), ("m", denied.message)
        return " ".join(["deny", denied.code, *(tag + _hex(text) for tag, text in fields)])
    except binsign.Error as error:
        return f"error {error.code} m{_hex(error.message)}"


def main() -> None:
    for line in sys.stdin:
        print(answer(line.rstrip("\r\n")), flush=True)


if __name__ == "__main__":
    main()
