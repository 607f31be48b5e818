"""Names of open screens that never meet.

aiogram-dialog 2.6 names a screen by the second of its opening and a random number below a hundred. Two screens that are
opened within a second (a deep link opens the menu and the deal above it) share a name once in a hundred times, and
closing the upper one then loses the lower: the person is thrown home. Here a name is a random number of 47 bits.
"""

import secrets
from typing import Any

from aiogram import Router
from aiogram_dialog import BgManagerFactory, setup, setup_dialogs
from aiogram_dialog.api.entities import stack

from dialogs.in_line import InLineMiddlewareFactory
from dialogs.pictures import Pictures

ID_RANGE = 62**8
"""Eight letters: what is left of the 64 bytes of callback data is enough for every button (a test counts them)."""


def new_id() -> str:
    return stack.id_to_str(secrets.randbelow(ID_RANGE))


def set_up_dialogs(router: Router, **options: Any) -> BgManagerFactory:
    """aiogram-dialog's own `setup_dialogs`, with our names of screens and our line of taps from now on in this process,
    and our pictures."""
    stack.new_id = new_id
    setup.IntentMiddlewareFactory = InLineMiddlewareFactory  # type: ignore[attr-defined]  # not its to export
    return setup_dialogs(router, **{"message_manager": Pictures(), **options})
