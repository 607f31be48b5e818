"""The four commands, deep links, and the button of a notice. Everything else is reached by buttons."""

import re

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.filters import Command, CommandObject, CommandStart
from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, StartMode

from dialogs.opening import open_over_home
from dialogs.states import Applications, Campaigns, Channels, DealRoom, ListingSearch, Menu, Settings

LINK = re.compile(r"(deal|listing|channel|campaign|application)-(\d{1,18})")
ROOMS: dict[str, tuple[State, str]] = {
    "deal": (DealRoom.card, "deal_id"),
    "listing": (ListingSearch.card, "listing_id"),
    "channel": (Channels.card, "channel_id"),
    "campaign": (Campaigns.card, "campaign_id"),
    "application": (Applications.card, "application_id"),
}
"""What a deep link opens, and how that dialog calls the id."""
OPEN = re.compile(r"open:(deal|channel|campaign|application):(\d{1,18})")


def make_commands() -> Router:
    router = Router(name="commands")
    router.message.filter(F.chat.type == ChatType.PRIVATE)
    router.message.register(on_start, CommandStart())
    router.message.register(on_help, Command("help"))
    router.message.register(on_language, Command("language"))
    router.callback_query.register(on_open, F.data.regexp(OPEN))
    return router


async def on_start(_: Message, command: CommandObject, dialog_manager: DialogManager) -> None:
    """`/start`, or a deep link. What is not there, or not this person's to see, is refused and leads home."""
    link = LINK.fullmatch(command.args or "")
    if link is None:
        await dialog_manager.start(Menu.home, mode=StartMode.RESET_STACK)
        return
    state, name = ROOMS[link[1]]
    await open_over_home(dialog_manager, state, {name: int(link[2])})


async def on_help(_: Message, dialog_manager: DialogManager) -> None:
    await dialog_manager.start(Menu.help, mode=StartMode.RESET_STACK)


async def on_language(_: Message, dialog_manager: DialogManager) -> None:
    await open_over_home(dialog_manager, Settings.language, {})


async def on_open(query: CallbackQuery, dialog_manager: DialogManager) -> None:
    """The button of a notice. The notice stays where it is; the screen that it opens comes below it."""
    found = OPEN.fullmatch(query.data or "")
    if found is not None:
        state, name = ROOMS[found[1]]
        await open_over_home(dialog_manager, state, {name: int(found[2])})
    await query.answer()
