"""A costly value is read by one reader whom nobody's impatience stops."""

import asyncio

import pytest

from services import kept
from services.kept import Kept


class Source:
    """Gives 1, 2, 3 ... when it is let."""

    def __init__(self) -> None:
        self.read = 0
        self.gate = asyncio.Event()
        self.gate.set()
        self.trouble: Exception | None = None

    async def __call__(self) -> int:
        self.read += 1
        value = self.read
        await self.gate.wait()
        if self.trouble is not None:
            raise self.trouble
        return value


@pytest.fixture
def source() -> Source:
    return Source()


async def test_all_who_ask_at_once_cause_one_reading(source: Source) -> None:
    value = Kept(source, 60)
    assert await asyncio.gather(*(value.get() for _ in range(5))) == [1] * 5
    assert await value.get() == 1
    value.forget()
    assert await value.get() == 2


async def test_somebody_impatient_does_not_stop_the_reading(source: Source) -> None:
    value = Kept(source, 60)
    source.gate.clear()
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.01):
            await value.get()
    source.gate.set()
    assert await value.get() == 1


async def test_the_last_value_is_shown_while_a_new_one_is_slow(source: Source, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "GRACE_SECONDS", 0.01)
    monkeypatch.setattr(kept, "SHARE", 0)
    value = Kept(source, 0)
    assert await value.get() == 1
    source.gate.clear()
    assert await value.get() == 1
    source.gate.set()
    assert await value.get() == 2


async def test_a_reading_that_fails_fails_everybody_until_one_succeeds(
    source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "SHARE", 0)
    value = Kept(source, 0)
    assert await value.get() == 1
    source.trouble = OSError("away")
    for _ in range(2):
        with pytest.raises(OSError, match="away"):
            await value.get()
    source.trouble = None
    assert await value.get() == 4
