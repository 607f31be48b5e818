"""The services among people, on a fresh database."""

import pytest

from services.actor import Actor
from services.broadcasts import Broadcasts
from services.lookup import Lookup
from services.moderation import Moderation
from services.reports import Reports
from services.support import Support
from services.switches import Switches
from tests.makers import StillClock
from tests.services.market.doubles import DictCache

ADMIN_ID = 77
ADMINS = frozenset({ADMIN_ID, 78})


@pytest.fixture
def admin() -> Actor:
    return Actor(ADMIN_ID, is_admin=True)


@pytest.fixture
def cache() -> DictCache:
    return DictCache()


@pytest.fixture
def moderation(db: None, clock: StillClock, cache: DictCache) -> Moderation:
    return Moderation(clock, cache, ADMINS)


@pytest.fixture
def switches(db: None, clock: StillClock) -> Switches:
    return Switches(clock, ADMINS)


@pytest.fixture
def reports(db: None, clock: StillClock) -> Reports:
    return Reports(clock, ADMINS)


@pytest.fixture
def support(db: None, clock: StillClock) -> Support:
    return Support(clock, ADMINS)


@pytest.fixture
def broadcasts(db: None, clock: StillClock) -> Broadcasts:
    return Broadcasts(clock)


@pytest.fixture
def lookup(db: None) -> Lookup:
    return Lookup()
