"""Waiting for a wallet's answer, beside the chat: no tap is kept waiting by somebody's phone.

The coroutine runs in the background task that the wiring provides. When the wallet has answered (or not), the person
is told in one message, and the screen, if it is still open, shows what is true now. Each wait has a number: the end of
an older one, whose offer was replaced, says and changes nothing.
"""

from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from typing import Any

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram_dialog import BaseDialogManager, DialogManager
from aiogram_dialog.api.entities import DEFAULT_STACK_ID, Context

from dialogs.live import redraw
from dialogs.scope import actor_of, started_with, words_of
from dialogs.states import Wallet
from services.errors import Refusal, WalletSilent

Background = Callable[[Coroutine[Any, Any, None]], object]
Answer = Callable[[], Awaitable[object]]
Request = tuple[int, int | None, str]
UNDER_WAY: set[Request] = set()
"""What is on somebody's wallet screen, in this process as the waits are: a second tap does not ask again."""


@dataclass(frozen=True, slots=True)
class Wait:
    bot: Bot
    t: Callable[..., str]
    user_id: int
    deal_id: int | None
    bg: BaseDialogManager
    number: int
    connects: bool
    """A wait for a connection; its end leads back to where it was asked for."""
    done_key: str

    @property
    def request(self) -> Request:
        return self.user_id, self.deal_id, self.done_key

    async def run(self, answer: Answer) -> None:
        try:
            await self._wait(answer)
        finally:
            UNDER_WAY.discard(self.request)
        await redraw(self.bg, deal_id=self.deal_id, group=Wallet, prepare=self._over)

    async def _wait(self, answer: Answer) -> None:
        try:
            await answer()
            words = self.t(self.done_key)
        except WalletSilent as silence:
            words = "" if self.connects else self.t(silence.key(), silence.arguments)
        except Refusal as refusal:
            words = self.t(refusal.key(), refusal.arguments)
        if words:
            await self._say(words)

    async def _say(self, words: str) -> None:
        try:
            await self.bot.send_message(self.user_id, words)
        except TelegramAPIError:
            pass  # whoever blocked the bot meanwhile does not wait for an answer

    async def _over(self, manager: DialogManager, context: Context) -> None:
        data = context.dialog_data
        if data.get("waiting") != self.number:
            return
        data["waiting"] = 0
        if self.connects:
            await take_away_qr(data, self.bot, self.user_id)
        if self.connects and context.state == Wallet.connect and await self._has_wallet(manager):
            context.state = Wallet.payment if data.get("from_payment") else Wallet.home

    async def _has_wallet(self, manager: DialogManager) -> bool:
        services, actor = manager.middleware_data["services"], actor_of(manager)
        return await services.wallets.current(actor) is not None


def wait_beside(manager: DialogManager, answer: Answer, done_key: str, connects: bool = False) -> None:
    """Run `answer` in the background; then say `done_key`, or the refusal, and redraw this dialog. A connection is
    offered anew with each tap; a transfer that is on the wallet's screen is not asked for again."""
    data, actor = manager.dialog_data, actor_of(manager)
    if not connects and (actor.user_id, started_with(manager, "deal_id"), done_key) in UNDER_WAY:
        return
    data["waits"] = data["waiting"] = int(data.get("waits") or 0) + 1
    wait = Wait(
        bot=manager.middleware_data["bot"],
        t=words_of(manager),
        user_id=actor.user_id,
        deal_id=started_with(manager, "deal_id"),
        bg=manager.bg(stack_id=DEFAULT_STACK_ID),  # the person's top screen, whatever it is by then
        number=data["waiting"],
        connects=connects,
        done_key=done_key,
    )
    if not connects:
        UNDER_WAY.add(wait.request)
    background: Background = manager.middleware_data["background"]
    background(wait.run(answer))


async def take_away_qr(data: dict[str, Any], bot: Bot, user_id: int) -> None:
    """A code that was used, or replaced, leaves the chat."""
    message_id = data.pop("qr", None)
    if message_id is None:
        return
    try:
        await bot.delete_message(user_id, message_id)
    except TelegramAPIError:
        pass  # the person was faster
