"""Sentry, for those who want it: only with SENTRY_DSN, and only if `sentry-sdk` is installed (requirements/sentry.txt).

What is logged as an error becomes a report there. Reports pass the same redaction as the log, whole, and carry no local
variables, no request bodies and no breadcrumbs of other libraries.
"""

import logging
from typing import Any

from app.redaction import SECRETS
from services.trace import facts

log = logging.getLogger(__name__)
UNCHANGED = ("event_id", "timestamp", "platform", "level")


def report_crashes(dsn: str, environment: str) -> bool:
    """Whether reports will be sent."""
    if not dsn:
        return False
    try:
        import sentry_sdk
        from sentry_sdk.integrations.logging import LoggingIntegration
    except ImportError:
        log.warning("SENTRY_DSN is set, but sentry-sdk is not installed: pip install -r requirements/sentry.txt")
        return False
    sentry_sdk.init(
        dsn=dsn,
        environment=environment,
        default_integrations=False,
        integrations=[LoggingIntegration(level=None, event_level=logging.ERROR)],
        include_local_variables=False,
        max_breadcrumbs=0,
        before_send=without_secrets,
    )
    return True


def without_secrets(event: Any, hint: object) -> Any:
    """The report as it may leave, with what the work at hand was about as its tags."""
    tags = {**event.get("tags", {}), **{name: str(value) for name, value in facts().items()}}
    kept = {name: event[name] for name in UNCHANGED if name in event}
    cleaned = SECRETS.tree({**{name: value for name, value in event.items() if name not in kept}, "tags": tags})
    assert isinstance(cleaned, dict)
    return cleaned | kept
