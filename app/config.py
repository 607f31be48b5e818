"""Everything outside the process is a setting, read from the environment (and `.env`). With none set, it runs alone.

A wrong value is refused at start with the name of the variable and what is expected; production refuses stand-ins.
"""

import hashlib
import os
import re
from ipaddress import IPv4Network, IPv6Network
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, Field, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from services.settings import MarketSettings

ROOT = Path(__file__).resolve().parent.parent
SANDBOX_TOKEN = "7000000001:SANDBOX-bot-token-of-nobody-at-all"
SANDBOX_ADMIN_ID = 1003
TELEGRAM_URL = "https://api.telegram.org"
TONCENTER_URLS = {"testnet": "https://testnet.toncenter.com", "mainnet": "https://toncenter.com"}
PUBLIC_WALLETS_URL = "https://config.ton.org/wallets-v2.json"
NETWORK_IDS = {"testnet": -3, "mainnet": -239}


class BadSetting(SystemExit):
    """Said at start, instead of a stack trace."""


def rate(text: str) -> str:
    """`60/minute`; a bare number is per minute."""
    found = re.fullmatch(r"([1-9][0-9]{0,8})(?:\s*(?:/|per)\s*(second|minute|hour|day))?", text.strip())
    if found is None:
        raise ValueError("a rate is written 60/minute")
    return f"{found[1]}/{found[2] or 'minute'}"


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_file=".env", extra="ignore", case_sensitive=False)

    env: Literal["development", "production"] = "development"
    bot_token: str = ""
    bot_api_url: str = ""
    database_url: str = "sqlite://var/market.sqlite3"
    redis_url: str = "memory://"
    ton_network: Literal["testnet", "mainnet"] = "testnet"
    ton_provider: Literal["toncenter", "liteserver"] = "toncenter"
    liteserver_config: Path | None = Field(default=None, description="the network's global config file")
    ton_api_url: str = ""
    ton_api_key: str = ""
    ton_requests_per_second: float = Field(
        default=0, ge=0, description="0: what the plan allows (1 without a key, 10 with)"
    )
    controller_seed: str = Field(default="", repr=False)
    controller_seed_file: Path | None = None
    controller_seed_command: str = ""
    wallets_url: str = ""
    clock_url: str = "system://"
    public_url: str = ""
    host: str = "127.0.0.1"
    port: int = Field(default=8080, ge=0, le=65535)
    admin_ids: Annotated[tuple[int, ...], NoDecode] = ()
    fee_bps: int = Field(default=500, ge=0, le=5000)
    fee_recipient: str = ""
    min_price_nano: int = Field(default=1_000_000_000, ge=1)
    window_days: int = Field(default=14, ge=2, le=60)
    coin_symbol: str = "TON"
    app_cache_listing_ttl: int = Field(default=60, ge=0)
    escrow_predeploy: bool = False
    large_payout_nano: int = Field(default=0, ge=0, description="more to an owner waits for an admin; 0: never")
    stats_preview_url: str = Field(default="", description="what comes before /<name>; empty: views are not read")
    stats_plugin: str = Field(default="", pattern=r"^([\w.]+:\w+)?$", description="package.module:factory")
    stats_per_minute: int = Field(default=60, ge=0, description="channels that all workers measure in a minute; 0: any")
    tick_seconds: int = Field(default=2, ge=1, description="how often workers look for what is due")
    jwt_secret: str = ""
    trusted_proxies: Annotated[tuple[IPv4Network | IPv6Network, ...], NoDecode] = ()
    init_data_key: str = Field(default="production", description="Telegram's key: production, test, or 64 hex digits")
    app_rate_limit_default: Annotated[str, AfterValidator(rate)] = "60/minute"
    app_rate_limit_auth: Annotated[str, AfterValidator(rate)] = "10/minute"
    app_rate_limit_escrow: Annotated[str, AfterValidator(rate)] = "5/minute"
    explorer_url: str = ""
    random_seed: int | None = None
    texts_strict: bool = False
    var: Path = Path("var")

    @field_validator("admin_ids", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return tuple(int(part) for part in value.replace(",", " ").split()) if isinstance(value, str) else value

    @field_validator("trusted_proxies", mode="before")
    @classmethod
    def _split_networks(cls, value: object) -> object:
        return tuple(value.replace(",", " ").split()) if isinstance(value, str) else value

    @field_validator("init_data_key")
    @classmethod
    def _known_key(cls, value: str) -> str:
        if value not in ("production", "test") and not re.fullmatch(r"[0-9a-fA-F]{64}", value):
            raise ValueError("production, test, or the 64 hex digits of an Ed25519 key")
        return value

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        if self.env == "production":
            self._check_production()
        sources = [self.controller_seed, self.controller_seed_file, self.controller_seed_command]
        if sum(map(bool, sources)) > 1:
            raise ValueError("only one of CONTROLLER_SEED, CONTROLLER_SEED_FILE and CONTROLLER_SEED_COMMAND")
        if self.bot_token and not any(sources):
            raise ValueError("CONTROLLER_SEED (or _FILE, or _COMMAND) is needed with BOT_TOKEN: see SECURITY.md")
        if self.ton_provider == "liteserver" and not (self.liteserver_config and self.liteserver_config.is_file()):
            raise ValueError(
                "LITESERVER_CONFIG must name the network's global config file with TON_PROVIDER=liteserver"
            )
        return self

    def _check_production(self) -> None:
        if not self.bot_token:
            raise ValueError("BOT_TOKEN is empty: production does not start on the sandbox")
        if self.redis_url.startswith("memory:") or self.database_url.startswith("sqlite:"):
            raise ValueError("REDIS_URL and DATABASE_URL must name real servers in production")
        if not self.public_url.startswith("https://"):
            raise ValueError("PUBLIC_URL must be an https address in production")
        if len(self.jwt_secret) < 32:
            raise ValueError("JWT_SECRET must have at least 32 characters in production")

    @property
    def is_sandbox(self) -> bool:
        """No token: the other end of the wire is started beside the bot."""
        return not self.bot_token

    @property
    def in_one_process(self) -> bool:
        """Without Redis the bot, the workers and the scheduler share this process."""
        return self.redis_url.startswith("memory:")

    @property
    def own_url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def origin(self) -> str:
        return (self.public_url or self.own_url).rstrip("/")

    @property
    def app_url(self) -> str:
        """Where Telegram opens the Mini App; empty without https, which it insists on."""
        return f"{self.origin}/" if self.origin.startswith("https://") else ""

    @property
    def token(self) -> str:
        return self.bot_token or SANDBOX_TOKEN

    @property
    def telegram_url(self) -> str:
        return self.bot_api_url or (self.own_url if self.is_sandbox else TELEGRAM_URL)

    @property
    def toncenter_url(self) -> str:
        return self.ton_api_url or (f"{self.own_url}/ton" if self.is_sandbox else TONCENTER_URLS[self.ton_network])

    @property
    def wallet_list_url(self) -> str:
        """Where TON Connect's list of wallets comes from."""
        return self.wallets_url or (f"{self.own_url}/wallets.json" if self.is_sandbox else PUBLIC_WALLETS_URL)

    @property
    def preview_url(self) -> str:
        """Where channels' preview pages are; empty: nowhere."""
        return self.stats_preview_url or (f"{self.own_url}/s" if self.is_sandbox else "")

    @property
    def measured_per_minute(self) -> int:
        """The sandbox is its own server, and its time stands still while a day is passed through."""
        return 0 if self.is_sandbox else self.stats_per_minute

    @property
    def explorer(self) -> str | None:
        """What an address is appended to, for people who want to see for themselves; the sandbox's chain has none."""
        if self.explorer_url or self.is_sandbox:
            return self.explorer_url or None
        return {"mainnet": "https://tonviewer.com/", "testnet": "https://testnet.tonviewer.com/"}[self.ton_network]

    @property
    def rates(self) -> dict[str, str]:
        """How often one may knock, by kind of door."""
        return {
            "default": self.app_rate_limit_default,
            "auth": self.app_rate_limit_auth,
            "escrow": self.app_rate_limit_escrow,
        }

    @property
    def network_id(self) -> int:
        return NETWORK_IDS[self.ton_network]

    @property
    def secret(self) -> str:
        """Key of our own tokens; without a setting it is derived from the bot token, which is secret already."""
        return self.jwt_secret or hashlib.sha256(b"jwt:" + self.token.encode()).hexdigest()

    @property
    def requests_per_second(self) -> float:
        if self.is_sandbox or self.toncenter_url.startswith("http://127.0.0.1"):
            return self.ton_requests_per_second or 1000
        return self.ton_requests_per_second or (10 if self.ton_api_key else 1)

    @property
    def admins(self) -> frozenset[int]:
        return frozenset(self.admin_ids or ((SANDBOX_ADMIN_ID,) if self.is_sandbox else ()))

    def market(self) -> MarketSettings:
        return MarketSettings(
            fee_bps=self.fee_bps,
            fee_recipient=self.fee_recipient,
            min_price_nano=self.min_price_nano,
            window_days=self.window_days,
            admin_ids=self.admins,
            coin_symbol=self.coin_symbol,
            listing_cache_seconds=self.app_cache_listing_ttl,
            predeploy=self.escrow_predeploy,
            large_payout_nano=self.large_payout_nano,
        )


def read_settings(**over: Any) -> Settings:
    """The settings, or a readable refusal to start."""
    try:
        return Settings(**over)
    except ValidationError as trouble:
        lines = [f"  {'.'.join(map(str, e['loc'])).upper() or 'settings'}: {e['msg']}" for e in trouble.errors()]
        raise BadSetting("These settings are wrong:\n" + "\n".join(lines)) from None


def tortoise_config(database_url: str) -> dict[str, object]:
    return {
        "connections": {"default": database_url},
        "apps": {"models": {"models": ["models", "aerich.models"], "default_connection": "default"}},
        "use_tz": True,
        "timezone": "UTC",
    }


TORTOISE_ORM = tortoise_config(os.environ.get("DATABASE_URL", "sqlite://var/market.sqlite3"))
"""What the aerich command line reads."""
