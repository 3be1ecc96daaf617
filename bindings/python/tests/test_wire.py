"""The conformance program, asked as the driver asks it."""

import subprocess
import sys
from pathlib import Path

from documented import API_KEY, ORDER, ORDER_SIGNATURE, ORDER_TIME, SECRET

PROGRAM = Path(__file__).with_name("wire_program.py")


def hexadecimal(text: str) -> str:
    return text.encode().hex()


def case(method: str, path: str, api_key: str, *more: str) -> str:
    start = (tag + hexadecimal(text) for tag, text in zip("mpas", (method, path, api_key, SECRET), strict=True))
    return " ".join([*start, *more])


def ask(*cases: str) -> list[str]:
    lines = "".join(f"{line}\n" for line in cases)
    command = [sys.executable, str(PROGRAM)]
    answered = subprocess.run(command, input=lines, capture_output=True, text=True, check=True)
    assert answered.stderr == ""
    return answered.stdout.splitlines()


def test_allow_deny_and_error_in_one_run() -> None:
    pairs = [f"b{hexadecimal(name)}={hexadecimal(value)}" for name, value in ORDER.items()]
    stamps = [f"w{hexadecimal('5000')}", f"t{hexadecimal(str(ORDER_TIME))}"]
    allow, public, deny, error, not_utf8 = ask(
        case("POST", "/api/v3/order", API_KEY, *pairs, *stamps),
        case("GET", "/api/v3/time", API_KEY),
        case("PUT", "/api/v3/order", API_KEY),
        case("GET", "/api/v3/account", "no key!"),
        case("GET", "/api/v3/account", API_KEY, "q61=ff"),
    )
    payload = "&".join(f"{name}={value}" for name, value in ORDER.items())
    payload += f"&recvWindow=5000&timestamp={ORDER_TIME}"
    target, body = "/api/v3/order", f"{payload}&signature={ORDER_SIGNATURE}"
    form = ("Content-Type", "application/x-www-form-urlencoded")
    headers = [f"h{hexadecimal(name)}={hexadecimal(value)}" for name, value in [("X-MBX-APIKEY", API_KEY), form]]
    signed = [f"P{hexadecimal(payload)}", f"S{hexadecimal(ORDER_SIGNATURE)}"]
    assert allow.split(" ") == ["allow", f"t{hexadecimal(target)}", "q", f"b{hexadecimal(body)}", *signed, *headers]
    assert public.split(" ") == ["allow", f"t{hexadecimal('/api/v3/time')}", "q", "b", "-", "-"]
    assert deny.startswith(f"deny ROUTE_UNKNOWN c{hexadecimal('F 13')} r{hexadecimal('documented-routes')} p m")
    assert error.startswith("error API_KEY_MALFORMED m")
    assert not_utf8.startswith("error INVALID_UTF8 m")


def test_a_thousand_cases_in_one_process() -> None:
    answers = ask(
        *[case("GET", "/api/v3/account", API_KEY, f"q61={hexadecimal(str(number))}") for number in range(1500)]
    )
    for number, answer in enumerate(answers):
        assert f" P{hexadecimal(f'a={number}')} " in answer
    assert len(answers) == 1500
