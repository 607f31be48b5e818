"""Somebody with a phone: what people do and see in the stories."""

import asyncio
import os
from typing import TYPE_CHECKING, Any

from app.sandbox.telegram.records import Message
from app.sandbox.telegram.views import plain_text
from app.sandbox.wallet import SimWallet

if TYPE_CHECKING:
    from tests.world import World

WAIT_SECONDS = float(os.environ.get("TEST_WAIT_SECONDS", "20"))
"""How long a story waits for a fact before it fails; a crowded machine may want more."""
LOOK_BACK = 4
"""A person looks at the last few messages, not at the whole history."""


class Person:
    """Somebody with a phone."""

    def __init__(self, world: "World", user_id: int) -> None:
        self.world = world
        self.id = user_id

    @property
    def _people(self) -> Any:
        self.world.is_untouched = False
        return self.world.house.telegram.people

    @property
    def wallet(self) -> SimWallet:
        return self.world.house.wallet_of(self.id)

    # ---- doing

    async def starts(self, payload: str = "") -> None:
        self._people.start(self.id, payload)
        await self.world.settle()

    async def says(self, text: str = "", **more: Any) -> None:
        self._people.say(self.id, text, **more)
        await self.world.settle()

    async def taps(self, label: str) -> str:
        """Tap the newest button whose label contains the words; returns what the bot answered (a toast or an alert)."""
        message, button = await self.world.until(lambda: self._button(label), f"a button {label!r}", self)
        return await self._tap(message, button)

    async def taps_at_once(self, label: str) -> Any:
        """Tap and do not wait: for two people in the same moment."""
        message, button = await self.world.until(lambda: self._button(label), f"a button {label!r}", self)
        return self._people.tap(self.id, data=button["callback_data"], message_id=message.id)

    async def taps_old(self, message: Message, button: dict[str, Any]) -> str:
        """Tap a button that was remembered from an earlier screen."""
        return await self._tap(message, button)

    async def _tap(self, message: Message, button: dict[str, Any]) -> str:
        if "callback_data" not in button:
            raise AssertionError(f"{button['text']} is a link: {button}")
        callback = self._people._call_back(
            self.world.house.telegram.world.user(self.id), message, button["callback_data"]
        )
        await self.world.until(lambda: callback.answer is not None, f"an answer to {button['text']}")
        await self.world.settle()
        return str((callback.answer or {}).get("text") or "")

    async def chooses(self, channel: int | str) -> None:
        """Pick a channel with the picker button."""
        self._people.choose_channel(self.id, channel)
        await self.world.settle()

    async def sends_media(self, *items: Any, caption: str = "", html: str | None = None) -> None:
        self._people.send_media(self.id, list(items), caption, html=html)
        await self.world.settle()

    async def forwards(self, channel: int | str, message_id: int) -> None:
        self._people.forward(self.id, channel, message_id)
        await self.world.settle()

    async def opens_deal(self, deal_id: int = 1) -> None:
        """By the link that notices and cards carry."""
        await self.opens_deal_in(f"deal #{deal_id}", deal_id=deal_id)

    async def opens_deal_in(self, *words: str, deal_id: int = 1) -> None:
        """The same in any language, and in which the card says the words."""
        await self.starts(f"deal-{deal_id}")
        await self.sees(*words)

    # ---- the wallet

    async def approves_in_wallet(self) -> None:
        """Confirm the oldest request in the wallet, and wait until the bot has heard of it."""
        async with asyncio.timeout(WAIT_SECONDS):
            request = await self.wallet.wait_pending()
            await self.wallet.confirm(request.id)
        await self.world.settle()

    async def refuses_in_wallet(self) -> None:
        async with asyncio.timeout(WAIT_SECONDS):
            request = await self.wallet.wait_pending()
            await self.wallet.reject(request.id)
        await self.world.settle()

    async def opens_wallet_link(self) -> None:
        """Follow the newest TON Connect link on the screen."""
        link = await self.world.until(
            lambda: self.link("tc://", "ton-connect", "/sandbox/wallet"), "a wallet link", self
        )
        await self.wallet.open_link(link)

    def received(self) -> list[int]:
        """What came into the wallet from contracts and people, in nano, oldest first (the faucet's coins left out)."""
        return self.world.received_by(self.wallet.address)

    # ---- seeing

    async def sees(self, *words: str) -> str:
        """The text of a recent message that contains all the words."""
        return await self.world.until(lambda: self._text(words), f"{words} on the screen of {self.id}", self)

    def seen_messages(self) -> list[Message]:
        """All that the bot has said, oldest first."""
        telegram = self.world.house.telegram
        spoken = telegram.people.messages(self.id)
        return [message for message in spoken if message.author_id == telegram.world.bot.id]

    def texts(self) -> list[str]:
        return [plain_text(message) for message in self.seen_messages()]

    def notices(self) -> list[Message]:
        """Messages of the bot with the button that opens a deal."""
        return [message for message in self.seen_messages() if "open:deal:" in str(message.markup)]

    def shows(self, *words: str) -> bool:
        return bool(self._text(words))

    def buttons(self) -> list[str]:
        """Labels of the newest message with buttons."""
        for message in self._recent():
            rows = (message.markup or {}).get("inline_keyboard", [])
            if rows:
                return [button["text"] for row in rows for button in row]
        return []

    def remember(self, label: str) -> tuple[Message, dict[str, Any]]:
        """A button as it is now, to be tapped later."""
        found = self._button(label)
        assert found, f"no button {label!r}: {self}"
        return found

    def link(self, *parts: str) -> str:
        """The newest URL button whose address contains one of the parts."""
        for message in self._recent():
            for row in (message.markup or {}).get("inline_keyboard", []):
                for button in row:
                    if any(part in button.get("url", "") for part in parts):
                        return str(button["url"])
        return ""

    def _recent(self) -> list[Message]:
        return sorted(self.seen_messages(), key=lambda message: -message.id)[:LOOK_BACK]

    def _text(self, words: tuple[str, ...]) -> str:
        for message in self._recent():
            text = plain_text(message)
            if all(word in text for word in words):
                return text
        return ""

    def _button(self, label: str) -> tuple[Message, dict[str, Any]] | None:
        for message in self._recent():
            for row in (message.markup or {}).get("inline_keyboard", []):
                for button in row:
                    if label in button["text"]:
                        return message, button
        return None

    def __str__(self) -> str:
        return "\n".join(_shown(message) for message in self._recent())


def _shown(message: Message) -> str:
    rows = (message.markup or {}).get("inline_keyboard", [])
    buttons = "\n".join(" ".join(f"[{button['text']}]" for button in row) for row in rows)
    return f"--- {message.id}\n{plain_text(message)}\n{buttons}"
