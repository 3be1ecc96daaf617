"""The denials that only a policy gives, each by a policy that has reason to: the code, the clause and the rule."""

from typing import Any

import pytest
from documented import API_KEY, SECRET
from policies import ACCOUNT, MAKER, NOW, ORDER

import binsign

ORDER_ROUTE = ("POST", "/api/v3/order")
LOOK = ("GET", ACCOUNT)
BOTH = ("enableReading", "enableSpotAndMarginTrading")
TREASURY = """
policy = "binsign 1"
name = "treasury"
version = 1
purpose = "withdraws to one address"
permissions = ["enableWithdrawals"]

[[allow]]
name = "payout"
routes = ["wallet:withdraw"]
to = [{ coin = "BTC", network = "BTC", address = "1BoatSLRHtKNngkdXEeobR76b53LETtpyT" }]
"""


def table(name: str, line: str) -> str:
    """The maker's policy with a line in a table of its head."""
    return MAKER.replace("[[allow]]", f"[{name}]\n{line}\n\n[[allow]]", 1)


def head(line: str) -> str:
    """The maker's policy with a line in its head."""
    return MAKER.replace("[[allow]]", f"{line}\n\n[[allow]]", 1)


def info(**more: Any) -> dict[str, Any]:
    """What the exchange says of a key that the maker's policy takes."""
    return {"ipRestrict": False, "createTime": NOW - 1, **dict.fromkeys(BOTH, True), **more}


# Code, clause, rule; policy, route, parameters, other arguments of check, what the signer is told.
Denial = tuple[str, str, str, str, tuple[str, str], dict[str, Any] | None, dict[str, Any], dict[str, Any]]
WITHDRAW = ("POST", "/sapi/v1/capital/withdraw/apply")
ELSEWHERE = {"coin": "BTC", "network": "BTC", "address": "1dice8EMZmqKvrGE4Qc9bUFf9PX3xaYDp", "amount": "1"}
CANCEL = ("DELETE", "/api/v3/order")
RESTRICTED = table("key", "ip_restricted = true")
NARROW = table("time", 'recv_window_max = "1s"')
NO_CANCELS = MAKER + '\n[[forbid]]\nname = "no cancels"\nroutes = ["spot:cancel"]\n'
UNDOCUMENTED = ("GET", "/sapi/v1/apiReferral/kickback/historicalRecord")
DENIALS: list[Denial] = [
    ("STOPPED", "H 17", "stop", head("stop = true"), LOOK, None, {}, {}),
    ("POLICY_NOT_YET", "G 16", "valid_from", head("valid_from = 2099-01-01"), LOOK, None, {}, {}),
    ("POLICY_EXPIRED", "G 16", "valid_until", head("valid_until = 2023-01-01"), LOOK, None, {}, {}),
    # The moment is on a Tuesday.
    ("OUTSIDE_HOURS", "G 16", "hours", table("time", 'hours = ["mon 00:00-24:00"]'), LOOK, None, {}, {}),
    ("KEY_OTHER", "D 6", "key.created", table("key", f"created = {NOW}"), LOOK, None, {}, info()),
    ("KEY_EXPIRED", "E 11 c", "key-state", MAKER, ORDER_ROUTE, ORDER, {}, info(tradingAuthorityExpirationTime=NOW)),
    ("KEY_UNRESTRICTED", "E 11 d", "key.ip_restricted", RESTRICTED, ORDER_ROUTE, ORDER, {}, info()),
    ("ROUTE_RETIRED", "F 13", "documented-routes", MAKER, ("POST", "/api/v3/userDataStream"), None, {}, {}),
    ("ROUTE_UNDOCUMENTED", "F 13", "documented-routes", MAKER, UNDOCUMENTED, None, {}, {}),
    ("ROUTE_TRUST", "F 13", "trust.inferred", table("trust", 'inferred = "deny"'), LOOK, None, {}, {}),
    ("TIMESTAMP_MISSING", "D 8", "time.tolerance", MAKER, LOOK, None, {"timestamp": None}, {}),
    ("TIMESTAMP_OFF", "D 8", "time.tolerance", MAKER, LOOK, None, {"timestamp": NOW - 5001}, {}),
    ("RECV_WINDOW_OVER_CAP", "D 8", "time.recv_window_max", NARROW, LOOK, None, {"recv_window": 1001}, {}),
    ("PARAMETER_UNKNOWN", "F 13", "trust.parameters", MAKER, ORDER_ROUTE, {**ORDER, "nonsense": 1}, {}, {}),
    ("FORBIDDEN", "D 9", "no cancels", NO_CANCELS, CANCEL, {"symbol": "BTCUSDT", "orderId": 1}, {}, {}),
    ("NOT_ALLOWED", "F 15 f", "default", MAKER, ("POST", "/sapi/v1/margin/order"), ORDER, {}, {}),
    ("ARGUMENT_NEEDED", "D 9", "quotes", MAKER, ORDER_ROUTE, {**ORDER, "symbol": None}, {}, {}),
    ("ARGUMENT_TOO_SMALL", "D 9", "quotes", MAKER.replace('max = "500"', 'min = "301"'), ORDER_ROUTE, ORDER, {}, {}),
    ("DESTINATION_NOT_LISTED", "D 9", "payout", TREASURY, WITHDRAW, ELSEWHERE, {}, {}),
]


