"""What the work at hand is about: a small dictionary that follows it through awaits and the tasks that it starts.

Doors open a scope (`tracing`), whoever learns more notes it (`note`), and the log reads it (`facts`). No service ever
decides anything by it. Outside of a scope notes go nowhere.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

NOTHING: Mapping[str, object] = {}
_scope: ContextVar[dict[str, object] | None] = ContextVar("trace", default=None)


def facts() -> Mapping[str, object]:
    """What is known now."""
    return _scope.get() or NOTHING


@contextmanager
def tracing(**more: object) -> Iterator[dict[str, object]]:
    """A scope that begins with what is known and `more`; what is noted inside is forgotten behind it."""
    scope = {**facts(), **more}
    token = _scope.set(scope)
    try:
        yield scope
    finally:
        _scope.reset(token)


def note(**more: object) -> None:
    scope = _scope.get()
    if scope is not None:
        scope.update(more)
