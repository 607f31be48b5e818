"""What every screen has at hand: the services, who is looking, and the words. Typed here once."""

from typing import TYPE_CHECKING, Any, cast

from aiogram_dialog import DialogManager

from app.texts import Translator
from models import User
from services.actor import Actor

if TYPE_CHECKING:  # a screen needs the bundle's shape, not its making
    from services.bundle import Services

Facts = dict[str, Any]


def services_of(manager: DialogManager) -> "Services":
    return cast("Services", manager.middleware_data["services"])


def actor_of(manager: DialogManager) -> Actor:
    return cast(Actor, manager.middleware_data["actor"])


def user_of(manager: DialogManager) -> User:
    return cast(User, manager.middleware_data["user"])


def words_of(manager: DialogManager) -> Translator:
    return cast(Translator, manager.middleware_data["t"])


def started_with(manager: DialogManager, name: str) -> Any:
    """One value of the data that the dialog was started with; None when there is none."""
    start = manager.start_data
    return start.get(name) if isinstance(start, dict) else None


def kept(manager: DialogManager, name: str) -> Any:
    """A value that this dialog remembers: its own, or what it was started with."""
    return manager.dialog_data.get(name, started_with(manager, name))
