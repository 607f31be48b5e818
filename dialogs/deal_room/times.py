"""Choosing when to publish: days and hours of the publication window, in the person's own time zone."""

from datetime import UTC, datetime, time, timedelta
from datetime import date as calendar_date
from typing import Any
from zoneinfo import ZoneInfo

from aiogram_dialog import DialogManager

from dialogs.deal_room.scope import deal_id_of, title_facts
from models import User
from services.actor import Actor
from services.bundle import Services
from services.parsing_time import timezone_name

Facts = dict[str, Any]
MAX_DAYS = 28
HOUR_SECONDS = 3600


async def days(dialog_manager: DialogManager, services: Services, actor: Actor, user: User, **_: object) -> Facts:
    """The days that are left of the publication window, in the person's time zone."""
    view = await services.deals.view(actor, deal_id_of(dialog_manager))
    zone = ZoneInfo(user.timezone)
    today = services.clock.utcnow().astimezone(zone).date()
    last = view.terms.window_end.astimezone(zone).date()
    count = min((last - today).days + 1, MAX_DAYS)
    days = [today + timedelta(days=offset) for offset in range(max(count, 0))]
    return {
        **title_facts(view.deal),
        "zone": timezone_name(user.timezone, user.language or "en"),
        "window_end_at": view.terms.window_end,
        "proposed_at": view.deal.proposed_publish_at or view.deal.publish_at,
        "days": [
            {"id": day.isoformat(), "day": day.day, "month": day.month, "weekday": day.weekday(), "nth": nth}
            for nth, day in enumerate(days)
        ],
    }


async def hours(dialog_manager: DialogManager, services: Services, actor: Actor, user: User, **_: object) -> Facts:
    """The full hours of the chosen day that are still ahead and inside the window."""
    view = await services.deals.view(actor, deal_id_of(dialog_manager))
    now = services.clock.utcnow()
    starts = hours_of(str(dialog_manager.dialog_data.get("day") or ""), user.timezone)
    open_ones = [at for at in starts if now < at <= view.terms.window_end]
    zone = ZoneInfo(user.timezone)
    return {
        **title_facts(view.deal),
        "zone": timezone_name(user.timezone, user.language or "en"),
        "hours": [{"id": str(int(at.timestamp())), "hour": f"{at.astimezone(zone):%H:%M}"} for at in open_ones],
        "none_left": not open_ones,
    }


def hours_of(day: str, timezone: str) -> list[datetime]:
    """The full hours of a local day as UTC moments; a day of a clock change has 23 or 25 of them."""
    if not day:
        return []
    from_date = calendar_date.fromisoformat(day)
    zone = ZoneInfo(timezone)
    start = datetime.combine(from_date, time.min, zone).astimezone(UTC)
    end = datetime.combine(from_date + timedelta(days=1), time.min, zone).astimezone(UTC)
    return [start + timedelta(hours=n) for n in range(int((end - start).total_seconds()) // HOUR_SECONDS)]
