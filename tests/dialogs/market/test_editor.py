"""An owner's own formats, pins and extras, and what he is told while deals are open."""

from models import Channel, Listing, Package
from services.actor import Actor
from tests.dialogs.market.stage import Phone, Stage
from tests.makers import ADVERTISER, a_channel, a_deal, measured


async def opens(owner: Phone, channel: Channel) -> None:
    await owner.say(f"/start channel-{channel.id}")
    await owner.tap("Edit the offer")


async def test_own_hours_a_pin_and_an_extra(stage: Stage, owner: Phone, advertiser: Phone) -> None:
    channel = await a_channel()
    await opens(owner, channel)
    await owner.tap("Packages")
    await owner.tap("Own hours")
    await owner.say("72/3")
    assert "Hours on top / in the feed" in stage.bot.said[-1]
    assert "at most 48 h" in owner.text
    await owner.say("3/2d")
    await owner.tap("Pin it")
    await owner.say("25")
    assert "3 h on top, 48 h in the feed, pinned: <b>25 TON</b>" in owner.text
    await owner.tap("Packages")
    await owner.tap("3/48 📌 · 25 TON")
    await owner.tap("Something besides")
    await owner.say("plus a <story>")
    assert "🎁 plus a &lt;story&gt; <i>(not verified)</i>" in owner.text
    listing = await Listing.get(channel_id=channel.id)

    await advertiser.say(f"/start listing-{listing.id}")
    assert "pinned: <b>25 TON</b> 🎁 plus a &lt;story&gt; <i>(not verified)</i>" in advertiser.text
    await advertiser.tap("3/48 📌 · 25 TON")
    await advertiser.tap("Skip")
    assert "pinned 🎁 plus a &lt;story&gt; <i>(not verified)</i>" in advertiser.text
    await advertiser.tap("Send the request")
    assert "🎁 plus a &lt;story&gt; <i>(not verified)</i>" in advertiser.text


async def test_whoever_edits_while_deals_are_open_is_told_that_they_keep_their_terms(
    stage: Stage, owner: Phone
) -> None:
    deal = await a_deal()
    await opens(owner, await Channel.get(id=deal.channel_id))
    assert "One deal is open here" in owner.text
    await owner.tap("Packages")
    assert "running deals keep their terms" in owner.text
    await owner.tap("1/24")
    assert "running deals keep their terms" in owner.text
    await stage.services.deals.cancel(Actor(ADVERTISER), deal.id)
    await owner.tap("Back")
    assert "running deals" not in owner.text


async def test_a_card_says_how_the_price_compares(stage: Stage, advertiser: Phone) -> None:
    channel = await a_channel()
    await measured(channel, 400)
    listing = await Listing.get(channel_id=channel.id)
    await Listing.filter(id=listing.id).update(fair_percentile=12, fair_count=34)
    await advertiser.say(f"/start listing-{listing.id}")
    assert "🟢 Good price: only 12 % of 34 similar channels sell views cheaper" in advertiser.text
    await Listing.filter(id=listing.id).update(fair_percentile=None, fair_count=3)
    await advertiser.say(f"/start listing-{listing.id}")
    assert "similar" not in advertiser.text


async def test_the_line_for_the_channels_description_can_be_copied(owner: Phone) -> None:
    channel = await a_channel()
    await opens(owner, channel)
    await owner.tap("Buy ads here")
    listing = await Listing.get(channel_id=channel.id)
    line = f"Buy ads here: https://t.me/market_bot?start=listing-{listing.id}"
    assert line in owner.text
    buttons = [button for row in owner.message.reply_markup.inline_keyboard for button in row]  # type: ignore[union-attr]  # it has buttons
    assert [button.copy_text.text for button in buttons if button.copy_text] == [line]


async def test_a_package_is_found_by_its_name_however_often_it_was_sold(owner: Phone) -> None:
    channel = await a_channel()
    await opens(owner, channel)
    for price in ("11", "12"):
        await owner.tap("Packages")
        await owner.tap("1/24")
        await owner.tap("Stop selling")
        await owner.tap("1/24")
        await owner.say(price)
    assert [package.price_nano for package in await Package.filter(is_active=True)] == [12 * 10**9]
