"""Looks a deployment over and says what to do: `python -m app doctor`. Exit code 1 if anything must be mended.

Reads and asks; changes nothing but for a trial of the vaults, as an administrator's desk makes it. One thing that is
broken keeps no other from being looked at. No secret is printed.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any

import aiohttp
from tortoise import Tortoise

from app import database
from app.config import SANDBOX_TOKEN, WEBHOOK_PATH, Settings
from app.demands import production_faults
from app.wiring import Parts
from models import DealEvent, Escrow, Lease
from services.errors import NoVault, Refusal
from services.posting.vault_trial import try_vault
from services.posting.vaults import Vaults

PATIENCE_SECONDS = 20.0
OLD_UPDATES = 100
SKEW_SECONDS, BAD_SKEW_SECONDS = 3.0, 20.0
ORDERS = 20
"""A controller that can pay for so many settlements has enough."""
LATE = timedelta(minutes=5)
CERTIFICATE_DAYS = 14
ZERO_STATES = {
    "F6OpKZKqvqeFp6CQmFomXNMfMj2EnaUSOXN+Mh+wVWk=": "mainnet",
    "gj+B8wb/AmlPk1z1AhVI484rhrUpgSr2oSFIh56VoSg=": "testnet",
}
"""Root hashes of the networks' first states: whatever a provider calls itself, its chain begins with one of them."""


class Wrong(Exception):
    """Must be mended; the second argument says how."""


class Doubtful(Exception):
    """Works, and somebody should look at it."""


@dataclass(frozen=True, slots=True)
class Finding:
    level: str
    name: str
    words: str
    advice: str = ""

    def __str__(self) -> str:
        line = f"{self.level:<5} {self.name}: {self.words}"
        return f"{line}\n      -> {self.advice}" if self.advice else line


Check = Callable[["Doctor"], Awaitable[str]]


