"""A channel that is ready to be listed, and the services around it."""

import pytest

from services.channels import Channels
from services.market import Market
from services.settings import MarketSettings
from services.users import Users
from tests.makers import OWNER, Everybody, StillClock
from tests.services.market.doubles import BOT, DictCache, KnownTelegram


@pytest.fixture
def telegram() -> KnownTelegram:
    """One channel: the owner created it and made the bot an administrator with all rights."""
    known = KnownTelegram()
    known.has_channel()
    known.makes_admin(-1001, BOT, is_bot=True)
    known.makes_creator(-1001, OWNER)
    return known


@pytest.fixture
def cache() -> DictCache:
    return DictCache()


@pytest.fixture
def users(db: None, clock: StillClock) -> Users:
    return Users(clock)


@pytest.fixture
def channels(db: None, clock: StillClock, telegram: KnownTelegram, cache: DictCache) -> Channels:
    return Channels(clock, telegram, cache)


@pytest.fixture
def market(db: None, clock: StillClock, cache: DictCache) -> Market:
    """Its sellers are believed; what Telegram is asked about them is in the tests of people."""
    return Market(clock, MarketSettings(), cache, Everybody())
