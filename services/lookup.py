"""One question for administrators: an id, @name, title or TON address, and everything that it may mean.

12 or #12        the deal, user, channel or listing with that id      -1001234567890   the channel of that chat
@coffee, t.me/coffee   channel and user of that name                  words            titles and first names
EQ..., 0:...     the escrow, and whose wallet or deal it is
"""

import base64
import binascii
import re
from dataclasses import dataclass

from tortoise.expressions import Q
from tortoise.queryset import QuerySet

from models import FINAL_STATUSES, Channel, Deal, DealStatus, Dispute, Escrow, Listing, Report, ReportState, User
from services.actor import Actor
from services.errors import Forbidden, NotFound
from services.words import cleaned

AT_MOST = 6
WORDS_LIMIT = 200
NUMBER = re.compile(r"(?:#|id\s*|deal\s*|сделка\s*)?(-?\d{1,18})", re.IGNORECASE)
NAME = re.compile(r"(?:@|(?:https?://)?t\.me/)([A-Za-z0-9_]{3,64})/?")
RAW = re.compile(r"(-?\d{1,3}):([0-9a-fA-F]{64})")
FRIENDLY = re.compile(r"[A-Za-z0-9+/_-]{48}")
FRIENDLY_BYTES = 36


@dataclass(frozen=True, slots=True)
class Hit:
    kind: str
    """`user`, `listing`, `deal` or `escrow`."""
    id: int
    title: str


@dataclass(frozen=True, slots=True)
class UserCard:
    user: User
    channels: list[Channel]
    deals: int
    deals_open: int
    deals_done: int
    disputes: int
    reports: int


@dataclass(frozen=True, slots=True)
class ListingCard:
    listing: Listing
    channel: Channel
    owner: User
    deals_open: int
    reports: int


@dataclass(frozen=True, slots=True)
class Lookup:
    async def search(self, actor: Actor, words: str) -> list[Hit]:
        """The likeliest first. Raises EmptyMessage, LargeInput."""
        _check(actor)
        asked = cleaned(words, WORDS_LIMIT)
        address = raw_address(asked)
        if address is not None:
            return (await _by_address(address))[:AT_MOST]
        if (name := NAME.fullmatch(asked)) is not None:
            return (await _by_name(name[1]))[:AT_MOST]
        if (number := NUMBER.fullmatch(asked)) is not None:
            return (await _by_number(int(number[1])))[:AT_MOST]
        return (await _by_words(asked))[:AT_MOST]

    async def user(self, actor: Actor, user_id: int) -> UserCard:
        _check(actor)
        user = await User.get_or_none(id=user_id)
        if user is None:
            raise NotFound(what="user", id=user_id)
        his = Deal.filter(Q(advertiser_id=user_id) | Q(owner_id=user_id))
        ids = await his.filter(status=DealStatus.DISPUTED).values_list("id", flat=True)
        reports = Report.filter(entity_type="user", entity_id=user_id, state=ReportState.OPEN)
        return UserCard(
            user=user,
            channels=await Channel.filter(owner_id=user_id).order_by("id").limit(AT_MOST),
            deals=await his.count(),
            deals_open=await his.exclude(status__in=list(FINAL_STATUSES)).count(),
            deals_done=await his.filter(status=DealStatus.RELEASED).count(),
            disputes=await Dispute.filter(deal_id__in=list(ids)).count(),
            reports=await reports.count(),
        )

    async def listing(self, actor: Actor, listing_id: int) -> ListingCard:
        _check(actor)
        listing = await Listing.get_or_none(id=listing_id).select_related("channel__owner")
        if listing is None:
            raise NotFound(what="listing", id=listing_id)
        open_deals = Deal.filter(channel_id=listing.channel_id).exclude(status__in=list(FINAL_STATUSES))
        reports = Report.filter(entity_type="listing", entity_id=listing_id, state=ReportState.OPEN)
        channel = listing.channel
        return ListingCard(listing, channel, channel.owner, await open_deals.count(), await reports.count())

    async def escrow(self, actor: Actor, escrow_id: int) -> Escrow:
        _check(actor)
        escrow = await Escrow.get_or_none(id=escrow_id)
        if escrow is None:
            raise NotFound(what="escrow", id=escrow_id)
        return escrow


def raw_address(words: str) -> str | None:
    """`0:hex` of a TON address in any of its forms; None when it is none."""
    if (raw := RAW.fullmatch(words)) is not None:
        return f"{raw[1]}:{raw[2].lower()}"
    if FRIENDLY.fullmatch(words) is None:
        return None
    try:
        packed = base64.urlsafe_b64decode(words.replace("+", "-").replace("/", "_"))
    except (binascii.Error, ValueError):
        return None
    if len(packed) != FRIENDLY_BYTES or binascii.crc_hqx(packed[:34], 0) != int.from_bytes(packed[34:], "big"):
        return None
    return f"{int.from_bytes(packed[1:2], 'big', signed=True)}:{packed[2:34].hex()}"


async def _by_address(address: str) -> list[Hit]:
    hits = [_escrow(row) for row in await Escrow.filter(address=address)]
    hits += [_user(row) for row in await User.filter(wallet_address=address).limit(AT_MOST)]
    paid = Deal.filter(Q(payer_address=address) | Q(payout_address=address)).select_related("channel")
    return hits + [_deal(row) for row in await paid.order_by("-id").limit(AT_MOST)]


async def _by_name(name: str) -> list[Hit]:
    hits = await _listings(Channel.filter(username__iexact=name))
    return hits + [_user(row) for row in await User.filter(username__iexact=name).limit(AT_MOST)]


async def _by_number(number: int) -> list[Hit]:
    hits = [_deal(row) for row in await Deal.filter(id=number).select_related("channel")]
    hits += [_user(row) for row in await User.filter(id=number)]
    return hits + await _listings(Channel.filter(Q(id=number) | Q(chat_id=number) | Q(listing__id=number)))


async def _by_words(words: str) -> list[Hit]:
    spoken = words.lower()
    named = Channel.filter(Q(title__icontains=words) | Q(listing__search_text__contains=spoken))
    hits = await _listings(named)
    return hits + [_user(row) for row in await User.filter(first_name__icontains=words).order_by("id").limit(AT_MOST)]


async def _listings(channels: QuerySet[Channel]) -> list[Hit]:
    rows = await channels.distinct().order_by("id").limit(AT_MOST).select_related("owner")
    known = {
        listing.channel_id: listing.id for listing in await Listing.filter(channel_id__in=[row.id for row in rows])
    }
    hits = []
    for row in rows:
        if row.id in known:
            hits.append(Hit("listing", known[row.id], row.title))
        else:
            hits.append(Hit("user", row.owner_id, f"{row.title} · {row.owner.first_name}"))
    return hits


def _user(row: User) -> Hit:
    return Hit("user", row.id, f"{row.first_name} @{row.username}" if row.username else row.first_name or str(row.id))


def _deal(row: Deal) -> Hit:
    return Hit("deal", row.id, f"#{row.id} · {row.channel.title}")


def _escrow(row: Escrow) -> Hit:
    return Hit("escrow", row.id, f"#{row.deal_id} · {row.address[:10]}…")


def _check(actor: Actor) -> None:
    if not actor.is_admin:
        raise Forbidden()
