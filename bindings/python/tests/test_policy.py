"""Signing by a policy: what is allowed, what is denied and how it is said, limits, answers, the key's states."""

import asyncio
import base64
import gc
import hashlib
import hmac
import json
import pickle
import weakref
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_private_key
from documented import API_KEY, ED25519_PEM, SECRET
from policies import ACCOUNT, MAKER, NOW, ORDER, maker

import binsign

HEADING = b"binsign policy 1\n"


class Clock:
    """A clock that a test sets."""

    def __init__(self, now: int | None = NOW) -> None:
        self.now = now

    def __call__(self) -> int | None:
        return self.now


def guarded(text: str = MAKER, **options: Any) -> binsign.Signer:
    options = {"app": "maker", "clock": Clock(), **options}
    return binsign.Signer(API_KEY, SECRET, policy=binsign.Policy.from_toml(text), **options)


def order(**changes: binsign.Value) -> dict[str, binsign.Value]:
    return {**ORDER, **changes}


def place(signer: binsign.Signer, **changes: binsign.Value) -> binsign.SignedRequest:
    return signer.sign("POST", "/api/v3/order", order(**changes))


def denied(signer: binsign.Signer, method: str, path: str, params: binsign.Parameters | None = None) -> binsign.Denied:
    """The denial, which looking and signing have in common."""
    with pytest.raises(binsign.Denied) as looked:
        signer.check(method, path, params)
    with pytest.raises(binsign.Denied) as signed:
        signer.sign(method, path, params)
    assert str(signed.value) == str(looked.value)
    return signed.value


# Policies


def test_a_policy_says_what_it_is() -> None:
    policy = maker()
    assert (policy.name, policy.version, policy.app) == ("btc-maker", 3, "maker")
    assert policy.purpose == "quotes BTCUSDT on Spot"
    assert set(policy.permissions) == {"enableReading", "enableSpotAndMarginTrading"}
    assert policy.sha256 == hashlib.sha256(bytes(policy)).hexdigest()
    assert repr(policy) == "<Policy btc-maker 3>"
    # The magic of docs/policy.md, section 11.
    assert bytes(policy)[:4] == b"BSP1"


def test_what_is_printed_is_the_same_policy() -> None:
    policy = maker()
    again = binsign.Policy.from_toml(policy.to_toml())
    assert again == policy
    assert hash(again) == hash(policy)
    assert pickle.loads(pickle.dumps(policy)) == policy
    assert binsign.Policy.from_toml(MAKER.replace("500", "501")) != policy
    assert policy != "btc-maker"


def test_a_policy_from_a_file(tmp_path: Path) -> None:
    (tmp_path / "policy.toml").write_text(MAKER, "utf-8")
    assert binsign.Policy.from_file(tmp_path / "policy.toml") == maker()
    with pytest.raises(FileNotFoundError):
        binsign.Policy.from_file(tmp_path / "none.toml")


def test_what_is_wrong_with_a_text_and_where() -> None:
    with pytest.raises(binsign.PolicyError) as raised:
        binsign.Policy.from_toml(MAKER.replace("symbols", "symbol"))
    error = raised.value
    line = next(number for number, line in enumerate(MAKER.splitlines(), 1) if line.startswith("symbols"))
    assert (error.code, error.line, error.column) == ("POLICY_TEXT", line, 1)
    assert f"line {line}, column 1" in error.message
    assert "`symbols`" in error.message
    assert isinstance(error, ValueError)
    assert str(pickle.loads(pickle.dumps(error))) == str(error)
    assert pickle.loads(pickle.dumps(error)).line == line


def test_a_policy_of_the_owner() -> None:
    image = bytes(maker())
    owner = load_pem_private_key(ED25519_PEM.encode(), None)
    assert isinstance(owner, Ed25519PrivateKey)
    public = owner.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    signed = image + owner.sign(HEADING + image)
    assert binsign.Policy.from_bytes(signed, owner_key=public) == maker()
    sealed = image + hmac.digest(SECRET.encode(), HEADING + image, "sha256")
    assert binsign.Policy.from_bytes(sealed, mac=SECRET) == maker()
    wrongs: list[tuple[bytes, dict[str, Any]]] = [
        (image, {"owner_key": public}),
        (signed[:-1] + bytes([signed[-1] ^ 1]), {"owner_key": public}),
        (image[:9] + bytes([image[9] ^ 1]) + signed[10:], {"owner_key": public}),
        (sealed, {"mac": "another"}),
    ]
    for wrong, options in wrongs:
        with pytest.raises(binsign.Error) as raised:
            binsign.Policy.from_bytes(wrong, **options)
        assert raised.value.code == "POLICY_SIGNATURE"
    with pytest.raises(binsign.Error) as raised:
        binsign.Policy.from_bytes(signed)
    assert raised.value.code == "POLICY_MALFORMED"
    with pytest.raises(TypeError, match="either"):
        binsign.Policy.from_bytes(signed, owner_key=public, mac=SECRET)


