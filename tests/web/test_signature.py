"""initData by Telegram's own signature, which needs no bot token; and tokens that play with algorithms."""

import base64
import hashlib
import hmac
import json
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qsl, urlencode

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from app.config import BadSetting, read_settings
from app.web.auth import PRODUCTION_KEY, TEST_KEY, BadInitData, Gate, NotSignedIn, telegram_key
from models import User
from tests.web.initdata import BOT_TOKEN, signed
from tests.web.stage import TOKEN, Api
from tests.web.test_gate import NOW, SECRET, StandingClock, claims, unsigned

KEY = Ed25519PrivateKey.from_private_bytes(b"7" * 32)
PUBLIC = KEY.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
BOT_ID = BOT_TOKEN.split(":")[0]
PUBLISHED = (
    "user=%7B%22id%22%3A5001146408%2C%22first_name%22%3A%22H%22%2C%22last_name%22%3A%22Test%22%2C%22language_code%22%3A"
    "%22en%22%2C%22allows_write_to_pm%22%3Atrue%2C%22photo_url%22%3A%22https%3A%5C%2F%5C%2Fa-ttgme.stel.com%5C%2Fi%5C%2F"
    "userpic%5C%2F320%5C%2FOhOF3_f4QY8PWlRZI2aG2sy66VMZw_ys9efvhvle_eCWj2zP8Vbb6pLs5d1Lij1w.svg%22%7D"
    "&chat_instance=3909909964740758046&chat_type=sender&auth_date=1759930604"
    "&signature=i8jsEp2yuO2tlldICxBscMG3xX-zUPznGZVsDNy0tz9GRVx9vxBWjTEt4BSMSa42TaOO0r2yGWBN0a1v9bVRAg"
)
"""Signed by Telegram's test environment for its bot 2201403107; from a public test of another project."""


def vouched(user_id: int, at: datetime, bot_id: str = BOT_ID, key: Ed25519PrivateKey = KEY, **more: str) -> str:
    """initData with a signature and no hash."""
    user = {"id": user_id, "first_name": "Anna", "language_code": "en"}
    fields = {"auth_date": str(int(at.timestamp())), "user": json.dumps(user), **more}
    lines = [f"{bot_id}:WebAppData", *(f"{name}={value}" for name, value in sorted(fields.items()))]
    signature = base64.urlsafe_b64encode(key.sign("\n".join(lines).encode())).decode().rstrip("=")
    return urlencode({**fields, "signature": signature})


@pytest.fixture
def gate() -> Gate:
    return Gate(BOT_TOKEN, SECRET, StandingClock(), frozenset(), PUBLIC)


def test_telegrams_signature_names_the_person_without_the_bots_token(gate: Gate) -> None:
    assert gate.person(vouched(1001, NOW)).id == 1001
    assert Gate(f"{BOT_ID}:", SECRET, gate.clock, frozenset(), PUBLIC).person(vouched(1001, NOW)).first_name == "Anna"


def test_what_telegram_really_signed_is_believed_by_its_published_key_alone() -> None:
    then = StandingClock(datetime.fromtimestamp(1759930604 + 60, UTC))
    assert Gate("2201403107:x", SECRET, then, frozenset(), TEST_KEY).person(PUBLISHED).id == 5001146408
    for bot, key in (("2201403107:x", PRODUCTION_KEY), ("2201403108:x", TEST_KEY)):
        with pytest.raises(BadInitData):
            Gate(bot, SECRET, then, frozenset(), key).person(PUBLISHED)


@pytest.mark.parametrize(
    "init_data",
    [
        vouched(1001, NOW - timedelta(minutes=61)),
        vouched(1001, NOW + timedelta(minutes=5)),
        vouched(1001, NOW, bot_id="7000000002"),
        vouched(1001, NOW, key=Ed25519PrivateKey.from_private_bytes(b"8" * 32)),
        vouched(1001, NOW).replace("1001", "1003"),
        vouched(1001, NOW) + "&extra=1",
        vouched(1001, NOW) + "&auth_date=1",
        vouched(1001, NOW) + "&hash=",
        vouched(1001, NOW).partition("&signature=")[0],
        vouched(1001, NOW).partition("&signature=")[0] + "&signature=",
        vouched(1001, NOW).partition("&signature=")[0] + "&signature=%00",
        vouched(1001, NOW).partition("&signature=")[0] + "&signature=" + "A" * 86,
        vouched(1001, NOW) + "&hash=" + "0" * 64,
    ],
    ids=[
        *("stale", "from the future", "for another bot", "by another key", "of somebody else", "one field more"),
        *("a field twice", "an empty hash", "no signature", "an empty one", "a broken one", "a wrong one"),
        "with a hash that does not fit",
    ],
)
def test_other_signatures_are_refused(gate: Gate, init_data: str) -> None:
    with pytest.raises(BadInitData):
        gate.person(init_data)


