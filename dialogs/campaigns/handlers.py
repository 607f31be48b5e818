"""What a tap on a brief or on the offers for it does."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from dialogs.campaigns.briefs import campaign_id_of
from dialogs.opening import open_over_home
from dialogs.scope import actor_of, kept, services_of, words_of
from dialogs.states import Applications, Campaigns, DealRoom, Menu
from models import Deal
from services.campaigns import STANDING
from services.comparing import Order
from services.errors import Refusal

# ---- briefs


async def on_new(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    await manager.start(Campaigns.title)


async def on_brief(_: CallbackQuery, __: object, manager: DialogManager, campaign_id: str) -> None:
    await manager.start(Campaigns.card, data={"campaign_id": int(campaign_id)})


async def on_pause(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    await services_of(manager).campaigns.pause(actor_of(manager), campaign_id_of(manager))


async def on_resume(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    await services_of(manager).campaigns.resume(actor_of(manager), campaign_id_of(manager))


async def on_extend(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    await services_of(manager).campaigns.extend(actor_of(manager), campaign_id_of(manager))


async def on_close(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    await services_of(manager).campaigns.close(actor_of(manager), campaign_id_of(manager))
    await manager.switch_to(Campaigns.card)


async def on_offer(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    """An owner answers: with the channel that he came with, or with one that he picks."""
    campaign_id, channel_id = campaign_id_of(manager), kept(manager, "channel_id")
    data: dict[str, Any] = {"campaign_id": campaign_id, "seen_version": manager.dialog_data["seen_version"]}
    if channel_id is None:
        await manager.start(Applications.channels, data=data)
        return
    answer = await services_of(manager).applications.answer_of(actor_of(manager), int(channel_id), campaign_id)
    if answer is not None and answer.state in STANDING and answer.terms:
        await manager.start(Applications.card, data={"application_id": answer.id})
    else:
        await manager.start(Applications.format, data={**data, "channel_id": int(channel_id)})


# ---- offers


async def on_row(_: CallbackQuery, __: object, manager: DialogManager, application_id: str) -> None:
    """Open an offer; or, while choosing, take it into the choice or out of it."""
    data = manager.dialog_data
    if not data.get("choosing"):
        await manager.start(Applications.card, data={"application_id": int(application_id)})
        return
    chosen: dict[str, str] = data.setdefault("chosen", {})
    terms_hash = data.get("hashes", {}).get(application_id)
    if chosen.pop(application_id, None) is None and terms_hash:
        chosen[application_id] = terms_hash


async def on_choose(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    data = manager.dialog_data
    data["choosing"] = not data.get("choosing")
    if not data["choosing"]:
        data["chosen"] = {}


async def on_order(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    data = manager.dialog_data
    orders = list(Order)
    now = orders.index(Order(data.get("order", Order.PRICE.value)))
    data.update(order=orders[(now + 1) % len(orders)].value, page=0)


async def on_next(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    manager.dialog_data["page"] = int(manager.dialog_data.get("page", 0)) + 1


async def on_previous(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    manager.dialog_data["page"] = max(0, int(manager.dialog_data.get("page", 0)) - 1)


async def on_start(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    """One deal for each chosen offer. What was refused stays on the screen, with the reason; the rest has begun."""
    chosen: dict[str, str] = dict(kept(manager, "chosen") or {})
    begun: list[Deal] = []
    refused: list[Refusal] = []
    for application_id, terms_hash in list(chosen.items()):
        try:
            begun.append(
                await services_of(manager).applications.start(actor_of(manager), int(application_id), terms_hash)
            )
        except Refusal as refusal:
            refused.append(refusal)
        else:
            del chosen[application_id]
    manager.dialog_data["chosen"] = chosen
    if refused:
        raise refused[0]
    if len(begun) == 1:
        await open_over_home(manager, DealRoom.card, {"deal_id": begun[0].id})
    else:
        await open_over_home(manager, Menu.deals, {})


async def on_invite(query: CallbackQuery, __: object, manager: DialogManager, campaign_id: str) -> None:
    listing_id = int(kept(manager, "listing_id") or 0)
    await services_of(manager).applications.invite(actor_of(manager), int(campaign_id), listing_id)
    await query.answer(words_of(manager)("campaigns-invited", plain=True), show_alert=True)
    await manager.done()
