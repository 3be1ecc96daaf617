"""Cases of the exchange's answers and what follows from each (docs/policy.md, section 10; texts and codes as Binance documents them)."""

from ruled import NOW, Session, policy

READ = {"method": "GET", "path": "/api/v3/account", "params": []}
PASSES = ("allow",)
BROAD = [{"routes": ["any:any"]}]
ALL = ("enableReading", "enableSpotAndMarginTrading", "enableFutures")
WAITS = ("deny", "EXCHANGE_WAIT", "F 13", "exchange")
SUSPENDED = ("deny", "KEY_SUSPENDED", "D 10", "key-state")
UNKNOWN = ("deny", "ORDER_UNKNOWN", "J 19", "order-state", "newClientOrderId")
NOT_KEY = {"code": -2015, "msg": "Invalid API-key, IP, or permissions for action."}
BAD_SIGNATURE = {"code": -1022, "msg": "Signature for this request is not valid."}
TOO_MANY = {"code": -1003, "msg": "Too much request weight used; current limit is 6000 request weight per 1 MINUTE."}
TIMEOUT = {"code": -1007, "msg": "Timeout waiting for response from backend server. Send status unknown; execution status unknown."}


def order(client_id="a", symbol="LTCBTC", path="/api/v3/order"):
    params = [["symbol", symbol], ["side", "BUY"], ["type", "MARKET"], ["quantity", "1"]]
    return {"method": "POST", "path": path, "params": params + ([["newClientOrderId", client_id]] if client_id else [])}


def status(client_id="a", symbol="LTCBTC"):
    return {"method": "GET", "path": "/api/v3/order", "params": [["symbol", symbol], ["origClientOrderId", client_id]]}


def at(ms, fields, **more):
    return {**fields, "now": NOW + ms, "timestamp": NOW + ms, **more}


def answer(ms, number, body=None, **headers):
    headers = {name.replace("_", "-"): value for name, value in headers.items()}
    return {"now": NOW + ms, "observe": {"status": number, **({"headers": headers} if headers else {}), **({} if body is None else {"body": body})}}


def observed(**fields):
    return "observed", {"key_state": "active", "clock_offset_ms": 0, **fields}


def session(name, *steps, head="", **more):
    """Steps after a request that was signed at the beginning."""
    one = Session(f"answer-{name}", policy(head=head, permissions=ALL, allow=BROAD), **more)
    for fields, expected in ((at(0, READ), PASSES), *steps):
        yield one.case(expected, **fields)


def waits():
    def waiting(name, fields, wait):
        until = NOW + 1 + wait
        yield from session(f"wait-{name}", (fields, observed(wait_until_ms=until)), (at(wait, READ), WAITS), (at(wait, {"method": "GET", "path": "/api/v3/time", "params": []}), WAITS),
                           (at(wait + 1, READ), PASSES))

    yield from waiting("429", answer(1, 429, TOO_MANY), 60_000)
    yield from waiting("418", answer(1, 418, "<html>"), 120_000)
    yield from waiting("code", answer(1, 400, TOO_MANY), 60_000)
    yield from waiting("header", answer(1, 429, TOO_MANY, Retry_After="30"), 30_000)
    yield from waiting("header-small", answer(1, 429, "", retry_after="7"), 7_000)
    yield from waiting("banned", answer(1, 418, {"code": -1003, "msg": f"Way too much request weight used; IP banned until {NOW + 5001}. Please use WebSocket Streams for live updates to avoid bans."}), 5_000)
    yield from waiting("longest", answer(1, 418, {"code": -1003, "msg": f"IP banned until {NOW + 5001}."}, Retry_After="9"), 9_000)
    yield from waiting("three-days", answer(1, 418, "", Retry_After="999999999"), 3 * 86_400_000)
    yield from waiting("websocket", answer(1, 0, {"id": "1", "status": 418, "error": {"code": -1003, "msg": "Way too much request weight used.", "data": {
        "serverTime": NOW + 500, "retryAfter": NOW + 4500}}}), 4_000)
    yield from session("no-wait", (answer(1, 429, TOO_MANY, Retry_After="0"), observed()), (at(2, READ), PASSES))
    yield from session("wait-stays", (answer(1, 429, "", Retry_After="5"), observed(wait_until_ms=NOW + 5001)), (answer(2, 200, {}), observed(wait_until_ms=NOW + 5001)),
                       ({"now": NOW + 3, "do": "restart"}, observed(wait_until_ms=NOW + 5001)), (at(5000, READ), WAITS), (at(5001, READ), PASSES))


def rejections():
    def rejected(name, fields, reason):
        yield from session(f"rejected-{name}", (fields, ("observed", {"key_state": "suspended", "reason": reason, "clock_offset_ms": 0})), (at(2, READ), SUSPENDED),
                           ({"do": "restart"}, ("observed", {"key_state": "suspended", "reason": reason, "clock_offset_ms": 0})), (at(3, READ), SUSPENDED),
                           ({"do": "clear"}, observed()), (at(4, READ), PASSES))

    yield from rejected("2015", answer(1, 401, NOT_KEY), -2015)
    for code in -2008, -2014, -2017:
        yield from rejected(str(-code), answer(1, 400, {"code": code, "msg": "no"}), code)
    yield from rejected("401", answer(1, 401, "<html>"), 0)
    yield from rejected("websocket", answer(1, 0, {"id": None, "status": 401, "error": NOT_KEY}), -2015)
    fault = answer(1, 400, BAD_SIGNATURE)
    three = ("observed", {"key_state": "suspended", "reason": -1022, "clock_offset_ms": 0})
    yield from session("faults", (fault, observed()), (fault, observed()), (fault, three), (at(2, READ), SUSPENDED), ({"do": "clear"}, observed()), (fault, observed()))
    yield from session("faults-forgiven", (fault, observed()), (fault, observed()), (answer(1, 200, {}), observed()), (fault, observed()), (fault, observed()), (fault, three))
    yield from session("one-fault", (fault, three), head="[exchange]\nsignature_faults = 1")
    for number, fields in enumerate([answer(1, 400, {"code": -1121, "msg": "Invalid symbol."}), answer(1, 403, "<html>WAF</html>"), answer(1, 400, "{"), answer(1, 404, "[]"),
                                     answer(1, 400, {"code": "-2015"}), answer(1, 200, {"code": 200, "msg": "success"}), answer(1, 200)]):
        yield from session(f"nothing-{number}", (fields, observed()), (at(2, READ), PASSES))


