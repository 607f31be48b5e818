"""Large payouts that wait: the list, one of them, and an administrator's word about it."""

from operator import itemgetter

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Column, Row, Select

from dialogs.scope import Facts, actor_of, services_of
from dialogs.states import Admin
from dialogs.widgets import L, T, way_to
from services.actor import Actor
from services.bundle import Services
from services.escrow.holding import HeldPayout


def payouts_window() -> Window:
    return Window(
        T("admin-payouts"),
        T("admin-payouts-none", when="empty"),
        Column(
            Select(
                L("btn-admin-payout"),
                id="p",
                item_id_getter=itemgetter("id"),
                items="payouts",
                on_click=on_payout,
            )
        ),
        way_to(Admin.home),
        state=Admin.payouts,
        getter=payouts,
    )


def payout_window() -> Window:
    return Window(
        T("admin-payout"),
        T("admin-payout-waiting", when="waiting"),
        T("admin-payout-stopped", when="stopped"),
        Button(L("btn-admin-payout-approve"), id="approve", on_click=on_approve),
        Row(
            Button(L("btn-admin-payout-stop"), id="stop", on_click=on_stop, when="waiting"),
            Button(L("btn-admin-payout-give-back"), id="give_back", on_click=on_give_back, when="stopped"),
        ),
        way_to(Admin.payouts),
        state=Admin.payout,
        getter=payout,
    )


async def payouts(services: Services, actor: Actor, **_: object) -> Facts:
    rows = [_facts(item) for item in await services.escrows.payouts_waiting(actor)]
    return {"payouts": rows, "empty": not rows}


async def payout(dialog_manager: DialogManager, services: Services, actor: Actor, **_: object) -> Facts:
    return _facts(await services.escrows.payout_waiting(actor, _deal_id(dialog_manager)))


def _facts(item: HeldPayout) -> Facts:
    return {
        "id": str(item.deal_id),
        "deal": item.deal_id,
        "channel": item.channel,
        "verdict": item.verdict.value,
        "owner_nano": item.owner_nano,
        "advertiser_nano": item.advertiser_nano,
        "waiting": not item.is_stopped,
        "stopped": item.is_stopped,
        "until_at": item.until,
        "latest_at": item.latest,
    }


def _deal_id(manager: DialogManager) -> int:
    return int(manager.dialog_data.get("payout_of") or 0)


async def on_payout(_: CallbackQuery, __: object, manager: DialogManager, deal_id: str) -> None:
    manager.dialog_data["payout_of"] = int(deal_id)
    await manager.switch_to(Admin.payout)


async def on_approve(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    await services_of(manager).escrows.approve_payout(actor_of(manager), _deal_id(manager))
    await manager.switch_to(Admin.payouts)


async def on_stop(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    await services_of(manager).escrows.stop_payout(actor_of(manager), _deal_id(manager))


async def on_give_back(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    await services_of(manager).escrows.give_back_payout(actor_of(manager), _deal_id(manager))
    await manager.switch_to(Admin.payouts)
