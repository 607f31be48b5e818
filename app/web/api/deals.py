"""Deals: asking, the list, the card, the history, the talk."""

from typing import Any

from app.web.api.calls import Call
from app.web.api.campaigns import terms_of
from app.web.api.channels import before_id
from app.web.api.models import PathId, nano
from app.web.api.models_campaigns import NewLine
from app.web.api.models_deals import (
    DealAction,
    DealCard,
    DealPage,
    DealRow,
    Event,
    Message,
    Messages,
    MessagesQuery,
    NewDeal,
    NextStep,
    Timeline,
)
from app.web.api.models_market import PageQuery
from app.web.api.routes import Routes
from models import FINAL_STATUSES, Deal, DealMessage, Party, Posting
from services.deals.choices import offered, primary
from services.deals.lifecycle import Action
from services.deals.terms import Terms
from services.deals.usecases import DealView
from services.errors import NotFound
from services.receipts import has_receipt

routes = Routes("Deals")
WRITTEN_IN_CHAT = frozenset({Action.SUBMIT_CREATIVE, Action.REVISE_CREATIVE})


@routes.post("/deals", status=201)
async def request_deal(call: Call, body: NewDeal) -> DealCard:
    """Ask for a post: the deal begins, and the owner is told."""
    price_nano = await _price_seen(call, body)
    author = Party(body.author)
    deal = await call.services.deals.request(
        call.actor, body.package_id, body.message, price_nano, author, body.campaign_id
    )
    return await card_of(call, deal.id)


@routes.get("/deals")
async def my_deals(call: Call, query: PageQuery) -> DealPage:
    """On either side, newest first."""
    before = before_id(query.after)
    found = await call.services.deals.mine(call.actor, query.limit + 1, before)
    shown = found[: query.limit]
    return DealPage(
        deals=[_row(deal, party) for deal, party in shown],
        next=str(shown[-1][0].id) if len(found) > query.limit else None,
    )


@routes.get("/deals/{deal_id}")
async def show_deal(call: Call, deal_id: PathId) -> DealCard:
    """Everything that the deal's page says, and what the person may do now."""
    return await card_of(call, deal_id)


@routes.get("/deals/{deal_id}/events")
async def show_timeline(call: Call, deal_id: PathId) -> Timeline:
    view = await call.services.deals.view(call.actor, deal_id)
    rows = await call.services.deals.timeline(call.actor, deal_id)
    events = [
        Event(
            id=row.id,
            action=Action(row.action),
            text_key=f"deal-did-{dashed(row.action)}",
            party=row.party,
            is_mine=row.party is view.party,
            source=row.source,
            target=row.target,
            payload=row.payload,
            created_at=row.created_at,
        )
        for row in rows
    ]
    return Timeline(events=events)


@routes.get("/deals/{deal_id}/messages")
async def show_messages(call: Call, deal_id: PathId, query: MessagesQuery) -> Messages:
    view = await call.services.deals.view(call.actor, deal_id)
    return Messages(messages=await _talk(call, view, query.limit))


@routes.post("/deals/{deal_id}/messages", status=201)
async def write_message(call: Call, deal_id: PathId, body: NewLine) -> Messages:
    """One line for the other side; its people get it in the chat, too."""
    await call.services.deals.write(call.actor, deal_id, body.text)
    view = await call.services.deals.view(call.actor, deal_id)
    return Messages(messages=await _talk(call, view, 1))


async def card_of(call: Call, deal_id: int) -> DealCard:
    view = await call.services.deals.view(call.actor, deal_id)
    posting = await Posting.get_or_none(deal_id=deal_id) if view.has_creative else None
    looks: dict[str, Any] = {
        "has_creative": view.has_creative,
        "has_escrow": view.deal.fee_bps is not None,  # frozen when the escrow is opened
        "has_receipt": has_receipt(view.deal, posting),
    }
    deal, friendly = view.deal, call.services.escrows.chain.friendly_wallet
    return DealCard(
        **{name: getattr(deal, name) for name in PLAIN},
        **looks,
        status_key=f"deal-status-{dashed(deal.status.value)}",
        party=view.party,
        settling=view.settling,
        price=deal.price_nano,
        package=view.terms.package,
        terms=terms_of(view.terms),
        channel_title=deal.channel.title,
        channel_username=deal.channel.username,
        payer=friendly(deal.payer_address) if deal.payer_address else None,
        payout=friendly(deal.payout_address) if deal.payout_address else None,
        actions=_actions(call, view),
        next=_next(view),
        top_ends_at=posting.top_ends_at if posting else None,
        post_url=posting.url if posting else None,
        posting=posting.state if posting else None,
    )


PLAIN = (
    *("id", "status", "verdict", "outcome", "terms_hash", "offered_by", "channel_id", "listing_id", "campaign_id"),
    *("fee_bps", "due_at", "publish_at", "proposed_publish_at", "proposed_by", "cancel_proposed_by", "change_rounds"),
    *("retention_ends_at", "cure_ends_at", "version", "created_at"),
)
"""Columns of the deal that are told as they are."""


def _actions(call: Call, view: DealView) -> list[DealAction]:
    shown = offered(view, call.services.clock.utcnow())
    first = primary(view, shown)
    return [
        DealAction(
            name=action,
            label_key=f"deal-do-{dashed(action.value)}",
            label=call.words(f"deal-do-{dashed(action.value)}", plain=True),
            is_offered=action in shown,
            is_primary=action is first,
            in_chat=action in WRITTEN_IN_CHAT,
        )
        for action in view.actions
    ]


def _next(view: DealView) -> NextStep:
    deal = view.deal
    ends = view.ends if not view.settling else None
    key = f"deal-settling-{deal.verdict.value}" if view.settling and deal.verdict else None
    return NextStep(
        key=key or f"deal-next-{dashed(deal.status.value)}",
        ends=ends,
        ends_key=f"deal-ends-{ends.value}" if ends else None,
        due_at=deal.due_at,
    )


def _row(deal: Deal, party: Party) -> DealRow:
    return DealRow(
        id=deal.id,
        status=deal.status,
        status_key=f"deal-status-{dashed(deal.status.value)}",
        party=party,
        channel_title=deal.channel.title,
        price=deal.price_nano,
        package=Terms.of(deal).package,
        settling=deal.verdict is not None and deal.status not in FINAL_STATUSES,
        due_at=deal.due_at,
        publish_at=deal.publish_at,
        created_at=deal.created_at,
    )


async def _talk(call: Call, view: DealView, limit: int) -> list[Message]:
    rows = await call.services.deals.conversation(call.actor, view.deal.id, limit)
    return [_line(row, view.party) for row in rows]


def _line(row: DealMessage, viewer: Party) -> Message:
    return Message(
        party=row.party,
        is_mine=row.party is viewer,
        text=row.text,
        has_media=row.source_message_id is not None,
        created_at=row.created_at,
    )


async def _price_seen(call: Call, body: NewDeal) -> int:
    """What was on the screen; without a word about it, what it costs now."""
    card = await call.services.market.card_for(call.actor, body.listing_id)
    prices = {offer.package.id: offer.package.price_nano for offer in card.offers}
    if body.package_id not in prices:
        raise NotFound(what="package", id=body.package_id)
    return nano(body.price) if body.price is not None else prices[body.package_id]


def dashed(name: str) -> str:
    """`owner_accepted` as text keys spell it."""
    return name.replace("_", "-")
