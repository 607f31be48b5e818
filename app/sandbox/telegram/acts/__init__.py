"""What people do: in their private chat with the bot, and in channels they run or read."""

from __future__ import annotations

from app.sandbox.telegram.acts.channels import ChannelActs
from app.sandbox.telegram.acts.compose import MediaItem
from app.sandbox.telegram.acts.people import People
from app.sandbox.telegram.acts.refusals import ActRefused
from app.sandbox.telegram.acts.taps import Tap

__all__ = ["ActRefused", "ChannelActs", "MediaItem", "People", "Tap"]
