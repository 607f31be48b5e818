"""REST, as far as the data flows of the first release need it: sign in, add a channel, search, start and follow a deal.

Amounts come and go as decimal strings of coins (`"12.5"`), never as floats; instants as ISO 8601 in UTC.
"""

import re
from typing import Any

from aiohttp import web

from app.texts import coins
from app.web.server import CONTEXT, Context
from models import Channel, Deal, Escrow
from services.actor import Actor
from services.deals.usecases import DealView
from services.errors import Banned, NotFound, Refusal
from services.parsing import price_nano
from services.search import SearchFilters

CURSOR = re.compile(r"[0-9]{1,18}:[0-9]{1,18}")


class BadRequest(Refusal):
    """The request cannot be read; `what` names the field."""

    status = 400


def add_api(app: web.Application) -> None:
    app.add_routes(
        [
            web.post("/api/auth/telegram", sign_in),
            web.get("/api/me", me),
            web.post("/api/owner/channels", add_channel),
            web.get("/api/owner/channels", my_channels),
            web.get("/api/market/listings", listings),
            web.post("/api/deals", request_deal),
            web.get("/api/deals/{deal_id}", show_deal),
            web.get("/api/deals/{deal_id}/escrow", show_escrow),
        ]
    )


async def sign_in(request: web.Request) -> web.Response:
    """architecture.md, flow 1: initData -> verified user -> token."""
    context, body = request.app[CONTEXT], await _body(request)
    person = context.gate.person(_text(body, "initData"))
    actor = _actor_of(context, person.id, request)
    names = (person.first_name, person.username, person.language_code)
    user = await context.services.users.greet(actor, *names, in_private=False)
    if user.is_banned:
        raise Banned()
    await context.services.audit.record(actor, "login", "user", actor.user_id)
    return web.json_response({"access_token": context.gate.issue(person.id), "token_type": "bearer"})


async def me(request: web.Request) -> web.Response:
    context, actor = await _signed_in(request)
    user = await context.services.users.get(actor)
    facts = {"id": user.id, "first_name": user.first_name, "username": user.username, "language": user.language}
    return web.json_response({**facts, "wallet_address": user.wallet_address, "is_admin": actor.is_admin})


async def add_channel(request: web.Request) -> web.Response:
    """architecture.md, flow 2: verify bot and person in Telegram, store, first statistics."""
    context, actor = await _signed_in(request)
    reference = _text(await _body(request), "username")
    channel = await context.services.channels.add(actor, reference)
    return web.json_response(_channel(channel), status=201)


async def my_channels(request: web.Request) -> web.Response:
    context, actor = await _signed_in(request)
    return web.json_response({"channels": [_channel(row) for row in await context.services.channels.mine(actor)]})


async def listings(request: web.Request) -> web.Response:
    """architecture.md, flow 3. `max_price` and `min_price` are coins."""
    context, _ = await _signed_in(request)
    query = request.query
    filters = SearchFilters(
        min_price_nano=_price(query.get("min_price"), "min_price"),
        max_price_nano=_price(query.get("max_price"), "max_price"),
        min_subscribers=_whole(query.get("min_subscribers"), "min_subscribers"),
        max_subscribers=_whole(query.get("max_subscribers"), "max_subscribers"),
        language=_clean(query.get("language", ""), "language"),
        category=_clean(query.get("category", ""), "category"),
        text=_clean(query.get("text", ""), "text"),
    )
    page = await context.services.market.search(filters, _cursor(query.get("after")))
    rows = [
        {
            "id": row.id,
            "title": row.title,
            "username": row.username,
            "subscribers": row.subscribers,
            "price": coins(row.price_nano),
            "category": row.category,
            "language": row.language,
            "packages": await _packages(context, row.id),
        }
        for row in page.rows
    ]
    return web.json_response({"listings": rows, "next": page.next})


async def request_deal(request: web.Request) -> web.Response:
    """architecture.md, flow 4: DRAFT -> NEGOTIATION, the owner is told."""
    context, actor = await _signed_in(request)
    body = await _body(request)
    listing_id, package_id = _number(body, "listing_id"), _number(body, "package_id")
    message = _text(body, "message") if body.get("message") else ""
    card = await context.services.market.card(listing_id)
    price = next((offer.package.price_nano for offer in card.offers if offer.package.id == package_id), None)
    if price is None:
        raise NotFound(what="package", id=package_id)
    deal = await context.services.deals.request(actor, package_id, message, price)
    return web.json_response(_deal(await context.services.deals.view(actor, deal.id)), status=201)


