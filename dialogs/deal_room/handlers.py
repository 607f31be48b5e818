"""What a tap or a line does in the deal room: route to a screen, or call one verb."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager

from dialogs.deal_room.buttons import CREATIVE, EVIDENCE, MONEY_BACK, PAY, RECEIPT
from dialogs.deal_room.scope import deal_id_of
from dialogs.deal_room.zone import asks_first
from dialogs.scope import actor_of, services_of
from dialogs.states import CreativeReview, DealRoom, Report, Wallet
from dialogs.typed import carried, typed
from models import Party, User
from services import parsing_time
from services.actor import Actor
from services.bundle import Services
from services.deals.lifecycle import Action

ROOMS: dict[str, State] = {
    Action.COUNTER: DealRoom.counter,
    Action.PROPOSE_TIME: DealRoom.date,
    Action.DISPUTE: DealRoom.case,
    Action.STATE_CASE: DealRoom.case,
    EVIDENCE: DealRoom.evidence,
    RECEIPT: DealRoom.receipt,
}
"""Actions that have a window of this dialog."""

DOORS: dict[str, State] = {
    Action.SET_PAYOUT_WALLET: Wallet.home,
    Action.SET_PAYER_WALLET: Wallet.home,
    Action.SUBMIT_CREATIVE: CreativeReview.write,
    Action.REVISE_CREATIVE: CreativeReview.write,
    Action.APPROVE_CREATIVE: CreativeReview.check,
    CREATIVE: CreativeReview.check,
    PAY: Wallet.payment,
    MONEY_BACK: Wallet.payment,
}
"""Actions that have a dialog of their own; it is started with the deal's id."""

Seen = dict[str, Any]
Verb = Callable[[Services, Actor, int, Seen], Awaitable[object]]


def seen_time(seen: Seen) -> datetime | None:
    at = seen["proposed_at"]
    return datetime.fromisoformat(str(at)) if at else None


VERBS: dict[Action, Verb] = {
    Action.ACCEPT: lambda s, actor, deal, seen: s.deals.accept(actor, deal, str(seen["terms_hash"])),
    Action.DECLINE: lambda s, actor, deal, _: s.deals.decline(actor, deal),
    Action.CANCEL: lambda s, actor, deal, _: s.deals.cancel(actor, deal),
    Action.WITHDRAW: lambda s, actor, deal, _: s.deals.withdraw(actor, deal),
    Action.PROPOSE_CANCEL: lambda s, actor, deal, _: s.deals.propose_cancel(actor, deal),
    Action.AGREE_CANCEL: lambda s, actor, deal, _: s.deals.agree_cancel(actor, deal),
    Action.AGREE_TIME: lambda s, actor, deal, seen: s.placement.agree_time(actor, deal, seen_time(seen)),
    Action.POST_AGAIN: lambda s, actor, deal, _: s.placement.post_again(actor, deal),
    Action.CONCEDE: lambda s, actor, deal, _: s.disputes.concede(actor, deal),
}
"""Actions that are asked about once and then done."""


async def on_action(_: CallbackQuery, __: object, manager: DialogManager, name: str) -> None:
    """A button of the card. Its name is an action's, or one of the extra screens'."""
    if await asks_first(manager, name):
        return
    if name in DOORS:
        await manager.start(DOORS[name], data={"deal_id": deal_id_of(manager), "action": name})
    elif name in ROOMS:
        await manager.switch_to(ROOMS[name])
    else:
        manager.dialog_data["action"] = Action(name).value
        await manager.switch_to(DealRoom.confirm)


async def on_yes(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    verb = VERBS[Action(manager.dialog_data["action"])]
    await verb(services_of(manager), actor_of(manager), deal_id_of(manager), manager.dialog_data["seen"])
    await manager.switch_to(DealRoom.card)


async def on_line(message: Message, __: object, manager: DialogManager) -> None:
    """One line for the other side; anything but plain text is copied as it is."""
    await services_of(manager).deals.write(actor_of(manager), deal_id_of(manager), *carried(message))


async def on_day(_: CallbackQuery, __: object, manager: DialogManager, day: str) -> None:
    manager.dialog_data["day"] = day
    await manager.switch_to(DealRoom.hour)


async def on_hour(_: CallbackQuery, __: object, manager: DialogManager, unix: str) -> None:
    await _propose(manager, datetime.fromtimestamp(int(unix), UTC))


async def on_typed_time(message: Message, __: object, manager: DialogManager) -> None:
    user: User = manager.middleware_data["user"]
    words = typed(message)
    if manager.current_context().state == DealRoom.hour:
        words = parsing_time.of_day(words, str(manager.dialog_data.get("day") or ""))
    at = parsing_time.moment(words, services_of(manager).clock.utcnow(), user.timezone)
    await _propose(manager, at)


async def _propose(manager: DialogManager, at: datetime) -> None:
    await services_of(manager).placement.propose_time(actor_of(manager), deal_id_of(manager), at)
    await manager.switch_to(DealRoom.card)


async def on_case(message: Message, __: object, manager: DialogManager) -> None:
    """The words of a dispute: they open it, or are added to the open one."""
    services, actor, deal_id = services_of(manager), actor_of(manager), deal_id_of(manager)
    view = await services.deals.view(actor, deal_id)
    verb = services.disputes.open if Action.DISPUTE in view.actions else services.disputes.state_case
    await verb(actor, deal_id, typed(message))
    await manager.switch_to(DealRoom.card)


async def on_report(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    """The person on the other side."""
    view = await services_of(manager).deals.view(actor_of(manager), deal_id_of(manager))
    other = view.deal.owner_id if view.party is Party.ADVERTISER else view.deal.advertiser_id
    await manager.start(Report.reason, data={"about": "user", "about_id": other})
