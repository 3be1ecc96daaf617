"""Threads that share a signer, also while one of them closes it."""

import sys
import threading
from concurrent.futures import ThreadPoolExecutor

from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from documented import API_KEY, ORDER, SECRET, signature

import binsign


def test_threads_share_a_signer(signer: binsign.Signer) -> None:
    def sign(number: int) -> tuple[str | None, str | None]:
        request = signer.sign("POST", "/api/v3/order", {**ORDER, "newClientOrderId": number}, timestamp=None)
        return request.payload, request.signature

    with ThreadPoolExecutor(8) as pool:
        signed = list(pool.map(sign, range(4000)))
    for number, (payload, found) in enumerate(signed):
        assert (
            payload
            == f"symbol=LTCBTC&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=0.1&newClientOrderId={number}"
        )
        assert found == signature(payload)


def test_a_signer_closed_by_another_thread_signs_or_says_so() -> None:
    expected = signature("symbol=A")
    for _ in range(20):
        signer = binsign.Signer(API_KEY, SECRET)
        start = threading.Barrier(5)
        outcomes: list[str | None] = []

        def work(
            signer: binsign.Signer = signer, start: threading.Barrier = start, outcomes: list[str | None] = outcomes
        ) -> None:
            start.wait()
            for _ in range(200):
                try:
                    outcomes.append(signer.sign("POST", "/api/v3/order", {"symbol": "A"}, timestamp=None).signature)
                except binsign.Error as error:
                    outcomes.append(error.code)

        def close(signer: binsign.Signer = signer, start: threading.Barrier = start) -> None:
            start.wait()
            signer.close()

        threads = [threading.Thread(target=work) for _ in range(4)] + [threading.Thread(target=close)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(outcomes) == 800
        assert set(outcomes) <= {expected, "HANDLE_USED_UP"}


def test_other_threads_run_while_an_rsa_key_signs() -> None:
    private = rsa.generate_private_key(65537, 4096)
    pem = private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    signer = binsign.Signer(API_KEY, private_key=pem)
    begun, seen = threading.Event(), threading.Event()
    signed = 0

    def work() -> None:
        nonlocal signed
        begun.set()
        while not seen.is_set() and signed < 500:
            signer.sign("GET", "/api/v3/account")
            signed += 1

    # No thread has to give way: the main one gets its turn only where the other lets go by itself.
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1000)
    try:
        thread = threading.Thread(target=work)
        thread.start()
        begun.wait()
        seen.set()
        thread.join()
    finally:
        sys.setswitchinterval(interval)
    assert signed < 500
