"""The plug-in of statistics: somebody else's code behind `services.ports.StatsSource`, named by `STATS_PLUGIN`.

    STATS_PLUGIN=my_package.stats:make_source

The factory takes nothing and returns an object with `name` and `async figures(chat_id, username)`; it may have an
`async close()`. What it raises delays nobody (see `services.stats_taking`), and what it names wrongly is refused here,
when the program starts. `docs/statistics.md` has an example.
"""

import importlib
import inspect
from typing import cast

from services.ports import StatsSource

NAME_LIMIT = 16


class BadPlugin(SystemExit):
    """Said at start, instead of a stack trace."""


def load_plugin(where: str) -> StatsSource:
    """The plug-in that `package.module:factory` names. Raises BadPlugin."""
    module, _, factory = where.partition(":")
    try:
        source = getattr(importlib.import_module(module), factory)()
    except (ImportError, AttributeError, ValueError, TypeError) as trouble:
        raise BadPlugin(f"STATS_PLUGIN: {where} cannot be used: {trouble}") from trouble
    name, figures = getattr(source, "name", None), getattr(source, "figures", None)
    if not isinstance(name, str) or not 0 < len(name) <= NAME_LIMIT or not inspect.iscoroutinefunction(figures):
        raise BadPlugin(f"STATS_PLUGIN: {where} makes no source: it needs a short `name` and an async `figures`")
    return cast(StatsSource, source)


async def close_plugin(source: StatsSource) -> None:
    close = getattr(source, "close", None)
    if close is not None:
        await close()
