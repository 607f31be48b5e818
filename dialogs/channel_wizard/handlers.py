"""What a tap, a line, a forwarded post or a picked channel does while a channel is being added."""

from aiogram.types import CallbackQuery, Message, MessageOriginChannel
from aiogram_dialog import DialogManager

from dialogs.scope import actor_of, kept, services_of, words_of
from dialogs.states import Channels, ChannelStats, ChannelWizard, ListingEditor
from services import parsing
from services.errors import BotNotAdmin, Refusal, RightsMissing

WAITS_FOR_RIGHTS = (BotNotAdmin, RightsMissing)
"""Refusals that the person can cure in the channel's settings and then check again."""
WORDLESS = "📎"
"""How a picture without words is called when it names no channel."""


def ref_of(message: Message) -> int | str:
    """The channel that a message names: picked, forwarded from, or written. Raises BadChannelRef."""
    if message.chat_shared is not None:
        return message.chat_shared.chat_id
    if isinstance(message.forward_origin, MessageOriginChannel):
        return message.forward_origin.chat.id
    return parsing.channel_ref(message.text or message.caption or WORDLESS)


def why_of(refusal: Refusal) -> dict[str, object]:
    """A refusal as dialog data: key and plain arguments. On the wizard's screen missing rights are told one by one."""
    key = "channels-missing-rights" if "post" in refusal.arguments else refusal.key()
    return {"key": key, "args": refusal.arguments}


async def on_channel(message: Message, __: object, manager: DialogManager) -> None:
    await _add(manager, ref_of(message))


async def on_check_again(callback: CallbackQuery, __: object, manager: DialogManager) -> None:
    """The screen looks as before when nothing has been given meanwhile: then a word says that it was checked."""
    before = kept(manager, "why")
    await _add(manager, kept(manager, "ref"))
    if manager.current_context().state == ChannelWizard.missing and kept(manager, "why") == before:
        await callback.answer(words_of(manager)("channels-still-missing", plain=True), show_alert=True)


async def _add(manager: DialogManager, ref: int | str) -> None:
    manager.dialog_data["ref"] = ref
    try:
        channel = await services_of(manager).channels.add(actor_of(manager), ref)
    except WAITS_FOR_RIGHTS as refusal:
        manager.dialog_data["why"] = why_of(refusal)
        await manager.switch_to(ChannelWizard.missing)
        return
    manager.dialog_data["channel_id"] = channel.id
    await manager.switch_to(ChannelWizard.added)


async def on_prices(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    await manager.start(ListingEditor.card, data={"channel_id": kept(manager, "channel_id")})


async def on_statistics(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    await manager.start(ChannelStats.show, data={"channel_id": int(kept(manager, "channel_id") or 0)})


async def on_remove(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    await services_of(manager).channels.remove(actor_of(manager), int(kept(manager, "channel_id") or 0))
    await manager.switch_to(Channels.mine)


async def on_mine(_: CallbackQuery, __: object, manager: DialogManager, channel_id: str) -> None:
    manager.dialog_data["channel_id"] = int(channel_id)
    await manager.switch_to(Channels.card)


async def on_refresh(callback: CallbackQuery, __: object, manager: DialogManager) -> None:
    """What is well looks as it did before, so it is said as well."""
    await services_of(manager).channels.check_again(actor_of(manager), int(kept(manager, "channel_id")))
    await callback.answer(words_of(manager)("channels-checked", plain=True))
