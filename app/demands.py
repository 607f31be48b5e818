"""What the settings must be, beyond their types: kinds of addresses, keys, and what production demands.

Production refuses stand-ins (the sandbox's token, SQLite, memory, plain http, a clock that can be moved) and weak
secrets: short ones, those of examples, a seed that anybody on the machine can read. Each fault names its variable.
"""

import re
import stat
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from app.config import Settings

WEB = ("http://", "https://")
URL_STARTS = {
    "database_url": ("sqlite://", "postgres://"),
    "redis_url": ("memory://", "redis://", "rediss://"),
    "clock_url": ("system://", "file://"),
    "bot_api_url": WEB,
    "ton_api_url": WEB,
    "wallets_url": WEB,
    "public_url": WEB,
    "explorer_url": WEB,
}
TOKEN = re.compile(r"[0-9]{6,}:[A-Za-z0-9_-]{30,}")
WEBHOOK_SECRET = re.compile(r"[A-Za-z0-9_-]{32,256}")
COMMON = ("password", "secret", "changeme", "example", "market", "postgres", "token-from", "test")
"""What examples and haste put where a secret belongs."""
LEAST_SECRET, LEAST_PASSWORD, LEAST_BYTES = 32, 16, 12
HERE = ("localhost", "127.0.0.1", "::1", "0.0.0.0")


def wrong_url(name: str, value: str) -> str | None:
    """What is expected where the address is of no known kind; an empty one asks for the default."""
    starts = URL_STARTS[name]
    if not value or value.startswith(starts):
        return None
    return f"expected an address that begins with {' or '.join(starts)}"


def seed_sources_faults(settings: "Settings") -> list[str]:
    sources = [settings.controller_seed, settings.controller_seed_file, settings.controller_seed_command]
    faults = []
    if sum(map(bool, sources)) > 1:
        faults.append("only one of CONTROLLER_SEED, CONTROLLER_SEED_FILE and CONTROLLER_SEED_COMMAND")
    if settings.bot_token and not any(sources):
        faults.append("CONTROLLER_SEED (or _FILE, or _COMMAND) is needed with BOT_TOKEN: see SECURITY.md")
    return faults


def production_faults(settings: "Settings", sandbox_token: str) -> list[str]:
    """Everything that is wrong, at once; no value is shown."""
    return [
        *_stand_ins(settings, sandbox_token),
        *_addresses(settings),
        *_secrets(settings),
        *_seeds(settings),
    ]


def _stand_ins(settings: "Settings", sandbox_token: str) -> list[str]:
    faults = []
    if not settings.bot_token or settings.bot_token == sandbox_token:
        faults.append("BOT_TOKEN: production does not start on the sandbox; expected the token from @BotFather")
    elif not TOKEN.fullmatch(settings.bot_token):
        faults.append("BOT_TOKEN: expected the token from @BotFather, digits:letters")
    if settings.database_url.startswith("sqlite:"):
        faults.append("DATABASE_URL: expected postgres:// in production (SQLite serves one process)")
    if settings.redis_url.startswith("memory:"):
        faults.append("REDIS_URL: expected redis:// in production (memory serves one process)")
    if settings.clock_url != "system://":
        faults.append("CLOCK_URL: expected system:// in production (another clock can be moved)")
    if settings.random_seed is not None:
        faults.append("RANDOM_SEED: expected to be unset in production (checks must not be foreseen)")
    if not settings.admin_ids:
        faults.append("ADMIN_IDS: expected the Telegram id of somebody who decides disputes")
    return faults


def _addresses(settings: "Settings") -> list[str]:
    faults = []
    public = urlsplit(settings.public_url)
    if public.scheme != "https" or not public.hostname or public.hostname in HERE:
        faults.append("PUBLIC_URL: expected an https address that Telegram and wallets can reach, in production")
    if public.path not in ("", "/"):
        faults.append("PUBLIC_URL: expected no path behind the host")
    for name in ("ton_api_url", "wallets_url"):
        value = str(getattr(settings, name))
        if value and not value.startswith("https://"):
            faults.append(f"{name.upper()}: expected https in production")
    return faults


def _secrets(settings: "Settings") -> list[str]:
    faults = []
    if is_weak(settings.jwt_secret, LEAST_SECRET):
        faults.append("JWT_SECRET: expected at least 32 random characters (openssl rand -hex 32)")
    if settings.webhook_secret and (
        not WEBHOOK_SECRET.fullmatch(settings.webhook_secret) or is_weak(settings.webhook_secret, LEAST_SECRET)
    ):
        faults.append("WEBHOOK_SECRET: expected 32 to 256 random letters, digits, _ or - (openssl rand -hex 32)")
    password = urlsplit(settings.database_url).password
    if settings.database_url.startswith("postgres:") and is_weak(password or "", LEAST_PASSWORD):
        faults.append("DATABASE_URL: expected a password of at least 16 random characters (openssl rand -hex 24)")
    return faults


def _seeds(settings: "Settings") -> list[str]:
    faults = []
    path = settings.controller_seed_file
    if path is not None and _is_open(path):
        faults.append("CONTROLLER_SEED_FILE: everybody on the machine can read it; expected mode 0400")
    for word in re.findall(r"[0-9a-fA-F]{64}", settings.controller_seed):
        if len(set(bytes.fromhex(word))) < LEAST_BYTES:
            faults.append("CONTROLLER_SEED: expected 32 random bytes (openssl rand -hex 32)")
            break
    return faults


def _is_open(path: Path) -> bool:
    try:
        return bool(path.stat().st_mode & (stat.S_IROTH | stat.S_IWOTH))
    except OSError:
        return False  # whoever reads the seed says that it is not there


def is_weak(secret: str, least: int) -> bool:
    """Too short, made of a few characters, or an example's."""
    few = len(set(secret)) < min(8, least)
    return len(secret) < least or few or any(word in secret.lower() for word in COMMON)
