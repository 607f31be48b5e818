"""What people do in channels: post, edit, delete, react, join, and run them.

The bot hears what Telegram would tell it: posts of others, edits of posts of others, changes of members. It hears
nothing of deletions, and nothing of edits of its own posts, whoever made them.
"""

from __future__ import annotations

from typing import Any

from app.sandbox.telegram.acts.compose import MediaItem, link_rows, media_of, text_of
from app.sandbox.telegram.acts.members import full_rights, need_right, set_member
from app.sandbox.telegram.acts.reactions import react
from app.sandbox.telegram.acts.refusals import ActRefused
from app.sandbox.telegram.records import Chat, Json, Member, Message
from app.sandbox.telegram.views import message_view
from app.sandbox.telegram.world import World

Who = int | str
SETTINGS = ("title", "username", "protected", "member_count", "description", "members_may_write")
CAPTION = ("caption", "caption_entities")


class ChannelActs:
    def __init__(self, world: World) -> None:
        self.world = world

    def posts(self, channel: Who) -> list[Message]:
        return sorted(self.world.channel(channel).messages.values(), key=lambda message: message.id)

    # posts

    def post(
        self,
        channel: Who,
        by: Who,
        text: str = "",
        *,
        html: str | None = None,
        items: list[MediaItem] | None = None,
        buttons: list[list[Json]] | None = None,
    ) -> list[Message]:
        """One post, or an album; with `items` the text is their caption."""
        chat, author = self.world.channel(channel), self.world.user(by)
        if chat.is_channel:
            need_right(chat, author.id, "can_post_messages")
        contents = media_of(self.world, items, text, html) if items else [text_of(text, html, None)]
        album = self.world.next_query_id() if len(contents) > 1 else None
        markup = link_rows(buttons) if album is None else None
        return [self._publish(chat, author.id, each, album=album, markup=markup) for each in contents]

    def _publish(self, chat: Chat, author_id: int, content: Json, **fields: object) -> Message:
        message = self.world.append(chat, author_id, content, **fields)
        self._tell(chat, message, "channel_post" if chat.is_channel else "message")
        return message

    def _tell(self, chat: Chat, message: Message, update: str) -> None:
        bot = chat.member(self.world.bot.id)
        if message.author_id == self.world.bot.id or not bot.is_inside:
            return
        command = str(message.content.get("text", "")).startswith("/")
        if chat.is_channel or bot.is_admin or command:  # in groups, others hear commands only
            self.world.updates.push(update, message_view(self.world, message))

    def edit_post(
        self,
        channel: Who,
        message_id: int,
        by: Who,
        text: str | None = None,
        *,
        html: str | None = None,
        item: MediaItem | None = None,
        buttons: list[list[Json]] | None = None,
    ) -> Message:
        """Changes what is named and keeps the rest; a text of a post with media is its caption."""
        chat, message = self._post_to_change(channel, message_id, by, "can_edit_messages")
        content = dict(message.content)
        if item:
            caption = {name: content[name] for name in CAPTION if name in content}
            content = media_of(self.world, [item], "", None)[0] | caption
        if text is not None or html is not None:
            content = self._reworded(content, text or "", html)
        message.content = content
        if buttons is not None:
            message.markup = link_rows(buttons)
        self.world.edited(message)
        self._tell(chat, message, "edited_channel_post" if chat.is_channel else "edited_message")
        return message

    def _reworded(self, content: Json, text: str, html: str | None) -> Json:
        if "text" in content:
            return text_of(text, html, None)
        rest = {name: value for name, value in content.items() if name not in CAPTION}
        if not text and not html:
            return rest
        worded = text_of(text, html, None)
        marks = {"caption_entities": worded["entities"]} if "entities" in worded else {}
        return rest | {"caption": worded["text"]} | marks

    def delete_post(self, channel: Who, message_id: int, by: Who | None = None) -> None:
        chat, message = self._post_to_change(channel, message_id, by, "can_delete_messages")
        self.world.delete(chat, message.id)

    def _post_to_change(self, channel: Who, message_id: int, by: Who | None, right: str) -> tuple[Chat, Message]:
        chat = self.world.channel(channel)
        person = self.world.user(by).id if by is not None else chat.creator_id
        message = self.world.message(chat, message_id)
        if message.author_id != person:
            need_right(chat, person, right)
        return chat, message

    def pin(self, channel: Who, message_id: int, by: Who | None = None) -> None:
        chat, message = self._post_to_change(channel, message_id, by, "can_edit_messages")
        if message.id not in chat.pinned:
            chat.pinned.append(message.id)
            self._publish(chat, self._person(chat, by), {"pinned_message": message.id})
            self.world.changes.record("pin", chat_id=chat.id, message_id=message.id)

    def unpin(self, channel: Who, message_id: int) -> None:
        chat = self.world.channel(channel)
        if message_id in chat.pinned:
            chat.pinned.remove(message_id)
            self.world.changes.record("pin", chat_id=chat.id, message_id=message_id)

    def react(self, channel: Who, message_id: int, by: Who, emoji: str | None) -> None:
        chat = self.world.channel(channel)
        react(self.world, chat, self.world.message(chat, message_id), self.world.user(by).id, emoji)

    def add_views(self, channel: Who, message_id: int, count: int) -> None:
        chat = self.world.channel(channel)
        self.world.message(chat, message_id).views += count
        self.world.changes.record("channel", chat_id=chat.id)

    # people

    def join(self, channel: Who, user: Who) -> None:
        chat, person = self.world.channel(channel), self.world.user(user)
        if not chat.member(person.id).is_inside:
            set_member(self.world, chat, person.id, Member(person.id, "member"))

    def leave(self, channel: Who, user: Who) -> None:
        chat, person = self.world.channel(channel), self.world.user(user)
        if chat.member(person.id).status == "creator":
            raise ActRefused("not_allowed", "the creator cannot leave")
        set_member(self.world, chat, person.id, Member(person.id, "left"))

    def set_admin(
        self,
        channel: Who,
        user: Who,
        rights: dict[str, bool] | str,
        by: Who | None = None,
        is_anonymous: bool = False,
    ) -> None:
        """Makes somebody (`"bot"` is the bot) an administrator with exactly these rights."""
        chat, person = self.world.channel(channel), self.person(user)
        if chat.member(person).status == "creator":
            raise ActRefused("not_allowed", "the creator has all rights already")
        new = Member(person, "administrator", full_rights(chat, rights), is_anonymous)
        set_member(self.world, chat, self._promoter(chat, by), new)

    def remove_admin(self, channel: Who, user: Who, by: Who | None = None, kick: bool = False) -> None:
        """A person stays as a member and a bot leaves, unless thrown out."""
        chat, person = self.world.channel(channel), self.person(user)
        if chat.member(person).status == "creator":
            raise ActRefused("not_allowed", "the creator stays")
        stays = "left" if self.world.users[person].is_bot else "member"
        set_member(self.world, chat, self._promoter(chat, by), Member(person, "kicked" if kick else stays))

    def transfer(self, channel: Who, new_owner: Who) -> None:
        """The channel is sold: the buyer becomes the creator, the seller an ordinary administrator."""
        chat, buyer = self.world.channel(channel), self.world.user(new_owner).id
        seller = chat.creator_id
        set_member(self.world, chat, seller, Member(buyer, "creator"))
        set_member(self.world, chat, buyer, Member(seller, "administrator", full_rights(chat, "all")))

    def delete_channel(self, channel: Who) -> None:
        """The channel is gone for good; for the bot it looks as if it had been thrown out."""
        chat = self.world.channel(channel)
        set_member(self.world, chat, chat.creator_id, Member(self.world.bot.id, "kicked"))
        chat.messages.clear()
        chat.pinned.clear()
        chat.username = None
        self.world.changes.record("channel", chat_id=chat.id)

    def person(self, user: Who) -> int:
        return self.world.bot.id if user == "bot" else self.world.user(user).id

    def _person(self, chat: Chat, by: Who | None) -> int:
        return self.world.user(by).id if by is not None else chat.creator_id

    def _promoter(self, chat: Chat, by: Who | None) -> int:
        person = self._person(chat, by)
        need_right(chat, person, "can_promote_members")
        return person

    # the channel itself

    def change(self, channel: Who, **settings: Any) -> Chat:
        """Any of title, username (None makes it private), protected, member_count, description, members_may_write."""
        chat = self.world.channel(channel)
        name = settings.get("username")
        holder = self.world.public_chat(name) if name else None
        if holder not in (None, chat):
            raise ActRefused("name_taken", f"@{name} belongs to another channel")
        renamed = "title" in settings and settings["title"] != chat.title
        for field in SETTINGS:
            if field in settings:
                setattr(chat, field, settings[field])
        self.world.changes.record("channel", chat_id=chat.id)
        if renamed:
            self._publish(chat, chat.creator_id, {"new_chat_title": chat.title})
        return chat
