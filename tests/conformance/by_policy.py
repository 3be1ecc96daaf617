"""Cases of policies: each step of the decision and each condition, both ways; written by hand from docs/policy.md, and drawn."""

import base64
import hashlib

from ruled import NOW, Session, alone, drawn, policy, policy_image

POST = {"method": "POST", "path": "/api/v3/order"}
UM = {"method": "POST", "path": "/fapi/v1/order"}
WITHDRAW = {"method": "POST", "path": "/sapi/v1/capital/withdraw/apply"}
# The order of Binance's documentation ("SIGNED Endpoint Examples").
ORDER = {"symbol": "LTCBTC", "side": "BUY", "type": "LIMIT", "timeInForce": "GTC", "quantity": "1", "price": "0.1"}
MARKET = {"symbol": "LTCBTC", "side": "BUY", "type": "MARKET", "quantity": "1"}
PAYMENT = {"coin": "USDT", "network": "ETH", "address": "0x94df8b352de7f46f64b01d3666bf6e936e44ce60", "amount": "10"}
TAGGED = {"coin": "XRP", "address": "rEb8TK3gBgk5auZkwc6sHnwrGVJH8DuaLh", "addressTag": "1234", "amount": "10"}
ALL = ("enableReading", "enableSpotAndMarginTrading", "enableFutures", "enableWithdrawals", "enableVanillaOptions", "enableMargin")
READ = {"method": "GET", "path": "/api/v3/account", "params": []}
# Some of what conditions are about the catalogue does not have for every route.
LENIENT = '[trust]\nparameters = "allow"'
FULL_INFO = {"ipRestrict": True, "enableReading": True, "enableSpotAndMarginTrading": True}


def pairs(table):
    return [[name, text] for name, text in table.items() if text is not None]


def order(route=POST, table=ORDER, **changes):
    return {**route, "params": pairs({**table, **changes}), "timestamp": NOW, "now": NOW}


def deny(code, param=None, rule="allow 0", clause="D 9"):
    return "deny", code, clause, rule, param


PASSES = ("allow",)
needed, listed = (lambda param: deny("ARGUMENT_NEEDED", param)), (lambda param: deny("ARGUMENT_NOT_LISTED", param))
small, large = (lambda param: deny("ARGUMENT_TOO_SMALL", param)), (lambda param: deny("ARGUMENT_TOO_LARGE", param))

