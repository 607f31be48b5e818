"""The demonstration market: two hundred believable channels, so that the sandbox looks alive at once.

It exists in the sandbox only: `seed` needs the sandbox's own house. Its people are users of the sandbox with phones,
its channels are channels there with the bot as an administrator, so that a request to one of them can be answered (the
channel's description says by whom), paid for and published like any other.

Guarantees:
* The same market every time: names, figures and prices come from one seed.
* Seeding again adds only what is missing, and touches nothing that anybody has made or changed.
"""

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from tortoise.transactions import in_transaction

from app.sandbox.house import Channel as SandboxChannel
from app.sandbox.house import House, Person
from models import Channel, ChannelManager, Listing, Package, StatsSnapshot, User
from models.market import UNKNOWN_CPM
from services.fair_prices import band_of, compare
from services.formats import PRESETS, Shape, shape_named
from services.search import cpm
from services.search_words import search_text
from services.users import SPOKEN

SEED = 2026
COUNT = 200
DAYS = 30
MONTHLY_POSTS = 45
TON = 10**9
FIRST_OWNER = 2001
FIRST_CHAT = -1002000000001
DATA = Path(__file__).with_suffix(".json")
FACTORS = {"1/24": 1.0, "2/48": 1.5, "3/72": 1.9, "permanent": 3.0, "1/24+pin": 1.7, "4/96": 2.2}
"""What a format costs, in prices of 1/24."""


@dataclass(frozen=True, slots=True)
class Sold:
    shape: Shape
    price_nano: int
    extra: str = ""


@dataclass(frozen=True, slots=True)
class Planned:
    """One channel of the demonstration."""

    chat_id: int
    owner: Person
    title: str
    username: str
    language: str
    category: str
    description: str
    subscribers: tuple[int, ...]
    """Day by day, the present one last."""
    views: tuple[int, ...]
    packages: tuple[Sold, ...]


@cache
def the_plan() -> tuple[Planned, ...]:
    rng, words = random.Random(SEED), json.loads(DATA.read_text(encoding="utf-8"))
    named = enumerate(words["owners"], FIRST_OWNER)
    owners = [Person(user_id, name, username, language, coins=5) for user_id, (name, username, language) in named]
    kinds = list(_kinds(words))
    rng.shuffle(kinds)
    return tuple(_planned(rng, words, owners, place, *kind) for place, kind in enumerate(kinds[:COUNT]))


def _kinds(words: dict[str, Any]) -> Iterator[tuple[str, str, str, str, str]]:
    """Every topic in every turn of a title: language, category, topic, title, username."""
    for language in SPOKEN:
        for category, topics in words[language]["topics"].items():
            for topic, name in topics:
                for title, suffix in words[language]["titles"]:
                    yield language, category, topic, title.format(topic=topic), f"{name}_{suffix}"


def _planned(rng: random.Random, words: dict[str, Any], owners: list[Person], place: int, *kind: str) -> Planned:
    language, category, topic, title, username = kind
    owner = rng.choice([one for one in owners if one.language == language])
    said = rng.choice(words[language]["descriptions"]).format(topic=topic)
    demo = words[language]["demo"].format(owner=owner.first_name)
    size = min(max(int(rng.lognormvariate(9.0, 1.3)), 300), 1_500_000)
    share = min(0.6, rng.lognormvariate(-1.3, 0.35) * (10_000 / size) ** 0.12)
    cost = words["cost_of_a_thousand_views"][category] * rng.lognormvariate(0, 0.35)
    return Planned(
        chat_id=FIRST_CHAT - place,
        owner=owner,
        title=title,
        username=username,
        language=language,
        category=category,
        description=f"{said}\n\n{demo}",
        subscribers=_history(rng, size, drift=rng.gauss(0.002, 0.003), noise=0.001),
        views=_history(rng, max(int(size * share), 40), drift=0, noise=0.06),
        packages=_packages(rng, size * share / 1000 * cost, words[language]["extras"]),
    )


def _history(rng: random.Random, last: int, drift: float, noise: float) -> tuple[int, ...]:
    """Backwards from today, so that today is as planned."""
    days = [float(last)]
    for _ in range(DAYS):
        days.append(days[-1] / (1 + drift + rng.gauss(0, noise)) if drift else last * (1 + rng.gauss(0, noise)))
    return tuple(max(1, round(day)) for day in reversed(days))


