"""Terms of a post in which things happen, harmful and harmless, and the verdict that is right for them.

What happens is drawn from a seed. The harm of a run, if any, is one; the noise around it never changes the verdict.
"""

import functools
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from models import (
    Check,
    Creative,
    Deal,
    DealEvent,
    DealStatus,
    Dispute,
    Escrow,
    Notice,
    Posting,
    Verdict,
)
from services.ports import Content
from tests.makers import ADVERTISER, OWNER
from tests.services.posting.crashes import LONG_WINDOW
from tests.services.posting.harms import (
    Harm,
    button_link_swapped,
    button_removed,
    deleted,
    link_swapped,
    medium_swapped,
    one_item_deleted,
    text_edited,
)
from tests.services.posting.stage import AD, BOT_RIGHTS, CHANNEL, HOUR, Stage

DISPUTE = "dispute"
TEXT_HARMS: tuple[Harm, ...] = (text_edited, link_swapped, button_removed, button_link_swapped, deleted)
RESTORABLE: tuple[Harm, ...] = TEXT_HARMS[:4]
AGREED_HTML = '<b>Buy</b> <a href="https://tea.example/a">tea</a> today, not coffee'
AGREED_BUTTONS = [[{"text": "Shop", "url": "https://tea.example/shop"}]]
ROWS = (Check, Posting, Creative, Dispute, DealEvent, Notice, Escrow, Deal)
Happening = tuple[float, Callable[[], object]]


def reaction(stage: Stage, post: int) -> None:
    stage.telegram.channels.react(CHANNEL, post, ADVERTISER, "👍")


def views(stage: Stage, post: int) -> None:
    stage.telegram.channels.add_views(CHANNEL, post, 500)


def renamed(stage: Stage, post: int) -> None:
    stage.telegram.channels.change(CHANNEL, title="Another name", username="another_name")


def made_private(stage: Stage, post: int) -> None:
    stage.telegram.channels.change(CHANNEL, username=None)


def other_post(stage: Stage, post: int) -> None:
    stage.telegram.channels.post(CHANNEL, OWNER, "Something else")


def same_edit(stage: Stage, post: int) -> None:
    """An edit that changes nothing that was promised."""
    channels = stage.telegram.channels
    message = next(one for one in channels.posts(CHANNEL) if one.id == post)
    message.edit_date = int(stage.clock.utcnow().timestamp())


def trouble(stage: Stage, post: int) -> None:
    kind = random.Random(post).choice(["server", "flood", "drop", "lost"])
    stage.telegram.world.faults.add(kind, method="forwardMessage", times=2)


NOISE: tuple[Harm, ...] = (reaction, views, renamed, made_private, other_post, same_edit, trouble)


def protect(stage: Stage, on: bool) -> None:
    stage.telegram.channels.change(CHANNEL, protected=on)


def put_out(stage: Stage, out: bool) -> None:
    if out:
        stage.telegram.channels.remove_admin(CHANNEL, "bot")
    else:
        stage.telegram.channels.set_admin(CHANNEL, "bot", BOT_RIGHTS)


@dataclass
class Run:
    """One term: what happens at which hour of it, and what has to come of it."""

    name: str
    expected: str
    happenings: list[Happening] = field(default_factory=list)

    def at(self, hour: float, what: Callable[[], object]) -> None:
        self.happenings.append((hour, what))


@dataclass
class Marks:
    runs: int = 0
    wrong: list[str] = field(default_factory=list)
    by_kind: dict[str, int] = field(default_factory=dict)

    def __str__(self) -> str:
        kinds = ", ".join(f"{kind} {count}" for kind, count in sorted(self.by_kind.items()))
        return f"{self.runs} terms ({kinds}): {len(self.wrong)} wrong verdicts"


