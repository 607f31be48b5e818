"""A local Telegram: a Bot API server for one bot, and the people and channels it talks to.

* `TelegramSandbox(clock)` is everything; `add_routes(app)` puts `/bot<token>/<method>` on an aiohttp application.
* `sandbox.people` acts as a person with a phone, `sandbox.channels` as the people who run and read channels.
* `sandbox.world` holds users, chats, messages, faults (`world.faults.add("lost", method="sendMessage")`).
* `await sandbox.wait_for(predicate)` and `wait_idle()` wait for facts, never for time.

The server is strict where Telegram is strict and says so in Telegram's words; it never answers 500 by itself.
"""

from __future__ import annotations

from app.sandbox.telegram.acts import ActRefused, ChannelActs, MediaItem, People, Tap
from app.sandbox.telegram.errors import ApiError
from app.sandbox.telegram.records import Callback, Chat, Clock, InlineQuery, Member, Message, User
from app.sandbox.telegram.sandbox import TelegramSandbox
from app.sandbox.telegram.server import MAX_REQUEST_BYTES, BotApi
from app.sandbox.telegram.world import BotSettings, UnknownRecord, World

__all__ = [
    "MAX_REQUEST_BYTES",
    "ActRefused",
    "ApiError",
    "BotApi",
    "BotSettings",
    "Callback",
    "ChannelActs",
    "Chat",
    "Clock",
    "InlineQuery",
    "MediaItem",
    "Member",
    "Message",
    "People",
    "Tap",
    "TelegramSandbox",
    "UnknownRecord",
    "User",
    "World",
]
