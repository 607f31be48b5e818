"""Deals that people play at the same time, by chat and by the services' verbs, again and again until each step is done:
what a person does who meets "try again".
"""

import asyncio
import contextlib
import os
from collections import defaultdict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, TypeVar

import aiohttp
from pytoniq_core.boc.address import Address
from tortoise.exceptions import BaseORMException

from app.adapters.cells import from_boc, raw
from app.dispatching import STORES_AWAY
from app.sandbox.wallet import WalletError
from models import Deal, DealStatus, Escrow, Listing, Package, Posting, User
from services.actor import Actor
from services.errors import Refusal
from services.escrow.chain import facts_of
from services.ports import Content, Refused, Unreachable
from tests.fleet.fleet import Fleet

COIN = 10**9
PRICE_NANO = 10 * COIN
PAYOUT_NANO = 9_500_000_000
RIGHTS = {"can_post_messages": True, "can_edit_messages": True, "can_delete_messages": True}
TROUBLE: tuple[type[Exception], ...] = (
    WalletError,
    Refusal,
    Refused,
    Unreachable,
    BaseORMException,
    aiohttp.ClientError,
    OSError,
    TimeoutError,
    *STORES_AWAY,
)
FIRST_ADVERTISER, FIRST_OWNER = 2001, 3001
STEP_SECONDS = 600.0 if os.environ.get("LONG") == "1" else 120.0
LOOK_SECONDS = 15.0
THUMBS: dict[int, asyncio.Lock] = defaultdict(asyncio.Lock)
"""An owner with several deals answers one after the other."""
ADVERTISERS = 3
T = TypeVar("T")
Fact = Callable[[], Awaitable[object]]


async def persistently(act: Fact, is_done: Fact, what: str) -> None:
    last: list[Exception] = []
    try:
        async with asyncio.timeout(STEP_SECONDS):
            while not await calmly(is_done, last):
                await calmly(act, last)
                if not await calmly(is_done, last):
                    await asyncio.sleep(0.3)
    except TimeoutError:
        raise AssertionError(f"in vain: {what}; the last trouble: {last[-3:]!r}") from None


async def calmly(act: Fact, troubles: list[Exception] | None = None) -> object:
    try:
        return await act()
    except TROUBLE as trouble:
        if troubles is not None:
            troubles.append(trouble)
        return None


async def surely(ask: Callable[[], Awaitable[T]]) -> T:
    """An answer from the database, however often its connections are cut."""
    found: list[T] = []

    async def ask_once() -> None:
        found.append(await ask())

    async def is_known() -> bool:
        return bool(found)

    await persistently(ask_once, is_known, "an answer")
    return found[0]


async def nothing() -> None:
    return


