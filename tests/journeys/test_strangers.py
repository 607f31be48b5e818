"""Somebody else's deal: whatever a stranger tries, he learns nothing and moves nothing."""

from app.sandbox.telegram.views import plain_text
from models import ChannelManager, Deal, DealEvent, DealStatus, User
from tests.journeys import steps
from tests.world import Person, World


def heard(person: Person) -> str:
    return "\n".join(plain_text(message) for message in person.seen_messages())


async def test_a_stranger_with_the_link_sees_that_there_is_nothing_for_him(world: World) -> None:
    await steps.asked(world)
    mallory = world.stranger()
    for payload in ("deal-1", "deal-2", "deal--1", "deal-99999999999999999999", "deal-1 deal-1"):
        await mallory.starts(payload)
    assert "#1" not in heard(mallory)
    assert "Coffee daily" not in heard(mallory)


async def test_a_stranger_cannot_use_the_buttons_of_others_from_his_own_chat(world: World) -> None:
    """He replays the data of every button that Anna and Oleg have, among them the one that opens the deal."""
    await steps.paid(world)
    mallory = world.stranger()
    await mallory.starts()
    menu, button = mallory.remember("Help")
    before = await DealEvent.all().count()
    for person in (world.anna, world.oleg):
        for data in sorted(callback_data(person)):
            await mallory.taps_old(menu, {**button, "callback_data": data})
    assert await DealEvent.all().count() == before
    assert "#1" not in heard(mallory)
    assert "10 TON" not in heard(mallory)


def callback_data(person: Person) -> set[str]:
    rows = [row for message in person.seen_messages() for row in (message.markup or {}).get("inline_keyboard", [])]
    return {button["callback_data"] for row in rows for button in row if "callback_data" in button}


async def test_the_other_side_has_no_button_of_this_side_and_replaying_it_does_nothing(world: World) -> None:
    """Anna replays what Oleg is shown: she cannot accept her own offer with his button."""
    await steps.asked(world)
    await world.oleg.opens_deal()
    _, accept = world.oleg.remember("Accept")
    await world.anna.opens_deal()
    card, _ = world.anna.remember("Cancel")
    await world.anna.taps_old(card, accept)
    assert (await Deal.get(id=1)).status is DealStatus.NEGOTIATION
    assert await DealEvent.filter(action="accept").count() == 0


async def test_a_manager_who_is_no_administrator_any_more_cannot_act_for_the_channel(world: World) -> None:
    """Telegram is asked at the moment of the step, not when the channel was listed; and what is lost must be given
    anew."""
    channels, pavel = world.house.telegram.channels, world.stranger("Pavel")
    rights = {"can_post_messages": True, "can_edit_messages": True, "can_delete_messages": True}
    channels.set_admin("coffee_daily", pavel.id, rights)
    channels.set_admin("coffee_daily", world.house.telegram.world.bot.id, rights)
    await steps.oleg_sells_posts(world)
    await ChannelManager.create(channel_id=1, user_id=(await greeted(pavel)).id, can_accept=True)
    await steps.anna_asks(world)
    await pavel.opens_deal()
    await pavel.taps("Accept")
    channels.remove_admin("coffee_daily", pavel.id)
    assert await pavel.taps("Yes, agree")
    assert (await Deal.get(id=1)).status is DealStatus.NEGOTIATION
    await pavel.sees("You do not speak for this channel any more")
    channels.set_admin("coffee_daily", pavel.id, rights)
    await world.oleg.starts("channel-1")
    await world.oleg.taps("People")
    await world.oleg.taps("Pavel")
    await world.oleg.taps("Deals")
    await pavel.opens_deal()
    await pavel.taps("Accept")
    await pavel.taps("Yes, agree")
    assert (await Deal.get(id=1)).status is DealStatus.OWNER_ACCEPTED


async def greeted(person: Person) -> User:
    await person.starts()
    return await User.get(id=person.id)


async def test_a_banned_person_is_told_once_and_can_do_nothing(world: World) -> None:
    await steps.asked(world)
    await world.oleg.opens_deal()
    card, accept = world.oleg.remember("Accept")
    await User.filter(id=world.oleg.id).update(is_banned=True)
    assert "withdrawn" in await world.oleg.taps_old(card, accept)
    await world.oleg.says("/start")
    await world.oleg.says("/start deal-1")
    await world.oleg.says("hello?")
    assert heard(world.oleg).count("withdrawn") == 1
    assert (await Deal.get(id=1)).status is DealStatus.NEGOTIATION
    await world.pass_time(hours=80)
    assert (await Deal.get(id=1)).status is DealStatus.EXPIRED
