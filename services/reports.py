"""Reports: somebody thinks that a listing or a person breaks the rules. Admins look, and he hears what came of it.

Guarantees:
* One open report of a person about a thing: a second one adds nothing and is answered as the first.
* Whoever is reported never learns by whom. A banned person cannot report.
* A report ends by an administrator's word, or by his act about its object (`services.moderation`).
"""

from dataclasses import dataclass

from tortoise.transactions import in_transaction

from models import Channel, Listing, Report, ReportState, User
from services.actor import Actor
from services.audit import record
from services.errors import Banned, Forbidden, GoneAhead, NotFound, TooManyReports
from services.notices import tell
from services.ports import Clock
from services.words import LETTER_LIMIT, cleaned

REASONS = ("fraud", "forbidden", "fake", "spam", "rude", "other")
OPEN_AT_MOST = 10
SHOWN = 5


@dataclass(frozen=True, slots=True)
class ReportCard:
    report: Report
    reporter: User | None
    title: str
    """The channel's or the person's name."""
    others: int
    """Further open reports about the same thing."""


@dataclass(frozen=True, slots=True)
class Reports:
    clock: Clock
    admin_ids: frozenset[int]

    async def send(self, actor: Actor, entity_type: str, entity_id: int, reason: str, words: str = "") -> Report:
        """Raises NotFound, EmptyMessage, LargeInput, Banned, TooManyReports."""
        body = cleaned(words, LETTER_LIMIT, required=False)
        title = await title_of(entity_type, entity_id)
        user = await User.get_or_none(id=actor.user_id)
        if user is None or user.is_banned:
            raise Banned()
        open_ones = Report.filter(reporter_id=actor.user_id, state=ReportState.OPEN)
        known = await open_ones.filter(entity_type=entity_type, entity_id=entity_id).first()
        if known is not None:
            return known
        if await open_ones.count() >= OPEN_AT_MOST:
            raise TooManyReports(limit=OPEN_AT_MOST)
        async with in_transaction():
            report = await Report.create(
                reporter_id=actor.user_id,
                entity_type=entity_type,
                entity_id=entity_id,
                reason=reason if reason in REASONS else "other",
                words=body,
                created_at=self.clock.utcnow(),
            )
            args: dict[str, object] = {"kind": entity_type, "title": title, "opens": f"report:{report.id}"}
            for admin_id in sorted(self.admin_ids):
                await tell(admin_id, "notice-report-admin", args, None, self.clock)
        await record(actor, "reported", entity_type, entity_id, self.clock, reason=report.reason)
        return report

    # ---- for administrators

    async def open_ones(self, actor: Actor, before_id: int | None = None, limit: int = SHOWN) -> list[ReportCard]:
        """The oldest wait longest, so they come first."""
        _check(actor)
        rows = Report.filter(state=ReportState.OPEN)
        found = await (rows if before_id is None else rows.filter(id__gt=before_id)).order_by("id").limit(limit)
        return [await self._card(report) for report in found]

    async def card(self, actor: Actor, report_id: int) -> ReportCard:
        _check(actor)
        report = await Report.get_or_none(id=report_id)
        if report is None:
            raise NotFound(what="report", id=report_id)
        return await self._card(report)

    async def decide(self, actor: Actor, report_id: int, is_upheld: bool) -> None:
        """The reporter is told. Raises GoneAhead when another administrator was faster."""
        _check(actor)
        report = (await self.card(actor, report_id)).report
        state = ReportState.UPHELD if is_upheld else ReportState.DISMISSED
        async with in_transaction():
            if not await _close(report, state, actor, self.clock):
                raise GoneAhead(status=report.state.value)
        await record(actor, f"report_{state.value}", report.entity_type, report.entity_id, self.clock, report=report.id)

    async def _card(self, report: Report) -> ReportCard:
        try:
            title = await title_of(report.entity_type, report.entity_id)
        except NotFound:
            title = f"{report.entity_type} {report.entity_id}"
        same = Report.filter(entity_type=report.entity_type, entity_id=report.entity_id, state=ReportState.OPEN)
        reporter = await User.get_or_none(id=report.reporter_id)
        return ReportCard(report, reporter, title, await same.exclude(id=report.id).count())


async def title_of(entity_type: str, entity_id: int) -> str:
    """What the reported thing is called. Raises NotFound."""
    if entity_type == "listing":
        listing = await Listing.get_or_none(id=entity_id)
        channel = await Channel.get_or_none(id=listing.channel_id) if listing else None
        if channel is not None:
            return channel.title
    if entity_type == "user":
        user = await User.get_or_none(id=entity_id)
        if user is not None:
            return user.first_name or f"id {user.id}"
    raise NotFound(what=entity_type, id=entity_id)


async def close_reports(entity_type: str, entity_id: int, actor: Actor, clock: Clock) -> None:
    """An act about the thing upholds what was reported of it. Call in the act's transaction."""
    for report in await Report.filter(entity_type=entity_type, entity_id=entity_id, state=ReportState.OPEN):
        await _close(report, ReportState.UPHELD, actor, clock)


async def _close(report: Report, state: ReportState, actor: Actor, clock: Clock) -> bool:
    words = {"state": state, "decided_by": actor.user_id, "decided_at": clock.utcnow()}
    if not await Report.filter(id=report.id, state=ReportState.OPEN).update(**words):
        return False
    key = "notice-report-upheld" if state is ReportState.UPHELD else "notice-report-dismissed"
    await tell(report.reporter_id, key, {"kind": report.entity_type}, None, clock)
    return True


def _check(actor: Actor) -> None:
    if not actor.is_admin:
        raise Forbidden()
