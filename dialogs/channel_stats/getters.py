"""What the statistics window knows. Opened from a channel's card by its managers, or from a listing by anybody."""

from typing import TYPE_CHECKING

from aiogram_dialog import DialogManager

from dialogs.pictures import Picture
from dialogs.scope import Facts, kept, started_with
from models import Channel, User
from services.actor import Actor
from services.market import LANGUAGES
from services.stats import ChannelStats, Drawn

if TYPE_CHECKING:
    from services.bundle import Services

LANGUAGES_SHOWN = 3


async def channel_of(manager: DialogManager, services: "Services", actor: Actor) -> Channel:
    """The channel on show, if the person may see it. Raises NotFound, ListingGone."""
    listing_id = started_with(manager, "listing_id")
    if listing_id:
        return (await services.market.card_for(actor, int(listing_id))).channel
    return (await services.channels.card(actor, int(started_with(manager, "channel_id") or 0))).channel


async def show(dialog_manager: DialogManager, services: "Services", actor: Actor, user: User, **_: object) -> Facts:
    channel = await channel_of(dialog_manager, services, actor)
    found = await services.stats.of(channel.id)
    drawn = Drawn(kept(dialog_manager, "drawn") or Drawn.GROWTH)
    png = await services.stats.picture(channel.id, drawn, user.language)
    return {
        "title": channel.title,
        "is_public": bool(channel.username),
        **figures(found, channel),
        "drawn": drawn.value,
        "picture": png and Picture(png),
        "no_picture": png is None,
        "is_mine": not started_with(dialog_manager, "listing_id"),
    }


def figures(found: ChannelStats, channel: Channel) -> Facts:
    return {
        "subscribers": found.subscribers,
        "source": found.source,
        "taken_at": found.taken_at or channel.created_at,
        **_growth("week", found.growth_week),
        **_growth("month", found.growth_month),
        "views_known": found.average_views is not None,
        "views_unknown": found.average_views is None,
        "average_views": found.average_views or 0,
        "median_views": found.median_views or found.average_views or 0,
        "views_source": found.views_source or "",
        "views_at": found.views_at or found.taken_at or channel.created_at,
        "er_bps": (found.er_bps or 0) // 10 * 10,
        "posts_known": found.posts_per_day is not None,
        "posts_per_day": found.posts_per_day or 0.0,
        "languages": _languages(found.languages or {}),
        "premium_known": found.premium_bps is not None,
        "premium_bps": found.premium_bps or 0,
    }


def _growth(name: str, count: int | None) -> Facts:
    return {f"{name}_known": count is not None, f"{name}_fell": (count or 0) < 0, f"{name}_count": abs(count or 0)}


def _languages(shares: dict[str, int]) -> list[Facts]:
    largest = sorted(shares.items(), key=lambda pair: -pair[1])[:LANGUAGES_SHOWN]
    return [
        {"language_key": f"language-{code if code in LANGUAGES else 'other'}", "share_bps": share}
        for code, share in largest
    ]
