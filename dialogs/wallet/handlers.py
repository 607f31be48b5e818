"""What a tap does in the wallet. Whatever waits for a phone goes on in the background."""

from aiogram.types import BufferedInputFile, CallbackQuery
from aiogram_dialog import DialogManager, ShowMode

from dialogs.deal_room.scope import deal_id_of
from dialogs.scope import actor_of, services_of, words_of
from dialogs.states import Wallet
from dialogs.wallet.waiting import take_away_qr, wait_beside
from models import Party
from services.ports import ConnectOffer

LINK_SCHEMES = ("https://", "http://", "tg://")
"""Schemes that a Telegram button may carry; other links are shown as text to copy."""


async def on_connect(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    """Offer every wallet a link, and one QR code for a wallet on another device; then wait beside the chat."""
    services, actor = services_of(manager), actor_of(manager)
    offers = await services.wallets.offer(actor)
    manager.dialog_data["offers"] = [_link(offer) for offer in offers]
    if manager.current_context().state != Wallet.connect:
        manager.dialog_data["from_payment"] = manager.current_context().state == Wallet.payment
    await _send_qr(manager, offers)
    wait_beside(manager, lambda: services.wallets.finish(actor), "wallet-connected", connects=True)
    await manager.switch_to(Wallet.connect)


def _link(offer: ConnectOffer) -> dict[str, object]:
    return {"id": offer.wallet_name, "link": offer.link, "is_link": offer.link.startswith(LINK_SCHEMES)}


async def _send_qr(manager: DialogManager, offers: list[ConnectOffer]) -> None:
    bot, t, user_id = manager.middleware_data["bot"], words_of(manager), actor_of(manager).user_id
    await take_away_qr(manager.dialog_data, bot, user_id)
    offer = next((one for one in offers if one.qr_png), None)
    if offer is None:
        return
    caption = t("wallet-qr", name=offer.wallet_name)
    shown = await bot.send_photo(user_id, BufferedInputFile(offer.qr_png, "connect.png"), caption=caption)
    manager.dialog_data["qr"] = shown.message_id
    manager.show_mode = ShowMode.DELETE_AND_SEND


async def on_back(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    await manager.switch_to(Wallet.payment if manager.dialog_data.get("from_payment") else Wallet.home)


async def on_disconnect(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    await services_of(manager).wallets.disconnect(actor_of(manager))


async def on_use(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    """Freeze the proved wallet into the deal: where it is paid from, or where the earnings go."""
    services, actor, deal_id = services_of(manager), actor_of(manager), deal_id_of(manager)
    view = await services.deals.view(actor, deal_id)
    verb = services.wallets.use_for_payment if view.party is Party.ADVERTISER else services.wallets.use_for_payout
    await verb(actor, deal_id)
    await manager.done()


async def on_pay(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    services, actor, deal_id = services_of(manager), actor_of(manager), deal_id_of(manager)
    wait_beside(manager, lambda: services.escrows.request_payment(actor, deal_id), "wallet-sent")


async def on_take_back(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    services, actor, deal_id = services_of(manager), actor_of(manager), deal_id_of(manager)
    wait_beside(manager, lambda: services.escrows.auto_refund_request(actor, deal_id), "wallet-sent-back")


async def on_look(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    """Ask the chain now instead of waiting for the watcher's next round."""
    await services_of(manager).escrows.look_now(deal_id_of(manager))
