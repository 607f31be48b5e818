"""What a tap on the statistics does."""

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from dialogs.channel_stats.getters import channel_of
from dialogs.scope import actor_of, kept, services_of
from services.stats import Drawn


async def on_other(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    shown = Drawn(kept(manager, "drawn") or Drawn.GROWTH)
    manager.dialog_data["drawn"] = (Drawn.VIEWS if shown is Drawn.GROWTH else Drawn.GROWTH).value


async def on_fresh(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    services, actor = services_of(manager), actor_of(manager)
    channel = await channel_of(manager, services, actor)
    await services.stats.refresh(actor, channel.id)
