"""Settings come from the environment and from files of secrets; what is wrong is named, and production is strict."""

import hashlib
import re
from pathlib import Path
from typing import Any

import pytest

from app.config import ROOT, SANDBOX_TOKEN, BadSetting, Settings, read_settings

EXAMPLE = (ROOT / ".env.example").read_text(encoding="utf-8")
ELSEWHERE = {"SECRETS_DIR", "DOMAIN", "CERTBOT_EMAIL", "CERTBOT_STAGING"}
"""Read by the containers, or before the settings are."""
HEX = hashlib.sha256(b"as if random").hexdigest()
GOOD: dict[str, Any] = {
    "env": "production",
    "bot_token": f"123456789:AA{HEX[:33]}",
    "database_url": f"postgres://ads:{HEX[:32]}@postgres:5432/ads",
    "redis_url": "redis://redis:6379/0",
    "public_url": "https://market.shop.org",
    "jwt_secret": HEX,
    "controller_seed": HEX,
    "admin_ids": "1, 2",
}


def settings(**over: Any) -> Settings:
    return read_settings(_env_file=None, **over)


def refusal(**over: Any) -> str:
    with pytest.raises(BadSetting) as refused:
        settings(**over)
    return str(refused.value)


def test_the_example_names_every_setting_with_its_default() -> None:
    named = re.findall(r"^#([A-Z][A-Z_]+)=(.*)$", EXAMPLE, re.MULTILINE)
    fields = {name.upper(): field for name, field in Settings.model_fields.items()}
    assert {name for name, _ in named} == set(fields) | ELSEWHERE
    twice = {"DATABASE_URL", "REDIS_URL"}
    names = [name for name, _ in named if name not in twice]
    assert len(names) == len(set(names))
    for name, value in named:
        if name in fields and isinstance(fields[name].default, int) and not isinstance(fields[name].default, bool):
            assert value == str(fields[name].default), name


def test_every_setting_of_the_example_has_words_or_speaks_for_itself() -> None:
    """A comment above it, or above the group that it stands in."""
    groups = re.split(r"\n\n", EXAMPLE)
    assert all("# " in group or group.startswith("#") for group in groups)


def test_the_example_uncommented_is_refused_in_production(tmp_path: Path) -> None:
    lines = [line[1:] for line in EXAMPLE.splitlines() if re.match(r"#[A-Z_]+=.", line)]
    (tmp_path / ".env").write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(BadSetting):
        read_settings(_env_file=tmp_path / ".env", env="production")


def test_good_settings_are_taken() -> None:
    found = settings(**GOOD)
    assert found.webhook_url == "https://market.shop.org/bot/webhook"
    assert found.admins == {1, 2}
    assert re.fullmatch(r"[0-9a-f]{64}", found.webhook_key)
    assert found.webhook_key != settings(**{**GOOD, "bot_token": GOOD["bot_token"][:-1] + "b"}).webhook_key


