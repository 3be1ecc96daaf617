"""The Python face's conformance program: answers the cases of tests/conformance/WIRE.md through the package."""

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial
from typing import Any, TypeAlias

import binsign

Answer: TypeAlias = binsign.SignedRequest | binsign.SignedMessage
Asked: TypeAlias = Callable[..., Any]
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
    headers: list[tuple[str, str]] = field(default_factory=list)
    # What need not be text.
    raw: dict[str, bytes] = field(default_factory=dict)

    def number(self, tag: str) -> int | None:
        """A whole number, where the line has it."""
        return int(self.single[tag]) if tag in self.single else None


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
        elif tag == "H":
            case.headers.append(_pair(content))
        elif tag in "ePjVB":
            case.raw[tag] = bytes.fromhex(content)
        else:
            case.single[tag] = _text(content)
    return case


class Misplaced(Exception):
    """The session is not where the line thinks it is."""


class Session:
    """A policy with what is known under it."""

    def __init__(self, case: Case) -> None:
        # What is wrong with the key comes before what is wrong with the policy.
        _signer(case)
        self.first = case
        # Time, and the signature of a key elsewhere, are those of the line that is answered.
        self.line = case
        self.policy = binsign.Policy.from_bytes(case.raw["P"])
        self.app = case.single.get("A")
        self.signer = self._begin()
        self.last: Answer | None = None
        self.known: Case | None = None
        self.learn(case)

    def _begin(self, **state: Any) -> AnySigner:
        guarded = {"policy": self.policy, "app": self.app, "clock": lambda: self.line.number("n"), **state}
        return _signer(self.first, lambda _: self.line.raw.get("e", b""), **guarded)

    def learn(self, case: Case) -> None:
        if "j" in case.raw:
            self.signer.key_info(case.raw["j"], observed_at=case.number("J"))
            self.known = case

    def answer(self, case: Case) -> str:
        """Answers a line of the session."""
        self.line = case
        if "o" in case.single:
            if self.last is None:
                raise Misplaced("no request of the session was signed")
            status = int(case.single["o"])
            return _observed(self.signer.observe(self.last, status, case.headers, case.raw["B"]))
        if "d" in case.single:
            sent, received, server = (int(case.single[tag]) for tag in "drv")
            return _observed(self.signer.observe_time(sent, received, server))
        if "C" in case.single:
            self.do(case.single["C"])
            return _observed(self.signer.observed())
        if "P" not in case.raw:
            self.learn(case)
        if "c" in case.single:
            _check(case, self.signer)
            return "allow"
        self.last = _sign(case, self.signer)
        return _allow(self.last)

    def do(self, what: str) -> None:
        if what != "restart":
            getattr(self.signer, what)()
            return
        saved, sequence = self.signer.state()
        self.signer = self._begin(state=saved, state_sequence=sequence)
        if self.known:
            self.learn(self.known)


_sessions: dict[str, Session] = {}


def _signer(case: Case, elsewhere: Callable[[bytes], bytes] | None = None, **guarded: Any) -> AnySigner:
    single = case.single
    if "y" in single:
        key_type: Any = single["y"]
        make = elsewhere or (lambda _: case.raw.get("e", b""))
        return binsign.ExternalSigner(single["a"], key_type, make, public_key=single.get("Y"), **guarded)
    if "k" in single:
        return binsign.Signer(single["a"], private_key=single["k"], passphrase=single.get("z"), **guarded)
    return binsign.Signer(single["a"], single["s"], **guarded)


def _logon(case: Case) -> dict[str, Any]:
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
    return options | {"drop_copy": "drop_copy" in fix, "sbe": "sbe" in fix}


def _ask(case: Case, rest: Asked, ws: Asked, stream: Asked, fix_logon: Asked) -> Any:
    single = case.single
    # Left out means none, and not the present time.
    times: dict[str, Any] = {"recv_window": single.get("w"), "timestamp": single.get("t")}
    approval = {"approval": case.raw["V"]} if "V" in case.raw else {}
    transport = single.get("x")
    if transport == "fix":
        return fix_logon(case.fix["sender_comp_id"], **_logon(case), **approval)
    if transport == "sapi-wss":
        return stream(case.params, **times, **approval)
    if transport == "ws-api":
        return ws(single["m"], case.params, id=single["i"], family=single["f"], **times, **approval)
    return rest(single["m"], single["p"], case.params, case.body, time_unit=single.get("u"), **times, **approval)


def _sign(case: Case, signer: AnySigner) -> Answer:
    in_session = signer.in_session_ws if signer.policy else binsign.in_session_ws
    ws: Asked = in_session if "g" in case.single else signer.sign_ws
    signed: Answer = _ask(case, signer.sign, ws, signer.sign_stream, signer.sign_fix_logon)
    return signed


def _check(case: Case, signer: AnySigner) -> None:
    ws = partial(signer.check_ws, in_session="g" in case.single)
    _ask(case, signer.check, ws, signer.check_stream, signer.check_fix_logon)


def _optional(tag: str, text: str | None) -> str:
    return "-" if text is None else tag + _hex(text)


def _allow(signed: Answer) -> str:
    made = [_optional("P", signed.payload), _optional("S", signed.signature)]
    if isinstance(signed, binsign.SignedMessage):
        return " ".join(["allow", "t", "q", "b", *made, _optional("M", signed.message or None)])
    texts = ("t", signed.target), ("q", signed.query), ("b", signed.body)
    headers = [f"h{_hex(name)}={_hex(value)}" for name, value in signed.headers.items()]
    return " ".join(["allow", *(tag + _hex(text) for tag, text in texts), *made, *headers])


def _observed(observed: binsign.Observed) -> str:
    orders = observed.orders_10s, observed.orders_1m, observed.orders_1d
    numbers = observed.reason, observed.offset_ms, observed.wait_until_ms, observed.used_weight, *orders
    return " ".join(["observed", observed.key_state, *("-" if number is None else str(number) for number in numbers)])


def _answer(case: Case) -> str:
    slot = case.single.get("N")
    if "P" in case.raw:
        # The session that was there is over, whatever becomes of this one.
        _sessions.pop(slot or "", None)
        session = Session(case)
        if slot:
            _sessions[slot] = session
        return session.answer(case)
    signer = _signer(case)
    if slot:
        if slot not in _sessions:
            raise Misplaced("the session has not begun")
        return _sessions[slot].answer(case)
    if "c" in case.single:
        _check(case, signer)
        return "allow"
    return _allow(_sign(case, signer))


def answer(line: str) -> str:
    """One result for one case."""
    try:
        return _answer(_case(line))
    except binsign.Denied as denied:
        fields = [("c", denied.clause), ("r", denied.rule), ("p", denied.param or ""), ("m", denied.message)]
        if denied.opens is not None:
            fields.append(("o", denied.opens))
        return " ".join(["deny", denied.code, *(tag + _hex(text) for tag, text in fields)])
    except binsign.Error as error:
        return f"error {error.code} m{_hex(error.message)}"
    except Misplaced as misplaced:
        return f"error CASE_NOT_UNDERSTOOD m{_hex(str(misplaced))}"


def main() -> None:
    for line in sys.stdin:
        print(answer(line.rstrip("\r\n")), flush=True)


if __name__ == "__main__":
    main()
