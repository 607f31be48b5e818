"""What a tap or a line in the windows of offers does."""

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager

from dialogs.applications.drafts import application_id_of, campaign_id_of, channel_id_of, draft_of
from dialogs.opening import open_over_home
from dialogs.scope import actor_of, kept, services_of
from dialogs.states import Applications, Campaigns, DealRoom
from dialogs.typed import typed
from services import parsing
from services.applications import PITCH_LIMIT
from services.campaigns import STANDING, cleaned
from services.errors import OfferGone, Refusal

# ---- finding


async def on_channel(_: CallbackQuery, __: object, manager: DialogManager, channel_id: str) -> None:
    """The channel for which briefs are wanted, or with which one is answered."""
    manager.dialog_data.update(channel_id=int(channel_id), before=[])
    if not campaign_id_of(manager):
        await manager.switch_to(Applications.matching)
        return
    answer = await services_of(manager).applications.answer_of(
        actor_of(manager), int(channel_id), campaign_id_of(manager)
    )
    if answer is not None and answer.state in STANDING and answer.terms:
        manager.dialog_data["application_id"] = answer.id
        await manager.switch_to(Applications.card)
    else:
        await manager.switch_to(Applications.format)


async def on_brief(_: CallbackQuery, __: object, manager: DialogManager, campaign_id: str) -> None:
    data = {"campaign_id": int(campaign_id), "channel_id": channel_id_of(manager)}
    await manager.start(Campaigns.card, data=data)


async def on_older(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    last = manager.dialog_data.get("last")
    if last:
        manager.dialog_data.setdefault("before", []).append(last)


async def on_newer(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    manager.dialog_data["before"] = manager.dialog_data.get("before", [])[:-1]


# ---- offering


async def on_format(_: CallbackQuery, __: object, manager: DialogManager, number: str) -> None:
    formats = await services_of(manager).applications.formats(actor_of(manager), channel_id_of(manager))
    if int(number) >= len(formats):
        raise OfferGone()
    manager.dialog_data["format_name"] = formats[int(number)].name
    await manager.switch_to(Applications.price)


async def on_price(message: Message, _: object, manager: DialogManager) -> None:
    await _set_price(manager, parsing.price_nano(typed(message)))


async def on_list_price(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    formats = await services_of(manager).applications.formats(actor_of(manager), channel_id_of(manager))
    name = manager.dialog_data.get("format_name")
    usual = next((one.price_nano for one in formats if one.name == name), None)
    if usual is not None:
        await _set_price(manager, usual)


async def _set_price(manager: DialogManager, price_nano: int) -> None:
    """The price is tried at once: a budget that it exceeds is said while the price is on the screen."""
    before = manager.dialog_data.get("price_nano", 0)
    manager.dialog_data["price_nano"] = price_nano
    try:
        await services_of(manager).applications.preview(actor_of(manager), draft_of(manager))
    except Refusal:
        manager.dialog_data["price_nano"] = before
        raise
    await manager.switch_to(Applications.pitch)


async def on_pitch(message: Message, _: object, manager: DialogManager) -> None:
    manager.dialog_data["pitch"] = cleaned(typed(message), PITCH_LIMIT, required=True)
    await manager.switch_to(Applications.confirm)


async def on_no_pitch(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    manager.dialog_data["pitch"] = ""
    await manager.switch_to(Applications.confirm)


async def on_send(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    seen = int(kept(manager, "seen_version") or 0)
    row = await services_of(manager).applications.apply(actor_of(manager), draft_of(manager), seen)
    manager.dialog_data["application_id"] = row.id
    await manager.switch_to(Applications.card)


# ---- an offer's card


async def on_offer(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    """Answer an invitation, or offer something else than before."""
    await manager.switch_to(Applications.format)


async def on_withdraw(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    await services_of(manager).applications.withdraw(actor_of(manager), application_id_of(manager))


async def on_decline(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    await services_of(manager).applications.decline(actor_of(manager), application_id_of(manager))


async def on_start(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    """Ask once more, about the very offer that is on the screen."""
    chosen = {str(application_id_of(manager)): str(manager.dialog_data["terms_hash"])}
    await manager.start(Campaigns.start, data={"campaign_id": campaign_id_of(manager), "chosen": chosen})


async def on_deal(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    deal_id = kept(manager, "deal_id")
    if deal_id is None:
        raise OfferGone()
    await open_over_home(manager, DealRoom.card, {"deal_id": int(deal_id)})


async def on_line(message: Message, _: object, manager: DialogManager) -> None:
    application = application_id_of(manager)
    await services_of(manager).applications.write(actor_of(manager), application, typed(message))
    await manager.switch_to(Applications.card)
