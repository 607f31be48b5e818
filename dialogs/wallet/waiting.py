"""Waiting for a wallet's answer, beside the chat: no tap is kept waiting by somebody's phone.

The coroutine runs in the background task that the wiring provides. When the wallet has answered (or not), the person
is told in one message, and the screen, if it is still open, shows what is true now.
"""

from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from aiogram import Bot
from aiogram_dialog import BaseDialogManager, DialogManager

from dialogs.deal_room.scope import actor_of, start_value
from dialogs.live import redraw
from dialogs.states import Wallet
from services.errors import Refusal

Background = Callable[[Coroutine[Any, Any, None]], object]


def wait_beside(manager: DialogManager, answer: Callable[[], Awaitable[object]], done_key: str) -> None:
    """Run `answer` in the background; then say `done_key`, or the refusal, and redraw this dialog."""
    background: Background = manager.middleware_data["background"]
    data = manager.middleware_data
    manager.dialog_data["waiting"] = True
    deal_id = start_value(manager, "deal_id")
    bg = manager.bg(user_id=actor_of(manager).user_id, chat_id=actor_of(manager).user_id)
    background(_wait(answer, data["bot"], data["t"], actor_of(manager).user_id, bg, deal_id, done_key))


async def _wait(
    answer: Callable[[], Awaitable[object]],
    bot: Bot,
    t: Callable[..., str],
    user_id: int,
    bg: BaseDialogManager,
    deal_id: int | None,
    done_key: str,
) -> None:
    try:
        await answer()
        words = t(done_key)
    except Refusal as refusal:
        words = t(refusal.key(), refusal.arguments)
    await bot.send_message(user_id, words)
    await redraw(bg, deal_id=deal_id, group=Wallet, data={"waiting": False, "offers": []})
