"""The worker dies at every await around a post; the channel ends with exactly one of it. The long run tries all."""

import os

from services.ports import Content
from tests.services.posting.crashes import TROUBLES, crash_everywhere
from tests.services.posting.stage import Stage
from tests.stores import Stores

EVERY = 1 if os.environ.get("LONG") == "1" else 29


async def test_wherever_a_worker_dies_the_post_is_up_once(stage: Stage, stores: Stores) -> None:
    album = Content(text="Two", media=await stage.pictures("photo", "photo"))
    tally = await crash_everywhere(stage, stores.database_url, album, TROUBLES, lambda at: at % EVERY == 0)
    assert (tally.doubled, tally.lost) == ([], [])
    assert tally.deaths > 10
