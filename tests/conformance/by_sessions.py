"""Cases that share a session: limits and their windows, the clock, timestamps, what is only asked, and restarting; drawn ones, too."""

from ruled import API_KEY, HMAC, NOW, Session, drawn, policy

POST = {"method": "POST", "path": "/api/v3/order"}
DELETE = {"method": "DELETE", "path": "/api/v3/order", "params": [["symbol", "LTCBTC"], ["orderId", "1"]]}
PASSES = ("allow",)
BROAD = [{"routes": ["any:any"]}]


def order(quantity="1", price="100", symbol="LTCBTC"):
    params = [["symbol", symbol], ["side", "BUY"], ["type", "LIMIT"], ["timeInForce", "GTC"], ["quantity", quantity], ["price", price]]
    return {**POST, "params": params}


def at(ms, fields, **more):
    """A request so many ms after the beginning, with its own time as timestamp."""
    return {**fields, "now": NOW + ms, "timestamp": NOW + ms, **more}


SPENT = ("deny", "LIMIT_SPENT", "D 9", "limit 0")


def session(name, *steps, text=None, **tables):
    """One step after the other: (what is asked, what comes out)."""
    one = Session(f"session-{name}", text or policy(allow=BROAD, **tables))
    for fields, expected in steps:
        yield one.case(expected, **fields)


def limits():
    two = [{"count": "orders", "max": "2", "per": "8s"}]
    # Slices of a second: what was spent in the first comes back with the ninth after it.
    yield from session("orders", (at(0, order()), PASSES), (at(1, order()), PASSES), (at(2, order()), SPENT), (at(8999, order()), SPENT), (at(9000, order()), PASSES),
                       (at(9001, order()), PASSES), (at(9002, order()), SPENT), limit=two)
    yield from session("check", (at(0, order(), check=True), PASSES), (at(1, order(), check=True), PASSES), (at(1, order()), PASSES), (at(2, order()), PASSES),
                       (at(3, order(), check=True), SPENT), limit=two)
    yield from session("restart", (at(0, order()), PASSES), (at(1, order()), PASSES), ({"do": "restart"}, ("observed",)), (at(2, order()), SPENT),
                       ({"now": NOW + 8998, "do": "restart"}, ("observed",)), (at(9000, order()), PASSES), limit=two)
    yield from session("clock-back", (at(5000, order()), PASSES), (at(4000, order(), timestamp=NOW + 5001), PASSES), (at(4001, order(), timestamp=NOW + 5002), SPENT),
                       (at(13_999, order()), SPENT), (at(14_000, order()), PASSES), limit=two)
    yield from session("denied", (at(0, order()), PASSES), (at(1, order(), params=order()["params"][:2]), ("deny", "ARGUMENT_NEEDED")), (at(2, order()), PASSES),
                       limit=two, text=policy(allow=[{"routes": ["any:any"], "quantity": {"max": "5"}}], limit=two))
    money = [{"count": "notional", "max": "500.5", "per": "1m"}]
    yield from session("notional", (at(0, order("5", "100")), PASSES), (at(1, order("0.01", "50.01")), SPENT), (at(2, order("0.01", "50")), PASSES),
                       (at(3, order("0.00000001", "0.00000001")), SPENT), (at(4, {**POST, "params": order()["params"][:3]}), ("deny", "ARGUMENT_NEEDED", "D 9", "limit 0")),
                       (at(5, DELETE), PASSES), limit=money)
    yield from session("symbols", (at(0, order(symbol="BTCUSDT")), PASSES), (at(1, order()), PASSES), (at(2, order(symbol="ETHUSDT")), SPENT), (at(3, order()), PASSES),
                       limit=[{"count": "orders", "max": "1", "per": "1m", "symbols": ["*USDT"]}])
    yield from session("cancels", (at(0, DELETE), PASSES), (at(1, DELETE), SPENT), (at(2, order()), PASSES), (at(3, DELETE), PASSES), (at(4, DELETE), SPENT),
                       limit=[{"count": "cancels-per-order", "max": "2", "per": "1m", "from": 1}])
    yield from session("several", (at(0, order()), PASSES), (at(1, order()), ("deny", "LIMIT_SPENT", "F 13", "limit 1")), (at(2, DELETE), PASSES), (at(3, DELETE), SPENT),
                       limit=[{"count": "requests", "max": "2", "per": "1m"}, {"count": "mutating", "max": "1", "per": "1m", "routes": ["spot:order"], "clause": "F 13"}])
    withdrawal = {"method": "POST", "path": "/sapi/v1/capital/withdraw/apply",
                  "params": [["coin", "USDT"], ["address", "0x94df8b352de7f46f64b01d3666bf6e936e44ce60"], ["amount", "10"]]}
    yield from session("amounts", (at(0, withdrawal), PASSES), (at(1, withdrawal), SPENT), (at(27 * 3_600_000 - 1, withdrawal), SPENT), (at(27 * 3_600_000, withdrawal), PASSES),
                       limit=[{"count": "amount", "max": "19.999", "per": "1d", "coins": ["USDT"]}], permissions=["enableReading", "enableWithdrawals"])


