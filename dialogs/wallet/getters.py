"""What the wallet's windows know. Addresses are shown, never asked for."""

from datetime import UTC, datetime
from typing import Any

from aiogram_dialog import DialogManager

from dialogs.deal_room.scope import deal_id_of, title_facts
from models import DealStatus, Escrow, EscrowState, Party
from services.actor import Actor
from services.bundle import Services
from services.deals.lifecycle import Action
from services.escrow.payments import Payment

Facts = dict[str, Any]
LINK_LIMIT = 2048
"""Longer links do not fit a button."""
HELD = (EscrowState.FUNDED,)


async def home(dialog_manager: DialogManager, services: Services, actor: Actor, **_: object) -> Facts:
    wallet = await services.wallets.current(actor)
    reason = services.wallets.unavailable()
    return {
        **await deal_facts(dialog_manager, services, actor, wallet.address if wallet else None),
        "has_wallet": wallet is not None,
        "no_wallet": wallet is None,
        "wallet": wallet.friendly if wallet else None,
        "proved_at": wallet.proved_at if wallet else None,
        "is_connected": wallet is not None and wallet.is_connected,
        "is_asleep": wallet is not None and not wallet.is_connected,
        "reason_key": reason,
        "can_connect": reason is None,
    }


async def deal_facts(manager: DialogManager, services: Services, actor: Actor, address: str | None) -> Facts:
    """What the wallet is wanted for, when the screen was opened from a deal."""
    deal_id = deal_id_of(manager)
    if not deal_id:
        return {"for_deal": False, "can_use": False, "in_use": False}
    view = await services.deals.view(actor, deal_id)
    pays = view.party is Party.ADVERTISER
    wanted = Action.SET_PAYER_WALLET if pays else Action.SET_PAYOUT_WALLET
    frozen = view.deal.payer_address if pays else view.deal.payout_address
    may = wanted in view.actions
    return {
        **title_facts(view.deal),
        "for_deal": True,
        "party": view.party.value,
        "price_nano": view.deal.price_nano,
        "may_choose": may,
        "in_use": bool(frozen) and frozen == address,
        "can_use": may and address is not None and frozen != address,
    }


async def connect(dialog_manager: DialogManager, **_: object) -> Facts:
    data = dialog_manager.dialog_data
    offers = data.get("offers") or []
    return {
        "offers": [offer for offer in offers if offer["is_link"]],
        "codes": [offer for offer in offers if not offer["is_link"]],
        "waiting": bool(data.get("waiting")),
        "over": not data.get("waiting"),
    }


async def payment(dialog_manager: DialogManager, services: Services, actor: Actor, **_: object) -> Facts:
    view = await services.deals.view(actor, deal_id_of(dialog_manager))
    paid = await services.escrows.payment(actor, view.deal.id)
    escrow = await Escrow.get(deal_id=view.deal.id, is_current=True)
    wallet = await services.wallets.current(actor)
    is_payer = view.party is Party.ADVERTISER
    awaits = view.deal.status is DealStatus.AWAITING_ESCROW_PAYMENT and is_payer and not paid.is_paid
    ready = wallet is not None and wallet.is_connected and wallet.address == escrow.advertiser_address
    late = services.clock.utcnow().timestamp() >= paid.deadline
    return {
        **title_facts(view.deal),
        **_money_facts(paid),
        "party": view.party.value,
        "due_at": view.deal.due_at if awaits else None,
        "awaits": awaits,
        "chain_state": escrow.state.name.lower(),
        "observed_at": escrow.observed_at,
        "waiting": bool(dialog_manager.dialog_data.get("waiting")),
        "can_pay": awaits and ready,
        "needs_wallet": awaits and not ready,
        "has_link": awaits and len(paid.transfer_link) <= LINK_LIMIT,
        "can_take_back": is_payer and late and escrow.state in HELD,
        "back_link": paid.auto_refund_link if is_payer and late and escrow.state in HELD else "",
    }


def _money_facts(paid: Payment) -> Facts:
    return {
        "required_nano": paid.required_nano,
        "amount_nano": paid.amount_nano,
        "back_nano": paid.required_nano - paid.amount_nano,
        "address": paid.address,
        "payer": paid.payer,
        "deadline_at": datetime.fromtimestamp(paid.deadline, UTC),
        "transfer_link": paid.transfer_link,
        "explorer_url": paid.explorer_url or "",
    }