# Conditions of one rule, and orders under it with what has to come out.
CONDITIONS = [
    ({"symbols": ["LTC*", "BTCUSDT"]}, [
        (order(), PASSES), (order(symbol="BTCUSDT"), PASSES), (order(symbol="BTCUSDT1"), listed("symbol")), (order(symbol="ltcbtc"), needed("symbol")),
        (order(symbol=None), needed("symbol")), (order(symbol=""), needed("symbol"))]),
    ({"symbols": ["?TC*C"]}, [(order(), PASSES), (order(symbol="TCBTC"), listed("symbol")), (order(symbol="BTCC"), PASSES)]),
    ({"sides": ["BUY"]}, [(order(), PASSES), (order(side="SELL"), listed("side")), (order(side="Buy"), needed("side"))]),
    ({"types": ["LIMIT", "LIMIT_MAKER"]}, [(order(), PASSES), (order(type="MARKET"), listed("type")), (order(type=None), needed("type"))]),
    ({"time_in_force": ["GTC"]}, [
        (order(), PASSES), (order(timeInForce="IOC"), listed("timeInForce")), (order(timeInForce=None), needed("timeInForce")),
        (order(timeInForce=None, type="LIMIT_MAKER"), PASSES), (order(table=MARKET), PASSES)]),
    ({"quantity": {"min": "0.5", "max": "1"}}, [
        (order(), PASSES), (order(quantity="0.50"), PASSES), (order(quantity="0.499999999"), small("quantity")), (order(quantity="1.000000001"), large("quantity")),
        (order(quantity="001"), PASSES), (order(quantity="1e0"), needed("quantity")), (order(quantity="-1"), needed("quantity")), (order(quantity=""), needed("quantity")),
        (order(quantity=".6"), needed("quantity")), (order(quantity="1."), needed("quantity")), (order(quantity="0.1234567890123456789"), needed("quantity")),
        (order(quantity="0.123456789012345678"), small("quantity")), (order(quantity=None, quoteOrderQty="1"), needed("quantity"))]),
    ({"price": {"max": "0.1"}}, [
        (order(), PASSES), (order(price="0.100000000000000001"), large("price")), (order(type="MARKET"), needed("price")), (order(price=None), needed("price")),
        (order(pegPriceType="PRIMARY_PEG"), needed("price"))]),
    ({"notional": {"min": "0.1", "max": "500"}}, [
        (order(), PASSES), (order(quantity="5000"), PASSES), (order(quantity="5000.00000001"), large("price")), (order(quantity="0.99999999"), small("price")),
        (order(table=MARKET), needed("quantity")), (order(table=MARKET, quantity=None, quoteOrderQty="500"), PASSES),
        (order(table=MARKET, quantity=None, quoteOrderQty="500.01"), large("quoteOrderQty")), (order(table=MARKET, quoteOrderQty="5"), needed("quantity")),
        (order(table=MARKET, quantity=None), needed("quoteOrderQty")), (order(quantity="999999999999999999", price="999999999999999999"), large("price"))]),
    ({"stp": ["EXPIRE_BOTH"]}, [
        (order(selfTradePreventionMode="EXPIRE_BOTH"), PASSES), (order(selfTradePreventionMode="NONE"), deny("ARGUMENT_NOT_LISTED", "selfTradePreventionMode", clause="F 15 i")),
        (order(), deny("ARGUMENT_NEEDED", "selfTradePreventionMode", clause="F 15 i"))]),
    ({"stp": ["EXPIRE_BOTH"], "clause": "X"}, [(order(), deny("ARGUMENT_NEEDED", "selfTradePreventionMode", clause="X"))]),
    ({"client_order_id": ["maker-*"]}, [
        (order(newClientOrderId="maker-"), PASSES), (order(newClientOrderId="Maker-1"), listed("newClientOrderId")), (order(), needed("newClientOrderId"))]),
    ({"where": {"newOrderRespType": ["ACK", "RESULT"], "icebergQty": {"max": "2"}}}, [
        (order(newOrderRespType="ACK", icebergQty="2"), PASSES), (order(newOrderRespType="ACK", icebergQty="2.1"), large("icebergQty")),
        (order(newOrderRespType="ACK"), needed("icebergQty")), (order(newOrderRespType="FULL"), listed("newOrderRespType")),
        (order(icebergQty="3"), large("icebergQty")), (order(icebergQty="1"), needed("newOrderRespType"))]),
    ({"symbols": ["LTCBTC"], "price": {"max": "1"}, "quantity": {"max": "1"}}, [
        (order(quantity="2", price="2"), large("quantity")), (order(symbol="A", quantity="2", price="2"), listed("symbol"))]),
]
FUTURES = [
    ({"reduce_only": True}, [
        (order(UM, reduceOnly="true"), PASSES), (order(UM, reduceOnly="TRUE"), PASSES), (order(UM, reduceOnly=True), PASSES), (order(UM, closePosition="true"), PASSES),
        (order(UM, reduceOnly="false"), listed("reduceOnly")), (order(UM), needed("reduceOnly")), (order(UM, reduceOnly="yes"), needed("reduceOnly")),
        (order(UM, reduceOnly="false", closePosition="1"), needed("reduceOnly")), (order(UM, closePosition="false"), needed("reduceOnly"))]),
    ({"close_position": False}, [(order(UM), PASSES), (order(UM, closePosition="false"), PASSES), (order(UM, closePosition="true"), listed("closePosition"))]),
    ({"close_position": True}, [(order(UM), listed("closePosition")), (order(UM, closePosition="true"), PASSES)]),
    ({"price": {"max": "1"}}, [
        (order(UM), PASSES), (order(UM, type="STOP"), PASSES), (order(UM, type="STOP_MARKET"), needed("price")), (order(UM, priceMatch="OPPONENT"), needed("price"))]),
    ({"notional": {"max": "500"}}, [(order(UM, table=MARKET), needed("quantity")), (order(UM, table=MARKET, quantity=None), needed(None))]),
]
FUNDS = [
    ({"coins": ["USD?"], "amount": {"max": "10"}}, [
        (order(WITHDRAW, PAYMENT), PASSES), (order(WITHDRAW, PAYMENT, amount="10.0000001"), large("amount")), (order(WITHDRAW, PAYMENT, coin="BTC"), listed("coin"))]),
    ({"to": [{"coin": "USDT", "network": "ETH", "address": PAYMENT["address"]}, {"coin": "XRP", "address": TAGGED["address"], "tag": "1234"}]}, [
        (order(WITHDRAW, PAYMENT), PASSES), (order(WITHDRAW, TAGGED), PASSES), (order(WITHDRAW, TAGGED, addressTag="1235"), deny("DESTINATION_NOT_LISTED", "addressTag")),
        (order(WITHDRAW, TAGGED, addressTag=None), deny("DESTINATION_NOT_LISTED", "addressTag")), (order(WITHDRAW, PAYMENT, network=None), deny("DESTINATION_NOT_LISTED", "network")),
        (order(WITHDRAW, PAYMENT, network="BSC"), deny("DESTINATION_NOT_LISTED", "network")), (order(WITHDRAW, PAYMENT, coin="BTC"), deny("DESTINATION_NOT_LISTED", "coin")),
        (order(WITHDRAW, PAYMENT, address=PAYMENT["address"].upper()), deny("DESTINATION_NOT_LISTED", "address")),
        (order(WITHDRAW, PAYMENT, address=None), needed("address")), (order(WITHDRAW, PAYMENT, addressTag="1234"), deny("DESTINATION_NOT_LISTED", "addressTag"))]),
    ({"client_order_id": ["w-*"]}, [(order(WITHDRAW, PAYMENT, withdrawOrderId="w-1"), PASSES), (order(WITHDRAW, PAYMENT), needed("withdrawOrderId"))]),
]