@dataclass(frozen=True, slots=True)
class Doctor:
    settings: Settings
    parts: Parts
    http: aiohttp.ClientSession

    async def examine(self) -> list[Finding]:
        return [await self._look(name, check) for name, check in CHECKS.items()]

    async def _look(self, name: str, check: Check) -> Finding:
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                return Finding("ok", name, await check(self))
        except Doubtful as doubt:
            return Finding("look", name, *doubt.args)
        except Wrong as wrong:
            return Finding("WRONG", name, *wrong.args)
        except Exception as trouble:  # whatever a client raises: the thing does not work
            words = str(trouble).split("\n")[0][:200] or type(trouble).__name__
            return Finding(
                "WRONG", name, f"does not answer ({type(trouble).__name__}: {self._clean(words)})", ADVICE[name]
            )

    def _clean(self, words: str) -> str:
        for secret in (self.settings.bot_token, self.settings.jwt_secret, self.settings.ton_api_key):
            words = words.replace(secret, "***") if secret else words
        return words

    # ---- this machine

    async def secrets(self) -> str:
        faults = production_faults(self.settings, SANDBOX_TOKEN)
        if faults:
            raise Doubtful(f"not fit for production in {len(faults)} points", "; ".join(faults))
        return "fit for production"

    async def clock(self) -> str:
        async with self.http.get(self.settings.toncenter_url, allow_redirects=False) as answer:
            told = parsedate_to_datetime(answer.headers["Date"])
        skew = abs((datetime.now(UTC) - told).total_seconds())
        if skew > BAD_SKEW_SECONDS:
            raise Wrong(
                f"{skew:.0f} s away from the provider's", "switch on time synchronisation (timedatectl set-ntp true)"
            )
        if skew > SKEW_SECONDS:
            raise Doubtful(f"{skew:.0f} s away from the provider's", "is time synchronisation on?")
        return "right within seconds"

    # ---- stores

    async def database(self) -> str:
        await database.answers()
        connection = Tortoise.get_connection("default")
        if connection.capabilities.dialect != "postgres":
            raise Doubtful("SQLite", "fit for one process; production wants PostgreSQL 16")
        (row,) = await connection.execute_query_dict("SHOW server_version")
        if int(row["server_version"].split(".")[0]) < 16:
            raise Doubtful(f"PostgreSQL {row['server_version']}", "16 is what the tests run on")
        return f"PostgreSQL {row['server_version']}"

    async def migrations(self) -> str:
        if not await database.is_migrated():
            raise Wrong("the schema is older than the program", "python -m app migrate")
        return f"up to date ({database.migration_files()[-1].name})"

    async def redis(self) -> str:
        if self.parts.redis is None:
            raise Doubtful("none: one process does everything", "set REDIS_URL to run several")
        await self.parts.redis.ping()
        facts: dict[str, Any] = await self.parts.redis.info("memory")
        if str(facts.get("maxmemory_policy", "")).startswith("allkeys"):
            raise Doubtful("it may forget screens and ticks", "set maxmemory-policy to volatile-lru")
        return "answers"

    # ---- Telegram

    async def bot(self) -> str:
        me = await self.parts.bot.get_me()
        if not me.supports_inline_queries:
            raise Doubtful(
                f"@{me.username} has no inline mode", "@BotFather: /setinline, so that listings can be shared"
            )
        return f"@{me.username}"

    async def webhook(self) -> str:
        info = await self.parts.bot.get_webhook_info()
        expected = self.settings.webhook_url
        if not info.url and not self.settings.public_url.startswith("https://"):
            return "none: the bot polls"
        if info.url != expected:
            raise Wrong(
                f"it is {info.url or 'not set'}, not {expected}",
                "is `python -m app webhook` running? It sets it within a minute",
            )
        late = info.last_error_date is not None and datetime.now(UTC) - info.last_error_date < timedelta(minutes=10)
        if late:
            raise Wrong(
                f"Telegram met trouble a short while ago: {info.last_error_message}",
                "look at the logs of nginx and app",
            )
        if info.pending_update_count > OLD_UPDATES:
            raise Doubtful(f"{info.pending_update_count} updates wait", "are enough app processes running?")
        return f"{info.url}, {info.pending_update_count} updates wait"

    async def vaults(self) -> str:
        try:
            chats = await Vaults(self.parts.clock, self.settings.admins).all()
        except NoVault:
            raise Wrong("no chat to compare posts in", "an administrator opens the bot and presses Start") from None
        for chat in chats:
            try:
                await try_vault(self.parts.services.desk.telegram, chat)
            except Refusal as refusal:
                raise Wrong(
                    f"{chat} does not serve: {refusal.code()} {refusal.arguments}",
                    "make the bot an administrator there who may post and delete, or choose another vault at /admin",
                ) from None
        if all(chat > 0 for chat in chats):
            raise Doubtful("only an administrator's private chat", "add a private channel as a vault at /admin")
        return f"{len(chats)} tried and good"

    # ---- TON

    async def network(self) -> str:
        if self.settings.ton_provider != "toncenter":
            return f"liteservers of {self.settings.ton_network}"
        headers = {"X-API-Key": self.settings.ton_api_key} if self.settings.ton_api_key else {}
        url = f"{self.settings.toncenter_url}/api/v2/getMasterchainInfo"
        async with self.http.get(url, headers=headers) as answer:
            facts = (await answer.json())["result"]
        first = str(facts.get("init", {}).get("root_hash", ""))
        found = ZERO_STATES.get(first)
        if found is None:
            raise Doubtful("a chain that is neither mainnet nor testnet", "a stand-in? see TON_API_URL")
        if found != self.settings.ton_network:
            raise Wrong(
                f"the provider is on {found}, TON_NETWORK says {self.settings.ton_network}", "change one of the two"
            )
        if not self.settings.ton_api_key:
            raise Doubtful(f"{found}, one question a second", "get a TON_API_KEY from @toncenter")
        return f"{found}, block {facts['last']['seqno']}"

    async def controller(self) -> str:
        chain = self.parts.chain
        unsettled = Escrow.filter(settled_at=None).exclude(controller_address=chain.controller)
        named = await unsettled.distinct().values_list("controller_address", flat=True)
        words = []
        for address in (chain.controller, *sorted(map(str, named))):
            facts = await chain.wallet(address)
            friendly = chain.friendly(address)
            if facts.balance_nano < chain.cost_nano(1):
                raise Wrong(
                    f"{friendly} cannot pay for a settlement", f"send it {chain.cost_nano(ORDERS) / 1e9:.2f} coins"
                )
            if facts.balance_nano < chain.cost_nano(ORDERS):
                raise Doubtful(f"{friendly} can pay for few settlements", "send it some coins")
            words.append(f"{friendly} has {facts.balance_nano / 1e9:.2f}")
        return ", ".join(words)

    # ---- the web

    async def public(self) -> str:
        origin = self.settings.origin
        async with self.http.get(f"{origin}/tonconnect-manifest.json") as answer:
            certificate = _certificate(answer)
            manifest = await answer.json()
        if manifest.get("url") != origin:
            raise Wrong(f"the manifest says {manifest.get('url')}", "PUBLIC_URL of the running processes differs")
        if not origin.startswith("https://"):
            raise Doubtful(f"{origin} is not https", "real wallets and Telegram's webhook need it")
        if certificate is not None and certificate < datetime.now(UTC) + timedelta(days=CERTIFICATE_DAYS):
            raise Wrong(f"the certificate ends on {certificate:%Y-%m-%d}", "look at the logs of certbot")
        return f"{origin} answers"

    async def door(self) -> str:
        """A stranger must not get an update in."""
        async with self.http.post(self.settings.origin + WEBHOOK_PATH, json={"update_id": 1}) as answer:
            if answer.status == 200:
                raise Wrong("the webhook takes updates from anybody", "somebody else answers at PUBLIC_URL")
            return f"shut to strangers ({answer.status})"

    # ---- work

    async def scheduler(self) -> str:
        if self.settings.in_one_process:
            return "in this one process"
        lease = await Lease.get_or_none(name="scheduler")
        if lease is None or lease.expires_at < datetime.now(UTC):
            raise Wrong("none acts", "start `python -m app scheduler`")
        return f"{lease.holder} acts"

    async def workers(self) -> str:
        late = await DealEvent.filter(relayed_at=None, created_at__lt=self.parts.clock.utcnow() - LATE).count()
        if late:
            raise Wrong(f"{late} events wait for more than {LATE}", "start `python -m app worker`, or look at its logs")
        return "nothing waits"


