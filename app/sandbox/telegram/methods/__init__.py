"""The Bot API's methods, one module for each family; importing this package fills the registry."""

from __future__ import annotations

from app.sandbox.telegram.methods import (
    callbacks,
    chats,
    deleting,
    editing,
    files,
    forwarding,
    media,
    messages,
    pins,
    profile,
    updates,
)
from app.sandbox.telegram.methods.registry import METHODS, Call, known_to_telegram

__all__ = [
    "METHODS",
    "Call",
    "callbacks",
    "chats",
    "deleting",
    "editing",
    "files",
    "forwarding",
    "known_to_telegram",
    "media",
    "messages",
    "pins",
    "profile",
    "updates",
]
