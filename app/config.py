"""Everything outside the process is a setting, read from the environment (and `.env`). With none set, it runs alone.

A wrong value is refused at start with the name of the variable and what is expected; production refuses stand-ins.
"""

import hashlib
import os
import re
from ipaddress import IPv4Network, IPv6Network
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, Field, ValidationError, ValidationInfo, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from app.demands import URL_STARTS, production_faults, seed_sources_faults, wrong_url
from services.settings import NOTICES_PER_SECOND, MarketSettings

ROOT = Path(__file__).resolve().parent.parent
SANDBOX_TOKEN = "7000000001:SANDBOX-bot-token-of-nobody-at-all"
SECRETS_DIR = "/run/secrets"
"""Where containers find their secrets, a file each, named like the setting (`bot_token`)."""
WEBHOOK_PATH = "/bot/webhook"
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
    bot_token: str = Field(default="", repr=False)
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
    webhook_secret: str = Field(default="", repr=False)
    webhook_connections: int = Field(default=40, ge=1, le=100)
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
    notices_per_second: float | None = Field(
        default=None, ge=0, le=30, description="what one bot may send; 0: without a limit of ours"
    )
    tick_seconds: int = Field(default=2, ge=1, description="how often workers look for what is due")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    log_format: Literal["auto", "json", "text"] = "auto"
    metrics_port: int = Field(default=0, ge=0, le=65535, description="health and metrics of worker and scheduler")
    sentry_dsn: str = Field(default="", repr=False)
    support_contact: str = Field(default="", max_length=200, description="where people can write besides the bot")
    trusted_proxies: Annotated[tuple[IPv4Network | IPv6Network, ...], NoDecode] = ()
    init_data_key: str = Field(default="production", description="Telegram's key: production, test, or 64 hex digits")
    app_rate_limit_default: Annotated[str, AfterValidator(rate)] = "60/minute"
    app_rate_limit_auth: Annotated[str, AfterValidator(rate)] = "10/minute"
    app_rate_limit_escrow: Annotated[str, AfterValidator(rate)] = "5/minute"
    lease_seconds: int = Field(default=15, ge=2, le=300, description="a dead scheduler's place is taken after so long")
    drain_seconds: int = Field(default=25, ge=1, le=600, description="how long a stop waits for what is being done")
    jwt_secret: str = Field(default="", repr=False)
    explorer_url: str = ""
    demo_market: bool = Field(default=True, description="the sandbox starts with 200 channels in its market")
    random_seed: int | None = None
    texts_strict: bool = False
    var: Path = Path("var")

    @field_validator("admin_ids", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        words = value.replace(",", " ").split()
        if not all(word.isdecimal() for word in words):
            raise ValueError("expected Telegram ids (whole numbers), separated by commas")
        return tuple(map(int, words))

    @field_validator(*URL_STARTS)
    @classmethod
    def _known_kind(cls, value: str, info: ValidationInfo) -> str:
        if fault := wrong_url(info.field_name or "", value):
            raise ValueError(fault)
        return value

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
        faults = seed_sources_faults(self)
        if self.ton_provider == "liteserver" and not (self.liteserver_config and self.liteserver_config.is_file()):
            faults.append("LITESERVER_CONFIG must name the network's global config file with TON_PROVIDER=liteserver")
        if self.env == "production":
            faults += production_faults(self, SANDBOX_TOKEN)
        if faults:
            raise ValueError("\n  ".join(faults))
        return self

    @property
    def is_sandbox(self) -> bool:
        """No token: the other end of the wire is started beside the bot."""
        return not self.bot_token

    @property
    def in_one_process(self) -> bool:
        """Without Redis the bot, the workers and the scheduler share this process."""
        return self.redis_url.startswith("memory:")

    @property
    def logs_as_json(self) -> bool:
        return self.log_format == "json" or (self.log_format == "auto" and self.env == "production")

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
    def webhook_key(self) -> str:
        """What Telegram says with each update, so that we know it is Telegram; derived as the key of our tokens is."""
        return self.webhook_secret or hashlib.sha256(b"webhook:" + self.token.encode()).hexdigest()

    @property
    def webhook_url(self) -> str:
        return self.origin + WEBHOOK_PATH

    @property
    def requests_per_second(self) -> float:
        if self.is_sandbox or self.toncenter_url.startswith("http://127.0.0.1"):
            return self.ton_requests_per_second or 1000
        return self.ton_requests_per_second or (10 if self.ton_api_key else 1)

    @property
    def pace(self) -> float:
        """Notices per second. On the sandbox's clock nobody counts real seconds."""
        if self.notices_per_second is not None:
            return self.notices_per_second
        return NOTICES_PER_SECOND if self.clock_url.startswith("system:") else 0.0

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
    """The settings, or a readable refusal to start. Files of secrets give what the environment does not."""
    folder = Path(os.environ.get("SECRETS_DIR", SECRETS_DIR))
    try:
        return Settings(**{"_secrets_dir": folder if folder.is_dir() else None, **over})
    except ValidationError as trouble:
        lines = ["  " + _told(error["loc"], error["msg"]) for error in trouble.errors()]
        raise BadSetting("These settings are wrong:\n" + "\n".join(lines)) from None


def _told(place: tuple[int | str, ...], words: str) -> str:
    """The name of the variable and what is expected; a rule over several names them itself."""
    words = words.removeprefix("Value error, ")
    return f"{'.'.join(map(str, place)).upper()}: {words}" if place else words


def tortoise_config(database_url: str) -> dict[str, object]:
    return {
        "connections": {"default": database_url},
        "apps": {"models": {"models": ["models", "aerich.models"], "default_connection": "default"}},
        "use_tz": True,
        "timezone": "UTC",
    }


TORTOISE_ORM = tortoise_config(os.environ.get("DATABASE_URL", "sqlite://var/market.sqlite3"))
"""What the aerich command line reads."""
