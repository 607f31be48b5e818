"""An API that nothing limits, on the stores of the run."""

from collections.abc import AsyncIterator

import pytest

from tests.stores import Stores
from tests.web.stage import Api, an_api


@pytest.fixture
async def api(stores: Stores) -> AsyncIterator[Api]:
    async with an_api(stores) as ready:
        yield ready
