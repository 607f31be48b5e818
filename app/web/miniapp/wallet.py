"""The frame around every page, the wallet, the payment, and what a person may set."""

from datetime import UTC, datetime
from typing import Any

from app.web.assets import ASSETS, TON_CONNECT
from app.web.miniapp.visit import View, Visit
from models import DealStatus, EscrowState, Party
from services.deals.lifecycle import Action
from services.errors import GoneAhead, NotFound
from services.escrow.payments import Payment, current_escrow
from services.parsing_time import timezone_name
from services.wallets import WalletView

WORDS = ("offline", "unexpected", "copied", "wallet-refused", "wallet-gone", "sent", "look-silent")


async def frame(visit: Visit) -> View:
    """The tabs, and the words that scripts say."""
    return View("frame.html", {"words": {name: visit.t(f"mini-word-{name}", plain=True) for name in WORDS}})


async def home(visit: Visit) -> View:
    """My wallet; with `?deal=` also what it is wanted for."""
    current = await visit.services.wallets.current(visit.actor)
    deal_id = visit.asked_number("deal")
    wanted = await _wanted(visit, deal_id, current) if deal_id else {"deal": None}
    return View("wallet.html", {**_wallet(visit, current), **wanted})


def _wallet(visit: Visit, current: WalletView | None) -> dict[str, Any]:
    reason = visit.services.wallets.unavailable()
    return {
        "wallet": current,
        "reason_key": reason or "",
        "can_connect": reason is None and visit.request.app[ASSETS].has(TON_CONNECT),
        "network": visit.context.settings.network_id,
    }


async def _wanted(visit: Visit, deal_id: int, current: WalletView | None) -> dict[str, Any]:
    view = await visit.services.deals.view(visit.actor, deal_id)
    pays = view.party is Party.ADVERTISER
    step = Action.SET_PAYER_WALLET if pays else Action.SET_PAYOUT_WALLET
    frozen = view.deal.payer_address if pays else view.deal.payout_address
    in_use = current is not None and frozen == current.address
    return {
        "deal": view.deal,
        "party": view.party.value,
        "step": step.value,
        "may_choose": step in view.actions,
        "in_use": in_use,
    }


async def payment(visit: Visit) -> View:
    view = await visit.services.deals.view(visit.actor, visit.number())
    try:
        paid = await visit.services.escrows.payment(visit.actor, view.deal.id)
        escrow = await current_escrow(view.deal)
    except GoneAhead:
        raise NotFound(what="escrow", id=view.deal.id) from None
    current = await visit.services.wallets.current(visit.actor)
    is_payer = view.party is Party.ADVERTISER
    awaits = is_payer and view.deal.status is DealStatus.AWAITING_ESCROW_PAYMENT and not paid.is_paid
    late = visit.services.clock.utcnow().timestamp() >= paid.deadline
    return View(
        "payment.html",
        {
            **_wallet(visit, current),
            **_money(paid),
            "deal": view.deal,
            "party": view.party.value,
            "awaits": awaits,
            "state": escrow.state.name.lower(),
            "payer_raw": escrow.advertiser_address,
            "other_wallet": current is not None and current.address != escrow.advertiser_address,
            "takes_back": is_payer and late and escrow.state is EscrowState.FUNDED,
        },
    )


def _money(paid: Payment) -> dict[str, Any]:
    return {
        "paid": paid,
        "back_nano": paid.required_nano - paid.amount_nano,
        "deadline_at": datetime.fromtimestamp(paid.deadline, UTC),
    }


async def settings(visit: Visit) -> View:
    zone = timezone_name(visit.user.timezone, visit.t.language)
    return View("settings.html", {"zone": zone, "chat": await visit.chat_link("")})
