"""The Logon of a FIX session: the published message, its fields, and what is refused."""

import base64
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from documented import API_KEY, SECRET, vectors

import binsign

(PUBLISHED,) = (vector for vector in vectors() if vector["transport"] == "fix")

# The message of the example, as fix-api.md (signature computation) prints it with `|` for SOH.
MESSAGE = (
    "8=FIX.4.4|9=247|35=A|34=1|49=EXAMPLE|52=20240627-11:17:25.223|56=SPOT|95=88|96=4MHXelVVcpkdwuLbl6n73HQUXUf1dse2"
    "PCgT1DYqW9w8AVZ1RACFGM+5UdlGPrQHrgtS3CvsRURC1oj73j8gCA==|98=0|108=30|141=Y|553=sBRXrJx2DsOraMXOaUovEhgVRcjOvCtQ"
    "wnWj8VxkOh1xqboS02SPGfKi2h8spZJb|25035=2|10=227|"
)
TIME = "20240627-11:17:25.223"


@pytest.fixture(name="signer")
def _signer() -> binsign.Signer:
    return binsign.Signer(PUBLISHED["api_key"], private_key=PUBLISHED["private_key_pem"])


def test_published_example(signer: binsign.Signer) -> None:
    logon = signer.sign_fix_logon("EXAMPLE", sending_time=TIME)
    assert logon.payload == PUBLISHED["payload"]
    assert logon.signature == PUBLISHED["expected_signature"]
    assert logon.message == MESSAGE.replace("|", "\1")
    assert repr(logon) == "<SignedMessage fix>"


def fields(message: str) -> dict[str, str]:
    """The fields of a message whose length and checksum are right (FIX 4.4, volume 2)."""
    assert message.endswith("\1")
    pairs = [tuple(pair.split("=", 1)) for pair in message[:-1].split("\1")]
    assert [name for name, _ in pairs[:3]] == ["8", "9", "35"]
    body, checksum = message.rsplit("10=", 1)
    assert int(checksum[:3]) == sum(body.encode()) % 256
    found: dict[str, str] = dict(pairs)  # type: ignore[arg-type]
    assert int(found["9"]) == len(body.split("\1", 2)[2])
    assert len(found) == len(pairs)
    return found


def test_every_field(signer: binsign.Signer) -> None:
    logon = signer.sign_fix_logon(
        "A-b_9",
        target_comp_id="SPOT",
        msg_seq_num=2**40,
        sending_time="20240627-11:17:25.223456",
        heart_bt_int=60,
        message_handling="UNORDERED",
        response_mode="ONLY_ACKS",
        recv_window="5000.125",
        drop_copy=True,
        sbe_schema=(3, 1),
    )
    found = fields(logon.message)
    payload = "\1".join(["A", "A-b_9", "SPOT", str(2**40), "20240627-11:17:25.223456"])
    private = load_pem_private_key(PUBLISHED["private_key_pem"].encode(), None)
    assert isinstance(private, Ed25519PrivateKey)
    expected = base64.b64encode(private.sign(payload.encode())).decode()
    assert logon.payload == payload
    for name in ("8", "9", "10"):
        found.pop(name)
    assert found == {
        "35": "A",
        "34": str(2**40),
        "49": "A-b_9",
        "52": "20240627-11:17:25.223456",
        "56": "SPOT",
        "25000": "5000.125",
        "95": "88",
        "96": expected,
        "98": "0",
        "108": "60",
        "141": "Y",
        "553": PUBLISHED["api_key"],
        "9406": "Y",
        "25035": "1",
        "25036": "2",
        "25050": "3",
        "25051": "1",
    }


def test_the_logon_of_sbe_has_no_message(signer: binsign.Signer) -> None:
    logon = signer.sign_fix_logon("EXAMPLE", sending_time=TIME, sbe=True)
    assert (logon.payload, logon.signature) == (PUBLISHED["payload"], PUBLISHED["expected_signature"])
    assert logon.message == ""


def test_times(signer: binsign.Signer) -> None:
    def sent(time: Any) -> str:
        return fields(signer.sign_fix_logon("EXAMPLE", sending_time=time).message)["52"]

    moment = datetime(2024, 6, 27, 13, 17, 25, 223001, tzinfo=timezone(timedelta(hours=2)))
    assert sent(moment) == "20240627-11:17:25.223001"
    assert sent(1_719_487_045_223) == TIME
    assert sent("20240627-11:17:25") == "20240627-11:17:25"
    before = datetime.now(timezone.utc).replace(tzinfo=None) - timedelta(milliseconds=1)
    now = datetime.strptime(sent(binsign.NOW), "%Y%m%d-%H:%M:%S.%f")
    assert before <= now <= datetime.now(timezone.utc).replace(tzinfo=None)
    with pytest.raises(ValueError, match="without a time zone"):
        sent(moment.replace(tzinfo=None))


WRONG: list[tuple[str, dict[str, Any]]] = [
    ("FIX_SENDER_COMP_ID", {"sender_comp_id": "too long a name"}),
    ("FIX_SENDER_COMP_ID", {"sender_comp_id": ""}),
    ("FIX_SENDING_TIME", {"sending_time": "2024-06-27T11:17:25"}),
    ("FIX_SENDING_TIME", {"sending_time": 1719487045}),
    ("FIX_HEART_BT_INT", {"heart_bt_int": 4}),
    ("FIX_HEART_BT_INT", {"heart_bt_int": -1}),
    ("FIX_HEART_BT_INT", {"heart_bt_int": 2**40}),
    ("FIX_FIELD", {"msg_seq_num": 0}),
    ("FIX_FIELD", {"msg_seq_num": -1}),
    ("FIX_FIELD", {"target_comp_id": "S P"}),
    ("FIX_FIELD", {"sbe_schema": (2**16, 1)}),
    ("RECV_WINDOW_OUT_OF_RANGE", {"recv_window": 60001}),
    ("VALUE_TYPE", {"sending_time": None}),
    ("VALUE_TYPE", {"heart_bt_int": "30"}),
    ("VALUE_TYPE", {"sbe_schema": 3}),
    ("VALUE_TYPE", {"sender_comp_id": b"EXAMPLE"}),
]


@pytest.mark.parametrize(("code", "options"), WRONG)
def test_what_is_refused_names_its_field(signer: binsign.Signer, code: str, options: dict[str, Any]) -> None:
    arguments: dict[str, Any] = {"sender_comp_id": "EXAMPLE", "sending_time": TIME, **options}
    with pytest.raises(binsign.Error) as refused:
        signer.sign_fix_logon(**arguments)
    assert refused.value.code == code
    assert f"`{next(iter(options))}`" in refused.value.message


def test_words_that_there_are_not(signer: binsign.Signer) -> None:
    options: list[dict[str, Any]] = [{"message_handling": "2"}, {"response_mode": "everything"}]
    for option in options:
        with pytest.raises(ValueError, match=r"must be one of: [A-Z]+, [A-Z_]+"):
            signer.sign_fix_logon("EXAMPLE", **option)


def test_other_keys_open_no_session() -> None:
    with pytest.raises(binsign.Error, match="KEY_TYPE_UNSUITED"):
        binsign.Signer(API_KEY, SECRET).sign_fix_logon("EXAMPLE")
