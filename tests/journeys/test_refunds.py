"""The post does not stay as agreed: the owner is warned, has one cure window, and then the money goes back."""

from collections.abc import Callable
from typing import Any

import pytest

from app.sandbox.telegram.acts import MediaItem
from models import Deal
from tests.journeys import steps
from tests.world import World

pytestmark = pytest.mark.both_stores

Harm = Callable[[World, int], object]
CHANNEL = "coffee_daily"


async def until_the_cure_window(world: World) -> None:
    """The violation is seen, and seen again; Oleg is told what is wrong and until when he can mend it."""
    await world.pass_until(lambda: world.oleg.shows("looks different from what was agreed"), "a first warning")
    assert (await Deal.get(id=1)).cure_ends_at is None
    seen_at = world.house.clock.now()
    await world.pass_until(lambda: world.oleg.shows("The post is not as agreed"), "the cure window")
    assert world.house.clock.now() - seen_at >= 600
    deal = await Deal.get(id=1)
    assert deal.cure_ends_at is not None
    assert deal.cure_ends_at.timestamp() - world.house.clock.now() == 3600
    await world.anna.sees("The owner can restore it before")


async def test_a_deleted_post_is_a_refund_after_two_looks_and_an_hour(world: World) -> None:
    await steps.published(world)
    maria = world.stranger("Maria")
    world.channels.set_admin(CHANNEL, maria.id, {"can_delete_messages": True})
    world.channels.delete_post(CHANNEL, world.post_ids()[0], by=maria.id)

    await until_the_cure_window(world)
    await world.oleg.sees("it was deleted")
    assert world.anna.received()[-1] < steps.PRICE_NANO
    await world.pass_time(minutes=61)
    await steps.anna_has_it_all_back(world)
    assert world.posts() == []


async def test_an_owner_who_posts_again_in_time_is_paid_in_the_end(world: World) -> None:
    await steps.published(world)
    promised = (await Deal.get(id=1)).retention_ends_at
    world.channels.delete_post(CHANNEL, world.post_ids()[0])
    await until_the_cure_window(world)
    await world.pass_time(minutes=20)

    await world.oleg.opens_deal()
    await world.oleg.taps("Post again")
    await world.oleg.sees("The watch lasts longer by the gap")
    await world.oleg.taps("Yes")
    await world.anna.sees("The owner posts again")
    assert world.posts() == ["Tea is here"]
    ends_at = (await Deal.get(id=1)).retention_ends_at
    assert promised is not None
    assert ends_at is not None
    assert 30 * 60 <= (ends_at - promised).total_seconds() <= 60 * 60
    await world.pass_time(hours=25)
    await steps.oleg_has_it_less_the_fee(world)


HTML = 'Tea is <a href="https://tea.example">here</a>'
OTHER_HTML = 'Tea is <a href="https://coffee.example">here</a>'
BUTTON = "Open the shop - https://tea.example"


@pytest.mark.parametrize(
    ("post", "harm", "told"),
    [
        pytest.param(
            {},
            lambda world, post_id: world.channels.edit_post(CHANNEL, post_id, world.oleg.id, "Coffee is here"),
            "the text was changed",
            id="text",
        ),
        pytest.param(
            {"html": HTML},
            lambda world, post_id: world.channels.edit_post(CHANNEL, post_id, world.oleg.id, html=OTHER_HTML),
            "links or formatting were changed",
            id="link",
        ),
        pytest.param(
            {"link": BUTTON},
            lambda world, post_id: world.channels.edit_post(CHANNEL, post_id, world.oleg.id, buttons=[]),
            "the buttons were changed",
            id="button",
        ),
        pytest.param(
            {"pictures": ("green tea", "black tea", "white tea")},
            lambda world, post_id: world.channels.delete_post(CHANNEL, post_id + 1),
            "it was deleted",
            id="album-item",
        ),
        pytest.param(
            {"pictures": ("green tea",)},
            lambda world, post_id: world.channels.edit_post(
                CHANNEL, post_id, world.oleg.id, item=MediaItem("photo", picture="coffee")
            ),
            "the media were changed",
            id="picture",
        ),
    ],
)
async def test_a_changed_post_is_a_refund_and_is_taken_down(
    world: World, post: dict[str, Any], harm: Harm, told: str
) -> None:
    await steps.published(world, **post)
    harm(world, world.post_ids()[0])
    await until_the_cure_window(world)
    await world.oleg.sees("The post is not as agreed", told)
    await world.pass_time(minutes=61)
    await steps.anna_has_it_all_back(world)
    assert world.posts() == []
    await world.anna.taps("Checks")
    await world.anna.sees("❌", told.removeprefix("it was "))


async def test_an_edit_taken_back_within_the_window_goes_on_as_if_nothing_was(world: World) -> None:
    await steps.published(world)
    post_id = world.post_ids()[0]
    world.channels.edit_post(CHANNEL, post_id, world.oleg.id, "Coffee is here")
    await until_the_cure_window(world)
    world.channels.edit_post(CHANNEL, post_id, world.oleg.id, "Tea is here")
    await world.pass_time(hours=26)
    await steps.oleg_has_it_less_the_fee(world)
