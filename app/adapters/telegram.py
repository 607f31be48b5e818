"""The Bot API as the services see it (`services.ports.Telegram`), on aiogram.

`post` is the only function that renders a creative: previews and the channel get the same. Everything that Telegram or
the network may do comes out as `Refused` or `Unreachable` (see `telegram_calls`).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.methods import SendAnimation, SendDocument, SendPhoto, SendVideo
from aiogram.types import ChatMemberAdministrator, ChatMemberOwner, Message, ResultChatMemberUnion

from app.adapters.metering import MeteredTelegram
from app.adapters.telegram_calls import asking
from app.adapters.telegram_content import (
    album_from,
    content_of,
    entities_from,
    keyboard_from,
    preview_from,
    seen_of,
)
from app.adapters.telegram_notifier import TelegramNotifier
from services.ports import MARKER_TEXT, ChatFacts, Content, MemberRights, Refused, SeenMessage

__all__ = ["TelegramAdapter", "TelegramNotifier", "content_of", "make_bot"]

SEND: dict[str, type[SendPhoto | SendVideo | SendAnimation | SendDocument]] = {
    "photo": SendPhoto,
    "video": SendVideo,
    "animation": SendAnimation,
    "document": SendDocument,
}
NOT_MODIFIED = "message is not modified"
NOT_THERE = ("message to delete not found", "MESSAGE_ID_INVALID")


def make_bot(token: str, api_url: str | None = None, timeout_seconds: float = 60) -> Bot:
    """A bot on Telegram's server, or on the Bot API server at `api_url`."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(api_url)) if api_url else AiohttpSession()
    session.timeout = timeout_seconds
    session.middleware(MeteredTelegram())
    return Bot(token, session=session)


@dataclass(frozen=True, slots=True)
class TelegramAdapter:
    bot: Bot

    async def chat(self, chat: int | str) -> ChatFacts:
        with asking():
            found = await self.bot.get_chat(chat)
        return ChatFacts(
            chat_id=found.id,
            title=found.title or found.full_name,
            username=found.username,
            is_channel=found.type == "channel",
            is_protected=bool(found.has_protected_content),
            pinned_message_id=found.pinned_message.message_id if found.pinned_message else None,
        )

    async def bot_rights(self, chat_id: int) -> MemberRights:
        return await self.rights_of(chat_id, self.bot.id)

    async def rights_of(self, chat_id: int, user_id: int) -> MemberRights:
        with asking():
            return rights_from(await self.bot.get_chat_member(chat_id, user_id))

    async def admins(self, chat_id: int) -> list[MemberRights]:
        with asking():
            return [rights_from(member) for member in await self.bot.get_chat_administrators(chat_id)]

    async def member_count(self, chat_id: int) -> int:
        with asking():
            return await self.bot.get_chat_member_count(chat_id)

    async def post(self, chat_id: int, content: Content) -> list[SeenMessage]:
        with asking():
            if len(content.media) > 1:
                messages = await self.bot.send_media_group(chat_id, album_from(content))
            elif content.media:
                messages = [await self._send_medium(chat_id, content)]
            else:
                messages = [await self._send_text(chat_id, content)]
        return [seen_of(message) for message in messages]

    async def _send_text(self, chat_id: int, content: Content) -> Message:
        return await self.bot.send_message(
            chat_id,
            content.text,
            parse_mode=None,
            entities=entities_from(content.entities),
            reply_markup=keyboard_from(content.buttons),
            link_preview_options=preview_from(content),
        )

    async def _send_medium(self, chat_id: int, content: Content) -> Message:
        medium = content.media[0]
        if medium.kind not in SEND:
            raise Refused(f"media of kind {medium.kind} cannot be posted")
        method = SEND[medium.kind].model_validate(
            {
                "chat_id": chat_id,
                medium.kind: medium.file_id,
                "caption": content.text or None,
                "caption_entities": entities_from(content.entities),
                "parse_mode": None,
                "reply_markup": keyboard_from(content.buttons),
            }
        )
        return await self.bot(method)

    async def forward(self, chat_id: int, message_id: int, vault_chat_id: int) -> SeenMessage:
        with asking():
            return seen_of(
                await self.bot.forward_message(vault_chat_id, chat_id, message_id, disable_notification=True)
            )

    async def probe_markup(self, chat_id: int, message_id: int, buttons: Sequence[Sequence[dict[str, str]]]) -> bool:
        try:
            with asking():
                await self.bot.edit_message_reply_markup(
                    chat_id=chat_id, message_id=message_id, reply_markup=keyboard_from(buttons)
                )
        except Refused as no:
            if NOT_MODIFIED in no.words:
                return False
            raise
        return True

    async def delete(self, chat_id: int, message_ids: Sequence[int]) -> None:
        """Messages that are gone already are as good as deleted."""
        for message_id in message_ids:
            try:
                with asking():
                    await self.bot.delete_message(chat_id, message_id)
            except Refused as no:
                if not any(words in no.words for words in NOT_THERE):
                    raise

    async def pin(self, chat_id: int, message_id: int) -> None:
        with asking():
            await self.bot.pin_chat_message(chat_id, message_id, disable_notification=True)

    async def marker(self, chat_id: int) -> int:
        with asking():
            return (await self.bot.send_message(chat_id, MARKER_TEXT, disable_notification=True)).message_id


def rights_from(member: ResultChatMemberUnion) -> MemberRights:
    user = member.user
    is_creator = isinstance(member, ChatMemberOwner)
    admin = member if isinstance(member, ChatMemberAdministrator) else None
    return MemberRights(
        user_id=user.id,
        is_admin=is_creator or admin is not None,
        is_creator=is_creator,
        can_post=is_creator or bool(admin and admin.can_post_messages),
        can_edit=is_creator or bool(admin and admin.can_edit_messages),
        can_delete=is_creator or bool(admin and admin.can_delete_messages),
        first_name=user.first_name,
        username=user.username,
        is_bot=user.is_bot,
    )
