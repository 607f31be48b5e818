"""What the windows of a brief in hand know."""

from aiogram_dialog import DialogManager

from dialogs.campaigns.briefs import brief_facts, brief_in_hand, campaign_id_of
from dialogs.scope import Facts
from services.campaigns import WINDOWS
from services.market import CATEGORIES, LANGUAGES

ANY = "any"


async def draft(dialog_manager: DialogManager, **_: object) -> Facts:
    is_new = not campaign_id_of(dialog_manager)
    brief = await brief_in_hand(dialog_manager)
    whole = all(brief[name] for name in ("title", "text", "max_price_nano"))
    return {**brief_facts(brief), "is_new": is_new, "is_live": not is_new, "can_publish": is_new and whole}


async def categories(**_: object) -> Facts:
    return {"choices": [{"id": name, "label_key": f"category-{name}"} for name in (ANY, *CATEGORIES)]}


async def languages(**_: object) -> Facts:
    return {"choices": [{"id": name, "label_key": f"language-{name}"} for name in (ANY, *LANGUAGES)]}


async def windows(**_: object) -> Facts:
    return {"choices": [{"id": str(days), "days": days, "label_key": "campaigns-days"} for days in WINDOWS]}
