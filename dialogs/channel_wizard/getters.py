"""What the channels' windows know."""

from typing import TYPE_CHECKING, Any

from aiogram_dialog import DialogManager

from dialogs.scope import Facts, kept
from models import ChannelStatus, ListingStatus
from services.actor import Actor
from services.channels import ChannelCard

if TYPE_CHECKING:
    from services.bundle import Services


async def missing(dialog_manager: DialogManager, **_: object) -> Facts:
    """Why the channel could not be added yet: the refusal's own text and arguments."""
    why: dict[str, Any] = kept(dialog_manager, "why") or {}
    return {"why_key": why.get("key", "error-bot-not-admin"), **why.get("args", {})}


async def added(dialog_manager: DialogManager, services: "Services", actor: Actor, **_: object) -> Facts:
    found = await services.channels.card(actor, int(kept(dialog_manager, "channel_id") or 0))
    return channel_facts(found, actor)


async def mine(services: "Services", actor: Actor, **_: object) -> Facts:
    channels = await services.channels.mine(actor)
    lines = [
        {
            "id": str(channel.id),
            "title": channel.title,
            "subscribers": channel.subscribers,
            "is_ok": channel.status is ChannelStatus.ACTIVE,
        }
        for channel in channels
    ]
    return {"channels": lines, "is_empty": not lines}


async def card(dialog_manager: DialogManager, services: "Services", actor: Actor, **_: object) -> Facts:
    found = await services.channels.card(actor, int(kept(dialog_manager, "channel_id") or 0))
    return channel_facts(found, actor)


def channel_facts(card: ChannelCard, actor: Actor) -> Facts:
    listing, snapshot = card.listing, card.snapshot
    active = listing is not None and listing.status is ListingStatus.ACTIVE
    return {
        "title": card.channel.title,
        "username": card.channel.username or "",
        "is_public": bool(card.channel.username),
        "subscribers": card.channel.subscribers,
        "taken_at": snapshot.taken_at if snapshot else card.channel.created_at,
        "average_views": snapshot.average_views if snapshot else None,
        "payees": ", ".join(user.first_name for user in card.payees),
        "is_payee": any(user.id == actor.user_id for user in card.payees),
        "lacks_payee": not card.payees,
        "other_payee": bool(card.payees) and all(user.id != actor.user_id for user in card.payees),
        "may_remove": card.channel.owner_id == actor.user_id or card.manager.can_payout,
        "rights_lost": card.channel.status is not ChannelStatus.ACTIVE,
        "on_sale": active and listing is not None and listing.price_nano > 0,
        "needs_prices": listing is None or listing.price_nano == 0,
        "has_prices": listing is not None and listing.price_nano > 0,
        "price_nano": listing.price_nano if listing else 0,
    }
