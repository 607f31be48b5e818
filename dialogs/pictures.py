"""Pictures that the server draws, as media of a window: bytes, without a file and without a link.

A picture is named by its content. So one that was sent before is not sent again: aiogram-dialog remembers Telegram's id
of every name.
"""

import hashlib

from aiogram import Bot
from aiogram.enums import ContentType
from aiogram.types import BufferedInputFile, InputFile
from aiogram_dialog.api.entities import MediaAttachment
from aiogram_dialog.manager.message_manager import MessageManager


class Picture(MediaAttachment):
    def __init__(self, png: bytes) -> None:
        super().__init__(ContentType.PHOTO, url=f"picture:{hashlib.sha256(png).hexdigest()[:32]}")
        self.png = png


class Pictures(MessageManager):
    """aiogram-dialog's own manager of messages, which also sends what was drawn."""

    async def get_media_source(self, media: MediaAttachment, bot: Bot) -> InputFile | str:
        if isinstance(media, Picture) and not media.file_id:
            return BufferedInputFile(media.png, "chart.png")
        return await super().get_media_source(media, bot)
