"""Between our `Content` and Telegram's messages. Entities are always given explicitly, never by a parse mode.

Media are named by `file_id`; `unique_id` is Telegram's `file_unique_id`, the same for the same file wherever it is
sent. Of a photo the largest size counts.
"""

from collections.abc import Sequence

from aiogram.enums import ContentType
from aiogram.types import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    InputMediaPhoto,
    InputMediaVideo,
    LinkPreviewOptions,
    MediaUnion,
    Message,
    MessageEntity,
    MessageOriginChannel,
)

from services.ports import Content, Media, SeenMessage

AlbumItem = InputMediaPhoto | InputMediaVideo | InputMediaDocument
ALBUM_ITEM: dict[str, type[AlbumItem]] = {
    "photo": InputMediaPhoto,
    "video": InputMediaVideo,
    "document": InputMediaDocument,
}
POSTABLE = frozenset(
    {ContentType.TEXT, ContentType.PHOTO, ContentType.VIDEO, ContentType.ANIMATION, ContentType.DOCUMENT}
)


def content_of(message: Message, *others: Message) -> Content | None:
    """What a person's message would say as a post; None when it is of a kind that we do not post.

    An album comes as several messages: give them all, in any order.
    """
    messages = sorted((message, *others), key=lambda one: one.message_id)
    if any(one.content_type not in POSTABLE for one in messages):
        return None
    said = next((one for one in messages if one.text or one.caption), messages[0])
    return Content(
        text=said.text or said.caption or "",
        entities=entities_of(said),
        media=[medium for one in messages for medium in media_of(one)],
        buttons=buttons_of(messages[0]),
        link_preview=not (said.link_preview_options and said.link_preview_options.is_disabled),
    )


def seen_of(message: Message) -> SeenMessage:
    """One message as Telegram shows it to us; of a forward, the time and place of the original."""
    origin = message.forward_origin
    from_channel = origin if isinstance(origin, MessageOriginChannel) else None
    return SeenMessage(
        message_id=message.message_id,
        text=message.text or message.caption or "",
        entities=entities_of(message),
        media=media_of(message),
        buttons=buttons_of(message),
        sent_at=origin.date if origin else message.date,
        origin_message_id=from_channel.message_id if from_channel else None,
        origin_chat_id=from_channel.chat.id if from_channel else None,
    )


def entities_of(message: Message) -> list[dict[str, object]]:
    found = message.entities or message.caption_entities or []
    return [entity.model_dump(mode="json", exclude_none=True) for entity in found]


def media_of(message: Message) -> list[Media]:
    if message.photo:
        largest = max(message.photo, key=lambda size: size.width * size.height)
        return [Media("photo", largest.file_id, largest.file_unique_id)]
    if message.video:
        return [Media("video", message.video.file_id, message.video.file_unique_id)]
    if message.animation:  # Telegram fills `document` too, for old clients
        return [Media("animation", message.animation.file_id, message.animation.file_unique_id)]
    if message.document:
        return [Media("document", message.document.file_id, message.document.file_unique_id)]
    return []


def buttons_of(message: Message) -> list[list[dict[str, str]]]:
    """URL buttons, row by row; others cannot stand under a post that a forward shows."""
    if message.reply_markup is None:
        return []
    rows = [
        [{"text": button.text, "url": button.url} for button in row if button.url]
        for row in message.reply_markup.inline_keyboard
    ]
    return [row for row in rows if row]


def entities_from(entities: Sequence[dict[str, object]]) -> list[MessageEntity]:
    return [MessageEntity.model_validate(entity) for entity in entities]


def keyboard_from(buttons: Sequence[Sequence[dict[str, str]]]) -> InlineKeyboardMarkup | None:
    if not buttons:
        return None
    rows = [[InlineKeyboardButton(text=button["text"], url=button["url"]) for button in row] for row in buttons]
    return InlineKeyboardMarkup(inline_keyboard=rows)


def preview_from(content: Content) -> LinkPreviewOptions | None:
    """None leaves it to Telegram, which shows one."""
    return None if content.link_preview else LinkPreviewOptions(is_disabled=True)


def album_from(content: Content) -> list[MediaUnion]:
    """The items of an album; the first carries the caption, which clients then show under all of them."""
    caption = {"caption": content.text or None, "caption_entities": entities_from(content.entities) or None}
    items: list[dict[str, object]] = [{"media": medium.file_id, "parse_mode": None} for medium in content.media]
    items[0] |= caption
    return [ALBUM_ITEM[medium.kind].model_validate(item) for medium, item in zip(content.media, items, strict=True)]
