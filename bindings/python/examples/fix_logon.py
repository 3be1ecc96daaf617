#!/usr/bin/env python3
"""Makes the Logon that opens a FIX session. Nothing is sent here."""

import binsign

# The key of Binance's FIX example.
API_KEY = "sBRXrJx2DsOraMXOaUovEhgVRcjOvCtQwnWj8VxkOh1xqboS02SPGfKi2h8spZJb"
PRIVATE_KEY = """-----BEGIN PRIVATE KEY-----
MC4CAQAwBQYDK2VwBCIEIIJEYWtGBrhACmb9Dvy+qa8WEf0lQOl1s4CLIAB9m89u
-----END PRIVATE KEY-----"""


def main() -> bytes:
    with binsign.Signer(API_KEY, private_key=PRIVATE_KEY) as signer:
        # The sending time would be the present time; this is the one of the example.
        logon = signer.sign_fix_logon("EXAMPLE", sending_time="20240627-11:17:25.223")
    print(logon.message.replace("\1", "|"))
    # As it goes into the TLS socket.
    return logon.message.encode("ascii")


if __name__ == "__main__":
    main()
