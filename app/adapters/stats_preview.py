"""Statistics from a public channel's preview page, `https://t.me/s/<name>` (`services.ports.StatsSource`).

The page is made for people and may change any day, so nothing in it is taken for granted: what is missing is unknown,
what cannot be read is left out, and a page without a single post says nothing. One request at a time, evenly spaced; a
page is read up to a size and for a time, and a redirection (private channels, people, bots) is no page.

The setting `STATS_PREVIEW_URL` names what comes before `/<name>`; without it this source is off.
"""

import re
from dataclasses import dataclass, field
from datetime import datetime
from html.parser import HTMLParser
from urllib.parse import urlsplit

import aiohttp

from app.adapters.toncenter_http import Pace
from services.ports import Figures, SeenPost, Unreachable

NAME = "preview"
USERNAME = re.compile(r"[A-Za-z0-9_]{4,32}")
COUNT = re.compile(r"([0-9]+(?:[.,][0-9]+)?)([KMB]?)", re.IGNORECASE)
SPACES = str.maketrans("", "", " \u00a0\u202f")
SCALES = {"": 1, "K": 10**3, "M": 10**6, "B": 10**9}
SIZE_LIMIT = 2 * 2**20
CHUNK = 64 * 2**10
TIMEOUT = aiohttp.ClientTimeout(total=15, connect=5)
REQUESTS_PER_SECOND = 1.0
NOT_THERE = (404, 410)
VOID = frozenset({"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})


def count_of(words: str) -> int | None:
    """`1.2K` is 1200, `12 345` is itself; anything else is unknown."""
    found = COUNT.fullmatch(words.strip().translate(SPACES))
    if found is None:
        return None
    return round(float(found[1].replace(",", ".")) * SCALES[found[2].upper()])


def moment_of(words: str | None) -> datetime | None:
    """An ISO moment that says its zone; anything else is unknown."""
    try:
        moment = datetime.fromisoformat(words or "")
    except ValueError:
        return None
    return moment if moment.tzinfo else None


@dataclass
class Draft:
    """A post while its element is open."""

    message_id: int
    depth: int
    is_service: bool
    views: int | None = None
    posted_at: datetime | None = None


@dataclass
class Page(HTMLParser):
    """Reads one page, whole or cut off."""

    posts: list[SeenPost] = field(default_factory=list)
    subscribers: int | None = None
    _open: list[str] = field(default_factory=list)
    _draft: Draft | None = None
    _views_at: int | None = None
    """How deep the element lies whose text is a view count."""
    _counter: str | None = None
    """The number of the channel's last counter, until the word after it says what was counted."""
    _counter_part: str = ""
    _text: str = ""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            return
        self._open.append(tag)
        facts = dict(attrs)
        classes = (facts.get("class") or "").split()
        if "tgme_widget_message" in classes and "data-post" in facts:
            self._close_post()
            self._open_post(facts["data-post"] or "", "service_message" in classes)
        elif "tgme_widget_message_views" in classes and self._draft:
            self._views_at, self._text = len(self._open), ""
        elif tag == "time" and self._draft and (moment := moment_of(facts.get("datetime"))):
            self._draft.posted_at = moment  # a reply shows the quoted post's text, never its time; the last one counts
        elif "counter_value" in classes or "counter_type" in classes:
            self._counter_part, self._text = ("value" if "counter_value" in classes else "type"), ""

    def handle_data(self, data: str) -> None:
        self._text += data

    def handle_endtag(self, tag: str) -> None:
        if tag not in self._open:
            return  # closed without being opened
        while self._open.pop() != tag:
            pass  # opened without being closed
        depth = len(self._open)
        if self._draft and self._views_at is not None and depth < self._views_at:
            self._draft.views, self._views_at = count_of(self._text), None
        if self._counter_part:
            self._close_counter()
        if self._draft and depth < self._draft.depth:
            self._close_post()

    def _open_post(self, where: str, is_service: bool) -> None:
        number = where.rpartition("/")[2]
        if number.isascii() and number.isdigit():
            self._draft = Draft(int(number), len(self._open), is_service)

    def _close_post(self) -> None:
        draft, self._draft, self._views_at = self._draft, None, None
        if draft is not None and not draft.is_service:
            self.posts.append(SeenPost(draft.message_id, draft.views, draft.posted_at))

    def _close_counter(self) -> None:
        part, self._counter_part = self._counter_part, ""
        if part == "value":
            self._counter = self._text
        elif self._counter is not None and self._text.strip().startswith("subscriber"):
            self.subscribers = count_of(self._counter)


def read_page(html: str) -> Figures | None:
    """What the page says; None when it shows no posts, for then it is not a channel's preview."""
    page = Page()
    page.feed(html)
    page.close()
    page._close_post()
    return Figures(subscribers=page.subscribers, posts=tuple(page.posts)) if page.posts else None


def pace_of(url: str) -> Pace:
    is_ours = urlsplit(url).hostname in ("127.0.0.1", "localhost", "::1")
    return Pace(None if is_ours else REQUESTS_PER_SECOND)


class PreviewPages:
    """`url` is what comes before `/<name>`."""

    name = NAME

    def __init__(self, session: aiohttp.ClientSession, url: str, pace: Pace | None = None) -> None:
        self._session = session
        self._url = url.rstrip("/")
        self._pace = pace or pace_of(url)

    async def figures(self, chat_id: int, username: str | None) -> Figures | None:
        if username is None or not USERNAME.fullmatch(username):
            return None
        await self._pace.wait()
        html = await self._page(username)
        return None if html is None else read_page(html)

    async def _page(self, username: str) -> str | None:
        try:
            async with self._session.get(
                f"{self._url}/{username}", allow_redirects=False, timeout=TIMEOUT, headers={"Accept-Language": "en"}
            ) as answer:
                if answer.status in NOT_THERE or 300 <= answer.status < 400:
                    return None
                if answer.status != 200:
                    raise Unreachable(f"the preview page answers {answer.status}")
                return (await _read(answer)).decode("utf-8", "replace")
        except (aiohttp.ClientError, TimeoutError) as trouble:
            raise Unreachable(f"the preview page: {type(trouble).__name__}") from trouble


async def _read(answer: aiohttp.ClientResponse) -> bytes:
    """The body up to the limit; what comes after it is not waited for."""
    body = b""
    while len(body) < SIZE_LIMIT and (chunk := await answer.content.read(CHUNK)):
        body += chunk
    return body[:SIZE_LIMIT]
