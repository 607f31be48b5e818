"""What the menu knows."""

from typing import TYPE_CHECKING

from aiogram_dialog import DialogManager

from app.texts import Translator
from dialogs.scope import Facts
from models import FINAL_STATUSES, Deal, Party, User
from services.actor import Actor
from services.switches import is_paused

if TYPE_CHECKING:
    from services.bundle import Services

PAGE = 6


async def home(services: "Services", actor: Actor, user: User, app_url: str = "", **_: object) -> Facts:
    """`app_url` is where the Mini App is; empty where Telegram would not open it."""
    deals = await services.deals.mine(actor, limit=50)
    running = sum(deal.status not in FINAL_STATUSES for deal, _ in deals)
    return {
        "name": user.first_name,
        "running": running,
        "paused": await is_paused(),
        "is_admin": actor.is_admin,
        "asks_timezone": not user.timezone_known,
        "app_url": app_url,
    }


async def deals(dialog_manager: DialogManager, services: "Services", actor: Actor, t: Translator, **_: object) -> Facts:
    before: list[int] = dialog_manager.dialog_data.get("before", [])
    found = await services.deals.mine(actor, limit=PAGE + 1, before_id=before[-1] if before else None)
    return {
        "deals": [_line(deal, party, t) for deal, party in found[:PAGE]],
        "is_empty": not found,
        "has_older": len(found) > PAGE,
        "has_newer": bool(before),
    }


def _line(deal: Deal, party: Party, t: Translator) -> Facts:
    status = f"deal-status-{deal.status.value.replace('_', '-')}"
    return {
        "deal": deal.id,
        "channel": deal.channel.title,
        "price_nano": deal.price_nano,
        "side": party.value,
        "status_html": t(status) if t.has(status) else deal.status.value,
    }