# Verdicts


def test_what_is_allowed_is_signed_as_without_a_policy() -> None:
    params = order(timestamp=NOW)
    assert (
        guarded().sign("POST", "/api/v3/order", params).target
        == binsign.Signer(API_KEY, SECRET).sign("POST", "/api/v3/order", params).target
    )


def test_a_denial_says_what_was_decided_by_what() -> None:
    signer = guarded()
    other = denied(signer, "POST", "/api/v3/order", order(symbol="LTCBTC"))
    assert (other.code, other.clause, other.rule, other.param) == ("ARGUMENT_NOT_LISTED", "D 9", "quotes", "symbol")
    assert other.opens is None
    # 0.02 x 30000 = 600.
    large = denied(signer, "POST", "/api/v3/order", order(quantity="0.02"))
    assert (large.code, large.rule, large.param) == ("ARGUMENT_TOO_LARGE", "quotes", "price")
    assert "500" in large.message
    funds = denied(signer, "POST", "/sapi/v1/capital/withdraw/apply", {"coin": "BTC", "address": "a", "amount": 1})
    assert (funds.code, funds.clause) == ("PERMISSION_NOT_DECLARED", "D 9")
    unknown = denied(signer, "GET", "/api/v3/nonsense")
    assert (unknown.code, unknown.rule) == ("ROUTE_UNKNOWN", "documented-routes")
    for denial in (other, large, funds, unknown):
        assert denial.number // 100 == 4
        again = pickle.loads(pickle.dumps(denial))
        assert vars(again) == vars(denial)
        assert "LTCBTC" not in str(denial)


def test_a_malformed_request_is_an_error_with_a_policy_too() -> None:
    with pytest.raises(binsign.Error) as raised:
        guarded().check("POST", "/api/v3/order", [("symbol", "A"), ("symbol", "B")])
    assert raised.value.code == "PARAMETER_TWICE"


def test_every_kind_of_request_is_decided_on() -> None:
    text = MAKER.replace('routes = ["spot:trade"]', 'routes = ["spot:trade", "wss", "fix logon"]')
    signer = guarded(text)
    signer.check_ws("order.place", ORDER, id="1")
    signer.check_ws("order.place", ORDER, id="1", in_session=True)
    with pytest.raises(binsign.Denied) as raised:
        signer.sign_ws("order.place", order(symbol="LTCBTC"), id="1")
    assert raised.value.rule == "quotes"
    with pytest.raises(binsign.Denied) as raised:
        signer.in_session_ws("order.place", order(symbol="LTCBTC"), id="1")
    assert raised.value.rule == "quotes"
    assert "signature" not in signer.in_session_ws("order.place", ORDER, id="1").message
    with pytest.raises(binsign.Refusal):
        signer.check_stream({"random": "r", "topic": "t", "nonsense": "1"})
    with pytest.raises(binsign.Denied) as raised:
        signer.check_fix_logon("EXAMPLE")
    assert raised.value.code == "PERMISSION_NOT_DECLARED"


def test_the_reasons_line_by_line() -> None:
    signer = guarded()
    assert signer.explain("POST", "/api/v3/order", ORDER)[-1] == "allowed"
    lines = signer.explain("POST", "/api/v3/order", order(symbol="LTCBTC"))
    assert "rule `quotes`: symbols: false" in lines
    assert lines[-1].startswith("denied: ARGUMENT_NOT_LISTED (D 9): ")
    assert signer.explain_ws("order.place", ORDER, id="1")[-1] == "allowed"
    # Looking used nothing up.
    assert place(signer)


def test_a_signature_that_opens_another_route() -> None:
    untrusted = MAKER.replace('app = "maker"', 'app = "maker"\ncaller = "untrusted"')
    confusable = denied(guarded(untrusted), "GET", ACCOUNT)
    assert (confusable.code, confusable.rule, confusable.clause) == ("CONFUSABLE", "caller", "D 9")
    assert confusable.opens
    assert confusable.opens in confusable.message


