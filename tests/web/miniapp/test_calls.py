"""What the pages' buttons and forms send is what the API's doors read: the same fields, none missing, none too many."""

import json
import re
from html.parser import HTMLParser

from app.web.api import ROUTES
from models import Deal, DealStatus, Party
from tests.makers import ADVERTISER, OWNER, START, a_deal
from tests.web.miniapp.conftest import Pages
from tests.web.miniapp.test_pages import (
    ADVERTISERS,
    ANYBODYS,
    BOTH,
    NEITHERS,
    OWNERS,
    SHARED,
    a_busy_market,
    a_creative,
)

Call = tuple[str, str, frozenset[str]]


class Calls(HTMLParser):
    """Every call that the markup can make: method, path, names of the body's fields."""

    def __init__(self) -> None:
        super().__init__()
        self.form: dict[str, str | None] | None = None
        self.names: set[str] = set()
        self.found: set[Call] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "form":
            self.form, self.names = given, set()
        elif tag in ("input", "select", "textarea") and given.get("name"):
            self.names.add(str(given["name"]))
        elif "data-post" in given:
            self._add(given, set())

    def handle_endtag(self, tag: str) -> None:
        if tag == "form" and self.form is not None:
            self._add(self.form, self.names)
            self.form = None

    def _add(self, given: dict[str, str | None], names: set[str]) -> None:
        if given.get("data-post"):
            body = json.loads(given.get("data-body") or "{}")
            method = given.get("data-method") or "POST"
            self.found.add((method, str(given["data-post"]), frozenset({*body, *names})))


def trouble_with(call: Call) -> str:
    method, path, names = call
    for route in ROUTES:
        shape = re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(route.path))
        if route.method != method or not re.fullmatch(shape, path):
            continue
        fields = route.body.model_fields if route.body else {}
        known = {field.alias or name for name, field in fields.items()}
        needed = {field.alias or name for name, field in fields.items() if field.is_required()}
        wrong = (names - known) | (needed - names)
        return f"{method} {path}: {sorted(wrong)}" if wrong else ""
    return f"{method} {path}: there is no such door"


async def test_every_call_of_every_page_has_its_door(pages: Pages) -> None:
    await a_busy_market()
    for status in DealStatus:
        deal = await a_deal(status, proposed_by=Party.ADVERTISER, proposed_publish_at=START, retention_ends_at=START)
        await a_creative(deal)
    calls = Calls()
    deals = [f"/app/deal/{deal.id}" for deal in await Deal.all()]
    for person, paths in ((ADVERTISER, ADVERTISERS), (OWNER, OWNERS)):
        for path in (*BOTH, *SHARED, *ANYBODYS, *NEITHERS, *paths, *deals):
            calls.feed(await pages.see(path, person))
    assert len(calls.found) > 60, "the pages can do a lot"
    assert [trouble for call in sorted(calls.found, key=str) if (trouble := trouble_with(call))] == []
