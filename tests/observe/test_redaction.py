"""No secret survives, however it is spelled; and ordinary words do."""

import base64
import json
from urllib.parse import quote

import pytest

from app.config import Settings
from app.redaction import HIDDEN, Redactor, secrets_of
from tests.web.initdata import BOT_TOKEN, signed

TOKEN = "7000000001:AAEhBOweik6ad9r_QXMENQjcrGbqCr4K-bc"
SEED = bytes(range(32))
PASSWORD = 'p@ss"w/rd-of-the-store'
SECRETS = {
    "bot_token": TOKEN,
    "jwt_secret": "j" * 40,
    "ton_api_key": "0a" * 32,
    "controller_seed": f"{'5a' * 32},{'5b' * 32}",
    "database_url": f"postgres://market:{quote(PASSWORD, safe='')}@db:5432/market",
    "redis_url": "redis://:cache-password@cache:6379/0",
    "sentry_dsn": "https://abcdef0123456789@sentry.example/1",
}
WORDS = [
    *(TOKEN, TOKEN.split(":")[1], quote(TOKEN, safe=""), f"https://api.telegram.org/bot{TOKEN}/getMe"),
    *("j" * 40, "0a" * 32, "5a" * 32, "5b" * 32, "cache-password", PASSWORD, "abcdef0123456789@sentry.example"),
    *(SEED.hex(), SEED.hex().upper(), repr(SEED), base64.b64encode(SEED).decode()),
]
JWT = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMDAxIn0.c2lnbmF0dXJlLW9mLW91cnM"


@pytest.fixture
def redact() -> Redactor:
    redactor = Redactor()
    redactor.learn(secrets_of(Settings.model_validate(SECRETS)))
    redactor.learn([SEED])
    return redactor


@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize("frame", ["{}", "before {} after", "({!r})", '{{"a": "{}"}}'])
def test_what_the_process_was_given_is_hidden_in_every_spelling(redact: Redactor, word: str, frame: str) -> None:
    text = redact(frame.format(word))
    assert HIDDEN in text
    core = word.removeprefix("https://api.telegram.org/bot").removesuffix("/getMe").split("@")[0]
    assert core not in text


@pytest.mark.parametrize(
    "text",
    [
        f"https://api.telegram.org/bot{BOT_TOKEN}/sendMessage",
        f"GET /file/bot{BOT_TOKEN}/photos/1.jpg",
        f"Authorization: Bearer {JWT}",
        f"{{'Authorization': 'Bearer {JWT}'}}",
        json.dumps({"headers": {"Authorization": "tma " + signed(1001, 1_780_000_000)}}),
        f"token={JWT}",
        signed(1001, 1_780_000_000),
        f"POST /api/auth {json.dumps({'initData': signed(1001, 1_780_000_000)})}",
        quote(signed(1001, 1_780_000_000), safe=""),
        "X-API-Key: 0123456789abcdef",
        "X-Telegram-Bot-Api-Secret-Token: 0123456789abcdef",
        "postgres://market:0123456789abcdef@db/market",
        "rediss://:0123456789abcdef@cache",
        '{"session_private_key": "0123456789abcdef"}',
        r'[\"{\\"private_key\\": \\"0123456789abcdef\\"}\"]',
        "password=0123456789abcdef",
        "https://toncenter.com/api/v3/messages?api_key=0123456789abcdef&limit=1",
        "Cookie: session=0123456789abcdef",
    ],
)
def test_what_looks_like_a_secret_is_hidden_whoever_it_belongs_to(text: str) -> None:
    hidden = Redactor()(text)
    assert HIDDEN in hidden
    for secret in (
        "0123456789abcdef",
        BOT_TOKEN,
        JWT,
        JWT.split(".")[2],
        signed(1001, 1_780_000_000).split("hash=")[1],
    ):
        assert secret not in hidden


@pytest.mark.parametrize(
    "text",
    [
        "deal 12 was funded with 10 TON by 0:0101010101010101010101010101010101010101010101010101010101010101",
        "terms_hash=0101010101010101010101010101010101010101010101010101010101010101",
        '{"message_hash": "0101010101010101010101010101010101010101010101010101010101010101"}',
        "https://toncenter.com/api/v3/messages?opcode=0x1&limit=250",
        "the secret of good coffee is a token of love",
        "2026-05-28T20:26:40+00:00 http://127.0.0.1:8080/api/deals",
        "postgres://db:5432/market",
    ],
)
def test_ordinary_lines_stay_as_they_are(redact: Redactor, text: str) -> None:
    assert redact(text) == text


def test_nested_data_is_cleaned_by_value_and_by_name(redact: Redactor) -> None:
    tree = {
        "request": {"headers": [("Authorization", f"Bearer {JWT}")], "url": f"/bot{TOKEN}/getMe"},
        "initData": "whatever",
        "cookies": {"a": "b"},
        "bytes": SEED,
        "count": 5,
        "none": None,
    }
    cleaned = redact.tree(tree)
    assert cleaned == {
        "request": {"headers": [["Authorization", f"Bearer {HIDDEN}"]], "url": f"/bot{HIDDEN}/getMe"},
        "initData": HIDDEN,
        "cookies": {"a": "b"},
        "bytes": f"b'{HIDDEN}'",
        "count": 5,
        "none": None,
    }


def test_a_short_password_does_not_tear_holes_into_words() -> None:
    redactor = Redactor()
    redactor.learn(secrets_of(Settings(database_url="postgres://m:deal@db/m")))
    assert redactor("deal 5 of postgres://m:deal@db/m") == f"deal 5 of postgres://m:{HIDDEN}@db/m"


def test_hostile_lines_cost_no_time() -> None:
    """Lines that would send a careless pattern into a spin; the test's own limit is the judge."""
    for bait in ("hash=" * 20_000, "a=b&" * 30_000, "://" * 30_000, "1:" * 50_000, "private_key:" * 9_000):
        Redactor()(bait)
