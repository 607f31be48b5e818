"""The stage of every story in this folder."""

from collections.abc import AsyncIterator

import pytest

from tests.makers import StillClock
from tests.services.posting.stage import Stage, the_stage


@pytest.fixture
async def stage(db: None, clock: StillClock) -> AsyncIterator[Stage]:
    async with the_stage(clock) as ready:
        yield ready
