"""Logs: JSON lines for machines, short lines for a person at a terminal; secrets are taken out of both.

Guarantees:
* A JSON line has `timestamp` (ISO 8601, UTC), `level`, `name` and `message`, then what the work at hand is about
  (`services.trace`: `request_id`, `update_id` or `job`, `actor_id`, `deal_id`), then what the call itself gave.
* Secrets are taken out as the last thing before a line leaves: of message, arguments, extras and tracebacks alike, and
  whoever wrote it, a library at its DEBUG level too.
* What kills the process, a thread or a destructor is a line like any other; so are Python's warnings.
* A value that cannot be written as JSON is written as text: no line is lost for it.
"""

import json
import logging
import sys
import threading
from datetime import UTC, datetime
from types import TracebackType
from typing import Any

from pythonjsonlogger.core import RESERVED_ATTRS
from pythonjsonlogger.json import JsonFormatter

from app.redaction import SECRETS
from services.trace import facts

TOLD_TWICE = "aiogram_dialog.window"
"""It calls an error what is raised on to whoever knows whether it was one; a link to a deleted thing is none."""
QUIET = ("aiogram.event", "aiohttp.access", "tortoise", "taskiq", "asyncio")
"""These speak of every small thing. With LOG_LEVEL=DEBUG they may."""
OWN = frozenset(RESERVED_ATTRS) | {"message", "asctime"}
SAFE = frozenset({"timestamp", "level", "name", "request_id"})
"""Made here, or known to be harmless by their alphabet."""
log = logging.getLogger("app")


def set_up_logs(*, as_json: bool, level: int | str = logging.INFO) -> None:
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines() if as_json else TextLines())
    logging.basicConfig(level=level, handlers=[handler], force=True)
    quiet = logging.NOTSET if logging.getLogger().level <= logging.DEBUG else logging.WARNING
    for name in QUIET:
        logging.getLogger(name).setLevel(quiet)
    logging.getLogger(TOLD_TWICE).setLevel(logging.CRITICAL)
    logging.captureWarnings(True)
    _catch_the_uncaught()


class JsonLines(JsonFormatter):
    def __init__(self) -> None:
        super().__init__("%(levelname)s %(name)s %(message)s", rename_fields={"levelname": "level"})

    def add_fields(self, log_data: dict[str, Any], record: logging.LogRecord, message_dict: dict[str, Any]) -> None:
        log_data["timestamp"] = _moment(record).isoformat(timespec="milliseconds")
        super().add_fields(log_data, record, message_dict)
        for name, value in facts().items():
            log_data.setdefault(name, value)

    def jsonify_log_record(self, log_data: dict[str, Any]) -> str:
        clean = {name: value if name in SAFE else SECRETS.under(name, value) for name, value in log_data.items()}
        return json.dumps(clean, ensure_ascii=False)


class TextLines(logging.Formatter):
    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)-7s %(name)s: %(message)s", "%H:%M:%S")

    def formatMessage(self, record: logging.LogRecord) -> str:
        given = {name: value for name, value in vars(record).items() if name not in OWN}
        more = " ".join(f"{name}={value}" for name, value in {**facts(), **given}.items())
        return f"{super().formatMessage(record)}{'  ' if more else ''}{more}"

    def format(self, record: logging.LogRecord) -> str:
        return SECRETS(super().format(record))


def _moment(record: logging.LogRecord) -> datetime:
    return datetime.fromtimestamp(record.created, UTC)


def _catch_the_uncaught() -> None:
    sys.excepthook = _on_death
    threading.excepthook = lambda gone: _log_death(gone.exc_type, gone.exc_value, gone.exc_traceback)
    sys.unraisablehook = lambda gone: _log_death(gone.exc_type, gone.exc_value, gone.exc_traceback)


def _on_death(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
    else:
        _log_death(kind, error, trace)


def _log_death(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
    log.critical("not caught: %s", kind.__name__, exc_info=(kind, error or kind(), trace))