def times():
    repeated = ("deny", "TIMESTAMP_REPEATED", "D 8", "time.timestamps", "timestamp")
    read = {"method": "GET", "path": "/api/v3/account", "params": []}
    for name, same, earlier in ("rising", repeated, repeated), ("not-falling", PASSES, repeated), ("any", PASSES, PASSES):
        yield from session(f"timestamps-{name}", (at(10, read), PASSES), (at(10, read), same), (at(11, read, timestamp=NOW + 9), earlier),
                           (at(11, read, timestamp=(NOW + 10) * 1000 + 1), PASSES), (at(11, read, timestamp=NOW + 10), earlier), (at(12, read), PASSES),
                           head=f'[time]\ntimestamps = "{name}"')
    back = ("deny", "CLOCK_BACK", "G 16", "time")
    yield from session("clock", (at(5001, read), PASSES), (at(0, read), back), (at(1, read, timestamp=NOW + 5002), ("deny", "TIMESTAMP_OFF")),
                       (at(2, read, timestamp=NOW + 5002), PASSES))
    yield from session("server-time", (at(0, read), PASSES), ({"now": NOW + 10, "observe": {"sent": NOW, "received": NOW + 10, "server": NOW + 6005}}, ("observed",)),
                       (at(11, read), ("deny", "TIMESTAMP_OFF")), (at(12, read, timestamp=NOW + 6012), PASSES),
                       ({"now": NOW + 32, "observe": {"sent": NOW + 12, "received": NOW + 32, "server": NOW}}, ("observed",)), (at(33, read, timestamp=NOW + 6033), PASSES))


def keys():
    read = {"method": "GET", "path": "/api/v3/account", "params": []}
    yield from session("revoked", (at(0, read), PASSES), ({"do": "revoke"}, ("observed", {"key_state": "revoked", "clock_offset_ms": 0})),
                       (at(1, read), ("deny", "KEY_REVOKED", "H 17", "key-state")), ({"do": "clear"}, ("observed", {"key_state": "revoked", "clock_offset_ms": 0})),
                       ({"do": "restart"}, ("observed",)), (at(2, read), ("deny", "KEY_REVOKED", "H 17", "key-state")),
                       ({"do": "terminate"}, ("observed", {"key_state": "terminated", "clock_offset_ms": 0})), (at(3, read), ("deny", "KEY_TERMINATED", "I 18", "key-state")),
                       ({"do": "revoke"}, ("observed", {"key_state": "terminated", "clock_offset_ms": 0})))
    yield from session("info-stays", (at(0, read, key_info={"enableReading": True}), PASSES), (at(1, order()), ("deny", "PERMISSION_NOT_GRANTED")),
                       (at(2, order(), key_info={"enableSpotAndMarginTrading": True}), PASSES), (at(3, read), ("deny", "PERMISSION_NOT_GRANTED")),
                       (at(4, read, key_info="x"), ("error", "KEY_INFO_MALFORMED")), (at(5, order()), PASSES))


def side_by_side():
    """Four sessions at a time, and what the driver says of a fifth that comes back."""
    text = policy(allow=BROAD, limit=[{"count": "orders", "max": "1", "per": "1m"}])
    four = [Session(f"session-side-{number}", text) for number in range(4)]
    for one in four:
        yield one.case(PASSES, **at(0, order()))
    for one in four:
        yield one.case(SPENT, **at(1, order()))
    base = {"api_key": API_KEY, "key": HMAC}
    yield {"id": "session-none", "session": "session-of-nobody", "now": NOW, "do": "clear"}, "CASE_NOT_UNDERSTOOD"
    yield {"id": "session-not-signed", "session": "session-not-signed", "policy": text, **base, **at(0, {"method": "GET", "path": "/api/v3/nothing", "params": []})}, {
        "id": "session-not-signed", "verdict": "deny", "code": "ROUTE_UNKNOWN", "clause": "F 13", "rule": "documented-routes"}
    yield {"id": "session-not-signed-1", "session": "session-not-signed", "now": NOW, "observe": {"status": 200}}, "CASE_NOT_UNDERSTOOD"
    yield {"id": "session-other-policy", "session": "session-not-signed", "policy": text + "\n", **base, **at(0, order())}, "CASE_NOT_UNDERSTOOD"
    yield {"id": "session-no-policy", "session": "session-broken", "policy_image": "AAAA", **base, **at(0, order())}, "POLICY_MALFORMED"
    yield {"id": "session-no-policy-1", "session": "session-broken", **at(0, order())}, "CASE_NOT_UNDERSTOOD"


def cases():
    for source in limits, times, keys, side_by_side:
        yield from source()
    yield from drawn("sessions", range(25), 16)