def conditions():
    for tables, routes in (CONDITIONS, "spot:order"), (FUTURES, "futures-um:order"), (FUNDS, "wallet:withdraw"):
        for number, (table, cases) in enumerate(tables):
            text = policy(head=LENIENT, permissions=ALL, allow=[{"routes": [routes], **table}])
            for at, (fields, expected) in enumerate(cases):
                yield alone(f"policy-{routes}-{number}-{at}", text, expected, **fields)


def batch(text):
    return {"method": "POST", "path": "/fapi/v1/batchOrders", "params": [["batchOrders", text]], "timestamp": NOW, "now": NOW}


GOOD = '{"symbol":"BTCUSDT","side":"BUY","type":"LIMIT","quantity":"1","price":"100","timeInForce":"GTC"}'


def batches():
    """Orders in an array, one by one, and arrays that nobody can read."""
    text = policy(permissions=ALL, allow=[{"routes": ["futures-um:order"], "notional": {"max": "100"}, "symbols": ["BTC*"]}])
    last = GOOD.replace("100", "100.01")
    for number, (array, expected) in enumerate([
        (f"[{GOOD}]", PASSES), (f"[{GOOD},{GOOD}]", PASSES), (f" [ {GOOD} , {GOOD} ] ", PASSES), (f"[{GOOD},{last}]", large("batchOrders[1].price")),
        (f"[{GOOD},{GOOD.replace('BTC', 'ETH')}]", listed("batchOrders[1].symbol")), (f"[{GOOD},{{}}]", needed("batchOrders[1].symbol")),
        (f"[{GOOD}".replace('"1"', "1") + "]", PASSES), (f"[{GOOD}".replace('"1"', "1e0") + "]", needed("batchOrders[0].price")),
        (f"[{GOOD[:-1]},\"price\":\"1\"}}]", needed("batchOrders[0].price")), (f"[{GOOD[:-1]},\"x\":null,\"x\":[{{}}]}}]", PASSES),
        (f"[{GOOD[:-1]},\"priceMatch\":\"NONE\"}}]", needed("batchOrders[0].price")), (f"[{GOOD}".replace('BTCUSDT"', 'BTC\\u0055SDT"') + "]", needed("batchOrders[0].symbol")),
        (f"[{GOOD[:-1]},\"sym\\u0062ol\":\"A\"}}]", needed("batchOrders")), ("[]", needed("batchOrders")), ("{}", needed("batchOrders")), ("", needed("batchOrders")),
        (f"[{GOOD}]x", needed("batchOrders")), (f"[{GOOD},]", needed("batchOrders")), (f"[{GOOD},1]", needed("batchOrders")), (f"{GOOD}", needed("batchOrders")),
        ("[" + ",".join([GOOD] * 100) + "]", PASSES), ("[" + ",".join([GOOD] * 101) + "]", needed("batchOrders")),
        (f"[{GOOD[:-1]},\"x\":{'[' * 14}{']' * 14}}}]", PASSES), (f"[{GOOD[:-1]},\"x\":{'[' * 15}{']' * 15}}}]", needed("batchOrders")),
        (f"[{GOOD[:-1]},\"x\":01}}]", needed("batchOrders")), (f"[{GOOD[:-1]},\"x\":NaN}}]", needed("batchOrders")), (f"[{GOOD[:-1]},'x':1}}]", needed("batchOrders")),
    ]):
        yield alone(f"policy-batch-{number}", text, expected, **batch(array))
    absent = {**batch(""), "params": []}
    yield alone("policy-batch-absent", text, needed("batchOrders"), **absent)