def weights():
    head = "[exchange]\nweight_cap = 1200"
    spent = ("deny", "WEIGHT_SPENT", "F 13", "weight_cap")
    futures = {"method": "GET", "path": "/fapi/v3/account", "params": []}
    yield from session("weight", (answer(1, 200, {}, X_MBX_USED_WEIGHT_1M="1199"), observed(used_weight=1199)), (at(2, READ), PASSES),
                       (answer(3, 200, {}, x_mbx_used_weight_1m="1200"), observed(used_weight=1200)), (at(4, READ), spent), (at(5, futures), PASSES),
                       (at(59_999, READ), spent), (at(60_000, READ), PASSES), head=head)
    yield from session("no-cap", (answer(1, 200, {}, X_MBX_USED_WEIGHT_1M="6000"), observed(used_weight=6000)), (at(2, READ), PASSES))
    yield from session("orders", (answer(1, 200, {}, X_MBX_ORDER_COUNT_10S="1", X_MBX_ORDER_COUNT_1D="70"), observed(orders_10s=1, orders_1d=70)),
                       (answer(1, 200, {}, X_MBX_ORDER_COUNT_1M="7"), observed(orders_1m=7)))
    limits = [{"rateLimitType": "REQUEST_WEIGHT", "interval": "MINUTE", "intervalNum": 1, "limit": 6000, "count": 1300},
              {"rateLimitType": "ORDERS", "interval": "SECOND", "intervalNum": 10, "limit": 50, "count": 12},
              {"rateLimitType": "ORDERS", "interval": "DAY", "intervalNum": 1, "limit": 160000, "count": 4043}]
    yield from session("websocket", (answer(1, 0, {"id": "1", "status": 200, "result": {}, "rateLimits": limits}), observed(used_weight=1300, orders_10s=12, orders_1d=4043)),
                       (at(2, READ), spent), head=head)


def orders():
    def lost(name, fields, *steps, first=None):
        yield from session(f"order-{name}", (at(1, first or order()), PASSES), (fields, ("observed",)), *steps)

    for name, fields in [("500", answer(2, 500, {"code": -1000, "msg": "x"})), ("502", answer(2, 502, "<html>")), ("1007", answer(2, 400, TIMEOUT)),
                         ("1006", answer(2, 400, {"code": -1006, "msg": "x"})), ("none", answer(2, 0, "")),
                         ("websocket", answer(2, 0, {"id": "1", "status": 500, "error": {"code": -1000, "msg": "x"}}))]:
        yield from lost(name, fields, (at(3, order()), UNKNOWN), (at(4, order("b")), PASSES), (at(5, order("a", "BTCUSDT")), PASSES), (at(6, order(None)), PASSES),
                        ({"do": "restart"}, observed()), (at(7, order()), UNKNOWN), (at(8, status("b")), PASSES), (answer(9, 200, {}), observed()), (at(10, order()), UNKNOWN),
                        (at(11, status()), PASSES), (answer(12, 502, ""), observed()), (at(13, order()), UNKNOWN), (at(14, status()), PASSES), (answer(15, 200, {}), observed()),
                        (at(16, order()), PASSES))
    yield from lost("not-there", answer(2, 503, ""), (at(3, status()), PASSES), (answer(4, 400, {"code": -2013, "msg": "Order does not exist."}), observed()), (at(5, order()), PASSES))
    yield from lost("refused", answer(2, 400, {"code": -2010, "msg": "Account has insufficient balance for requested action."}), (at(3, order()), PASSES))
    yield from lost("no-id", answer(2, 502, ""), (at(3, order()), PASSES), first=order(None))
    replace = {**order(), "path": "/api/v3/order/cancelReplace"}
    replace["params"] = [*replace["params"], ["cancelReplaceMode", "STOP_ON_FAILURE"], ["cancelOrderId", "1"]]
    yield from lost("replace", answer(2, 409, {"code": -2021, "msg": "Order cancel-replace partially failed."}), (at(3, order()), UNKNOWN), first=replace)
    yield from lost("conflict", answer(2, 409, {"code": -2021, "msg": "x"}), (at(3, order()), PASSES))
    steps = []
    for number in range(9):
        steps += [(at(2 * number + 1, order(f"o{number}")), PASSES), (answer(2 * number + 2, 502, ""), ("observed",))]
    yield from session("nine", *steps, (at(30, order("new")), UNKNOWN), (at(31, order(None)), PASSES), (at(32, status("o3")), PASSES), (answer(33, 200, {}), ("observed",)),
                       (at(34, order("new")), PASSES), (at(35, order("o0")), UNKNOWN))


def cases():
    for source in waits, rejections, weights, orders:
        yield from source()
