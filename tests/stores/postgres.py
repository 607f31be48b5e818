"""A real PostgreSQL server for the tests: started once per test process, with a fresh database for every test.

A database may be cloned from a template (say, one that has been migrated already), which is quicker than to build it
again. Durability is switched off: the data outlives no test. PostgreSQL refuses to run as root; there it runs as
`nobody`, from a copy of the executables when `nobody` may not reach them where they are.
"""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Callable
from itertools import count
from pathlib import Path

from tests.stores.binaries import postgres_home
from tests.stores.server import Server, free_port

SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "autovacuum": "off",
    "max_connections": "200",
    "shared_buffers": "64MB",
    "timezone": "UTC",
}
EMPTY = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid();
DO $$ DECLARE name text; BEGIN
    SET LOCAL session_replication_role = replica;
    FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'aerich' LOOP
        EXECUTE format('DELETE FROM %I', name);
    END LOOP;
    PERFORM setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false)
        FROM pg_sequences WHERE schemaname = 'public' AND sequencename NOT LIKE 'aerich%';
END $$
"""
"""Ten times quicker than TRUNCATE or a new database while the tables are small. Foreign keys sleep meanwhile."""
ENV = {"LC_ALL": "C.UTF-8", "PATH": os.defpath}
SUPERUSER = "postgres"


class Postgres:
    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="postgres-"))
        self._user = "nobody" if os.geteuid() == 0 else None
        self._home = self._reachable(postgres_home())
        self._port = free_port()
        self._numbers = count(1)
        self._templates: dict[str, str] = {}
        self._spare: dict[str, list[str]] = {}
        self._server = self._start()

    def _reachable(self, home: Path) -> Path:
        if self._user is None:
            return home
        owner = pwd.getpwnam(self._user)
        os.chown(self._folder, owner.pw_uid, owner.pw_gid)
        probe = [str(home / "bin" / "postgres"), "--version"]
        try:
            subprocess.run(probe, user=self._user, extra_groups=[], env=ENV, check=True, capture_output=True)
        except (OSError, subprocess.CalledProcessError):
            # The wheel keeps its own libraries in a folder beside the package: they move together.
            package = home.parent
            copy = self._folder / "wheel"
            for part in (package, package.with_name(f"{package.name}.libs")):
                shutil.copytree(part, copy / part.name, symlinks=True)
            return copy / package.name / home.name
        return home

    def _start(self) -> Server:
        data = self._folder / "data"
        make = [str(self._home / "bin" / "initdb"), "-D", str(data), "-U", SUPERUSER, "-A", "trust", "-E", "utf8"]
        make += ["--no-sync", "--no-locale", "--no-instructions"]
        subprocess.run(
            make, user=self._user, extra_groups=[] if self._user else None, env=ENV, check=True, capture_output=True
        )
        settings = [word for name, value in SETTINGS.items() for word in ("-c", f"{name}={value}")]
        command = [str(self._home / "bin" / "postgres"), "-D", str(data), "-p", str(self._port), *settings]
        server = Server(command, self._folder / "log", signal.SIGQUIT, ENV, self._user)
        server.wait_until(self._answers)
        return server

    def _answers(self) -> bool:
        return self._psql("SELECT 1").returncode == 0

    def _psql(self, statement: str, database: str = "template1") -> subprocess.CompletedProcess[str]:
        where = ["-h", "127.0.0.1", "-p", str(self._port), "-U", SUPERUSER, "-d", database]
        command = [str(self._home / "bin" / "psql"), "-X", "-q", *where, "-v", "ON_ERROR_STOP=1", "-c", statement]
        return subprocess.run(command, env=ENV, check=False, capture_output=True, text=True)

    def execute(self, statement: str, database: str = "template1") -> None:
        """Runs administrative statements; a single one runs outside of any transaction."""
        done = self._psql(statement, database)
        if done.returncode != 0:
            raise RuntimeError(f"{statement}: {done.stderr.strip()}")

    def url(self, database: str) -> str:
        return f"postgres://{SUPERUSER}@127.0.0.1:{self._port}/{database}"

    def create_database(self, template: str = "template0") -> str:
        """Creates a database and returns its name."""
        name = f"market_{next(self._numbers)}"
        # A file copy beats the WAL for a short-lived database of a few megabytes.
        self.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}" STRATEGY file_copy')
        return name

    def template(self, key: str, build: Callable[[str], None]) -> str:
        """The name of a database that `build(url)` has filled, once per server; clone it with `create_database`.

        `build` must leave no connection open, or the clone is refused.
        """
        if key not in self._templates:
            name = self.create_database()
            build(self.url(name))
            self._templates[key] = name
        return self._templates[key]

    def borrow(self, template: str) -> str:
        """The name of a copy of the template, which may have been used and emptied before."""
        spare = self._spare.setdefault(template, [])
        return spare.pop() if spare else self.create_database(template)

    def give_back(self, name: str, template: str) -> None:
        """Cuts whoever is still connected, and empties every table but the list of migrations for the next borrower."""
        self.execute(EMPTY, name)
        self._spare[template].append(name)

    def drop_database(self, name: str) -> None:
        """Drops it whoever is still connected: a killed process must not hold up the next test."""
        self.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    def stop(self) -> None:
        self._server.stop()
        shutil.rmtree(self._folder, ignore_errors=True)
