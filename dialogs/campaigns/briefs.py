"""A brief in hand: a new one that only this dialog knows yet, or a live one, of which every change is saved at once."""

from typing import Any

from aiogram_dialog import DialogManager

from dialogs.scope import Facts, actor_of, kept, services_of
from models import Campaign, Party
from services.campaigns import DEFAULT_WINDOW

EMPTY: dict[str, Any] = {
    "title": "",
    "text": "",
    "links": "",
    "restrictions": "",
    "min_price_nano": 0,
    "max_price_nano": 0,
    "category": "",
    "language": "",
    "min_subscribers": 0,
    "window_days": DEFAULT_WINDOW,
    "author": Party.OWNER.value,
}
"""What a new brief says before anybody has written it; also the names of what a brief consists of."""


def campaign_id_of(manager: DialogManager) -> int:
    """0 while the brief is new."""
    return int(kept(manager, "campaign_id") or 0)


async def brief_in_hand(manager: DialogManager) -> dict[str, Any]:
    campaign_id = campaign_id_of(manager)
    if not campaign_id:
        return {**EMPTY, **manager.dialog_data.get("draft", {})}
    card = await services_of(manager).campaigns.card(actor_of(manager), campaign_id)
    return parts_of(card.campaign)


async def change_brief(manager: DialogManager, **changes: Any) -> None:
    """Refuses what cannot be part of a brief; what was typed before stays."""
    campaigns = services_of(manager).campaigns
    if campaign_id := campaign_id_of(manager):
        await campaigns.edit(actor_of(manager), campaign_id, **changes)
    else:
        draft: dict[str, Any] = manager.dialog_data.setdefault("draft", {})
        draft |= campaigns.checked(**changes)


def parts_of(campaign: Campaign) -> dict[str, Any]:
    return {name: getattr(campaign, name) for name in EMPTY}


def brief_facts(brief: dict[str, Any]) -> Facts:
    """A brief as the texts say it."""
    author = brief["author"]
    return {
        **{name: brief[name] for name in ("title", "text", "links", "restrictions", "window_days", "min_subscribers")},
        "has_links": bool(brief["links"]),
        "has_restrictions": bool(brief["restrictions"]),
        "has_title": bool(brief["title"]),
        "has_text": bool(brief["text"]),
        "has_budget": bool(brief["max_price_nano"]),
        "budget_ends": "between" if brief["min_price_nano"] else "to",
        "min_nano": brief["min_price_nano"],
        "max_nano": brief["max_price_nano"],
        "has_size": bool(brief["min_subscribers"]),
        "category": brief["category"] or "any",
        "language": brief["language"] or "any",
        "author": author.value if isinstance(author, Party) else author,
    }
