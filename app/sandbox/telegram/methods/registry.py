"""Which methods exist, and what one call of a method is.

A name that Telegram does not know is "Not Found". A name that Telegram knows and this server lacks is refused with
words that cannot be taken for Telegram's.
"""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

import aiogram.methods

from app.sandbox.telegram.params import Params
from app.sandbox.telegram.records import Chat
from app.sandbox.telegram.world import World


@dataclass(frozen=True)
class Call:
    """One request: whose world, which parameters."""

    world: World
    params: Params


Method = Callable[[Call], Awaitable[Any]]
METHODS: dict[str, Method] = {}


def method(*names: str) -> Callable[[Method], Method]:
    def register(function: Method) -> Method:
        for name in names:
            METHODS[name.lower()] = function
        return function

    return register


@cache
def known_to_telegram() -> dict[str, str]:
    """Lower-case name to real name of every method that aiogram's Bot API version has."""
    classes = (member for _, member in inspect.getmembers(aiogram.methods, inspect.isclass))
    names = (getattr(each, "__api_method__", None) for each in classes)
    return {name.lower(): name for name in names if isinstance(name, str)}


def target_chat(call: Call) -> Chat | None:
    """The chat a request is about, if it names one that exists: faults are armed by it."""
    reference = call.params.values.get("chat_id")
    if isinstance(reference, str) and reference.startswith("@"):
        return call.world.public_chat(reference)
    return call.world.chats.get(call.params.integer("chat_id"))