def _packages(rng: random.Random, price: float, extras: list[str]) -> tuple[Sold, ...]:
    names = ["1/24", *(name for name in FACTORS if name != "1/24" and rng.random() < 0.45)]
    sold = []
    for name in names:
        halves = max(2, round(price * FACTORS[name] * 2))
        extra = rng.choice(extras) if name not in PRESETS and rng.random() < 0.5 else ""
        sold.append(Sold(shape_named(name), halves * TON // 2, extra))
    return tuple(sold)


async def seed(house: House, now: datetime) -> int:
    """Put the market into the sandbox and into the database; returns how many channels were new to the latter."""
    plan = the_plan()
    owners = {one.owner.user_id: one.owner for one in plan}
    house.add_people(owners.values())
    house.add_channels(
        SandboxChannel(one.chat_id, one.owner.user_id, one.title, one.username, one.subscribers[-1]) for one in plan
    )
    known = {row.chat_id for row in await Channel.filter(chat_id__in=[one.chat_id for one in plan])}
    fresh = [one for one in plan if one.chat_id not in known]
    if fresh:
        async with in_transaction():
            await _write(fresh, now)
        await compare()
    return len(fresh)


async def _write(plan: list[Planned], now: datetime) -> None:
    owners = {one.owner.user_id: one.owner for one in plan}
    await User.bulk_create([_user(owner, now) for owner in owners.values()], ignore_conflicts=True)
    await Channel.bulk_create([_channel(one, now) for one in plan])
    channels = {row.chat_id: row.id for row in await Channel.filter(chat_id__in=[one.chat_id for one in plan])}
    placed = [(one, channels[one.chat_id]) for one in plan]
    await ChannelManager.bulk_create(
        [ChannelManager(channel_id=channel, user_id=one.owner.user_id, can_payout=True) for one, channel in placed]
    )
    await StatsSnapshot.bulk_create([row for one, channel in placed for row in _snapshots(one, channel, now)], 500)
    await Listing.bulk_create([_listing(one, channel, now) for one, channel in placed])
    listings = {row.channel_id: row.id for row in await Listing.filter(channel_id__in=list(channels.values()))}
    await Package.bulk_create([row for one, channel in placed for row in _sold(one, listings[channel])])


def _user(owner: Person, now: datetime) -> User:
    facts = {"username": owner.username, "first_name": owner.first_name, "language": owner.language}
    return User(id=owner.user_id, created_at=now, **facts)


def _channel(one: Planned, now: datetime) -> Channel:
    return Channel(
        chat_id=one.chat_id,
        title=one.title,
        username=one.username,
        owner_id=one.owner.user_id,
        subscribers=one.subscribers[-1],
        average_views=one.views[-1],
        views_at=now,
        stats_at=now,
        created_at=now,
    )


def _snapshots(one: Planned, channel_id: int, now: datetime) -> Iterator[StatsSnapshot]:
    for age, (subscribers, views) in enumerate(zip(reversed(one.subscribers), reversed(one.views), strict=True)):
        yield StatsSnapshot(
            channel_id=channel_id,
            taken_at=now - timedelta(days=age),
            source="preview",
            subscribers=subscribers,
            views_source="preview",
            average_views=views,
            median_views=views * 9 // 10,
            posts_per_month=MONTHLY_POSTS,
        )


def _listing(one: Planned, channel_id: int, now: datetime) -> Listing:
    """What search reads of it is written as `services.search_rows` would: a test compares them."""
    price = min(sold.price_nano for sold in one.packages)
    return Listing(
        channel_id=channel_id,
        category=one.category,
        language=one.language,
        description=one.description,
        price_nano=price,
        subscribers=one.subscribers[-1],
        average_views=one.views[-1],
        cpm_nano=cpm(price, one.views[-1]) or UNKNOWN_CPM,
        size_band=band_of(one.subscribers[-1]),
        fair_stale=True,
        search_text=search_text(one.title, one.username, one.description),
        created_at=now,
        updated_at=now,
    )


def _sold(one: Planned, listing_id: int) -> Iterator[Package]:
    for sold in one.packages:
        shape = sold.shape
        yield Package(
            listing_id=listing_id,
            top_hours=shape.top_hours,
            feed_hours=shape.feed_hours,
            is_permanent=shape.is_permanent,
            pinned=shape.pinned,
            price_nano=sold.price_nano,
            extra=sold.extra,
        )
