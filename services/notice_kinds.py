"""What kind of notice each one is, as data: which a person may switch off, and which cannot wait for the morning.

* Steps of a deal, money, and answers to what the person did have no kind: they are always sent.
* In quiet hours a notice waits for their end, unless it is of those that are worthless later, or what it tells of
  (the deal's clock, any moment that it names) comes before the person would have had the time to act on it.
"""

from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from models import Deal, Notice, User

TIME_TO_ACT = timedelta(hours=4)
"""Whoever is told in the morning has at least so long; else he is told at night."""


class Kind(StrEnum):
    """News of the market, each of which has a switch."""

    BRIEFS = "briefs"
    STATS = "stats"
    NEWS = "news"


KINDS: dict[str, Kind] = {
    "campaign-invitation": Kind.BRIEFS,
    "campaign-match": Kind.BRIEFS,
    "brief-": Kind.BRIEFS,
    "saved-search": Kind.BRIEFS,
    "stats-": Kind.STATS,
    "price-hint": Kind.STATS,
    "broadcast": Kind.NEWS,
}
"""By the beginning of the key, without `notice-`, which all have."""
SHOWN = (Kind.BRIEFS, Kind.NEWS)
"""The switches that people see: the kinds of which something is sent (a test compares them with the texts)."""
AT_ONCE = (
    "warning-",
    "start-cure",
    "violation-seen",
    "check-hindered",
    "posting-hindered",
    "mark-posted-owner",
    "top-broken",
    "dispute-",
    "wallet-changed",
    "manager-wallet-changed",
    "payout-",
    "chain-",
    "controller-",
    "settlement-stuck",
    "channel-rights-lost",
    "rights-lost",
    "banned",
)
"""Money, watch and safety: minutes count, or the words name a span that would be false later."""


def kind_of(key: str) -> Kind | None:
    """None: it has no switch."""
    return next((kind for start, kind in KINDS.items() if _name(key).startswith(start)), None)


def rank_of(key: str) -> int:
    """News go behind what belongs to deals."""
    return 0 if kind_of(key) is None else 1


def is_muted(notice: Notice, user: User | None) -> bool:
    kind = Kind.NEWS if notice.broadcast_id is not None else kind_of(notice.key)
    return user is not None and kind is not None and kind.value in user.muted


def quiet_until(user: User, now: datetime) -> datetime | None:
    """The end of the quiet hours that the person is in; None when he may be written to."""
    start, end = user.quiet_from_hour, user.quiet_to_hour
    if start is None or end is None or start == end:
        return None
    try:
        local = now.astimezone(ZoneInfo(user.timezone))
    except ZoneInfoNotFoundError:
        local = now
    is_quiet = start <= local.hour < end if start < end else local.hour >= start or local.hour < end
    if not is_quiet:
        return None
    day = local if local.hour < end else local + timedelta(days=1)
    return day.replace(hour=end, minute=0, second=0, microsecond=0).astimezone(now.tzinfo)


def can_wait(notice: Notice, deal: Deal | None, until: datetime) -> bool:
    """Would the notice still be of use at that moment?"""
    if _name(notice.key).startswith(AT_ONCE) or notice.key.endswith("-admin"):
        return False
    moments = [moment for name, value in notice.args.items() if (moment := _moment(name, value)) is not None]
    if deal is not None and deal.due_at is not None:
        moments.append(deal.due_at)
    return all(moment >= until + TIME_TO_ACT for moment in moments)


def _name(key: str) -> str:
    return key.removeprefix("notice-")


def _moment(name: str, value: object) -> datetime | None:
    if not name.endswith("_at") or not isinstance(value, str):
        return None
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    return moment if moment.tzinfo else None
