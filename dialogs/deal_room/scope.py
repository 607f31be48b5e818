"""What every screen of a deal needs to know first: who looks, at which deal, through which services."""

from typing import TYPE_CHECKING, Any, cast

from aiogram_dialog import DialogManager

from models import Deal
from services.actor import Actor

if TYPE_CHECKING:  # a screen needs the bundle's shape, not its making
    from services.bundle import Services


def services_of(manager: DialogManager) -> "Services":
    return cast("Services", manager.middleware_data["services"])


def actor_of(manager: DialogManager) -> Actor:
    return cast(Actor, manager.middleware_data["actor"])


def start_value(manager: DialogManager, name: str) -> Any:
    """One value of the data that the dialog was started with; None when there is none."""
    start = manager.start_data
    return start.get(name) if isinstance(start, dict) else None


def deal_id_of(manager: DialogManager) -> int:
    """The deal of this screen. A screen without one was not opened by us, and shows nothing."""
    return int(start_value(manager, "deal_id") or 0)


def dashed(name: str) -> str:
    """`owner_accepted` as text keys spell it."""
    return name.replace("_", "-")


def title_facts(deal: Deal) -> dict[str, object]:
    return {"deal": deal.id, "channel": deal.channel.title}