@dataclass
class Story:
    """One deal: who, where, when, and how it is to end."""

    fleet: Fleet
    number: int
    removed_by_owner: bool
    deal_id: int = 0
    wallets: dict[str, Any] = field(default_factory=dict)

    @property
    def place(self) -> int:
        """Its channel; each has deals with all advertisers."""
        return self.number // ADVERTISERS

    @property
    def channel(self) -> str:
        return f"channel_{self.place}"

    @property
    def text(self) -> str:
        return f"Tea number {self.number} is here"

    @property
    def advertiser(self) -> Actor:
        return Actor(FIRST_ADVERTISER + self.number % ADVERTISERS)

    @property
    def owner(self) -> Actor:
        return Actor(FIRST_OWNER + self.place)

    async def deal(self) -> Deal:
        return await Deal.get(id=self.deal_id)

    async def is_in(self, *statuses: DealStatus) -> bool:
        return bool(await Deal.filter(id=self.deal_id, status__in=statuses).exists())

    async def play(self) -> None:
        """To the agreed time of the post."""
        await self._ask()
        await self._accept_in_chat()
        await self._wallets()
        await self._pay()
        await self._creative()
        await self._agree_on_time()

    async def _ask(self) -> None:
        listing = await surely(lambda: Listing.get(channel__username=self.channel))
        package = await surely(lambda: Package.get(listing_id=listing.id))
        deals = self.fleet.parts.services.deals
        mine = Deal.filter(advertiser_id=self.advertiser.user_id, listing_id=listing.id)
        await persistently(
            lambda: deals.request(self.advertiser, package.id, "Tea, please", PRICE_NANO), mine.exists, "a request"
        )
        self.deal_id = (await surely(lambda: mine.get())).id

    async def _accept_in_chat(self) -> None:
        """The owner opens the deal and says yes with his thumbs, anew whenever the bot lost the thread."""

        async def says_yes() -> None:
            opened = self.fleet.house.telegram.people.start(self.owner.user_id, f"deal-{self.deal_id}")
            await self._taps("Accept", opened.id)
            await self._taps("Yes", opened.id)

        after = set(DealStatus) - {DealStatus.DRAFT, DealStatus.NEGOTIATION}
        async with THUMBS[self.owner.user_id]:
            await persistently(says_yes, lambda: self.is_in(*after), f"a yes to deal {self.deal_id}")

    async def _taps(self, label: str, after: int) -> None:
        """The button with these words below what was said last; gives up after a while, as a person would."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(LOOK_SECONDS):
                while not (found := self._button(label, after)):  # noqa: ASYNC110  # the chat is all that a person sees
                    await asyncio.sleep(0.05)
                message_id, data = found
                self.fleet.house.telegram.people.tap(self.owner.user_id, data=data, message_id=message_id)
                await asyncio.sleep(0.3)

    def _button(self, label: str, after: int) -> tuple[int, str] | None:
        for message in reversed([item for item in self.fleet.said_to(self.owner.user_id) if item.id > after]):
            for row in (message.markup or {}).get("inline_keyboard", []):
                for button in row:
                    if label in button["text"] and "callback_data" in button:
                        return message.id, str(button["callback_data"])
        return None

    async def _wallets(self) -> None:
        book = self.fleet.parts.services.wallets

        async def both() -> None:
            await calmly(lambda: book.use_for_payout(self.owner, self.deal_id))
            await book.use_for_payment(self.advertiser, self.deal_id)

        await persistently(both, Escrow.filter(deal_id=self.deal_id).exists, "an escrow")

    async def _pay(self) -> None:
        escrow = await surely(lambda: Escrow.get(deal_id=self.deal_id))
        wallet = self.fleet.house.wallet_of(self.advertiser.user_id)
        plan = self.fleet.parts.chain.plan(facts_of(escrow))
        body, init = from_boc(plan.deposit_body_boc), from_boc(plan.state_init_boc)
        address = Address(escrow.address)

        async def pays() -> None:
            await wallet.send(address, escrow.required_nano, body, init)

        async def has_paid() -> bool:
            return bool(self.fleet.house.chain.ledger.of_account(address))

        await persistently(pays, has_paid, "a deposit")

    async def _creative(self) -> None:
        creatives = self.fleet.parts.services.creatives
        asked = DealStatus.CREATIVE_PENDING_OWNER
        await persistently(nothing, lambda: self.is_in(asked), f"deal {self.deal_id} to be seen as paid")
        submitted, approved = DealStatus.CREATIVE_SUBMITTED, DealStatus.CREATIVE_APPROVED
        content = Content(text=self.text)
        await persistently(
            lambda: creatives.submit(self.owner, self.deal_id, content), lambda: self.is_in(submitted), "a creative"
        )
        await persistently(
            lambda: creatives.approve(self.advertiser, self.deal_id), lambda: self.is_in(approved), "an approval"
        )

    async def _agree_on_time(self) -> None:
        placement = self.fleet.parts.services.placement
        slot = timedelta(hours=3 + 2 * (self.number % ADVERTISERS))

        async def agree() -> None:
            at = self.fleet.house.clock.utcnow() + slot
            await placement.propose_time(self.advertiser, self.deal_id, at)
            await placement.agree_time(self.owner, self.deal_id)

        await persistently(agree, lambda: self.is_in(DealStatus.SCHEDULED), "a time")

    async def remove_post(self) -> None:
        """The owner takes the post down long before its time."""
        posting = await Posting.get_or_none(deal_id=self.deal_id)
        if self.removed_by_owner and posting is not None and posting.message_ids and self.text not in self.taken_down:
            self.taken_down.add(self.text)
            self.fleet.house.telegram.channels.delete_post(self.channel, posting.message_ids[0], self.owner.user_id)

    @property
    def taken_down(self) -> set[str]:
        taken: set[str] = self.wallets.setdefault("taken_down", set())
        return taken

    def payouts(self, escrow: Escrow) -> tuple[list[int], list[int]]:
        """What the contract has sent to the owner and to the advertiser, the small change left out."""
        to_owner = self._received(escrow.owner_address, escrow)
        to_advertiser = self._received(escrow.advertiser_address, escrow)
        return [value for value in to_owner if value > COIN], [value for value in to_advertiser if value > COIN]

    def _received(self, address: str, escrow: Escrow) -> list[int]:
        taken = self.fleet.house.chain.ledger.of_account(Address(address))
        messages = [item.in_message for item in taken if item.in_message and item.in_message.source is not None]
        return [message.value_nano for message in messages if raw_of(message.source) == escrow.address]


def raw_of(address: Address | None) -> str:
    return raw(address) if address is not None else ""


async def people(fleet: Fleet, stories: list[Story]) -> None:
    """Everybody has a phone, a wallet with coins that is proved, and each owner a channel in the market."""
    THUMBS.clear()
    house, services, now = fleet.house, fleet.parts.services, fleet.house.clock.utcnow()
    ids = sorted({user.user_id for story in stories for user in (story.advertiser, story.owner)})
    for user_id in ids:
        house.telegram.world.add_user(f"P{user_id}", user_id=user_id, username=f"p{user_id}")
        house.telegram.people.start(user_id)
        await house.chain.faucet(house.wallet_of(user_id).address, 500 * COIN)
    await fleet.updates_taken()
    for user_id in ids:
        proved = {"wallet_address": raw(house.wallet_of(user_id).address), "wallet_proved_at": now}
        await User.filter(id=user_id).update(**proved)
    for story in {story.place: story for story in stories}.values():
        house.telegram.world.add_channel(story.channel, story.owner.user_id, username=story.channel, bot_rights=RIGHTS)
        channel = await services.channels.add(story.owner, f"@{story.channel}")
        listing = await services.market.listing_for(story.owner, channel.id)
        await services.market.set_price(story.owner, listing.id, "1/24", PRICE_NANO)