def test_the_application_the_time_and_the_type_of_the_key() -> None:
    assert denied(guarded(app="another"), "GET", ACCOUNT).code == "APP_OTHER"
    assert denied(guarded(app=None), "GET", ACCOUNT).code == "APP_OTHER"
    assert denied(guarded(clock=lambda: None), "GET", ACCOUNT).code == "TIME_NEEDED"
    asymmetric = guarded(MAKER.replace("[[allow]]", '[key]\ntype = "asymmetric"\n[[allow]]', 1))
    assert denied(asymmetric, "GET", ACCOUNT).code == "KEY_TYPE_BELOW"
    policy = asymmetric.policy
    signer = binsign.Signer(API_KEY, private_key=ED25519_PEM, policy=policy, app="maker", clock=Clock())
    assert signer.sign("GET", ACCOUNT).signature


def test_arguments_that_do_not_go_together() -> None:
    alone: list[dict[str, Any]] = [{"app": "maker"}, {"state": b""}, {"state_sequence": 1}]
    for options in alone:
        with pytest.raises(TypeError, match="policy"):
            binsign.Signer(API_KEY, SECRET, **options)
    with pytest.raises(TypeError, match="state_sequence"):
        binsign.Signer(API_KEY, SECRET, policy=maker(), state=b"")
    with pytest.raises(TypeError, match="callable"):
        binsign.Signer(API_KEY, SECRET, clock=1)  # type: ignore[call-overload]
    with pytest.raises(TypeError, match="whole number"):
        guarded(clock=lambda: "now").check("GET", ACCOUNT)
    with pytest.raises(ZeroDivisionError):
        guarded(clock=lambda: 1 // 0).sign("GET", ACCOUNT)


def test_without_a_policy_there_is_nothing_to_keep(signer: binsign.Signer) -> None:
    assert signer.policy is None
    assert signer.key_state == "active"
    request = signer.sign("GET", ACCOUNT)
    for act in (signer.state, signer.observed, signer.suspend, signer.clear, lambda: signer.observe(request, 200)):
        with pytest.raises(TypeError, match="no policy"):
            act()
    with pytest.raises(TypeError, match="not signed under a policy"):
        guarded().observe(request, 200)
    signer.check("GET", ACCOUNT)
    signer.revoke()
    with pytest.raises(binsign.Error) as raised:
        signer.sign("GET", ACCOUNT)
    assert raised.value.code == "HANDLE_USED_UP"


# Limits


def test_of_many_threads_exactly_as_many_pass_as_the_limit_has() -> None:
    signer = guarded(clock=None)

    def attempt(_: int) -> str:
        try:
            place(signer)
        except binsign.Denied as denial:
            return denial.code
        return "signed"

    with ThreadPoolExecutor(8) as pool:
        outcomes = list(pool.map(attempt, range(400)))
    assert (outcomes.count("signed"), outcomes.count("LIMIT_SPENT")) == (20, 380)


def test_of_many_tasks_exactly_as_many_pass_as_the_limit_has() -> None:
    external = binsign.ExternalSigner(API_KEY, "HMAC", policy=maker(), app="maker")

    async def attempt() -> bool:
        try:
            pending = external.begin("POST", "/api/v3/order", ORDER)
        except binsign.Denied as denial:
            return denial.code != "LIMIT_SPENT"
        await asyncio.sleep(0)
        pending.finish(bytes(32))
        return True

    async def many() -> int:
        return sum(await asyncio.gather(*(attempt() for _ in range(50))))

    assert asyncio.run(many()) == 20


def test_what_is_dropped_unsigned_is_given_back() -> None:
    external = binsign.ExternalSigner(API_KEY, "HMAC", policy=maker(), app="maker")
    begun = [external.begin("POST", "/api/v3/order", ORDER) for _ in range(20)]
    with pytest.raises(binsign.Denied) as raised:
        external.begin("POST", "/api/v3/order", ORDER)
    assert (raised.value.code, raised.value.rule) == ("LIMIT_SPENT", "orders an hour")
    begun.pop()
    gc.collect()
    external.begin("POST", "/api/v3/order", ORDER).finish(bytes(32))
    with pytest.raises(binsign.Denied):
        external.begin("POST", "/api/v3/order", ORDER)


def test_a_failing_signature_elsewhere_costs_nothing() -> None:
    def broken(payload: bytes) -> bytes:
        raise ZeroDivisionError

    external = binsign.ExternalSigner(API_KEY, "HMAC", broken, policy=maker(), app="maker")
    for _ in range(40):
        with pytest.raises(ZeroDivisionError):
            external.sign("POST", "/api/v3/order", ORDER)


def test_times_are_given_out_once() -> None:
    signer = guarded()
    stamps = [str(place(signer).payload).rpartition("=")[2] for _ in range(3)]
    assert stamps == [str(NOW), str(NOW + 1), str(NOW + 2)]
    with pytest.raises(binsign.Denied) as raised:
        signer.sign("GET", ACCOUNT, timestamp=NOW)
    assert (raised.value.code, raised.value.param) == ("TIMESTAMP_REPEATED", "timestamp")
    # 1500 ms later at the exchange, in the middle of a round trip of 200.
    signer.observe_time(NOW, NOW + 200, NOW + 1600)
    assert signer.observed().offset_ms == 1500
    assert signer.sign("GET", ACCOUNT).query.startswith(f"timestamp={NOW + 1500}&")


def test_a_state_comes_back_and_an_older_one_does_not() -> None:
    signer = guarded()
    older, _ = signer.state()
    for _ in range(20):
        place(signer)
    saved, sequence = signer.state()
    later = Clock(NOW + 100)
    again = guarded(state=saved, state_sequence=sequence, clock=later)
    assert denied(again, "POST", "/api/v3/order", ORDER).code == "LIMIT_SPENT"
    with pytest.raises(binsign.Error) as raised:
        guarded(state=older, state_sequence=sequence)
    assert raised.value.code == "STATE_ROLLED_BACK"
    with pytest.raises(binsign.Error) as raised:
        guarded(state=saved[:-1], state_sequence=sequence)
    assert raised.value.code == "STATE_MALFORMED"


# Answers


def test_answers_of_the_exchange() -> None:
    clock = Clock()
    signer = guarded(clock=clock)
    sent = place(signer)
    fine = signer.observe(sent, 200, {"X-MBX-USED-WEIGHT-1M": "12", "x-mbx-order-count-10s": "3"}, b"{}")
    assert (fine.meaning, fine.used_weight, fine.orders_10s, fine.orders_1d) == ("fine", 12, 3, None)
    assert (fine.key_state, fine.wait_until_ms, fine.reason) == ("active", None, None)

    waiting = signer.observe(sent, 429, [(b"Retry-After", b"30")])
    assert (waiting.meaning, waiting.wait_until_ms) == ("wait", NOW + 30_000)
    assert denied(signer, "GET", ACCOUNT).code == "EXCHANGE_WAIT"
    clock.now = NOW + 30_000
    assert signer.sign("GET", ACCOUNT)

    rejected = signer.observe(sent, 401, None, '{"code":-2015,"msg":"Invalid API-key, IP, or permissions for action."}')
    assert (rejected.meaning, rejected.key_state, rejected.reason) == ("key-rejected", "suspended", -2015)
    assert repr(rejected) == "<Observed suspended key-rejected>"
    assert denied(signer, "GET", ACCOUNT).code == "KEY_SUSPENDED"
    signer.clear()
    assert signer.sign("GET", ACCOUNT)


def test_an_order_that_is_unknown_is_not_placed_again() -> None:
    signer = guarded()
    sent = place(signer, newClientOrderId="maker-1")
    assert signer.observe(sent, 502).meaning == "unknown"
    again = denied(signer, "POST", "/api/v3/order", order(newClientOrderId="maker-1"))
    assert (again.code, again.param) == ("ORDER_UNKNOWN", "newClientOrderId")
    asked = signer.sign("GET", "/api/v3/order", {"symbol": "BTCUSDT", "origClientOrderId": "maker-1"})
    signer.observe(asked, 200, {}, b'{"status":"NEW"}')
    assert place(signer, newClientOrderId="maker-1")


def test_what_cannot_be_an_answer() -> None:
    signer = guarded()
    sent = place(signer)
    with pytest.raises(TypeError, match="headers"):
        signer.observe(sent, 200, {"a": 1})  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="request"):
        signer.observe("POST", 200)  # type: ignore[arg-type]
    message = signer.sign_ws("order.place", ORDER, id="1")
    assert signer.observe(message, 0, None, '{"id":"1","status":200,"result":{}}').meaning == "fine"


