"""Cases of the FIX Logon: every field of it, what it takes and what it refuses."""

import oracle
from published import vector
from websocket import HMAC, RSA
from written import TIME

LOGON = vector("fix-logon-ed25519")
KEY = {"pem": LOGON["private_key_pem"]}
FIELDS = {"sender_comp_id": "EXAMPLE", "sending_time": "20240627-11:17:25.223", "heart_bt_int": 30, "message_handling": 2}


def case(name, fix, **fields):
    return {"id": name, "transport": "fix", "method": "Logon", "api_key": LOGON["api_key"], "key": KEY, "fix": fix, **fields}


def allowed(name, **fields):
    fix = {**FIELDS, **fields}
    return case(name, fix), oracle.fix_logon(name, fix, LOGON["api_key"], KEY)


def refused(name, code, **fields):
    return case(name, {**FIELDS, **fields}), code


def cases():
    """(line, expected), as in `written`."""
    yield allowed("fix-least")
    yield allowed("fix-all", target_comp_id="SPOT", msg_seq_num=1, message_handling=1, response_mode=2, recv_window="6000.346",
                  drop_copy=True, sbe_schema_id=1, sbe_schema_version=0)
    yield allowed("fix-drop-copy", drop_copy=True)
    yield allowed("fix-no-drop-copy", drop_copy=False)
    yield allowed("fix-everything", response_mode=1)
    yield allowed("fix-sbe", sbe=True)
    yield allowed("fix-no-sbe", sbe=False)
    yield allowed("fix-sbe-schema", sbe_schema_id=1, sbe_schema_version=1)
    for number, time in enumerate(["20240627-11:17:25", "20240627-11:17:25.223", "20240627-11:17:25.223456", "20240229-00:00:00.000",
                                   "20251231-23:59:59.999999"]):
        yield allowed(f"fix-sent-{number}", sending_time=time)
    for number, sender in enumerate(["A", "12345678", "a-b_c-D9", "-", "_"]):
        yield allowed(f"fix-sender-{number}", sender_comp_id=sender)
    for number, beat in enumerate([5, 6, 59, 60]):
        yield allowed(f"fix-beat-{number}", heart_bt_int=beat)
    for number, window in enumerate([1, 5000, 60000, "0.001", "59999.999", "1.5"]):
        yield allowed(f"fix-window-{number}", recv_window=window)

    for number, sender in enumerate(["", "123456789", "a b", "a.b", "a\x01b", "é", "a=b", "a|b", "A\n"]):
        yield refused(f"fix-bad-sender-{number}", "FIX_SENDER_COMP_ID", sender_comp_id=sender)
    for number, time in enumerate([
        "", "20240627", "2024-06-27T11:17:25Z", "20240627 11:17:25.223", "20240627-11:17:25.22", "20240627-11:17:25.2234567",
        "20240627-11:17:25.", "20240627-11:17:25,223", "20240627-11:17:25.223Z", "20241327-11:17:25", "20240600-11:17:25",
        "20240631-11:17:25", "20230229-11:17:25", "20240627-24:17:25", "20240627-11:60:25", "2024062７-11:17:25",
        "20240627-11:17:25.223\x01", " 20240627-11:17:25.223",
    ]):
        yield refused(f"fix-bad-time-{number}", "FIX_SENDING_TIME", sending_time=time)
    for number, beat in enumerate([0, 4, 61, 4294967295]):
        yield refused(f"fix-bad-beat-{number}", "FIX_HEART_BT_INT", heart_bt_int=beat)
    for number, window in enumerate([0, 60001, "60000.001", "1.2345", "", "5s", "05", "-1", "1\x019=1"]):
        yield refused(f"fix-bad-window-{number}", "RECV_WINDOW_OUT_OF_RANGE", recv_window=window)
    for number, fields in enumerate([{"target_comp_id": ""}, {"target_comp_id": "SPOT\x0134=2"}, {"msg_seq_num": 0}]):
        yield refused(f"fix-bad-field-{number}", "FIX_FIELD", **fields)

    yield case("fix-hmac", FIELDS, key=HMAC), "KEY_TYPE_UNSUITED"
    yield case("fix-rsa", FIELDS, key=RSA), "KEY_TYPE_UNSUITED"
    yield case("fix-key-before-fields", FIELDS | {"sender_comp_id": ""}, key={"hmac": ""}), "SECRET_MALFORMED"
    yield case("fix-api-key", FIELDS, api_key="with\x01soh"), "API_KEY_MALFORMED"

    yield case("fix-params", FIELDS, params=[["a", "1"]]), "NOT_FOR_TRANSPORT"
    yield case("fix-body", FIELDS, body_params=[["a", "1"]]), "NOT_FOR_TRANSPORT"
    yield case("fix-time", FIELDS, timestamp=TIME), "NOT_FOR_TRANSPORT"
    yield case("fix-window", FIELDS, recv_window=5000), "NOT_FOR_TRANSPORT"
    yield case("fix-path", FIELDS, path="/api/v3/order"), "NOT_FOR_TRANSPORT"
    yield case("fix-session", FIELDS, in_session=True), "NOT_FOR_TRANSPORT"
    yield case("fix-other-message", FIELDS, method="NewOrderSingle"), "UNSUPPORTED"
    for name in FIELDS:
        yield case(f"fix-without-{name}", {other: value for other, value in FIELDS.items() if other != name}), "CASE_NOT_UNDERSTOOD"
    for number, fields in enumerate([{"message_handling": 3}, {"message_handling": 0}, {"response_mode": 3}, {"drop_copy": "Y"},
                                     {"msg_seq_num": -1}, {"msg_seq_num": 18446744073709551616}, {"heart_bt_int": "30s"},
                                     {"heart_bt_int": 30.5}, {"sbe_schema_id": 65536}, {"sender_comp_id": 7}, {"cipher": 1}]):
        yield case(f"fix-not-understood-{number}", FIELDS | fields), "CASE_NOT_UNDERSTOOD"
    yield case("fix-no-object", []), "CASE_NOT_UNDERSTOOD"