def lists():
    """Order lists: each leg by itself, and none that is not there."""
    text = policy(head=LENIENT, allow=[{"routes": ["spot:order"], "notional": {"max": "10"}}])
    oco = {"symbol": "LTCBTC", "side": "SELL", "quantity": "1", "aboveType": "LIMIT_MAKER", "abovePrice": "10", "belowType": "STOP_LOSS_LIMIT",
           "belowPrice": "9", "belowStopPrice": "9", "belowTimeInForce": "GTC"}
    route = {"method": "POST", "path": "/api/v3/orderList/oco"}
    for number, (changes, expected) in enumerate([
        ({}, PASSES), ({"abovePrice": "10.1"}, large("abovePrice")), ({"belowPrice": "11"}, large("belowPrice")), ({"belowType": "STOP_LOSS"}, needed("quantity")),
        ({"abovePegPriceType": "MARKET_PEG"}, needed("abovePrice")),
    ]):
        yield alone(f"policy-oco-{number}", text, expected, **order(route, oco, **changes))
    replace = {"method": "POST", "path": "/api/v3/order/cancelReplace"}
    table = {**ORDER, "cancelReplaceMode": "STOP_ON_FAILURE", "cancelOrderId": "1"}
    yield alone("policy-replace-0", text, PASSES, **order(replace, table))
    yield alone("policy-replace-1", text, large("price"), **order(replace, table, price="10.1"))
    ws = {"transport": "ws-api", "family": "spot", "method": "order.place"}
    yield alone("policy-ws-0", text, PASSES, **order(ws))
    yield alone("policy-ws-1", text, large("price"), **order(ws, price="10.1"))
    yield alone("policy-ws-2", text, PASSES, **order(ws), in_session=True)


def forbids():
    both = [{"routes": ["spot:order"]}, {"routes": ["reading"]}]
    for number, (table, fields, expected) in enumerate([
        ({"routes": ["spot:order"]}, order(), deny("FORBIDDEN", rule="forbid 0")), ({"routes": ["spot:cancel"]}, order(), PASSES),
        ({"routes": ["any:trade"], "symbols": ["LTC*"]}, order(), deny("FORBIDDEN", rule="forbid 0")), ({"routes": ["any:trade"], "symbols": ["BTC*"]}, order(), PASSES),
        ({"routes": ["any:trade"], "symbols": ["BTC*"]}, order(symbol=None), deny("ARGUMENT_NEEDED", "symbol", "forbid 0")),
        ({"routes": ["any:any"], "quantity": {"min": "2"}, "types": ["LIMIT"]}, order(), PASSES),
        ({"routes": ["any:any"], "quantity": {"min": "2"}, "types": ["LIMIT"]}, order(quantity="x"), deny("ARGUMENT_NEEDED", "quantity", "forbid 0")),
        ({"routes": ["any:any"], "quantity": {"min": "2"}, "types": ["MARKET"]}, order(quantity="x"), PASSES),
        ({"routes": ["any:any"], "coins": ["BTC"]}, order(), PASSES), ({"routes": ["POST /api/v3/order"], "clause": "E 11 d"}, order(), deny("FORBIDDEN", None, "forbid 0", "E 11 d")),
        ({"routes": ["POST /api/v3/order"]}, {**READ, "timestamp": NOW, "now": NOW}, PASSES),
    ]):
        yield alone(f"policy-forbid-{number}", policy(allow=both, forbid=[table]), expected, **fields)


