"""Before the money: offers and counter-offers, words and pictures carried between strangers, and leaving."""

from app.sandbox.telegram.acts import MediaItem
from models import Deal, DealStatus, Party
from tests.journeys import steps
from tests.world import COIN, World


async def asked(world: World) -> None:
    await steps.oleg_sells_posts(world)
    await steps.anna_asks(world)


async def test_they_bargain_in_turns_and_agree_on_the_last_offer(world: World) -> None:
    await asked(world)
    anna, oleg = world.anna, world.oleg
    await oleg.opens_deal()
    await oleg.taps("Other terms")
    await oleg.says("1,500")
    await oleg.sees("could mean")
    await oleg.says("dear")
    await oleg.sees("could not read “dear” as a price")
    await oleg.says("12,5 TON")
    await oleg.sees("Your offer is on the table")
    await anna.sees("offers other terms", "12.5 TON")

    await anna.opens_deal()
    await anna.taps("Other terms")
    await anna.says("0.011k")
    await anna.sees("Your offer is on the table", "11 TON")
    await oleg.sees("offers other terms", "11 TON")
    await anna.taps("Other terms")
    await anna.taps("30 days")
    deal = await Deal.get(id=1)
    assert (deal.price_nano, deal.offered_by) == (11 * COIN, Party.ADVERTISER)

    await oleg.opens_deal()
    await oleg.taps("Accept")
    await oleg.sees("11 TON", "1/24")
    await oleg.taps("Yes")
    await anna.sees("The owner agreed to", "11 TON")
    assert (await Deal.get(id=1)).status is DealStatus.OWNER_ACCEPTED


async def test_nobody_accepts_his_own_offer(world: World) -> None:
    await asked(world)
    anna, oleg = world.anna, world.oleg
    await anna.opens_deal()
    assert not any("Accept" in label for label in anna.buttons())
    await oleg.opens_deal()
    accept = oleg.remember("Accept")
    await oleg.taps("Other terms")
    await oleg.says("12")
    await oleg.sees("Your offer is on the table")
    assert not any("Accept" in label for label in oleg.buttons())

    await oleg.taps_old(*accept)
    assert not oleg.shows("Agree to 12 TON")
    assert (await Deal.get(id=1)).status is DealStatus.NEGOTIATION
    await anna.opens_deal()
    await anna.taps("Accept")
    await anna.taps("Yes")
    await oleg.sees("The advertiser agreed to", "12 TON")


async def test_a_yes_means_the_terms_that_were_on_the_screen(world: World) -> None:
    await asked(world)
    anna, oleg = world.anna, world.oleg
    await oleg.opens_deal()
    await oleg.taps("Accept")
    await oleg.sees("Agree to 10 TON")
    yes = oleg.remember("Yes")
    await anna.opens_deal()
    await anna.taps("Other terms")
    await anna.says("5")
    await oleg.taps_old(*yes)
    deal = await Deal.get(id=1)
    assert (deal.status, deal.price_nano) == (DealStatus.NEGOTIATION, 5 * COIN)
    await oleg.opens_deal()
    await oleg.sees("5 TON", "The offer on the table is theirs")


async def test_words_and_a_photo_go_both_ways(world: World) -> None:
    await asked(world)
    anna, oleg = world.anna, world.oleg
    await oleg.opens_deal()
    await oleg.taps("Conversation")
    await oleg.sees("A post about tea")
    await oleg.says("Green tea or <black>?")
    await anna.sees("Owner: Green tea or <black>?")

    await anna.taps("Open deal")
    await anna.taps("Conversation")
    await anna.says("Green. Like this:")
    await anna.sends_media(MediaItem("photo", picture="green tea"), caption="the cup")
    await oleg.sees("Advertiser: Green. Like this:")
    await oleg.sees("Advertiser: the cup")
    assert any("photo" in message.content for message in world.house.telegram.people.messages(oleg.id))
    notice = next(one for one in reversed(oleg.seen_messages()) if "photo" in one.content)
    await oleg.says("A lovely cup", reply_to=notice.id)  # from any screen: the picture says which deal it is
    await oleg.sees("Carried to the other side of deal #1")
    await anna.sees("Owner: A lovely cup")
    await oleg.taps("Open deal")
    await oleg.taps("Conversation")
    await oleg.sees("You", "Green tea or <black>?", "Advertiser", "the cup", "A lovely cup")


async def test_a_declined_request_is_over_for_both(world: World) -> None:
    await asked(world)
    await world.oleg.opens_deal()
    await world.oleg.taps("Decline")
    await world.oleg.taps("Yes")
    await world.oleg.sees("Cancelled")
    await world.anna.sees("The other side declined")
    await world.anna.opens_deal()
    await world.anna.sees("Cancelled", "Nothing is owed")
    assert (await Deal.get(id=1)).status is DealStatus.CANCELLED


async def test_the_advertiser_cancels_when_he_should_pay(world: World) -> None:
    await steps.awaiting_payment(world)
    await world.anna.taps("Cancel")
    await world.anna.sees("Nothing was paid, so nothing is owed")
    await world.anna.taps("Yes")
    await world.anna.sees("Cancelled")
    await world.oleg.sees("The other side cancelled")
    assert (await Deal.get(id=1)).status is DealStatus.CANCELLED


async def test_the_price_rises_under_the_buyers_hands(world: World) -> None:
    await steps.oleg_sells_posts(world)
    anna, oleg = world.anna, world.oleg
    await anna.starts()
    await anna.taps("Find channels")
    await anna.taps("Coffee daily")
    await anna.taps("1/24")
    await anna.says("A post, please.")
    await oleg.taps("Packages and prices")
    await oleg.taps("1/24")
    await oleg.says("20")
    await oleg.sees("On sale", "20")

    assert "The price has changed from 10 TON to 20 TON" in await anna.taps("Send the request")
    assert await Deal.all().count() == 0
    await anna.sees("20 TON")
    await anna.taps("Send the request")
    await anna.sees("deal #", "Being negotiated", "20 TON")
