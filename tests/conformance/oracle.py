"""Binance's rule for a signed REST request, written a second time: the standard library of Python and nothing of binsign.

Source: the exchange's REST documentation ("SIGNED Endpoint Examples"): names and values percent-encoded, query and body
signed with nothing between them, `signature` last.
"""

import hashlib
import hmac
from urllib.parse import quote


def encode(pairs):
    """Pairs of text as a query string, RFC 3986."""
    return "&".join(f"{quote(name, safe='-._~')}={quote(value, safe='-._~')}" for name, value in pairs)


def allow(case_id, method, path, query, body, api_key, secret, *, signed=True, keyed=True,
          signature=None):
    """The whole result for a request that is allowed; `query` and `body` are pairs of text.

    `signature` is one that is known from elsewhere; without it, it is the HMAC under `secret`.
    """
    query, body = encode(query), encode(body)
    result = {"id": case_id, "verdict": "allow"}
    if signed:
        payload = query + body
        signature = signature or hmac.new(secret.encode(), payload.encode(), hashlib.sha256).hexdigest()
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
    result["target"] = f"{method} {path}" + (f"?{query}" if query else "")
    return result