# The key


def test_what_the_exchange_says_of_the_key() -> None:
    answer = {"ipRestrict": False, "createTime": NOW - 1, "enableReading": True, "enableWithdrawals": True}
    signer = guarded(key_info=answer)
    assert denied(signer, "POST", "/api/v3/order", ORDER).code == "PERMISSION_NOT_GRANTED"
    found = signer.findings()
    assert (found[0].name, found[0].severity, found[0].clause) == ("WITHDRAWALS_UNRESTRICTED", "high", "E 11 d")
    assert "enableWithdrawals" in {finding.permission for finding in found if finding.name == "PERMISSION_UNNEEDED"}
    needed = signer.findings(["enableReading", "enableWithdrawals"])
    assert not {finding.name for finding in needed} & {"PERMISSION_UNNEEDED", "PERMISSION_MISSING"}
    with pytest.raises(ValueError, match="permission"):
        signer.findings(["enableTeleportation"])
    for form in (json.dumps(answer | {"enableSpotAndMarginTrading": True}), b'{"enableSpotAndMarginTrading":true}'):
        signer.key_info(form)
    assert place(signer)
    with pytest.raises(binsign.Error) as raised:
        signer.key_info(b'{"code":-2014,"msg":"API-key format invalid."}')
    assert raised.value.code == "KEY_INFO_IS_ERROR"
    with pytest.raises(TypeError, match="key_info"):
        guarded().findings()


