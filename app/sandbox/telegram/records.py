"""What the local Telegram remembers: plain records that turn into JSON and back.

A message keeps its content in the Bot API's own words (`text`, `entities`, `photo`, ...), because that is what it is
compared by and what it is shown as. Everything the API does not show (the true author, views) are fields of their own.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Protocol

Json = dict[str, Any]

CHANNEL_RIGHTS = ("can_post_messages", "can_edit_messages", "can_manage_direct_messages")
GROUP_RIGHTS = ("can_pin_messages", "can_manage_topics", "can_manage_tags")
COMMON_RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_send_welcome_messages",
)


class Clock(Protocol):
    """Where the world's time comes from: Unix seconds."""

    def now(self) -> float: ...


@dataclass
class User:
    id: int
    first_name: str
    username: str | None = None
    last_name: str | None = None
    language_code: str | None = "en"
    is_premium: bool = False
    is_bot: bool = False
    phone: str | None = None
    started: bool = False
    deactivated: bool = False
    blocked: bool = False

    @property
    def name(self) -> str:
        return " ".join(part for part in (self.first_name, self.last_name) if part)


@dataclass
class Member:
    user_id: int
    status: str = "member"  # creator, administrator, member, left, kicked
    rights: dict[str, bool] = field(default_factory=dict)
    is_anonymous: bool = False

    @property
    def is_admin(self) -> bool:
        return self.status in ("creator", "administrator")

    @property
    def is_inside(self) -> bool:
        return self.status in ("creator", "administrator", "member")

    def can(self, right: str) -> bool:
        return self.status == "creator" or (self.status == "administrator" and self.rights.get(right, False))


@dataclass
class Message:
    id: int
    chat_id: int
    date: int
    author_id: int
    content: Json
    markup: Json | None = None
    edit_date: int | None = None
    album: str | None = None
    reply_to: int | None = None
    origin: Json | None = None
    views: int = 0
    reactions: dict[int, list[str]] = field(default_factory=dict)
    silent: bool = False
    protected: bool = False

    @property
    def is_service(self) -> bool:
        return not ({"text", *MEDIA_KINDS} & self.content.keys())


MEDIA_KINDS = ("photo", "video", "animation", "document", "audio", "voice", "sticker", "contact", "location", "dice")


@dataclass
class Chat:
    id: int
    type: str  # private, channel, supergroup
    title: str | None = None
    username: str | None = None
    description: str | None = None
    member_count: int = 1
    protected: bool = False
    members_may_write: bool = True  # supergroups only; administrators always may
    invite_link: str | None = None
    members: dict[int, Member] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)
    last_message_id: int = 0
    keyboard: Json | None = None
    menu_button: Json | None = None

    @property
    def is_private(self) -> bool:
        return self.type == "private"

    @property
    def is_channel(self) -> bool:
        return self.type == "channel"

    @property
    def right_names(self) -> tuple[str, ...]:
        return COMMON_RIGHTS + (CHANNEL_RIGHTS if self.is_channel else GROUP_RIGHTS)

    def member(self, user_id: int) -> Member:
        return self.members.get(user_id) or Member(user_id, "left")

    @property
    def creator_id(self) -> int:
        return next(member.user_id for member in self.members.values() if member.status == "creator")


@dataclass
class Callback:
    """A tap on a button, and what the bot answered to it."""

    id: str
    user_id: int
    message_id: int
    asked_at: float
    answer: Json | None = None
    answered_at: float | None = None
    seq: int = 0


@dataclass
class InlineQuery:
    id: str
    user_id: int
    query: str
    asked_at: float
    results: list[Json] | None = None
