"""What the help knows: which screen it is about, where else the support is, and the marketplace's own figures."""

from typing import TYPE_CHECKING

from aiogram_dialog import DialogManager

from dialogs.help.figures import figures
from dialogs.scope import Facts, started_with, words_of

if TYPE_CHECKING:
    from services.bundle import Services

GENERAL = "menu-help"


async def topic(dialog_manager: DialogManager, services: "Services", **_: object) -> Facts:
    key = str(started_with(dialog_manager, "about") or GENERAL)
    return {**figures(services.settings), "about_key": key if words_of(dialog_manager).has(key) else GENERAL}


async def contact(services: "Services", **_: object) -> Facts:
    settings = services.settings
    dispute_days = settings.clocks["dispute_seconds"] // 86400
    return {"contact": services.support.contact, "fee_bps": settings.fee_bps, "days": dispute_days}
