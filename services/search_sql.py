"""Search as one SQL statement, for both databases: filters, order and cursor in, statement and values out.

Written by hand and not by the ORM, because it is the hottest read there is. What it relies on:
* Every order has an index that is partial by `ON_SALE` and begins with the sort's column and the id, so that a page is
  read where the last one ended, however deep it is (a comparison of rows, which both databases answer from an index).
* It goes on with all that is filtered by: what does not fit is passed over inside the index, also where a filter and
  the order pull apart ("large, but cheapest first" on a million listings: some milliseconds instead of two seconds).
* Channels are joined to the few listings that were found: joined at once, the planner now and then begins with them.
* Words: PostgreSQL has the column `words`, a `tsvector` that it generates of `search_text` with a GIN index over it,
  and looks for prefixes; SQLite scans `search_text` by LIKE. Both find the beginnings of the same words, and the same
  stems.
* PostgreSQL keeps one plan a statement (`app.postgres.SEARCHING`): nearly all of a quick search's time would go into
  planning. The words stand in the statement itself, because only they change the plan: a rare word is looked up in the
  index over words, a common one is met soon enough in the index of the order. Planned without the word, either is
  taken for the other, at two seconds a search. The statistics of `words` are ten times the usual for that.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from models.market import UNKNOWN_CPM
from services.search_words import LOOKED_FOR, WORD, stem_of, words_of

if TYPE_CHECKING:  # the filters' module runs these statements
    from services.search import SearchFilters

ON_SALE = "l.status = 'active' AND l.price_nano > 0"
FOUND = (
    "l.id, l.channel_id, l.subscribers, l.price_nano, l.category, l.language, "
    "l.average_views, l.cpm_nano, l.fair_percentile, l.fair_count"
)
SHOWN = (
    "l.id, c.title, c.username, l.subscribers, l.price_nano, l.category, l.language, "
    f"nullif(l.average_views, 0) AS views, nullif(l.cpm_nano, {UNKNOWN_CPM}) AS cpm, l.fair_percentile, l.fair_count"
)
"""In the order of `services.search.ListingRow`; what is unknown is null."""
ORDERS = {
    "price": ("l.price_nano", ">"),
    "cpm": ("l.cpm_nano", ">"),
    "subscribers": ("l.subscribers", "<"),
    "views": ("l.average_views", "<"),
    "new": ("l.id", "<"),
}
"""The column of each sort, and how a later row compares with an earlier one."""
DATABASE_INT = 2**31 - 1
SMALL = ("l.subscribers", "l.average_views")
"""Columns that hold no larger number."""
BOUNDS = {
    "min_price_nano": "l.price_nano >= {}",
    "max_price_nano": "l.price_nano <= {}",
    "min_subscribers": "l.subscribers >= {}",
    "max_subscribers": "l.subscribers <= {}",
    "language": "l.language = {}",
    "category": "l.category = {}",
}


def tsquery(words: list[str]) -> str:
    """For each of these, something that begins with it or has its stem; for a literal. Raises ValueError for what is
    not a word of `services.search_words`: no question of a person's gets into a statement unread."""
    if not all(WORD.fullmatch(word) for word in words):
        raise ValueError("words only")
    return " & ".join(f"({word}:* | {stem_of(word)})" for word in words)


@dataclass(slots=True)
class Statement:
    """Conditions with their values, in the database's own marks."""

    dialect: str
    conditions: list[str] = field(default_factory=lambda: [ON_SALE])
    values: list[object] = field(default_factory=list)

    def where(self, condition: str, *values: object) -> None:
        marks = []
        for value in values:
            self.values.append(value)
            marks.append(f"${len(self.values)}" if self.dialect == "postgres" else "?")
        self.conditions.append(condition.format(*marks))

    def words(self, text: str) -> None:
        words = words_of(text)[:LOOKED_FOR]
        if self.dialect == "postgres" and words:
            self.conditions.append(f"l.words @@ '{tsquery(words)}'::tsquery")
        elif self.dialect != "postgres":
            for word in words:
                begins, stem = f"% {word}%", f"% {stem_of(word)} %"
                self.where("(l.search_text LIKE {} OR l.search_text || ' ' LIKE {})", begins, stem)

    def found(self, columns: str, order: str, limit: int) -> str:
        return f"SELECT {columns} FROM listings l WHERE {' AND '.join(self.conditions)} {order} LIMIT {int(limit)}"

    def rows(self, order: str, limit: int) -> str:
        found = self.found(FOUND, order, limit)
        return f"SELECT {SHOWN} FROM ({found}) l JOIN channels c ON c.id = l.channel_id {order}"


def page_sql(filters: "SearchFilters", after: str | None, limit: int, dialect: str) -> tuple[str, list[object]]:
    statement = _filtered(filters, dialect)
    column, beyond = ORDERS[filters.sort]
    by_id = column == "l.id"
    if after:
        value, last_id = (int(part) for part in after.split(":"))
        value = min(value, DATABASE_INT) if column in SMALL else value  # a cursor may be anybody's invention
        if by_id:
            statement.where("l.id < {}", last_id)
        else:
            statement.where(f"({column}, l.id) {beyond} ({{}}, {{}})", value, last_id)
    way = "DESC" if beyond == "<" else "ASC"
    order = f"ORDER BY {column} {way}" + ("" if by_id else f", l.id {way}")
    return statement.rows(order, limit), statement.values


def count_sql(filters: "SearchFilters", most: int, dialect: str) -> tuple[str, list[object]]:
    """How many there are, but no more than `most`: nobody reads a larger number, and counting all costs a scan."""
    statement = _filtered(filters, dialect)
    return f"SELECT count(*) AS found FROM ({statement.found('l.id', '', most)}) counted", statement.values


def one_sql(listing_id: int, dialect: str) -> tuple[str, list[object]]:
    statement = Statement(dialect)
    statement.where("l.id = {}", listing_id)
    return statement.rows("", 1), statement.values


def _filtered(filters: "SearchFilters", dialect: str) -> Statement:
    statement = Statement(dialect)
    for name, condition in BOUNDS.items():
        if value := getattr(filters, name):
            statement.where(condition, value)
    statement.words(filters.text)
    return statement