def steps():
    """Section 6, step by step: what is wrong in front is said, whatever is wrong behind."""
    read = {**READ, "timestamp": NOW, "now": NOW}
    broad = [{"routes": ["any:any"]}]

    def one(name, expected, head="", fields=read, **more):
        return alone(f"policy-step-{name}", policy(head=head, **{"allow": broad, **more}), expected, **fields)

    yield one("route", deny("ROUTE_UNKNOWN", None, "documented-routes", "F 13"), "stop = true", {**read, "path": "/api/v3/accounts"})
    yield one("stop", deny("STOPPED", None, "stop", "H 17"), 'stop = true\napp = "maker"')
    yield one("no-app", deny("APP_OTHER", None, "app", "E 11 a"), 'app = "maker"', READ)
    yield one("other-app", deny("APP_OTHER", None, "app", "E 11 a"), 'app = "maker"', {**read, "app": "desk"})
    yield one("app", PASSES, 'app = "maker"', {**read, "app": "maker"})
    yield one("no-clock", deny("TIME_NEEDED", None, "time", "G 16"), "", {**READ, "timestamp": NOW})
    yield one("not-yet", deny("POLICY_NOT_YET", None, "valid_from", "G 16"), "valid_from = 2026-09-28T12:00:00.001Z")
    yield one("now", PASSES, "valid_from = 2026-09-28T14:00:00+02:00\nvalid_until = 2026-09-28T12:00:00.001Z")
    yield one("expired", deny("POLICY_EXPIRED", None, "valid_until", "G 16"), "valid_until = 2026-09-28T12:00:00Z")
    yield one("hours", deny("OUTSIDE_HOURS", None, "hours", "G 16"), '[time]\nhours = ["mon 08:00-12:00", "tue-sun 00:00-24:00"]')
    yield one("in-hours", PASSES, '[time]\nhours = ["mon 12:00-12:01"]')
    yield one("key-type", deny("KEY_TYPE_BELOW", None, "key.type", "E 12"), '[key]\ntype = "asymmetric"')
    yield alone("policy-step-ed25519", policy(head='[key]\ntype = "Ed25519"', allow=broad), PASSES, key_type="Ed25519", **read)
    yield one("info-needed", deny("KEY_INFO_NEEDED", None, "key.info_max_age"), '[key]\ninfo_max_age = "1d"')
    yield one("info-old", deny("KEY_INFO_OLD", None, "key.info_max_age"), '[key]\ninfo_max_age = "1s"', {**read, "key_info": FULL_INFO, "key_info_at": NOW - 1001})
    yield one("info", PASSES, '[key]\ninfo_max_age = "1s"', {**read, "key_info": FULL_INFO, "key_info_at": NOW - 1000})
    yield one("other-key", deny("KEY_OTHER", None, "key.created", "D 6"), "[key]\ncreated = 1", {**read, "key_info": {**FULL_INFO, "createTime": 2}})
    yield one("same-key", PASSES, "[key]\ncreated = 2", {**read, "key_info": {**FULL_INFO, "createTime": 2}})
    yield one("trading-over", deny("KEY_EXPIRED", None, "key-state", "E 11 c"), "", {**order(), "key_info": {**FULL_INFO, "tradingAuthorityExpirationTime": NOW}})
    yield one("reading-not-over", PASSES, "", {**read, "key_info": {**FULL_INFO, "tradingAuthorityExpirationTime": NOW}})
    restricted = "[key]\nip_restricted = true"
    yield one("any-address", deny("KEY_UNRESTRICTED", None, "key.ip_restricted", "E 11 d"), restricted, {**order(), "key_info": {**FULL_INFO, "ipRestrict": False}})
    yield one("any-address-reads", PASSES, restricted, {**read, "key_info": {**FULL_INFO, "ipRestrict": False}})
    yield one("address-unknown", deny("KEY_INFO_NEEDED", None, "key.ip_restricted", "E 11 d"), restricted, order())
    yield one("own-addresses", PASSES, restricted, {**order(), "key_info": FULL_INFO})
    yield one("not-declared", deny("PERMISSION_NOT_DECLARED", None, "permissions"), "", order(), permissions=["enableReading"])
    yield one("not-granted", deny("PERMISSION_NOT_GRANTED", None, "key-info"), "", {**order(), "key_info": {"enableReading": True}})
    yield one("spelt-otherwise", PASSES, "", order(), permissions=["READ", "canTrade"])
    yield one("trust", deny("ROUTE_TRUST", None, "trust.inferred", "F 13"), '[trust]\ninferred = "deny"', {**READ, "path": "/sapi/v1/account/status", "timestamp": NOW, "now": NOW})
    window = '[time]\nrecv_window_max = "4999ms"'
    over = deny("RECV_WINDOW_OVER_CAP", "recvWindow", "time.recv_window_max", "D 8")
    yield one("window-left-out", over, window)
    yield one("window", PASSES, window, {**read, "recv_window": 4999})
    yield one("window-decimal", over, window, {**read, "recv_window": "4999.001"})
    yield one("window-public", PASSES, window, {"method": "GET", "path": "/api/v3/time", "params": [], "now": NOW})
    off = deny("TIMESTAMP_OFF", "timestamp", "time.tolerance", "D 8")
    tolerance = '[time]\ntolerance = "2s"'
    for name, time, expected in [("behind", NOW - 2000, PASSES), ("too-far-behind", NOW - 2001, off), ("ahead", NOW + 2000, PASSES), ("too-far-ahead", NOW + 2001, off),
                                 ("in-us", (NOW + 2000) * 1000 + 999, PASSES), ("too-far-in-us", (NOW + 2001) * 1000, off)]:
        yield one(name, expected, tolerance, {**read, "timestamp": time})
    yield one("no-timestamp", deny("TIMESTAMP_MISSING", "timestamp", "time.tolerance", "D 8"), tolerance, {**READ, "now": NOW})
    yield one("unknown-parameter", deny("PARAMETER_UNKNOWN", "colour", "trust.parameters", "F 13"), "", order(colour="red"))
    yield one("unknown-parameter-taken", PASSES, '[trust]\nparameters = "allow"', order(colour="red"))
    yield one("api-key", deny("PARAMETER_UNKNOWN", "apiKey", "trust.parameters", "F 13"), '[trust]\nparameters = "allow"', {**read, "params": [["apiKey", "x"]]})
    yield one("nothing-fits", deny("NOT_ALLOWED", None, "default", "F 15 f"), "", order(), allow=[{"routes": ["reading"]}])
    yield one("no-rules", deny("NOT_ALLOWED", None, "default", "F 15 f"), "", order(), allow=[])
    nearest = [{"routes": ["any:any"], "symbols": ["A"]}, {"routes": ["any:any"], "quantity": {"max": "0.5"}}, {"routes": ["any:any"], "price": {"max": "0.05"}},
               {"routes": ["any:any"], "price": {"max": "0.01"}}]
    yield one("nearest", deny("ARGUMENT_TOO_LARGE", "price", "allow 2"), "", order(), allow=nearest)


