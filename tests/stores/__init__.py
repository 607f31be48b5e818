"""Real stores and real processes for the tests: PostgreSQL and Redis from wheels, and the app as a child process."""

from tests.stores.kinds import Stores
from tests.stores.postgres import Postgres
from tests.stores.process import AppProcess, ProcessFailed
from tests.stores.redis import RedisServer
from tests.stores.zygote import Zygote

__all__ = ["AppProcess", "Postgres", "ProcessFailed", "RedisServer", "Stores", "Zygote"]