@pytest.mark.parametrize("denial", DENIALS, ids=lambda denial: denial[0])
def test_a_denial(denial: Denial) -> None:
    code, clause, rule, text, route, params, options, key_info = denial
    policy = binsign.Policy.from_toml(text)
    signer = binsign.Signer(
        API_KEY, SECRET, policy=policy, app=policy.app, clock=lambda: NOW, key_info=key_info or None
    )
    with pytest.raises(binsign.Denied) as raised:
        signer.check(*route, params, **options)
    denied = raised.value
    assert (denied.code, denied.clause, denied.rule) == (code, clause, rule)


def test_the_weight_of_this_minute() -> None:
    policy = binsign.Policy.from_toml(table("exchange", "weight_cap = 100"))
    signer = binsign.Signer(API_KEY, SECRET, policy=policy, app="maker", clock=lambda: NOW)
    sent = signer.sign(*LOOK)
    signer.observe(sent, 200, {"X-MBX-USED-WEIGHT-1M": "99"})
    signer.check(*LOOK)
    signer.observe(sent, 200, {"X-MBX-USED-WEIGHT-1M": "100"})
    with pytest.raises(binsign.Denied) as raised:
        signer.check(*LOOK)
    assert (raised.value.code, raised.value.rule) == ("WEIGHT_SPENT", "weight_cap")


def test_a_clock_that_jumps_back() -> None:
    times = [NOW, NOW - 5001]
    policy = binsign.Policy.from_toml(MAKER)
    signer = binsign.Signer(API_KEY, SECRET, policy=policy, app="maker", clock=lambda: times.pop(0))
    signer.sign(*LOOK)
    with pytest.raises(binsign.Denied) as raised:
        signer.sign(*LOOK)
    assert (raised.value.code, raised.value.clause) == ("CLOCK_BACK", "G 16")


def test_a_policy_of_a_lower_version() -> None:
    later = binsign.Policy.from_toml(MAKER.replace("version = 3", "version = 4"))
    saved, sequence = binsign.Signer(API_KEY, SECRET, policy=later).state()
    with pytest.raises(binsign.Error) as raised:
        binsign.Signer(API_KEY, SECRET, policy=binsign.Policy.from_toml(MAKER), state=saved, state_sequence=sequence)
    assert raised.value.code == "POLICY_ROLLED_BACK"


def test_an_answer_that_is_none(signer: binsign.Signer) -> None:
    for answer in (b"[]", b"", "{}", '{"enableReading":1}'):
        with pytest.raises(binsign.Error) as raised:
            signer.key_info(answer)
        assert raised.value.code == "KEY_INFO_MALFORMED"
