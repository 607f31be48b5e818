"""Fair prices: how a channel's price of a thousand views stands among similar channels.

Similar are channels of the same category and language and of about the same size. The comparison is a job that writes
columns, so that no search ever computes it.

Guarantees:
* At most once in `EVERY_SECONDS`, by one worker, and only when something that counts has changed: one statement
  compares a category, and writes only the rows whose place has changed, or whose number of neighbours is out by more
  than a twentieth: one newcomer does not rewrite ten thousand rows.
* Fewer than `FEWEST` others to compare with: nothing is said.
"""

from bisect import bisect_right
from dataclasses import dataclass

from tortoise import Tortoise

from models import Cursor, Listing
from models.market import UNKNOWN_CPM
from services.ports import Cache, Clock
from services.search import forget_searches

BANDS = (1_000, 3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000)
"""Subscribers at which the next size begins."""
FEWEST = 8
"""Others that make a comparison worth saying."""
EVERY_SECONDS = 600
CURSOR = "fair-prices"
CHEAP, DEAR = 30, 70
"""Up to how many of a hundred sell views cheaper, and from how many on, a price is worth a word."""

COMPARABLE = f"status = 'active' AND price_nano > 0 AND cpm_nano < {UNKNOWN_CPM}"
OTHERS = f"""
UPDATE listings SET fair_percentile = NULL, fair_count = 0, fair_stale = FALSE
WHERE (fair_stale OR fair_count > 0) AND NOT ({COMPARABLE})
"""


def places(mark: str) -> str:
    """The statement for one category, which stands where the database's mark is."""
    return f"""
UPDATE listings AS l SET fair_percentile = r.place, fair_count = r.others, fair_stale = FALSE FROM (
    SELECT id, others, CASE WHEN others >= {FEWEST} THEN CAST(round(100 * place) AS INTEGER) END AS place FROM (
        SELECT id, percent_rank() OVER (PARTITION BY language, size_band ORDER BY cpm_nano) AS place,
            CAST(count(*) OVER (PARTITION BY language, size_band) - 1 AS INTEGER) AS others
        FROM listings WHERE category = {mark} AND {COMPARABLE}
    ) AS compared
) AS r
WHERE l.id = r.id
    AND (l.fair_stale OR abs(l.fair_count - r.others) * 20 > r.others
        OR coalesce(l.fair_percentile, -1) <> coalesce(r.place, -1))
"""


def fair_word(percentile: int | None) -> str:
    """`cheap`, `usual` or `dear`; `none` where too few are similar."""
    if percentile is None:
        return "none"
    return "cheap" if percentile <= CHEAP else "dear" if percentile >= DEAR else "usual"


def band_of(subscribers: int) -> int:
    return bisect_right(BANDS, subscribers)


@dataclass(frozen=True, slots=True)
class FairPrices:
    clock: Clock
    cache: Cache

    async def compare_due(self) -> int:
        """Compare, if it is time and something has changed; returns how many passes were made (0 or 1)."""
        if not await Listing.filter(fair_stale=True).exists() or not await self._claim():
            return 0
        await compare()
        await forget_searches(self.cache)
        return 1

    async def _claim(self) -> bool:
        """The pass of this time belongs to whoever moved the cursor."""
        now = int(self.clock.utcnow().timestamp())
        cursor, _ = await Cursor.get_or_create(name=CURSOR, defaults={"value": "0"})
        if now - int(cursor.value) < EVERY_SECONDS:
            return False
        return bool(await Cursor.filter(name=CURSOR, value=cursor.value).update(value=str(now)))


async def compare() -> None:
    """One transaction for each category, so that nobody who edits a listing waits long."""
    connection = Tortoise.get_connection("default")
    statement = places("$1" if connection.capabilities.dialect == "postgres" else "?")
    for row in await Listing.all().distinct().values("category"):
        await connection.execute_query(statement, [row["category"]])
    await connection.execute_query(OTHERS)
