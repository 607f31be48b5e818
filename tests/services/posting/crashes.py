"""Posting workers that die at a chosen await, under each kind of trouble with Telegram; what became of the posts.

A life of a worker is several rounds of its job with minutes between them, so that deaths come while sending, while
saving, and while an unclear answer is cleared up. After the death another worker lives to the end.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from models import Deal, DealStatus, Posting, PostingState
from services.placement import MAX_SENDINGS
from services.ports import Content
from tests.makers import START
from tests.services.money.mortal import Mortal, after_the_death_of
from tests.services.posting.stage import AD, CHANNEL, Stage, wired

LONG_WINDOW = int(START.timestamp()) + 5000 * 86400
ROUNDS = 4
AFTERLIFE = 8
TROUBLES: dict[str, dict[str, object]] = {
    "nothing": {},
    "a lost answer": {"kind": "lost"},
    "a request that never arrived": {"kind": "drop"},
    "a dead server": {"kind": "server", "code": 502},
    "flood control": {"kind": "flood", "retry_after": 30},
}


@dataclass
class Tally:
    tried: int = 0
    deaths: int = 0
    doubled: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    to_people: list[str] = field(default_factory=list)
    """Nothing is up and a dispute says so: two sendings broke off, and there is never a third."""

    def __str__(self) -> str:
        ends = f"{len(self.doubled)} doubled, {len(self.lost)} lost, {len(self.to_people)} to people"
        return f"{self.deaths} deaths in {self.tried} lives: {ends}"


async def life(stage: Stage, rounds: int) -> None:
    for _ in range(rounds):
        await stage.placement.post_due()
        stage.clock.pass_(minutes=2)


async def due_post(stage: Stage, content: Content, trouble: str) -> Deal:
    """Time stands at the moment when the post is due, and Telegram is in the mood for the trouble."""
    stage.clock.pass_(hours=2)
    deal = await stage.scheduled(content, window_end_unix=LONG_WINDOW)
    stage.clock.pass_(hours=1)
    if settings := dict(TROUBLES[trouble]):
        kind = str(settings.pop("kind"))
        for method in ("sendMessage", "sendMediaGroup"):
            if (method == "sendMediaGroup") == (len(content.media) > 1):
                stage.telegram.world.faults.add(kind, method=method, chat_id=CHANNEL, **settings)
    return deal


async def suspensions(stage: Stage, content: Content, trouble: str) -> int:
    """How many awaits a life without a death has."""
    await due_post(stage, content, trouble)
    process = Mortal(life(stage, ROUNDS), 0)
    await process.live()
    return process.suspensions


async def die_at(stage: Stage, database_url: str, content: Content, trouble: str, at: int, answered: bool) -> bool:
    """One life up to its death, and the next one to the end; False if it ended before that await."""
    process = Mortal(life(wired(stage.clock, stage.telegram, stage.adapter), ROUNDS), at, answered)
    died = not await process.live()
    if died:
        await after_the_death_of(process, database_url)
    stage.telegram.world.faults.clear()
    await life(stage, AFTERLIFE)
    return died


async def crash_everywhere(
    stage: Stage, database_url: str, album: Content, troubles: Iterable[str], chosen: Callable[[int], bool]
) -> Tally:
    """A death at each chosen await, with what it waited for under way and with the answer there."""
    tally = Tally()
    for trouble in troubles:
        for content in (AD, album):
            count = await suspensions(stage, content, trouble)
            for at in filter(chosen, range(1, count + 1)):
                for answered in (False, True):
                    text = f"{AD.text} {tally.tried}"
                    deal = await due_post(stage, replace(content, text=text), trouble)
                    tally.deaths += await die_at(stage, database_url, content, trouble, at, answered)
                    await _count(stage, deal, text, len(content.media) or 1, f"{trouble} @{at} {answered}", tally)
    return tally


async def _count(stage: Stage, deal: Deal, text: str, size: int, where: str, tally: Tally) -> None:
    tally.tried += 1
    said = [post for post in stage.in_channel() if text in (post.content.get("text"), post.content.get("caption"))]
    posting = await Posting.get(deal_id=deal.id)
    deal = await stage.now(deal)
    up = posting.state is PostingState.POSTED and deal.status is DealStatus.RETENTION_CHECK
    if len(said) > 1:
        tally.doubled.append(where)
    if not said and deal.status is DealStatus.DISPUTED and posting.attempts >= MAX_SENDINGS:
        tally.to_people.append(where)
    elif len(said) != 1 or not up or len(posting.message_ids) != size:
        tally.lost.append(f"{where}: {len(said)} said, {posting.state}, {deal.status}, {posting.error}")
