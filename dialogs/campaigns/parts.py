"""What a line or a tap does to a brief in hand. A new brief asks for its next missing part by itself."""

import re

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager

from dialogs.campaigns.briefs import brief_in_hand, campaign_id_of, change_brief
from dialogs.campaigns.choices import ANY
from dialogs.scope import actor_of, services_of
from dialogs.states import Campaigns
from dialogs.typed import typed
from models import Party
from services import parsing

NEEDED: dict[str, State] = {
    "title": Campaigns.title,
    "text": Campaigns.text,
    "max_price_nano": Campaigns.budget,
}
"""What every brief says, in the order in which it is asked for."""
GROUP_OF: dict[str, State] = {
    "category": Campaigns.audience,
    "language": Campaigns.audience,
    "min_subscribers": Campaigns.audience,
    "links": Campaigns.details,
    "restrictions": Campaigns.details,
    "window_days": Campaigns.details,
}
"""Where a part is chosen; the others are on the brief's own screen."""
OPEN_ENDED = re.compile(r"\+\s*$|^\s*(from|от|over|more|больше|>)", re.IGNORECASE)


async def _change(manager: DialogManager, **changes: object) -> None:
    """Then to the next part that a new brief lacks, or to where this one was chosen."""
    await change_brief(manager, **changes)
    brief = await brief_in_hand(manager)
    missing = [state for name, state in NEEDED.items() if not brief[name]]
    chosen_at = next((GROUP_OF[name] for name in changes if name in GROUP_OF), Campaigns.draft)
    await manager.switch_to(missing[0] if missing else chosen_at)


async def on_title(message: Message, _: object, manager: DialogManager) -> None:
    await _change(manager, title=typed(message))


async def on_text(message: Message, _: object, manager: DialogManager) -> None:
    await _change(manager, text=typed(message))


async def on_links(message: Message, _: object, manager: DialogManager) -> None:
    await _change(manager, links=typed(message))


async def on_no_links(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    await _change(manager, links="")


async def on_restrictions(message: Message, _: object, manager: DialogManager) -> None:
    await _change(manager, restrictions=typed(message))


async def on_no_restrictions(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    await _change(manager, restrictions="")


async def on_budget(message: Message, _: object, manager: DialogManager) -> None:
    """`20` and `up to 20` are the most that a post may cost; `5+` leaves the upper end to the market's own limit."""
    words = typed(message)
    low, high = parsing.number_range(words)
    if low and not high and not OPEN_ENDED.search(words):
        low, high = "", low
    least = parsing.price_nano(low) if low else 0
    most = parsing.price_nano(high) if high else services_of(manager).settings.max_price_nano
    await _change(manager, min_price_nano=least, max_price_nano=most)


async def on_subscribers(message: Message, _: object, manager: DialogManager) -> None:
    low, high = parsing.number_range(typed(message))
    await _change(manager, min_subscribers=parsing.whole_number(low or high))


async def on_any_size(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    await _change(manager, min_subscribers=0)


async def on_category(_: CallbackQuery, __: object, manager: DialogManager, category: str) -> None:
    await _change(manager, category="" if category == ANY else category)


async def on_language(_: CallbackQuery, __: object, manager: DialogManager, language: str) -> None:
    await _change(manager, language="" if language == ANY else language)


async def on_window(_: CallbackQuery, __: object, manager: DialogManager, days: str) -> None:
    await _change(manager, window_days=int(days))


async def on_author(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    """Who writes the post: the channel's owner by default, or the advertiser."""
    brief = await brief_in_hand(manager)
    await change_brief(manager, author=Party(brief["author"]).other.value)


async def on_publish(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    if campaign_id_of(manager):
        return  # the second tap of two: it is published
    brief = await brief_in_hand(manager)
    campaign = await services_of(manager).campaigns.publish(actor_of(manager), **brief)
    manager.dialog_data.update(campaign_id=campaign.id, draft={})
    await manager.switch_to(Campaigns.card)