def callers():
    """Section 8."""
    def one(name, expected, fields, **more):
        return alone(f"policy-caller-{name}", policy(head='caller = "untrusted"', **more), expected, **fields)

    look = [{"routes": ["reading"]}]
    read = {**READ, "timestamp": NOW, "now": NOW}
    yield one("bare", ("deny", "CONFUSABLE", "D 9", "caller"), read, allow=look)
    yield one("only-reads", PASSES, read, allow=look, permissions=["enableReading"])
    yield one("by-information", PASSES, {**read, "key_info": {"enableReading": True}}, allow=look)
    yield one("everything", PASSES, {**read, "params": [["omitZeroBalances", "true"]]}, allow=[{"routes": ["any:any"]}])
    yield one("bare-everything", ("deny", "CONFUSABLE", "D 9", "caller"), read, allow=[{"routes": ["any:any"]}])
    test = {**order(), "path": "/api/v3/order/test"}
    yield one("test-order", ("deny", "CONFUSABLE", "D 9", "caller"), test, allow=[{"routes": ["any:test"]}])
    status = {"transport": "ws-api", "family": "spot", "method": "account.status", "params": [], "timestamp": NOW, "now": NOW}
    yield alone("policy-caller-logon", policy(head='caller = "untrusted"', allow=look, permissions=["enableReading"]),
                ("deny", "CONFUSABLE", "D 9", "caller", None, "ws futures-cm session.logon"), key_type="Ed25519", **status)
    yield one("no-logon", PASSES, status, allow=look, permissions=["enableReading"])