async def show_deal(request: web.Request) -> web.Response:
    context, actor = await _signed_in(request)
    return web.json_response(_deal(await context.services.deals.view(actor, _deal_id(request))))


async def show_escrow(request: web.Request) -> web.Response:
    """architecture.md, flow 5: where to pay and how much. Both sides may look; the address is public anyway."""
    context, actor = await _signed_in(request)
    view = await context.services.deals.view(actor, _deal_id(request))
    escrow = await Escrow.get_or_none(deal_id=view.deal.id, is_current=True)
    if escrow is None:
        raise NotFound(what="escrow", id=view.deal.id)
    facts = {"address": escrow.address, "state": escrow.state.name.lower(), "deadline": escrow.deadline}
    return web.json_response({**facts, "amount": coins(escrow.amount_nano), "attach": coins(escrow.required_nano)})


# ------------------------------------------------------------------------------------------------ shapes and parts


async def _packages(context: Context, listing_id: int) -> list[dict[str, object]]:
    card = await context.services.market.card(listing_id)
    return [
        {"id": offer.package.id, "name": offer.package.name, "price": coins(offer.package.price_nano)}
        for offer in card.offers
    ]


def _channel(channel: Channel) -> dict[str, object]:
    facts = {"id": channel.id, "chat_id": channel.chat_id, "title": channel.title, "username": channel.username}
    return {**facts, "subscribers": channel.subscribers, "status": channel.status.value}


def _deal(view: DealView) -> dict[str, object]:
    deal: Deal = view.deal
    return {
        "id": deal.id,
        "status": deal.status.value,
        "party": view.party.value,
        "price": coins(deal.price_nano),
        "package": view.terms.package,
        "terms_hash": deal.terms_hash,
        "settling": view.settling,
        "actions": [action.value for action in view.actions],
        "due_at": deal.due_at.isoformat() if deal.due_at else None,
        "publish_at": deal.publish_at.isoformat() if deal.publish_at else None,
    }


async def _signed_in(request: web.Request) -> tuple[Context, Actor]:
    """Raises NotSignedIn; and Banned, because a token outlives the moment at which somebody is banned."""
    context = request.app[CONTEXT]
    actor = context.gate.actor(request.headers.get("Authorization"), request.remote)
    if (await context.services.users.get(actor)).is_banned:
        raise Banned()
    return context, actor


def _actor_of(context: Context, user_id: int, request: web.Request) -> Actor:
    return Actor(user_id, user_id in context.gate.admin_ids, request.remote)


def _deal_id(request: web.Request) -> int:
    return _whole(request.match_info["deal_id"], "deal_id")


async def _body(request: web.Request) -> dict[str, Any]:
    try:
        body = await request.json()
    except (ValueError, LookupError, RecursionError):  # not JSON, not of its charset, of no charset, nested too deeply
        raise BadRequest(what="body") from None
    if not isinstance(body, dict):
        raise BadRequest(what="body")
    return body


def _text(body: dict[str, Any], name: str) -> str:
    value = body.get(name)
    if not isinstance(value, str) or not value:
        raise BadRequest(what=name)
    return _clean(value, name)


def _clean(text: str, name: str) -> str:
    """Text that every database takes: no zero character, no half of a surrogate pair."""
    if "\0" in text or (not text.isprintable() and any("\ud800" <= letter <= "\udfff" for letter in text)):
        raise BadRequest(what=name)
    return text


def _cursor(text: str | None) -> str | None:
    """What a page gave as `next`."""
    if text and not CURSOR.fullmatch(text):
        raise BadRequest(what="after")
    return text


def _number(body: dict[str, Any], name: str) -> int:
    value = body.get(name)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 < value < 2**63:
        raise BadRequest(what=name)
    return value


def _whole(text: str | None, name: str) -> int:
    if text is None:
        return 0
    if not text.isascii() or not text.isdigit() or len(text) > 18:
        raise BadRequest(what=name)
    return int(text)


def _price(text: str | None, name: str) -> int:
    try:
        return price_nano(text) if text else 0
    except Refusal:
        raise BadRequest(what=name) from None
