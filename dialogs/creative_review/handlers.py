"""What a tap or a message does to a creative."""

from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode

from dialogs.creative_review.drafts import content_from, parse_buttons, with_part
from dialogs.deal_room.scope import deal_id_of
from dialogs.scope import actor_of, services_of
from dialogs.states import CreativeReview
from dialogs.typed import typed
from services.errors import EmptyMessage
from services.ports import Content


async def on_start(_: Any, manager: DialogManager) -> None:
    """Whoever comes to check sees the post first, and the questions under it."""
    if manager.current_context().state == CreativeReview.check:
        await _show_current(manager)


async def on_look(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    await _show_current(manager)


async def _show_current(manager: DialogManager) -> None:
    services, deal_id = services_of(manager), deal_id_of(manager)
    creative = await services.creatives.current(deal_id)
    manager.dialog_data["version"] = creative.version if creative else None
    await services.creatives.preview(actor_of(manager), deal_id, actor_of(manager).user_id)
    manager.show_mode = ShowMode.DELETE_AND_SEND


async def on_part(message: Message, __: object, manager: DialogManager) -> None:
    manager.dialog_data["draft"] = with_part(manager.dialog_data.get("draft"), message)
    manager.dialog_data["previewed"] = False


async def on_preview(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    """Post it into the author's own chat, by the function that will post it in the channel."""
    await services_of(manager).creatives.try_out(_content(manager), actor_of(manager).user_id)
    manager.dialog_data["previewed"] = True
    manager.show_mode = ShowMode.DELETE_AND_SEND


async def on_submit(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    await services_of(manager).creatives.submit(actor_of(manager), deal_id_of(manager), _content(manager))
    await manager.done()


async def on_link_preview(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    manager.dialog_data["link_preview"] = not manager.dialog_data.get("link_preview", True)
    manager.dialog_data["previewed"] = False


async def on_buttons(message: Message, __: object, manager: DialogManager) -> None:
    await _set_buttons(manager, parse_buttons(typed(message)))


async def on_no_buttons(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    await _set_buttons(manager, [])


async def _set_buttons(manager: DialogManager, rows: list[list[dict[str, str]]]) -> None:
    draft = manager.dialog_data.get("draft")
    if draft is None:
        raise EmptyMessage()
    manager.dialog_data["draft"] = {**draft, "buttons": rows}
    manager.dialog_data["previewed"] = False
    await manager.switch_to(CreativeReview.write)


async def on_approve(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    version = manager.dialog_data.get("version")
    await services_of(manager).creatives.approve(actor_of(manager), deal_id_of(manager), version)
    await manager.done()


async def on_note(message: Message, __: object, manager: DialogManager) -> None:
    version = manager.dialog_data.get("version")
    note = message.text or message.caption or ""
    await services_of(manager).creatives.request_changes(actor_of(manager), deal_id_of(manager), note, version)
    await manager.done()


def _content(manager: DialogManager) -> Content:
    draft = manager.dialog_data.get("draft")
    if draft is None:
        raise EmptyMessage()
    return content_from(draft, bool(manager.dialog_data.get("link_preview", True)))
