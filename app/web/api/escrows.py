"""A deal's money: where to pay and what to sign; the way back after the deadline; looking at the chain now."""

from datetime import UTC, datetime, timedelta

from app.web.api.calls import Call
from app.web.api.deals import card_of
from app.web.api.models import PathId
from app.web.api.models_deals import CHAIN_WORDS, ConnectMessage, DealCard, Escrow, Transaction
from app.web.api.routes import Routes
from models import DealStatus, EscrowState, Party
from services.deals.usecases import DealView
from services.errors import GoneAhead, NotFound
from services.escrow import Payment

routes = Routes("Escrow")
REQUEST_LIFE = timedelta(minutes=10)


@routes.get("/deals/{deal_id}/escrow", limit="escrow")
async def show_escrow(call: Call, deal_id: PathId) -> Escrow:
    """Where to pay and how much. Both sides may look; the address is public anyway."""
    view = await call.services.deals.view(call.actor, deal_id)
    try:
        payment = await call.services.escrows.payment(call.actor, deal_id)
    except GoneAhead:
        raise NotFound(what="escrow", id=deal_id) from None
    return Escrow(
        address=payment.address,
        raw_address=payment.raw_address,
        state=CHAIN_WORDS[payment.state],
        amount=payment.amount_nano,
        attach=payment.required_nano,
        fee_bps=payment.fee_bps,
        payer=payment.payer,
        deadline=datetime.fromtimestamp(payment.deadline, UTC),
        state_init=payment.state_init_boc,
        body=payment.deposit_body_boc,
        is_paid=payment.is_paid,
        explorer_url=payment.explorer_url,
        transfer_link=payment.transfer_link,
        payment=_payment(call, payment) if _may_pay(view, payment) else None,
        auto_refund=_way_back(call, payment) if _may_take_back(call, view, payment) else None,
    )


@routes.post("/deals/{deal_id}/escrow/look", limit="escrow", moves=False)
async def look_at_chain(call: Call, deal_id: PathId) -> DealCard:
    """Ask the network now instead of waiting for the watcher; then the deal as it is."""
    await call.services.deals.view(call.actor, deal_id)
    await call.services.escrows.look_now(deal_id)
    return await card_of(call, deal_id)


def _may_pay(view: DealView, payment: Payment) -> bool:
    awaits = view.deal.status is DealStatus.AWAITING_ESCROW_PAYMENT and not payment.is_paid
    return view.party is Party.ADVERTISER and awaits


def _may_take_back(call: Call, view: DealView, payment: Payment) -> bool:
    over = call.services.clock.utcnow().timestamp() >= payment.deadline
    return view.party is Party.ADVERTISER and payment.state is EscrowState.FUNDED and over


def _payment(call: Call, payment: Payment) -> Transaction:
    message = ConnectMessage(
        address=payment.address,
        amount=str(payment.required_nano),
        stateInit=payment.state_init_boc,
        payload=payment.deposit_body_boc,
    )
    return _transaction(call, payment, message)


def _way_back(call: Call, payment: Payment) -> Transaction:
    message = ConnectMessage(
        address=payment.address, amount=str(payment.refund_value_nano), payload=payment.refund_body_boc
    )
    return _transaction(call, payment, message)


def _transaction(call: Call, payment: Payment, message: ConnectMessage) -> Transaction:
    until = call.services.clock.utcnow() + REQUEST_LIFE
    return Transaction(
        validUntil=int(until.timestamp()),
        network=str(call.settings.network_id),
        from_=payment.raw_payer,
        messages=[message],
    )
