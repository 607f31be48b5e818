"""What an administrator's tap does. The services refuse everybody else, whatever button he may have."""

from aiogram.types import CallbackQuery, Message, MessageOriginChannel, MessageOriginChat
from aiogram_dialog import DialogManager

from dialogs.admin.getters import FULL_BPS, HALF_BPS
from dialogs.scope import actor_of, services_of
from dialogs.states import Admin, DealRoom
from models import Verdict
from services.errors import BadChannelRef


async def on_dispute(_: CallbackQuery, __: object, manager: DialogManager, deal_id: str) -> None:
    manager.dialog_data["deal_id"] = int(deal_id)
    await manager.switch_to(Admin.dispute)


async def on_open_deal(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    await manager.start(DealRoom.card, data={"deal_id": manager.dialog_data["deal_id"]})


async def on_release(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    await _ask(manager, Verdict.RELEASE)


async def on_refund(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    await _ask(manager, Verdict.REFUND)


async def on_split(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    await _ask(manager, Verdict.SPLIT)


async def _ask(manager: DialogManager, verdict: Verdict) -> None:
    manager.dialog_data["verdict"] = verdict.value
    await manager.switch_to(Admin.split)


async def on_step(_: CallbackQuery, __: object, manager: DialogManager, step: str) -> None:
    bps = int(manager.dialog_data.get("bps", HALF_BPS)) + int(step) * 100
    manager.dialog_data["bps"] = min(max(bps, 0), FULL_BPS)


async def on_decide(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    data = manager.dialog_data
    verdict = Verdict(data["verdict"])
    share = int(data.get("bps", HALF_BPS)) if verdict is Verdict.SPLIT else None
    await services_of(manager).disputes.decide(actor_of(manager), int(data["deal_id"]), verdict, share)
    await manager.switch_to(Admin.disputes)


async def on_vault_here(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    actor = actor_of(manager)
    await services_of(manager).desk.use_as_vault(actor, actor.user_id)


async def on_vault_chat(message: Message, __: object, manager: DialogManager) -> None:
    """A post forwarded from the private channel, or the chat's id."""
    await services_of(manager).desk.use_as_vault(actor_of(manager), _chat_id(message))


def _chat_id(message: Message) -> int:
    match message.forward_origin:
        case MessageOriginChannel(chat=chat):
            return chat.id
        case MessageOriginChat(sender_chat=chat):
            return chat.id
    words = (message.text or "").strip()
    if not words.lstrip("-").isdigit():
        raise BadChannelRef(written=words[:40])
    return int(words)


async def on_drop_vault(_: CallbackQuery, __: object, manager: DialogManager, vault_id: str) -> None:
    await services_of(manager).desk.drop_vault(actor_of(manager), int(vault_id))
