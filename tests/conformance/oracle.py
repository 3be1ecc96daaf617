"""Binance's rules for signed requests, written a second time: the standard library of Python and nothing of binsign.

Sources: the exchange's documentation of REST ("SIGNED Endpoint Examples"), of the WebSocket API ("Signed request security"), of
the FIX API ("How to sign Logon<A> request") and of signed stream URLs (`sapi/wss`).

A parameter is (name, text), or (name, text, "json") where the text stands in JSON without quotes.
"""

import base64
import json
from urllib.parse import quote

import signatures

SOH = "\x01"


def encode(pairs):
    """Parameters as a query string, RFC 3986."""
    return "&".join(f"{quote(pair[0], safe='-._~')}={quote(pair[1], safe='-._~')}" for pair in pairs)


def key_of(secret):
    return {"hmac": secret} if isinstance(secret, str) else secret


def allow(case_id, method, path, query, body, api_key, secret, *, signed=True, keyed=True,
          signature=None, time_unit=None):
    """The whole result for a REST request that is allowed.

    `secret` is an HMAC secret or the `key` of a case; `signature` is one that is known from elsewhere.
    """
    query, body = encode(query), encode(body)
    result = {"id": case_id, "verdict": "allow"}
    if signed:
        payload = query + body
        signature = signature or signatures.sign(key_of(secret), payload.encode())
        result |= {"payload": payload, "signature": signature}
        if body:
            body += "&" + encode([("signature", signature)])
        else:
            query += ("&" if query else "") + encode([("signature", signature)])
    if query:
        result["query"] = query
    if body:
        result["body"] = body
    result["headers"] = {}
    if keyed:
        result["headers"]["X-MBX-APIKEY"] = api_key
    if body:
        result["headers"]["Content-Type"] = "application/x-www-form-urlencoded"
    if time_unit:
        result["headers"]["X-MBX-TIME-UNIT"] = time_unit
    result["target"] = f"{method} {path}" + (f"?{query}" if query else "")
    return result


def signed_url(case_id, params, api_key, secret, *, signature=None):
    """The result for a signed stream URL: parameters by name, in the order of their bytes."""
    return allow(case_id, "GET", "/sapi/wss", by_name(params), [], api_key, secret, signature=signature)


def by_name(params):
    return sorted(params, key=lambda param: param[0].encode())


def ws_api(case_id, method, params, api_key, secret, *, signed=True, keyed=True, signature=None):
    """The result for a request of the WebSocket API; its `id` is that of the case."""
    params = by_name([*params, ("apiKey", api_key)] if keyed else params)
    result = {"id": case_id, "verdict": "allow"}
    members = {name: text if rest else json.dumps(text, ensure_ascii=False) for name, text, *rest in params}
    if signed:
        payload = "&".join(f"{name}={text}" for name, text, *_ in params)
        signature = signature or signatures.sign(key_of(secret), payload.encode())
        result |= {"payload": payload, "signature": signature}
        members["signature"] = json.dumps(signature)
    request = {"id": json.dumps(case_id, ensure_ascii=False), "method": json.dumps(method)}
    if members:
        request["params"] = json_object(members)
    return result | {"message": json_object(request)}


def json_object(members):
    return "{" + ",".join(f"{json.dumps(name)}:{text}" for name, text in members.items()) + "}"


def fix_logon(case_id, fields, api_key, key, *, signature=None):
    """The result for a FIX Logon; `fields` are those of the case."""
    text = {"target_comp_id": "SPOT", "msg_seq_num": "1"} | {name: str(value) for name, value in fields.items()}
    payload = SOH.join(["A", *(text[name] for name in ("sender_comp_id", "target_comp_id", "msg_seq_num", "sending_time"))])
    signature = signature or signatures.sign(key, payload.encode())
    result = {"id": case_id, "verdict": "allow", "payload": payload, "signature": signature}
    if fields.get("sbe"):
        return result
    tags = [
        (35, "A"), (34, text["msg_seq_num"]), (49, text["sender_comp_id"]), (52, text["sending_time"]),
        (56, text["target_comp_id"]), (25000, text.get("recv_window")), (95, len(signature)), (96, signature), (98, 0),
        (108, text["heart_bt_int"]), (141, "Y"), (553, api_key), (9406, "Y" if fields.get("drop_copy") else None),
        (25035, text["message_handling"]), (25036, text.get("response_mode")), (25050, text.get("sbe_schema_id")),
        (25051, text.get("sbe_schema_version")),
    ]
    return result | {"message": base64.b64encode(fix_message(tags)).decode()}


def fix_message(tags):
    """A FIX 4.4 message with BodyLength (9) in front and CheckSum (10) at the end."""
    body = "".join(f"{tag}={value}{SOH}" for tag, value in tags if value is not None)
    message = f"8=FIX.4.4{SOH}9={len(body)}{SOH}{body}".encode()
    return message + f"10={sum(message) % 256:03}{SOH}".encode()
