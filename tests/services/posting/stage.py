"""A stage for stories about posts: the services on the production adapter, over HTTP, against a local Telegram.

The advertiser and the owner have started the bot; the owner's channel has the bot as an administrator; the admin's
private chat is the vault. The clock stands still until a story moves it, and the workers then do what is due.
"""

import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from aiohttp import web

from app.adapters.telegram import TelegramAdapter, make_bot
from app.sandbox.telegram import MAX_REQUEST_BYTES, BotSettings, MediaItem, Message, TelegramSandbox
from models import Check, CheckResult, Deal, DealStatus, Notice, Posting, Vault
from services.actor import Actor
from services.creatives import Creatives
from services.deals.access import DealAccess
from services.disputes import Disputes
from services.placement import Placement
from services.ports import Content, Media
from services.posting.vaults import Vaults
from services.verification import Verification
from tests.makers import ADVERTISER, OWNER, START, Everybody, StillClock, a_channel, a_deal, an_escrow, some_terms

CHANNEL, ADMIN, VAULT = -1001, 77, 88
BOT_RIGHTS = {"can_post_messages": True, "can_edit_messages": True, "can_delete_messages": True}
AS_ADVERTISER, AS_OWNER, AS_ADMIN = Actor(ADVERTISER), Actor(OWNER), Actor(ADMIN, is_admin=True)
HOUR = timedelta(hours=1)
TICK = timedelta(seconds=1)
BOLD: dict[str, object] = {"type": "bold", "offset": 0, "length": 3}
LINK: dict[str, object] = {"type": "text_link", "offset": 4, "length": 3, "url": "https://tea.example/a"}
AD = Content(
    text="Buy tea today, not coffee",
    entities=[BOLD, LINK],
    buttons=[[{"text": "Shop", "url": "https://tea.example/shop"}]],
)


@dataclass
class WorldTime:
    """The world's clock is the test's."""

    clock: StillClock

    def now(self) -> float:
        return self.clock.utcnow().timestamp()


@dataclass
class Stage:
    clock: StillClock
    telegram: TelegramSandbox
    adapter: TelegramAdapter
    creatives: Creatives
    placement: Placement
    verification: Verification
    disputes: Disputes
    money: dict[str, bool] = field(default_factory=lambda: {"funded": True})
    advertiser: Actor = AS_ADVERTISER
    owner: Actor = AS_OWNER
    admin: Actor = AS_ADMIN

    # ---- the deal's way to the channel

    async def approved(self, content: Content = AD, **terms: object) -> Deal:
        deal = await a_deal(DealStatus.CREATIVE_PENDING_OWNER, some_terms(**terms))
        await an_escrow(deal)
        await self.creatives.submit(self.owner, deal.id, content)
        return await self.creatives.approve(self.advertiser, deal.id, 1)

    async def scheduled(self, content: Content = AD, in_hours: float = 1, **terms: object) -> Deal:
        deal = await self.approved(content, **terms)
        return await self.agree(deal, in_hours)

    async def agree(self, deal: Deal, in_hours: float = 1) -> Deal:
        await self.placement.propose_time(self.advertiser, deal.id, self.clock.utcnow() + in_hours * HOUR)
        return await self.placement.agree_time(self.owner, deal.id)

    async def posted(self, content: Content = AD, **terms: object) -> Deal:
        deal = await self.agree(await self.approved(content, **terms))
        self.clock.pass_(hours=1)
        assert await self.placement.post_due() == 1
        return await self.now(deal)

    # ---- time

    async def work(self) -> None:
        """What the workers do at this moment."""
        await self.placement.post_due()
        await self.verification.check_due()
        await self.disputes.cap_due()
        await self.placement.clean_up_due()

    async def let_pass(self, **duration: float) -> None:
        """Time goes by from one due moment to the next, and the workers work at each."""
        end = self.clock.utcnow() + timedelta(**duration)
        while self.clock.utcnow() < end:
            self.clock.now = await self._next_moment(end)
            await self.work()

    async def _next_moment(self, end: datetime) -> datetime:
        checks = await Check.filter(done_at=None).values_list("due_at", "claimed_until")
        postings = await Posting.all().values_list("due_at", "retry_at", "claimed_until", "delete_at")
        deals = await Deal.all().values_list("due_at", "retention_ends_at")
        now = self.clock.utcnow()
        moments: list[datetime] = [
            moment for row in [*checks, *postings, *deals] for moment in row if moment and moment >= now
        ]
        return min([end, *(moment + TICK for moment in moments)])

    # ---- looking

    async def now(self, deal: Deal) -> Deal:
        return await Deal.get(id=deal.id).select_related("channel")

    async def posting(self, deal: Deal) -> Posting:
        return await Posting.get(deal_id=deal.id)

    async def results(self, deal: Deal) -> list[CheckResult | None]:
        return [check.result for check in await self.verification.checks(self.owner, deal.id)]

    async def told(self, key: str) -> list[int]:
        return [notice.user_id for notice in await Notice.filter(key=key).order_by("id")]

    def in_channel(self) -> list[Message]:
        return [message for message in self.telegram.channels.posts(CHANNEL) if not message.is_service]

    async def pictures(self, *kinds: str) -> list[Media]:
        """Media that the owner sent to the bot, as the bot got them."""
        items = [MediaItem(kind, picture=f"{kind} {place}") for place, kind in enumerate(kinds)]
        sent = self.telegram.people.send_media(OWNER, items)
        return [_medium(kind, message) for kind, message in zip(kinds, sent, strict=True)]


def _medium(kind: str, message: Message) -> Media:
    found = message.content[kind]
    file = found[-1] if isinstance(found, list) else found
    return Media(kind, file["file_id"], file["file_unique_id"])


@asynccontextmanager
async def the_stage(clock: StillClock) -> AsyncIterator[Stage]:
    telegram = a_world(clock)
    app = web.Application(client_max_size=MAX_REQUEST_BYTES)
    telegram.add_routes(app)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    bot = make_bot(telegram.token, f"http://127.0.0.1:{runner.addresses[0][1]}")
    try:
        await a_channel(CHANNEL)
        await Vault.create(chat_id=VAULT, created_at=START)
        yield wired(clock, telegram, TelegramAdapter(bot))
    finally:
        await bot.session.close()
        await runner.cleanup()


def a_world(clock: StillClock) -> TelegramSandbox:
    telegram = TelegramSandbox(WorldTime(clock), BotSettings())
    people = {ADVERTISER: "Anna", OWNER: "Oleg", ADMIN: "Ada", VAULT: "Vault"}
    for user_id, name in people.items():
        telegram.world.add_user(name, user_id=user_id, username=name.lower())
        telegram.people.start(user_id)
    telegram.world.add_channel("Channel", OWNER, chat_id=CHANNEL, username="channel", bot_rights=BOT_RIGHTS)
    return telegram


def wired(clock: StillClock, telegram: TelegramSandbox, adapter: TelegramAdapter) -> Stage:
    access = DealAccess(clock, Everybody())
    vaults = Vaults(clock)
    money = {"funded": True}

    async def funded(deal: Deal) -> bool:
        return money["funded"]

    return Stage(
        clock,
        telegram,
        adapter,
        Creatives(clock, access, adapter),
        Placement(clock, access, adapter, funded, vaults, random.Random(7)),
        Verification(clock, access, adapter, vaults),
        Disputes(clock, access),
        money,
    )
