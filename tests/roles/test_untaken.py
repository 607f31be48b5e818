"""An update that met absent stores: left to come again where it does, apologised for where it does not."""

import pytest
from aiogram.types import ErrorEvent, Update
from redis.exceptions import ConnectionError as RedisAway

from app.dispatching import STORES_AWAY
from handlers.errors import on_defect


def event(trouble: Exception) -> ErrorEvent:
    return ErrorEvent(update=Update(update_id=7), exception=trouble)


async def test_by_webhook_it_is_left_untaken() -> None:
    with pytest.raises(RedisAway):
        await on_defect(event(RedisAway()), stores_away=STORES_AWAY)


async def test_by_polling_it_is_told() -> None:
    assert await on_defect(event(RedisAway()), stores_away=()) is True


async def test_a_defect_of_ours_does_not_come_again_for_ever() -> None:
    assert await on_defect(event(ValueError()), stores_away=STORES_AWAY) is True
