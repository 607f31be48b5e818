"""Chapters that many stories share, told once: each ends where its name says."""

from typing import Any

from app.sandbox.telegram.acts import MediaItem
from models import Deal, DealStatus, Verdict
from tests.chapters import chapter
from tests.world import COIN, Person, World

PRICE = "10"
PRICE_NANO = 10 * COIN


@chapter
async def oleg_sells_posts(world: World, price: str = PRICE, channel: str = "coffee_daily") -> None:
    """Oleg's channel is in the market with the package 1/24."""
    oleg = world.oleg
    await oleg.starts()
    await oleg.taps("My channels")
    await oleg.taps("Add a channel")
    await oleg.chooses(channel)
    await oleg.sees("is in")
    await oleg.taps("Set prices")
    await oleg.taps("Packages and prices")
    await oleg.taps("1/24")
    await oleg.says(price)
    await oleg.sees("On sale", price)


async def anna_asks(world: World, words: str = "Hello! A post about tea, please.") -> None:
    """Anna finds the channel and sends a request."""
    anna = world.anna
    await anna.starts()
    await anna.taps("Find channels")
    await anna.sees("Coffee daily")
    await anna.taps("Coffee daily")
    await anna.taps("1/24")
    await anna.says(words)
    await anna.taps("Send the request")
    await anna.sees("deal #", "Being negotiated")
    await world.oleg.sees("Coffee daily", words)


async def oleg_accepts(world: World) -> None:
    await world.oleg.opens_deal()
    await world.oleg.taps("Accept")
    await world.oleg.taps("Yes")
    await world.anna.opens_deal()
    await world.anna.sees("wallets needed")


async def connects_wallet(person: Person) -> None:
    """From the deal's card: a wallet by TON Connect, proved, and chosen for the deal."""
    await person.opens_deal()
    await person.taps("Wallet ")
    await person.taps("Connect a wallet")
    await person.opens_wallet_link()
    await person.approves_in_wallet()
    await person.sees("connected")
    await person.taps("Use for this deal")


async def both_connect(world: World) -> None:
    await connects_wallet(world.oleg)
    await connects_wallet(world.anna)
    await world.anna.opens_deal()
    await world.anna.sees("Waiting for the payment")


async def anna_pays(world: World) -> None:
    anna = world.anna
    await anna.opens_deal()
    await anna.taps("Pay")
    await anna.taps("Pay in wallet")
    await anna.approves_in_wallet()
    await anna.opens_deal()
    await anna.sees("The post is being written")


async def oleg_writes(
    world: World, text: str = "Tea is here", *, html: str | None = None, pictures: tuple[str, ...] = (), link: str = ""
) -> None:
    oleg = world.oleg
    await oleg.opens_deal()
    await oleg.taps("Send the post")
    if pictures:
        items = [MediaItem("photo", picture=picture) for picture in pictures]
        await oleg.sends_media(*items, caption=text, html=html)
        if len(items) > 1:
            await oleg.sees(f"{len(items)} parts so far")  # an album arrives message by message
    else:
        await oleg.says(text, html=html)
    if link:
        await oleg.taps("Link buttons")
        await oleg.says(link)
    await oleg.taps("See it as posted")
    await oleg.taps("Send for review")
    await oleg.sees("The post is being checked")


async def anna_approves(world: World) -> None:
    anna = world.anna
    await anna.opens_deal()
    await anna.taps("Check the post")
    await anna.taps("Approve")
    await anna.sees("Post approved")


async def both_agree_on_time(world: World, when: str = "tomorrow 12:00") -> None:
    await world.anna.opens_deal()
    await world.anna.taps("Propose a time")
    await says_where(world.anna)
    await world.anna.says(when)
    await world.oleg.opens_deal()
    await world.oleg.taps("Agree to the time")
    await says_where(world.oleg)
    await world.oleg.taps("Yes")
    await world.oleg.sees("Scheduled")


async def says_where(person: Person, zone: str = "UTC") -> None:
    """Answer the question about the time zone, if it is put: it is put once."""
    if any(label.startswith(f"{zone} ·") for label in person.buttons()):
        await person.taps(f"{zone} ·")


@chapter
async def asked(world: World) -> None:
    await oleg_sells_posts(world)
    await anna_asks(world)


@chapter
async def agreed(world: World) -> None:
    await asked(world)
    await oleg_accepts(world)


@chapter
async def awaiting_payment(world: World) -> None:
    await agreed(world)
    await both_connect(world)


@chapter
async def paid(world: World) -> None:
    await awaiting_payment(world)
    await anna_pays(world)


@chapter
async def approved(world: World, **post: Any) -> None:
    await paid(world)
    await oleg_writes(world, **post)
    await anna_approves(world)


@chapter
async def scheduled(world: World, **post: Any) -> None:
    await approved(world, **post)
    await both_agree_on_time(world)


@chapter
async def published(world: World, **post: Any) -> None:
    await scheduled(world, **post)
    await world.pass_time(hours=24)
    assert world.posts()[0] == "Tea is here"


async def anna_has_it_all_back(world: World) -> None:
    """The chain gave the price back to the last nano, and what was left of the storage reserve; Oleg got nothing."""
    back = world.anna.received()
    assert PRICE_NANO <= back[-1] < PRICE_NANO + COIN // 10, back
    assert world.oleg.received() == []
    await world.anna.sees("is back in your wallet")
    await world.oleg.sees("The advertiser has been refunded")
    await ended(world, DealStatus.REFUNDED, Verdict.REFUND)


async def oleg_has_it_less_the_fee(world: World) -> None:
    assert world.oleg.received() == [PRICE_NANO * 95 // 100]
    await world.oleg.sees("is in your wallet")
    await world.anna.sees("The owner has been paid")
    await ended(world, DealStatus.RELEASED, Verdict.RELEASE)


async def ended(world: World, status: DealStatus, outcome: Verdict) -> None:
    """The deal's row and the cards of both say so."""
    deal = await Deal.get(id=1)
    assert (deal.status, deal.outcome) == (status, outcome)
    words = "Refunded to the advertiser" if status is DealStatus.REFUNDED else "Completed"
    for person in (world.anna, world.oleg):
        await person.opens_deal()
        assert "on its way" not in await person.sees("deal #1", words)
