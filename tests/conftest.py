"""Which tests run on which stores, the servers they run on, and the honest end of a run.

`--stores=memory` (the default): every test; those that use the fixture `stores` get SQLite and memory.
`--stores=servers`: only tests that use `stores`, `postgres_url` or `redis_url`, on real PostgreSQL and Redis.
Tests that name `postgres_url` or `redis_url` themselves run only there.
Stories (`tests/journeys`) are long: each is told on one kind of stores, half of them here and half there; those that
are marked `both_stores`, because money and crashes are their matter, on both. `LONG=1` tells all of them on both.
"""

import gc
import json
import os
import shutil
from collections import Counter
from collections.abc import AsyncIterator, Callable, Generator, Iterator, Mapping
from pathlib import Path
from zlib import crc32

import pytest
import pytest_asyncio
from _pytest.terminal import TerminalReporter
from hypothesis import settings

from tests.needs import MARK
from tests.stores import AppProcess, Postgres, RedisServer, Stores, Zygote
from tests.stores.process import tail
from tests.stores.schema import migrate_now
from tests.stores.server import free_port

# Property tests repeat themselves exactly; the long run (LONG=1, `make test-long`) looks further and elsewhere.
settings.register_profile("short", max_examples=50, derandomize=True, deadline=None)
settings.register_profile("long", max_examples=2000, deadline=None, print_blob=True)
settings.load_profile("long" if os.environ.get("LONG") == "1" else "short")

STORIES = Path(__file__).parent / "journeys"
SERVER_FIXTURES = frozenset({"postgres", "postgres_url", "redis_server", "redis_url", "migrated_url", "zygote"})
SpawnApp = Callable[..., AppProcess]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--stores", choices=("memory", "servers"), default="memory", help="what the fixture `stores` is")
    parser.addoption("--report", type=Path, help="a JSON file for the counts and the missing needs of this run")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leaves the tests that belong to the chosen stores."""
    on_servers = config.getoption("--stores") == "servers"
    long_too = os.environ.get("LONG") == "1"
    kept: list[pytest.Item] = []
    dropped: list[pytest.Item] = []
    for item in items:
        wanted = _belongs(item, on_servers) and (long_too or is_for_a_short_run(item, on_servers))
        (kept if wanted else dropped).append(item)
    items[:] = kept
    config.hook.pytest_deselected(items=dropped)


def pytest_collection_finish() -> None:
    """What was imported lives as long as the run: the collector need not look at it again and again (a fifth of all
    the time of a run goes into that otherwise)."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


def _belongs(item: pytest.Item, on_servers: bool) -> bool:
    fixtures = set(getattr(item, "fixturenames", ()))
    servers_only = bool(fixtures & SERVER_FIXTURES) or item.get_closest_marker("servers_only") is not None
    if not on_servers:
        return not servers_only
    if item.get_closest_marker("browser") is not None:
        return False  # a page looks the same over any stores
    return servers_only or "stores" in fixtures or item.get_closest_marker("both_stores") is not None


def is_for_a_short_run(item: pytest.Item, on_servers: bool) -> bool:
    if item.get_closest_marker("long") is not None:
        return False
    is_told_on_both = item.get_closest_marker("both_stores") or item.get_closest_marker("servers_only")
    if STORIES not in item.path.parents or is_told_on_both or "stores" not in getattr(item, "fixturenames", ()):
        return True
    return on_servers == bool(crc32(item.name.encode()) % 2)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """One PostgreSQL server per test process."""
    server = Postgres()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def redis_server() -> Iterator[RedisServer]:
    """One Redis server per test process."""
    server = RedisServer()
    yield server
    server.stop()


@pytest.fixture
def postgres_url(postgres: Postgres) -> Iterator[str]:
    """A fresh, empty database."""
    name = postgres.create_database()
    yield postgres.url(name)
    postgres.drop_database(name)


@pytest.fixture
def redis_url(redis_server: RedisServer) -> str:
    """An empty Redis."""
    redis_server.flush()
    return redis_server.url


@pytest.fixture(scope="session")
def zygote() -> Iterator[Zygote]:
    """One template of the app's processes per test process."""
    zygote = Zygote()
    yield zygote
    zygote.stop()


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite database that the real migrations have made."""
    path = tmp_path_factory.mktemp("template") / "market.sqlite3"
    migrate_now(f"sqlite://{path}?journal_mode=DELETE")
    return path


@pytest.fixture
def migrated_url(postgres: Postgres) -> Iterator[str]:
    """An empty PostgreSQL database that the real migrations have made."""
    template = postgres.template("migrated", migrate_now)
    name = postgres.borrow(template)
    yield postgres.url(name)
    postgres.give_back(name, template)


@pytest.fixture
def stores(request: pytest.FixtureRequest, tmp_path: Path) -> Stores:
    """The stores of this run, migrated and empty: a SQLite file and memory, or a PostgreSQL database and Redis."""
    get = request.getfixturevalue
    if request.config.getoption("--stores") == "servers":
        zygote = get("zygote")  # first: it imports while the servers start
        return Stores("servers", get("migrated_url"), get("redis_url"), zygote)
    path = tmp_path / "market.sqlite3"
    shutil.copyfile(get("migrated_file"), path)
    return Stores("memory", f"sqlite://{path}?synchronous=OFF", "memory://")


@pytest_asyncio.fixture
async def spawn_app(tmp_path: Path) -> AsyncIterator[SpawnApp]:
    """`spawn_app("worker", env={...})` makes an `AppProcess` of `python -m app worker`; none outlives the test."""
    processes: list[AppProcess] = []

    def spawn(
        *args: str, env: Mapping[str, str], name: str | None = None, module: str = "app", zygote: Zygote | None = None
    ) -> AppProcess:
        name = name or "-".join(("app", *args))
        log = tmp_path / f"{len(processes)}-{name.replace('/', '_')}.log"
        processes.append(AppProcess(args, env, log=log, name=name, module=module, zygote=zygote))
        return processes[-1]

    yield spawn
    for process in reversed(processes):
        await process.kill()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A failed test shows the logs that the processes which it started left in its folder."""
    report = yield
    if report.failed:
        folder = getattr(item, "funcargs", {}).get("tmp_path")
        for log in sorted(folder.glob("*.log")) if folder else ():
            report.sections.append((f"log of {log.stem}", tail(log)))
    return report


def pytest_terminal_summary(terminalreporter: TerminalReporter, config: pytest.Config) -> None:
    """Names what was skipped for want of something on this machine, and writes the report."""
    missing = sorted({reason for reason in map(_missing, terminalreporter.stats.get("skipped", [])) if reason})
    if missing:
        terminalreporter.section("skipped for want of", sep="-")
        for name in missing:
            terminalreporter.line(name)
    path = config.getoption("--report")
    if path is not None:
        words = ("passed", "failed", "error", "skipped")
        counts = Counter({word: len(terminalreporter.stats.get(word, [])) for word in words})
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps({"counts": +counts, "missing": missing}), encoding="utf-8")


def _missing(report: pytest.TestReport) -> str | None:
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else ""
    return reason.split(MARK, 1)[1] if MARK in reason else None


@pytest.fixture(name="free_port")
def free_port_fixture() -> int:
    """A port that nobody listens on, for a child process that must be told its port."""
    return free_port()