def test_a_hash_covers_the_signature_beside_it(gate: Gate) -> None:
    both = signed(1001, NOW.timestamp(), signature="c2lnbmVk")
    assert gate.person(both).id == 1001
    with pytest.raises(BadInitData):
        gate.person(urlencode({**dict(parse_qsl(both)), "signature": "b3RoZXI"}))


@pytest.mark.parametrize("name", ["production", "test", "ab" * 32])
def test_the_key_is_a_setting(name: str) -> None:
    known = {"production": PRODUCTION_KEY, "test": TEST_KEY}
    assert telegram_key(read_settings(_env_file=None, init_data_key=name).init_data_key) == known.get(
        name, bytes.fromhex("ab" * 32)
    )


def test_a_key_that_is_none_keeps_the_process_from_starting() -> None:
    with pytest.raises(BadSetting):
        read_settings(_env_file=None, init_data_key="staging")


def test_a_public_key_is_no_secret_and_a_private_one_no_signature_of_ours(gate: Gate) -> None:
    """The classic confusions: RS256 with a key of the caller's own, HS256 with a public key as the secret, none."""
    rsa = generate_private_key(public_exponent=65537, key_size=2048)
    pem = rsa.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    raw = PUBLIC.hex().encode()
    forged = [
        jwt.encode(claims(), rsa, algorithm="RS256"),
        jwt.encode(claims(), KEY, algorithm="EdDSA"),
        *(by_hand(claims(), secret, {"alg": "HS256", "typ": "JWT"}) for secret in (pem, raw, b"")),
        by_hand(claims(), SECRET.encode(), {"alg": "none"}),
        by_hand(claims(), SECRET.encode(), {"alg": "RS256"}),
        by_hand(claims(), pem, {"alg": "HS256", "jwk": {"kty": "oct", "k": base64.b64encode(pem).decode()}}),
        by_hand(claims(), b"", {"alg": "HS256", "kid": "../../dev/null"}),
        unsigned({"alg": "nOnE"}, claims()),
    ]
    for token in forged:
        with pytest.raises(NotSignedIn):
            gate.bearer(f"Bearer {token}")
    good = by_hand(claims(), SECRET.encode(), {"alg": "HS256", "typ": "JWT"})
    assert gate.bearer(f"Bearer {good}").user_id == 1001, "made by hand, but with our secret"


def by_hand(said: dict[str, object], secret: bytes, header: dict[str, Any]) -> str:
    text = unsigned(header, said).rstrip(".")
    mac = hmac.new(secret, text.encode(), hashlib.sha256).digest()
    return f"{text}.{base64.urlsafe_b64encode(mac).decode().rstrip('=')}"


async def test_the_same_init_data_signs_in_again_within_its_hour(api: Api) -> None:
    """A page that is loaded again has no newer one."""
    init_data = signed(1001, api.now().timestamp(), TOKEN)
    for _ in range(2):
        status, tokens, _ = await api.call("POST", "/api/auth/telegram", json={"initData": init_data})
        assert (status, tokens["token_type"], tokens["expires_in"]) == (200, "bearer", 900)
    assert await User.all().count() == 1
    mine = {"Authorization": f"Bearer {tokens['access_token']}"}
    assert (await api.call("GET", "/api/me", headers=mine))[1]["id"] == 1001
    status, fresh, _ = await api.call("POST", "/api/auth/refresh", json={"refresh_token": tokens["refresh_token"]})
    assert (status, fresh["refresh_until"]) == (200, tokens["refresh_until"])
    for wrong in (tokens["access_token"], "x"):
        assert (await api.call("POST", "/api/auth/refresh", json={"refresh_token": wrong}))[0] == 401