@pytest.mark.parametrize(
    ("over", "name"),
    [
        ({"bot_token": ""}, "BOT_TOKEN"),
        ({"bot_token": SANDBOX_TOKEN}, "BOT_TOKEN"),
        ({"bot_token": "123456:token-from-BotFather"}, "BOT_TOKEN"),
        ({"database_url": "sqlite://var/market.sqlite3"}, "DATABASE_URL"),
        ({"database_url": "postgres://market:password@127.0.0.1:5432/market"}, "DATABASE_URL"),
        ({"database_url": "postgres://market@127.0.0.1:5432/market"}, "DATABASE_URL"),
        ({"redis_url": "memory://"}, "REDIS_URL"),
        ({"public_url": "http://market.shop.org"}, "PUBLIC_URL"),
        ({"public_url": "https://127.0.0.1"}, "PUBLIC_URL"),
        ({"public_url": "https://market.shop.org/path"}, "PUBLIC_URL"),
        ({"jwt_secret": ""}, "JWT_SECRET"),
        ({"jwt_secret": "short"}, "JWT_SECRET"),
        ({"jwt_secret": "a" * 64}, "JWT_SECRET"),
        ({"jwt_secret": "changeme-changeme-changeme-changeme"}, "JWT_SECRET"),
        ({"webhook_secret": "short"}, "WEBHOOK_SECRET"),
        ({"webhook_secret": "not allowed: " + HEX}, "WEBHOOK_SECRET"),
        ({"controller_seed": "00" * 32}, "CONTROLLER_SEED"),
        ({"controller_seed": f"{HEX} {'5a' * 32}"}, "CONTROLLER_SEED"),
        ({"clock_url": "file:///tmp/clock"}, "CLOCK_URL"),
        ({"random_seed": 7}, "RANDOM_SEED"),
        ({"admin_ids": ""}, "ADMIN_IDS"),
        ({"ton_api_url": "http://127.0.0.1:8080/ton"}, "TON_API_URL"),
        ({"wallets_url": "http://127.0.0.1:8080/wallets.json"}, "WALLETS_URL"),
    ],
)
def test_production_refuses_stand_ins_and_weak_secrets(over: dict[str, Any], name: str) -> None:
    words = refusal(**{**GOOD, **over})
    assert f"  {name}:" in words or (name == "BOT_TOKEN" and name in words)
    for value in over.values():
        assert not (isinstance(value, str) and len(value) > 8 and value in words), "a secret was shown"


def test_a_seed_that_everybody_can_read_is_refused_in_production(tmp_path: Path) -> None:
    path = tmp_path / "seed"
    path.write_text(HEX, encoding="ascii")
    over = {**GOOD, "controller_seed": "", "controller_seed_file": path}
    path.chmod(0o644)
    assert "CONTROLLER_SEED_FILE: everybody" in refusal(**over)
    path.chmod(0o400)
    assert settings(**over).controller_seed_file == path


@pytest.mark.parametrize(
    ("over", "words"),
    [
        ({"port": "many"}, "PORT: Input should be a valid integer"),
        ({"tick_seconds": 0}, "TICK_SECONDS: Input should be greater than or equal to 1"),
        ({"webhook_connections": 101}, "WEBHOOK_CONNECTIONS: Input should be less than or equal to 100"),
        ({"env": "prod"}, "ENV: Input should be 'development' or 'production'"),
        ({"admin_ids": "anna"}, "ADMIN_IDS: expected Telegram ids (whole numbers), separated by commas"),
        ({"database_url": "mysql://x"}, "DATABASE_URL: expected an address that begins with sqlite:// or postgres://"),
        ({"redis_url": "http://x"}, "REDIS_URL: expected an address that begins with memory:// or redis://"),
        ({"public_url": "market.shop.org"}, "PUBLIC_URL: expected an address that begins with http:// or https://"),
        ({"ton_provider": "liteserver"}, "LITESERVER_CONFIG must name"),
    ],
)
def test_a_wrong_value_is_refused_with_its_name_and_what_is_expected(over: dict[str, Any], words: str) -> None:
    assert words in refusal(**over)


def test_everything_that_is_wrong_is_said_at_once() -> None:
    words = refusal(**{**GOOD, "jwt_secret": "", "redis_url": "memory://", "admin_ids": ""})
    assert all(name in words for name in ("JWT_SECRET", "REDIS_URL", "ADMIN_IDS"))


def test_a_file_of_secrets_gives_what_the_environment_does_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRETS_DIR", str(tmp_path))
    for name in ("bot_token", "database_url", "jwt_secret", "controller_seed"):
        (tmp_path / name).write_text(f"{GOOD[name]}\n", encoding="ascii")
    rest = {name: value for name, value in GOOD.items() if not (tmp_path / name).exists()}
    found = settings(**rest)
    assert (found.bot_token, found.jwt_secret) == (GOOD["bot_token"], GOOD["jwt_secret"])
    assert settings(**rest, jwt_secret=HEX[::-1]).jwt_secret == HEX[::-1]


def test_no_secret_is_in_the_settings_own_words() -> None:
    shown = repr(settings(**GOOD))
    for name in ("bot_token", "jwt_secret", "controller_seed"):
        assert GOOD[name] not in shown