def test_an_answer_that_is_old() -> None:
    signer = guarded(MAKER.replace("[[allow]]", '[key]\ninfo_max_age = "1d"\n[[allow]]', 1))
    assert denied(signer, "GET", ACCOUNT).code == "KEY_INFO_NEEDED"
    answer = b'{"enableReading":true}'
    signer.key_info(answer, observed_at=NOW - 86_400_001)
    assert denied(signer, "GET", ACCOUNT).code == "KEY_INFO_OLD"
    signer.key_info(answer, observed_at=NOW - 86_400_000)
    assert signer.sign("GET", ACCOUNT)


def test_a_key_that_is_revoked_stays_so() -> None:
    signer = guarded()
    signer.suspend(7)
    assert signer.observed().reason == 7
    assert denied(signer, "GET", ACCOUNT).code == "KEY_SUSPENDED"
    signer.clear()
    assert signer.observed().key_state == "active"
    signer.revoke()
    signer.clear()
    assert signer.key_state == "revoked"
    assert denied(signer, "GET", ACCOUNT).code == "KEY_REVOKED"
    saved, sequence = signer.state()
    again = guarded(state=saved, state_sequence=sequence)
    assert denied(again, "GET", ACCOUNT).code == "KEY_REVOKED"
    again.terminate()
    assert denied(again, "GET", ACCOUNT).code == "KEY_TERMINATED"
    closed = guarded()
    closed.close()
    with pytest.raises(binsign.Error) as raised:
        closed.sign("GET", ACCOUNT)
    assert raised.value.code == "HANDLE_USED_UP"


def test_a_key_elsewhere_is_revoked_by_the_guard() -> None:
    external = binsign.ExternalSigner(API_KEY, "HMAC", lambda _: bytes(32), policy=maker(), app="maker")
    assert external.sign("GET", ACCOUNT)
    external.revoke()
    with pytest.raises(binsign.Denied) as raised:
        external.begin("GET", ACCOUNT)
    assert raised.value.code == "KEY_REVOKED"


# Two persons


def test_an_approval_serves_once() -> None:
    approver = load_pem_private_key(ED25519_PEM.encode(), None)
    assert isinstance(approver, Ed25519PrivateKey)
    public = approver.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    key = base64.b64encode(public).decode()
    text = MAKER.replace('name = "quotes"', f'name = "quotes"\napproval = "{key}"')
    signer = guarded(text)
    params = order(symbol="BTCUSDT")
    assert denied(signer, "POST", "/api/v3/order", params).code == "APPROVAL_NEEDED"
    # docs/policy.md, section 9.
    moment = (NOW + 60_000).to_bytes(8, "little")
    asked = "&".join(f"{name}={value}" for name, value in params.items())
    assert signer.policy is not None
    content = b"binsign approval 1\n" + bytes.fromhex(signer.policy.sha256) + moment
    approval = moment + approver.sign(content + b"rest POST /api/v3/order\n" + asked.encode())
    signer.check("POST", "/api/v3/order", params, approval=approval)
    assert signer.sign("POST", "/api/v3/order", params, approval=approval).signature
    for wrong in (approval, approval[:-1], bytes(72)):
        with pytest.raises(binsign.Denied) as raised:
            signer.sign("POST", "/api/v3/order", params, approval=wrong)
        assert (raised.value.code, raised.value.rule) == ("APPROVAL_INVALID", "quotes")


# Memory


def test_a_clock_that_knows_its_signer_is_let_go() -> None:
    class Owner:
        signer: binsign.Signer

    owner = Owner()
    gone = weakref.ref(owner)
    owner.signer = guarded(clock=lambda: NOW)
    del owner
    gc.collect()
    assert gone() is None
