"""`python -m app [run|worker|scheduler|migrate]`; without a word, all that the settings ask for in one process."""

import argparse
import asyncio
import gc

from app import roles
from app.config import read_settings
from app.crash_reports import report_crashes
from app.log import set_up_logs
from app.redaction import SECRETS, secrets_of

ROLES = {"run": roles.run, "worker": roles.worker, "scheduler": roles.scheduler, "migrate": roles.migrate}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m app", description=__doc__)
    parser.add_argument("role", nargs="?", default="run", choices=sorted(ROLES))
    role = parser.parse_args().role
    settings = read_settings()
    SECRETS.learn(secrets_of(settings))
    set_up_logs(as_json=settings.logs_as_json, level=settings.log_level)
    report_crashes(settings.sentry_dsn, settings.env)
    if role in ("worker", "scheduler") and settings.in_one_process:
        parser.error(f"{role} needs REDIS_URL: without Redis everything runs in one process")
    gc.freeze()  # what was imported lives for ever: the collector need not look at it again
    asyncio.run(ROLES[role](settings))


if __name__ == "__main__":
    main()