CHECKS: dict[str, Check] = {
    "secrets": Doctor.secrets,
    "clock": Doctor.clock,
    "database": Doctor.database,
    "migrations": Doctor.migrations,
    "redis": Doctor.redis,
    "bot": Doctor.bot,
    "webhook": Doctor.webhook,
    "vaults": Doctor.vaults,
    "network": Doctor.network,
    "controller": Doctor.controller,
    "public": Doctor.public,
    "door": Doctor.door,
    "scheduler": Doctor.scheduler,
    "workers": Doctor.workers,
}
ADVICE = {
    "secrets": "",
    "clock": "can this machine reach the TON provider?",
    "database": "is DATABASE_URL right, and PostgreSQL running?",
    "migrations": "python -m app migrate",
    "redis": "is REDIS_URL right, and Redis running?",
    "bot": "is BOT_TOKEN right (@BotFather), and can this machine reach Telegram?",
    "webhook": "can this machine reach Telegram?",
    "vaults": "an administrator opens the bot and presses Start",
    "network": "are TON_API_URL and TON_API_KEY right?",
    "controller": "are TON_API_URL and TON_API_KEY right?",
    "public": "does PUBLIC_URL lead here, through nginx, to a running `python -m app webhook`?",
    "door": "does PUBLIC_URL lead here?",
    "scheduler": "see database",
    "workers": "see database",
}


def _certificate(answer: aiohttp.ClientResponse) -> datetime | None:
    """When the certificate of an open connection ends."""
    transport = answer.connection.transport if answer.connection is not None else None
    facts = transport.get_extra_info("peercert") if transport is not None else None
    if not facts or "notAfter" not in facts:
        return None
    return datetime.strptime(facts["notAfter"], "%b %d %H:%M:%S %Y %Z").replace(tzinfo=UTC)


async def examine(settings: Settings, parts: Parts) -> int:
    """Print what was found; the exit code."""
    async with aiohttp.ClientSession() as http:
        findings = await Doctor(settings, parts, http).examine()
    for finding in findings:
        print(finding, flush=True)
    wrong = sum(finding.level == "WRONG" for finding in findings)
    print(f"{wrong} to mend." if wrong else "Nothing to mend.")
    return 1 if wrong else 0
