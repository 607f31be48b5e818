"""Channels come in five ways, are measured day by day, and belong to whom Telegram says."""

from app.sandbox.telegram.records import Message
from models import Channel, ChannelManager, ChannelStatus, Deal, DealStatus, Listing, ListingStatus
from tests.journeys import steps
from tests.world import World

ALL = {"can_post_messages": True, "can_edit_messages": True, "can_delete_messages": True}
TWO = {"can_post_messages": True, "can_edit_messages": True}


async def wizard(world: World) -> None:
    await world.oleg.starts()
    await world.oleg.taps("My channels")
    await world.oleg.taps("Add a channel")


async def test_a_channel_comes_in_by_name_link_forward_picker_or_by_making_the_bot_an_administrator(
    world: World,
) -> None:
    oleg, telegram = world.oleg, world.house.telegram.world
    for title, username, rights in (
        ("By name", "by_name_ch", None),
        ("By link", "by_link_ch", ALL),
        ("By post", None, ALL),
        ("By picker", None, None),
        ("By itself", None, None),
    ):
        telegram.add_channel(title, oleg.id, username=username, member_count=900, bot_rights=rights)
    by_post, by_picker, by_itself = (-1001000000005, -1001000000006, -1001000000007)

    await wizard(world)
    await oleg.says("@by_name_ch")
    await oleg.sees("Almost there")
    world.channels.set_admin("by_name_ch", "bot", TWO, by=oleg.id)
    await world.settle()
    await oleg.sees("✅ edit messages", "❌ delete messages")
    world.channels.set_admin("by_name_ch", "bot", ALL, by=oleg.id)
    await world.settle()
    await oleg.sees("By name is in")

    await wizard(world)
    await oleg.says("https://t.me/by_link_ch/15")
    await oleg.sees("By link is in", "900 subscribers")

    post = world.channels.post(by_post, oleg.id, "A post")[0]
    await wizard(world)
    await oleg.forwards(by_post, post.id)
    await oleg.sees("By post is in", "Private")

    await wizard(world)
    await oleg.chooses(by_picker)
    await oleg.sees("By picker is in", "Private")

    world.channels.set_admin(by_itself, "bot", ALL, by=oleg.id)
    await world.settle()
    await oleg.sees("By itself is in", "Private")
    assert await Channel.filter(status=ChannelStatus.ACTIVE).count() == 5


async def test_an_advertiser_sees_views_and_growth_as_the_days_go_by(world: World) -> None:
    await steps.oleg_sells_posts(world)
    for _ in range(3):
        world.channels.post("coffee_daily", world.oleg.id, "News")
        world.channels.change(
            "coffee_daily", member_count=world.channels.world.channel("coffee_daily").member_count + 50
        )
        await world.pass_time(days=1)
    anna = world.anna
    await anna.starts()
    await anna.taps("Find channels")
    await anna.taps("Coffee daily")
    await anna.taps("Statistics")
    await anna.sees("subscribers", "views of a post on average", "Views: the channel's public page", "one post a day")
    growth = photo_of(newest(world))
    await anna.taps("Views")
    await anna.sees("Average views of a post")
    assert photo_of(newest(world)) != growth
    await anna.taps("Back")
    await anna.sees("Choose a package")
    row = await Channel.get()
    assert row.average_views is not None
    assert 2000 < row.average_views < 6000


def newest(world: World) -> Message:
    message = world.house.telegram.people.newest_from_bot(world.anna.id)
    assert message is not None
    return message


def photo_of(message: Message) -> str:
    return str(message.content["photo"][-1]["file_unique_id"])


async def test_a_manager_comes_goes_and_a_sale_leaves_the_payouts_with_the_buyer(world: World) -> None:
    await steps.oleg_sells_posts(world)
    oleg, mila, boris = world.oleg, world.stranger("Mila"), world.stranger("Boris")
    await mila.starts()
    world.channels.set_admin("coffee_daily", mila.id, "all")
    await oleg.starts("channel-1")
    await oleg.taps("People")
    await oleg.taps("Mila")
    await oleg.taps("Posts")
    await mila.sees("You speak for this channel now", "✅ write the posts")
    await oleg.taps("Payouts")

    await boris.starts()
    world.channels.transfer("coffee_daily", boris.id)
    await world.settle()
    await oleg.sees("The channel has a new creator: Boris")
    await boris.taps("My channels")
    await boris.taps("Add a channel")
    await boris.chooses("coffee_daily")
    await boris.sees("Coffee daily is in")
    assert (await ChannelManager.get(can_payout=True)).user_id == boris.id

    world.channels.remove_admin("coffee_daily", mila.id)
    await world.settle()
    await mila.sees("You do not speak for this channel any more")
    assert not await ChannelManager.filter(user_id=mila.id).exists()


async def test_an_advertiser_is_warned_before_he_pays_for_what_could_not_go_out(world: World) -> None:
    await steps.oleg_sells_posts(world)
    await steps.anna_asks(world)
    world.channels.remove_admin("coffee_daily", "bot")
    await world.settle()
    await world.anna.sees("Please do not pay until it has them back")
    await world.oleg.sees("The bot has lost its rights", "One deal is open here")
    await world.oleg.opens_deal()
    await world.oleg.taps("Accept")
    assert await world.oleg.taps("Yes")
    assert (await Deal.get()).status is DealStatus.NEGOTIATION
    assert (await Listing.get()).status is ListingStatus.DELISTED
    world.channels.set_admin("coffee_daily", "bot", ALL)
    await world.settle()
    await world.anna.sees("has its rights in the channel again")
    await steps.oleg_accepts(world)
    assert (await Listing.get()).status is ListingStatus.ACTIVE


async def test_nobody_is_asked_to_pay_while_the_bot_lacks_a_right_and_every_way_out_stays_open(world: World) -> None:
    await steps.awaiting_payment(world)
    anna, oleg = world.anna, world.oleg
    await anna.opens_deal()
    await anna.taps("Pay")
    pay = anna.remember("Pay in wallet")
    world.channels.set_admin("coffee_daily", "bot", TWO)
    await world.settle()
    assert "do not pay yet" in await anna.taps_old(*pay)
    assert not world.house.wallet_of(anna.id).pending
    await anna.opens_deal()
    assert "do not pay yet" in await anna.taps("Pay")
    await oleg.opens_deal()
    await oleg.taps("Cancel")
    await oleg.taps("Yes, cancel")
    assert (await Deal.get()).status is DealStatus.CANCELLED
