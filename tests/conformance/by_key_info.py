"""Cases of answers about the key's permissions: the exchange's own, older and newer ones, and what is none."""

from ruled import NOW, alone, policy

# The example of Binance's documentation (wallet, "Get API Key Permission"), as the page has it.
PUBLISHED = {
    "ipRestrict": False, "createTime": 1698645219000, "enableReading": True, "enableWithdrawals": False, "enableInternalTransfer": False,
    "enableMargin": False, "enableFutures": False, "permitsUniversalTransfer": False, "enableVanillaOptions": False,
    "enableFixApiTrade": False, "enableFixReadOnly": True, "enableSpotAndMarginTrading": False, "enablePortfolioMarginTrading": False,
}
# The answer of 2021, with the field that is there no more.
OLDER = {
    "ipRestrict": False, "createTime": 1623840271000, "enableWithdrawals": False, "enableInternalTransfer": True,
    "permitsUniversalTransfer": True, "enableVanillaOptions": False, "enableReading": True, "enableFutures": False, "enableMargin": False,
    "enableSpotAndMarginTrading": False, "tradingAuthorityExpirationTime": 1628985600000,
}
READ = {"method": "GET", "path": "/api/v3/account", "params": [], "timestamp": NOW, "now": NOW}
ORDER = {"method": "POST", "path": "/api/v3/order", "params": [["symbol", "LTCBTC"], ["side", "BUY"], ["type", "MARKET"], ["quantity", "1"]],
         "timestamp": NOW, "now": NOW}
WITHDRAW = {"method": "POST", "path": "/sapi/v1/capital/withdraw/apply",
            "params": [["coin", "USDT"], ["address", "0x94df8b352de7f46f64b01d3666bf6e936e44ce60"], ["amount", "10"]], "timestamp": NOW, "now": NOW}
ROUTES = {
    "enableReading": READ, "enableSpotAndMarginTrading": ORDER, "enableWithdrawals": WITHDRAW,
    "enableFutures": {"method": "DELETE", "path": "/fapi/v1/order", "params": [["symbol", "BTCUSDT"], ["orderId", "1"]], "timestamp": NOW, "now": NOW},
    "enableVanillaOptions": {"method": "DELETE", "path": "/eapi/v1/allOpenOrders", "params": [["symbol", "B"]], "timestamp": NOW, "now": NOW},
    "enablePortfolioMarginTrading": {"method": "DELETE", "path": "/papi/v1/um/order", "params": [["symbol", "B"], ["orderId", "1"]], "timestamp": NOW, "now": NOW},
    "enableMargin": {"method": "POST", "path": "/sapi/v1/margin/borrow-repay", "timestamp": NOW, "now": NOW,
                     "params": [["asset", "BTC"], ["isIsolated", "FALSE"], ["symbol", "BTCUSDT"], ["amount", "1"], ["type", "BORROW"]]},
    "permitsUniversalTransfer": {"method": "POST", "path": "/sapi/v1/asset/transfer", "timestamp": NOW, "now": NOW,
                                 "params": [["type", "MAIN_UMFUTURE"], ["asset", "USDT"], ["amount", "1"]]},
    "enableInternalTransfer": {"method": "POST", "path": "/sapi/v1/sub-account/universalTransfer", "timestamp": NOW, "now": NOW,
                               "params": [["fromAccountType", "SPOT"], ["toAccountType", "SPOT"], ["asset", "USDT"], ["amount", "1"]]},
}
TEXT = policy(permissions=sorted(PUBLISHED.keys() - {"ipRestrict", "createTime"}), allow=[{"routes": ["any:any"]}])
PASSES = ("allow",)
NOT_GRANTED = ("deny", "PERMISSION_NOT_GRANTED", "D 9", "key-info")
MALFORMED, IS_ERROR = ("error", "KEY_INFO_MALFORMED"), ("error", "KEY_INFO_IS_ERROR")


def told(name, expected, info, fields=READ, **more):
    return alone(f"key-info-{name}", TEXT, expected, **fields, key_info=info, **more)


def grants():
    """Each permission by itself opens its own route and no other."""
    for name, fields in ROUTES.items():
        for other, wanted in ROUTES.items():
            expected = PASSES if name == other else NOT_GRANTED
            yield told(f"{name}-{other}", expected, {name: True}, wanted)
        yield told(f"{name}-false", NOT_GRANTED, {**PUBLISHED, "enableReading": False, name: False}, fields)


def whole():
    yield told("published", PASSES, PUBLISHED)
    yield told("published-order", NOT_GRANTED, PUBLISHED, ORDER)
    yield told("older", PASSES, OLDER)
    # Trading ended in 2021; reading goes on.
    yield told("older-order", ("deny", "KEY_EXPIRED", "E 11 c", "key-state"), {**OLDER, "enableSpotAndMarginTrading": True}, ORDER)
    yield told("newer", PASSES, {**PUBLISHED, "enableTeleportation": {"to": ["Mars", None, 1.5e3, True]}})
    yield told("one-field", PASSES, {"enableReading": True})
    yield told("blanks", PASSES, ' \t\r\n{ "enableReading" : true , "createTime" : 1 } \n')
    yield told("order-of-fields", PASSES, '{"x":[{"enableReading":false}],"enableReading":true}')


def none():
    for number, text in enumerate([
        "", "null", "[]", "{}", "1", '"enableReading"', '{"enableReading":true', '{"enableReading":true}x', '{"enableReading":true,}', '{enableReading:true}',
        '{"enableReading":"true"}', '{"enableReading":1}', '{"enableReading":null}', '{"enableReading":true,"enableReading":true}',
        '{"enableReading":true,"enableReading":false}', '{"enableReading":true,"createTime":"1"}', '{"enableReading":true,"createTime":-1}',
        '{"enableReading":true,"createTime":1.5}', '{"enableReading":true,"ipRestrict":"false"}', "{'enableReading':true}", '{"enableReading":True}',
        '{"enableReading":true}{}', '{"enableReading" true}', '{"enableReading":true,"x":01}', '{"enableReading":true,"x":NaN}', '{"unknown":true}',
        '{"data":{"enableReading":true}}', '[{"enableReading":true}]',
    ]):
        yield told(f"none-{number}", MALFORMED, text)
    for number, body in enumerate([{"code": -2015, "msg": "Invalid API-key, IP, or permissions for action."}, {"code": -1021}, '{"code":-1003,"msg":"x"}']):
        yield told(f"error-{number}", IS_ERROR, body)


def cases():
    for source in grants, whole, none:
        yield from source()
