"""The examples of docs/api.md do what the page says."""

import re
import shlex
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from models import Listing, Package
from tests.makers import ADVERTISER, a_channel, a_user
from tests.stores import Stores
from tests.web.initdata import signed
from tests.web.stage import TOKEN, Api, an_api

PAGE = Path(__file__).parents[2] / "docs" / "api.md"
EXAMPLES = re.findall(r"^(curl .+)\n# (\d+)$", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)


@dataclass(frozen=True)
class Curl:
    """The few options of curl that the page uses."""

    method: str
    url: str
    headers: dict[str, str]
    body: str | None

    @classmethod
    def read(cls, line: str) -> "Curl":
        words = shlex.split(line)[1:]
        given: dict[str, list[str]] = {"-X": [], "-H": [], "-d": [], "": []}
        while words:
            word = words.pop(0)
            given[word if word in given else ""].append(words.pop(0) if word in given else word)
        headers = dict(header.split(": ", 1) for header in given["-H"])
        (url,), body = given[""], next(iter(given["-d"]), None)
        return cls(next(iter(given["-X"]), "POST" if body else "GET"), url, headers, body)


async def test_every_example_answers_as_the_page_says(stores: Stores) -> None:
    async with an_api(stores, public_url="https://market.example") as api:  # which real wallets can reach
        await run_examples(api)


async def run_examples(api: Api) -> None:
    await a_user(ADVERTISER)
    await a_channel()
    await Listing.all().update(subscribers=5000)
    assert (await Listing.get()).id == (await Package.get()).id == 1
    values = {
        "$API": "",
        "$TOKEN": api.token(ADVERTISER),
        "$REFRESH": str(api.gate.tokens(ADVERTISER, 0)["refresh_token"]),
        "$INIT_DATA": signed(ADVERTISER, api.now().timestamp(), TOKEN).replace('"', '\\"'),
    }
    assert len(EXAMPLES) >= 15
    for line, status in EXAMPLES:
        for name, value in values.items():
            line = line.replace(name, value)
        asked = Curl.read(line)
        more: dict[str, Any] = {"data": asked.body} if asked.body else {}
        answer = await api.call(asked.method, asked.url, headers=asked.headers, **more)
        assert answer[0] == int(status), (line, answer)


def test_the_page_shows_no_example_that_is_not_tried() -> None:
    assert len(re.findall(r"\bcurl ", PAGE.read_text(encoding="utf-8"))) == len(EXAMPLES)