def images():
    """Compiled policies that are none, and texts that are none."""
    good = policy(allow=[{"routes": ["any:any"]}])
    case = {**READ, "timestamp": NOW, "now": NOW, "api_key": "k", "key": {"hmac": "s" * 64}}
    whole = base64.b64decode(policy_image(good))
    for number, broken in enumerate([b"", whole[:-1], whole + b"\0", b"BSP2" + whole[4:], whole[:62] + b"\1" + whole[63:], whole[:-3] + b"\xff\xff\xff"]):
        yield {"id": f"policy-image-{number}", "policy_image": base64.b64encode(broken).decode(), **case}, "POLICY_MALFORMED"
    for number, text in enumerate(["", "policy = 1", good + "x = 1", good.replace("version = 1", "version = 0"), good.replace("any:any", "any:thing")]):
        yield {"id": f"policy-text-{number}", "policy": text, **case}, "POLICY_TEXT"
    for number, fields in enumerate([{"key_info": {}}, {"app": "x"}, {"approval": "AA=="}, {"check": True}]):
        yield {"id": f"policy-none-{number}", **case, **fields}, "CASE_NOT_UNDERSTOOD"


def approvals():
    """Section 9; the approver is the first test of RFC 8032, section 7.1."""
    import approval
    import image
    import request as requests
    rule = {"routes": ["wallet:withdraw"], "approval": base64.b64encode(approval.public(approval.SEEDS[0])).decode()}
    text = policy(permissions=ALL, allow=[rule])
    digest = hashlib.sha256(image.compile(text)).digest()
    sessions = Session("policy-approval", text, digest=digest)
    fields = order(WITHDRAW, PAYMENT)
    request = requests.of_case(fields)
    good = approval.make(approval.SEEDS[0], digest, NOW + 60_000, request)
    needed_, invalid = deny("APPROVAL_NEEDED", clause="D 10"), deny("APPROVAL_INVALID", clause="D 10")

    def approved(text):
        return {"approval": base64.b64encode(text).decode()}

    yield sessions.case(needed_, **fields)
    for seed, until, about in [(approval.SEEDS[1], NOW + 60_000, fields), (approval.SEEDS[0], NOW - 1, fields), (approval.SEEDS[0], NOW + 86_400_001, fields),
                               (approval.SEEDS[0], NOW + 60_000, order(WITHDRAW, PAYMENT, amount="11"))]:
        yield sessions.case(invalid, **fields, **approved(approval.make(seed, digest, until, requests.of_case(about))))
    for text in (good[:-1], good + b"\0", b"", good[:-1] + bytes([good[-1] ^ 1])):
        yield sessions.case(invalid, **fields, **approved(text))
    yield sessions.case(PASSES, **fields, **approved(good), check=True)
    yield sessions.case(PASSES, **fields, **approved(good))
    later = {**fields, "timestamp": NOW + 1, "now": NOW + 1}
    yield sessions.case(invalid, **later, **approved(good))
    yield sessions.case(PASSES, **later, **approved(approval.make(approval.SEEDS[0], digest, NOW + 86_400_001, requests.of_case(later))))


def cases():
    for source in conditions, batches, lists, forbids, steps, callers, approvals, images:
        yield from source()
    yield from drawn("conformance", range(25), 12)