def plan(stage: Stage, rng: random.Random, post: int, is_album: bool) -> Run:
    kind = rng.choice(("calm", "calm", "harm", "harm", "harm", "restored", "hindered", "kept out", "blind"))
    harms = (medium_swapped, one_item_deleted, deleted) if is_album else TEXT_HARMS
    hour = rng.uniform(0.1, 22)
    run = Run(kind, Verdict.RELEASE.value)
    for noise in rng.sample(NOISE, rng.randint(0, 4)):
        run.at(rng.uniform(0, 24), functools.partial(_unless_gone, stage, post, noise))
    if kind == "harm":
        harm = rng.choice(harms)
        run.name, run.expected = f"harm {harm.__name__}", Verdict.REFUND.value
        run.at(hour, lambda: harm(stage, post))
    elif kind == "restored" and not is_album:
        healed = rng.choice(RESTORABLE)
        run.at(hour, lambda: healed(stage, post))
        run.at(hour + rng.uniform(0.05, 0.5), lambda: _restore(stage, post))
    elif kind == "hindered":
        hinder = rng.choice((protect, put_out))
        run.at(hour, lambda: hinder(stage, True))
        run.at(hour + 1.5, lambda: hinder(stage, False))
    elif kind == "kept out":
        hinder = rng.choice((protect, put_out))
        run.expected = DISPUTE
        run.at(hour, lambda: hinder(stage, True))
    elif kind == "blind":
        run.expected = DISPUTE
        run.at(23, lambda: stage.telegram.world.faults.add("server", method="forwardMessage", times=10**6))
    return run


def _unless_gone(stage: Stage, post: int, noise: Harm) -> None:
    if any(one.id == post for one in stage.telegram.channels.posts(CHANNEL)):
        noise(stage, post)


def _restore(stage: Stage, post: int) -> None:
    stage.telegram.channels.edit_post(CHANNEL, post, OWNER, html=AGREED_HTML, buttons=AGREED_BUTTONS)


async def live_through(stage: Stage, run: Run, deal: Deal, start: datetime) -> str:
    """The verdict, or that it came to a dispute."""
    for hour, happen in sorted(run.happenings, key=lambda one: one[0]):
        await _until(stage, start + hour * HOUR)
        if (await stage.now(deal)).verdict is None:
            happen()
    await _until(stage, start + 28 * HOUR)
    fresh = await stage.now(deal)
    if fresh.verdict is not None:
        return str(fresh.verdict.value)
    return DISPUTE if fresh.status is DealStatus.DISPUTED else f"nothing ({fresh.status})"


async def _until(stage: Stage, moment: datetime) -> None:
    seconds = (moment - stage.clock.utcnow()).total_seconds()
    if seconds > 0:
        await stage.let_pass(seconds=seconds)


async def judge_many(stage: Stage, count: int, seed: int) -> Marks:
    """So many terms, one after the other, each in a house that has been cleaned."""
    rng, marks = random.Random(seed), Marks()
    for number in range(count):
        is_album = rng.random() < 0.2
        content = Content(text="Two", media=await stage.pictures("photo", "photo")) if is_album else AD
        deal = await stage.posted(content, window_end_unix=LONG_WINDOW)
        post = (await stage.posting(deal)).message_ids[0]
        run = plan(stage, rng, post, is_album)
        found = await live_through(stage, run, deal, stage.clock.utcnow())
        marks.runs += 1
        kind = run.name.split()[0]
        marks.by_kind[kind] = marks.by_kind.get(kind, 0) + 1
        if found != run.expected:
            marks.wrong.append(f"#{number} {run.name}: {found}, not {run.expected}")
        await clean_house(stage)
    return marks


async def clean_house(stage: Stage) -> None:
    stage.telegram.world.faults.clear()
    stage.telegram.channels.change(CHANNEL, title="Channel", username="channel", protected=False)
    stage.telegram.channels.set_admin(CHANNEL, "bot", BOT_RIGHTS)
    for post in stage.telegram.channels.posts(CHANNEL):
        stage.telegram.channels.delete_post(CHANNEL, post.id)
    for model in ROWS:
        await model.all().delete()
    stage.clock.pass_(hours=1)
    stage.clock.now -= timedelta(microseconds=stage.clock.now.microsecond)
