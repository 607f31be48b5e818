"""Bargaining and talking in the chat: every part of the terms can be countered by both, and a reply finds its deal."""

from models import Channel, Deal, DealMessage, Listing, Notice, Party
from services.actor import Actor
from services.deals.terms import Terms
from tests.dialogs.campaigns.test_briefs import PHOTO
from tests.dialogs.market.stage import Phone, Stage
from tests.makers import ADVERTISER, OWNER, a_channel, a_user

TON = 10**9


async def asked(stage: Stage) -> Deal:
    """Anna asks for 1/24 in a channel that sells 2/48 too."""
    for user in (ADVERTISER, OWNER):
        await a_user(user)
    channel = await a_channel(chat_id=-1001)
    listing = await Listing.get(channel_id=channel.id)
    await stage.services.market.set_price(Actor(OWNER), listing.id, "2/48+pin", 20 * TON)
    await stage.services.market.set_extra(Actor(OWNER), listing.id, "2/48+pin", "plus a story")
    offers = (await stage.services.market.card(listing.id)).offers
    return await stage.services.deals.request(Actor(ADVERTISER), offers[0].package.id, "", 10 * TON)


async def opens(phone: Phone, deal: Deal) -> None:
    await phone.press(f"open:deal:{deal.id}")


async def terms_of(deal: Deal) -> Terms:
    return Terms.of(await Deal.get(id=deal.id))


async def test_both_counter_price_format_window_and_pin_and_all_offers_are_on_record(
    stage: Stage, owner: Phone, advertiser: Phone
) -> None:
    deal = await asked(stage)
    await opens(owner, deal)
    await owner.tap("Other terms")
    await owner.tap("Another format")
    await owner.tap("2/48 📌 · 20 TON")
    assert "📌 Pinned while it is watched" in owner.text
    assert "🎁 plus a story <i>(not verified)</i>" in owner.text
    assert "Your offer is on the table" in owner.text

    await opens(advertiser, deal)
    await advertiser.tap("Other terms")
    await advertiser.tap("Another format")
    await advertiser.say("3/2d")
    assert (await terms_of(deal)).package == "3/48"
    await advertiser.tap("Other terms")
    await advertiser.tap("Another format")
    await advertiser.tap("Pin it")
    await advertiser.tap("Other terms")
    await advertiser.say("12,5")
    await opens(owner, deal)
    await owner.tap("Other terms")
    await owner.tap("30 days")
    terms = await terms_of(deal)
    assert (terms.price_nano, terms.package, terms.pinned) == (12_500_000_000, "3/48", True)

    await owner.tap("History")
    await owner.tap("Offers so far")
    assert owner.text.count("terms <code>") == 6
    assert "👉 1 Jun 12:00 UTC · <b>you</b>\n<b>12.5 TON</b> · 3 h on top, 48 h in the feed, pinned" in owner.text
    assert owner.text.count("👉") == 1
    assert (await Deal.get(id=deal.id)).terms_hash[:8] in owner.text


async def test_an_offer_that_offers_nothing_new_is_refused(stage: Stage, advertiser: Phone) -> None:
    deal = await asked(stage)
    await opens(advertiser, deal)
    await advertiser.tap("Other terms")
    await advertiser.say("10")
    assert "on the table already" in stage.bot.said[-1]
    assert (await Deal.get(id=deal.id)).version == deal.version


async def test_the_other_side_is_told_the_format_too(stage: Stage, owner: Phone) -> None:
    deal = await asked(stage)
    await stage.services.deals.counter(Actor(OWNER), deal.id, price_nano=11 * TON)
    await stage.services.notices.relay()
    notice = await Notice.get(key="notice-counter-advertiser")
    words = stage.texts.translator("en")(notice.key, notice.args)
    assert "<b>11 TON</b> · 1 h on top, 24 h in the feed" in words


async def test_a_reply_to_a_notice_goes_to_the_other_side_of_that_deal(
    stage: Stage, owner: Phone, advertiser: Phone
) -> None:
    first, second = await asked(stage), None
    listing = await Listing.get(id=first.listing_id)
    offers = (await stage.services.market.card(listing.id)).offers
    second = await stage.services.deals.request(Actor(ADVERTISER), offers[1].package.id, "", 20 * TON)
    await opens(owner, second)
    await owner.reply(f"open:deal:{first.id}", text="About the first one")
    assert f"deal #{first.id}" in stage.bot.said[-1]
    line = await DealMessage.get()
    assert (line.deal_id, line.party, line.text) == (first.id, Party.OWNER, "About the first one")
    notice = await Notice.get(key="notice-message-owner")
    assert (notice.user_id, notice.deal_id, notice.args["text"]) == (ADVERTISER, first.id, "About the first one")
    assert f"deal #{second.id}" in owner.text, "the screen stays where it was"


async def test_a_picture_and_a_voice_are_replies_too_and_go_with_the_deals_button(stage: Stage, owner: Phone) -> None:
    deal = await asked(stage)
    await owner.reply(f"open:deal:{deal.id}", **PHOTO, caption="Like this?")
    await owner.reply(f"open:deal:{deal.id}", voice={"file_id": "f", "file_unique_id": "u", "duration": 2})
    notices = await Notice.filter(key="notice-message-owner").order_by("id")
    assert [notice.args["text"] for notice in notices] == ["Like this?", "📎"]
    assert all(notice.copy_message_id and notice.copy_from_chat_id == OWNER for notice in notices)


async def test_a_reply_to_anything_else_is_no_message_to_a_deal(stage: Stage, owner: Phone) -> None:
    deal = await asked(stage)
    await opens(owner, deal)
    await owner.reply("open:campaign:1", text="hello")
    await owner.reply(f"open:deal:{deal.id}x", text="hello")
    await owner.reply(f"open:deal:{deal.id}", text="/start")
    assert not await DealMessage.exists()
    assert await Channel.exists()
