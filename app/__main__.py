"""`python -m app [ROLE]`; without a word, all that the settings ask for in one process.

`python -m app --webhook` is the same as `python -m app webhook`. Roles: see `app/roles.py`. `--reload`, for
development, starts the role anew whenever a file of the program changes.
"""

import argparse
import asyncio
import gc
import sys
from collections.abc import Callable, Coroutine
from typing import Any

from app import roles
from app.config import ROOT, Settings, read_settings
from app.crash_reports import report_crashes
from app.log import set_up_logs
from app.redaction import SECRETS, secrets_of
from app.reload import run_again_and_again

ROLES: dict[str, Callable[[Settings], Coroutine[Any, Any, int | None]]] = {
    "run": roles.run,
    "webhook": roles.webhook,
    "worker": roles.worker,
    "scheduler": roles.scheduler,
    "migrate": roles.migrate,
    "restored": roles.restored,
    "doctor": roles.doctor,
}
OVER_REDIS = ("webhook", "worker", "scheduler")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m app", description=__doc__)
    parser.add_argument("role", nargs="?", default="run", choices=sorted(ROLES))
    parser.add_argument("--webhook", action="store_true", help="the role webhook")
    parser.add_argument("--reload", action="store_true", help="start anew when a file changes (development)")
    asked = parser.parse_args()
    role = "webhook" if asked.webhook else asked.role
    if asked.reload:
        sys.exit(run_again_and_again(ROOT, role))
    settings = read_settings()
    SECRETS.learn(secrets_of(settings))
    set_up_logs(as_json=settings.logs_as_json, level=settings.log_level)
    report_crashes(settings.sentry_dsn, settings.env)
    if role in OVER_REDIS and settings.in_one_process:
        parser.error(f"{role} needs REDIS_URL: without Redis everything runs in one process")
    gc.freeze()  # what was imported lives for ever: the collector need not look at it again
    sys.exit(asyncio.run(ROLES[role](settings)))


if __name__ == "__main__":
    main()
