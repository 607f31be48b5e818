"""What an administrator's tap does. The services refuse everybody else, whatever button he may have."""

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from dialogs.admin.getters import FULL_BPS, HALF_BPS
from dialogs.scope import actor_of, services_of
from dialogs.states import Admin, DealRoom
from models import Verdict


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
