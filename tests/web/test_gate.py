"""Who is let in: Telegram's word for a person, our token for a quarter of an hour, and nothing else."""

import base64
import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qsl, urlencode

import jwt
import pytest

from app.web.auth import REFRESH, BadInitData, Gate, NotSignedIn
from tests.web.initdata import BOT_TOKEN, signed

NOW = datetime(2026, 5, 28, 20, 0, tzinfo=UTC)
SECRET = "s" * 32
OTHER_BOT = "7000000002:AAotherotherotherotherotherotherot"


@dataclass
class StandingClock:
    now: datetime = NOW

    def utcnow(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock()


@pytest.fixture
def gate(clock: StandingClock) -> Gate:
    return Gate(BOT_TOKEN, SECRET, clock, frozenset({1003}))


def ago(**span: float) -> float:
    return (NOW - timedelta(**span)).timestamp()


def changed(init_data: str, **fields: str) -> str:
    return urlencode({**dict(parse_qsl(init_data)), **fields})


def unsigned(header: dict[str, object], claims: dict[str, object], signature: str = "") -> str:
    parts = [base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=").decode() for part in (header, claims)]
    return ".".join([*parts, signature])


def claims(**over: object) -> dict[str, object]:
    now = int(NOW.timestamp())
    return {"sub": "1001", "iat": now, "exp": now + 900, "since": now, "ver": 0, "use": "access", **over}


def signed_claims(secret: str, algorithm: str = "HS256", **over: object) -> str:
    return "Bearer " + jwt.encode(claims(**over), secret, algorithm=algorithm)


def without(name: str) -> str:
    return "Bearer " + jwt.encode({key: value for key, value in claims().items() if key != name}, SECRET)


def test_fresh_init_data_names_the_person(gate: Gate) -> None:
    person = gate.person(signed(1001, ago(minutes=1)))
    assert (person.id, person.first_name) == (1001, "Anna")


@pytest.mark.parametrize(
    "init_data",
    [
        signed(1001, ago(minutes=61)),
        signed(1001, ago(minutes=-5)),
        signed(1001, ago(minutes=1), token=OTHER_BOT),
        signed(None, ago(minutes=1)),
        changed(signed(1001, ago(minutes=1)), user='{"id":1003,"first_name":"Vera"}'),
        changed(signed(1001, ago(hours=3)), auth_date=str(int(NOW.timestamp()))),
        changed(signed(1001, ago(minutes=1)), hash="0" * 64),
        changed(signed(1001, ago(minutes=1)), hash=""),
        changed(signed(1001, ago(minutes=1)), extra="1"),
        signed(1001, ago(minutes=1)).rsplit("&hash=", 1)[0],
        signed(1001, ago(minutes=1), user="not json"),
        signed(1001, ago(minutes=1), auth_date="yesterday"),
        signed(1001, ago(minutes=1), auth_date="99999999999999999999"),
        "hash=%00",
        "&&&",
        "a" * 10_000,
        "",
    ],
    ids=[
        *("stale", "from the future", "another bot's", "of nobody", "of somebody else", "made younger"),
        *("a wrong hash", "an empty hash", "one field more", "no hash", "a broken user", "a broken date"),
        *("a date beyond time", "a zero byte", "separators only", "a long word", "nothing"),
    ],
)
def test_other_init_data_is_refused(gate: Gate, init_data: str) -> None:
    with pytest.raises(BadInitData):
        gate.person(init_data)


def test_a_token_of_ours_is_the_person_for_a_quarter_of_an_hour(gate: Gate, clock: StandingClock) -> None:
    token = gate.tokens(1001, version=3)["access_token"]
    ticket = gate.bearer(f"Bearer {token}")
    assert (ticket.user_id, ticket.version, ticket.since) == (1001, 3, NOW)
    clock.now = NOW + timedelta(minutes=14)
    assert gate.bearer(f"bearer {token}").user_id == 1001
    clock.now = NOW + timedelta(minutes=15)
    with pytest.raises(NotSignedIn):
        gate.bearer(f"Bearer {token}")


def test_who_is_an_admin_is_a_setting_and_no_word_of_a_token(gate: Gate) -> None:
    assert gate.actor(1003, None).is_admin
    assert not gate.actor(1001, "10.0.0.1").is_admin
    assert gate.actor(1001, "10.0.0.1").ip_address == "10.0.0.1"


def test_a_session_is_renewed_for_a_day_and_no_longer(gate: Gate, clock: StandingClock) -> None:
    pair = gate.tokens(1001, 0)
    clock.now = NOW + timedelta(hours=23, minutes=50)
    ticket = gate.ticket(pair["refresh_token"], REFRESH)
    again = gate.tokens(ticket.user_id, ticket.version, ticket.since)
    assert (ticket.since, again["refresh_until"], again["expires_in"]) == (NOW, NOW + timedelta(hours=24), 600)
    clock.now = NOW + timedelta(hours=24)
    for token in (pair["refresh_token"], again["refresh_token"]):
        with pytest.raises(NotSignedIn):
            gate.ticket(token, REFRESH)
    with pytest.raises(NotSignedIn):
        gate.bearer(f"Bearer {again['access_token']}")


def test_each_token_is_good_for_its_own_use_alone(gate: Gate) -> None:
    pair = gate.tokens(1001, 0)
    with pytest.raises(NotSignedIn):
        gate.bearer(f"Bearer {pair['refresh_token']}")
    with pytest.raises(NotSignedIn):
        gate.ticket(pair["access_token"], REFRESH)


@pytest.mark.parametrize(
    "authorization",
    [
        None,
        "",
        "Bearer",
        "Bearer ",
        "Basic MTAwMTox",
        "Bearer a.b.c",
        "Bearer " + unsigned({"alg": "none", "typ": "JWT"}, claims()),
        "Bearer " + unsigned({"alg": "None"}, claims()),
        "Bearer " + unsigned({"alg": "HS256"}, claims(), "AAAA"),
        signed_claims("x" * 32),
        signed_claims(SECRET * 2, "HS512"),
        signed_claims(SECRET, exp=int(NOW.timestamp()) - 1),
        without("exp"),
        without("sub"),
        without("use"),
        without("ver"),
        without("since"),
        signed_claims(SECRET, sub="anna"),
        signed_claims(SECRET, exp=1e300),
        signed_claims(SECRET, exp="soon"),
        "Bearer ключ",
    ],
    ids=[
        *("no header", "an empty header", "no token", "an empty token", "another scheme", "no token at all"),
        *("no algorithm", "no algorithm, capital", "a wrong signature", "another secret", "another algorithm"),
        *("expired", "for ever", "of nobody", "of no use", "of no version", "of no beginning"),
        *("of a name", "beyond time", "an expiry in words", "letters"),
    ],
)
def test_other_tokens_are_refused(gate: Gate, authorization: str | None) -> None:
    with pytest.raises(NotSignedIn):
        gate.bearer(authorization)


def test_a_token_signed_with_the_same_secret_by_another_algorithm_is_refused(gate: Gate) -> None:
    for algorithm in ("HS384", "HS512"):
        token = jwt.encode(claims(), "s" * 64, algorithm=algorithm)
        loose = Gate(BOT_TOKEN, "s" * 64, gate.clock, frozenset())
        with pytest.raises(NotSignedIn):
            loose.bearer(f"Bearer {token}")
