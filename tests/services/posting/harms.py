"""What people do to a post in their channel that they should not do."""

from collections.abc import Callable
from typing import TypeAlias

from app.sandbox.telegram import MediaItem
from models import Check
from tests.makers import OWNER
from tests.services.posting.stage import CHANNEL, Stage

Harm: TypeAlias = Callable[[Stage, int], None]
URL = "https://tea.example/a"


def first_id(stage: Stage) -> int:
    return stage.in_channel()[0].id


async def until_first_check(stage: Stage) -> Check:
    """Time stands at the moment of the first check, which has not run."""
    check = await Check.filter(done_at=None).order_by("due_at").first()
    assert check is not None
    stage.clock.now = check.due_at
    return check


def text_edited(stage: Stage, post: int) -> None:
    stage.telegram.channels.edit_post(CHANNEL, post, OWNER, html=f'<b>Buy</b> <a href="{URL}">tea</a> tomorrow')


def link_swapped(stage: Stage, post: int) -> None:
    swapped = '<b>Buy</b> <a href="https://thief.example/">tea</a> today, not coffee'
    stage.telegram.channels.edit_post(CHANNEL, post, OWNER, html=swapped)


def button_removed(stage: Stage, post: int) -> None:
    stage.telegram.channels.edit_post(CHANNEL, post, OWNER, buttons=[])


def button_link_swapped(stage: Stage, post: int) -> None:
    buttons = [[{"text": "Shop", "url": "https://thief.example/shop"}]]
    stage.telegram.channels.edit_post(CHANNEL, post, OWNER, buttons=buttons)


def deleted(stage: Stage, post: int) -> None:
    stage.telegram.channels.delete_post(CHANNEL, post, OWNER)


def medium_swapped(stage: Stage, post: int) -> None:
    stage.telegram.channels.edit_post(CHANNEL, post, OWNER, item=MediaItem("photo", picture="another"))


def one_item_deleted(stage: Stage, post: int) -> None:
    stage.telegram.channels.delete_post(CHANNEL, post + 1, OWNER)
