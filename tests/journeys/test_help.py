"""Help over the wires: from a screen that is a picture, and from one whose buttons are a keyboard of Telegram's."""

from typing import Any

from app.sandbox.telegram.views import plain_text
from tests.journeys import steps
from tests.world import World


def keyboard(world: World) -> list[list[dict[str, Any]]]:
    """What stands below Oleg's chat."""
    shown = world.house.telegram.world.chats[world.oleg.id].keyboard
    return shown["keyboard"] if shown else []


async def test_help_leads_back_to_a_picker_and_to_a_picture(world: World) -> None:
    await steps.oleg_sells_posts(world)
    oleg = world.oleg
    await oleg.starts()
    await oleg.taps("My channels")
    await oleg.taps("Add a channel")
    await oleg.says(keyboard(world)[1][1]["text"])
    await oleg.sees("❔ Adding a channel")
    assert not keyboard(world)
    await oleg.taps("Back")
    await oleg.sees("Add your channel")
    assert len(keyboard(world)) == 2

    for _ in range(2):
        await world.pass_time(days=1)
    await oleg.starts()
    await oleg.taps("My channels")
    await oleg.taps("Coffee daily")
    await oleg.taps("Statistics")
    await oleg.sees("Subscribers, last 30 days")
    await oleg.taps("❔")
    await oleg.sees("❔ Statistics", "every 10 min")
    await oleg.taps("Back")
    newest = world.house.telegram.people.newest_from_bot(oleg.id)
    assert newest is not None
    assert "Subscribers, last 30 days" in plain_text(newest)
    assert newest.content.get("photo")
