"""A person with a phone: everything one can do in the private chat with the bot.

People are named by id or username. Sending anything starts the chat; to somebody who has blocked the bot only
/start (which unblocks) and unblocking are left, as in Telegram's clients.
"""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from app.sandbox.telegram.acts.compose import MediaItem, media_of, text_of
from app.sandbox.telegram.acts.inline import ask, send_result
from app.sandbox.telegram.acts.members import full_rights, may_choose, set_bot_blocked, set_member, shared_chat
from app.sandbox.telegram.acts.reactions import react
from app.sandbox.telegram.acts.refusals import ActRefused
from app.sandbox.telegram.acts.taps import Tap, find_inline, find_reply, find_request_chat, link_of
from app.sandbox.telegram.methods.forwarding import origin_of
from app.sandbox.telegram.methods.markup import url_buttons_only
from app.sandbox.telegram.records import Callback, Chat, InlineQuery, Json, Member, Message, User
from app.sandbox.telegram.views import chat_view, message_view, user_view
from app.sandbox.telegram.world import World

Who = int | str


class People:
    def __init__(self, world: World) -> None:
        self.world = world

    # reading

    def chat(self, user: Who) -> Chat:
        return self.world.chats[self.world.user(user).id]

    def messages(self, user: Who) -> list[Message]:
        """The chat with the bot, oldest first."""
        return sorted(self.chat(user).messages.values(), key=lambda message: message.id)

    def newest_from_bot(self, user: Who) -> Message | None:
        bot = self.world.bot.id
        spoken = [message for message in self.messages(user) if message.author_id == bot and not message.is_service]
        return spoken[-1] if spoken else None

    def last_from_bot(self, user: Who) -> Message:
        found = self.newest_from_bot(user)
        if found is None:
            raise ActRefused("unknown_message", "the bot has said nothing yet")
        return found

    def toasts(self, user: Who) -> list[Callback]:
        """Taps that the bot has answered, in the order of the answers."""
        user_id = self.world.user(user).id
        answered = [c for c in self.world.callbacks.values() if c.user_id == user_id and c.answer is not None]
        return sorted(answered, key=lambda callback: callback.seq)

    # writing

    def start(self, user: Who, payload: str = "") -> Message:
        person = self.world.user(user)
        set_bot_blocked(self.world, person.id, False)
        return self.say(person.id, f"/start {payload}".strip())

    def say(
        self,
        user: Who,
        text: str = "",
        *,
        html: str | None = None,
        entities: list[Json] | None = None,
        reply_to: int | None = None,
    ) -> Message:
        person = self._speaker(user)
        return self._send(person, text_of(text, html, entities, custom_emoji=person.is_premium), reply_to=reply_to)

    def send_media(
        self, user: Who, items: list[MediaItem], caption: str = "", *, html: str | None = None
    ) -> list[Message]:
        """One message, or an album of several."""
        person = self._speaker(user)
        contents = media_of(self.world, items, caption, html)
        album = self.world.next_query_id() if len(contents) > 1 else None
        return [self._send(person, content, album=album) for content in contents]

    def forward(self, user: Who, from_chat: Who, message_id: int) -> Message:
        """Shows the bot a post (or a message of one's own chat), as a forward."""
        person = self._speaker(user)
        own = self.world.users.get(from_chat) if isinstance(from_chat, int) else None
        source = self.world.chats[own.id] if own else self.world.channel(from_chat)
        message = self.world.message(source, message_id)
        if source.protected or message.protected:
            raise ActRefused("not_allowed", "the content is protected")
        origin = origin_of(self.world, source, message)
        message.views += 1
        return self._send(person, dict(message.content), origin=origin, markup=url_buttons_only(message.markup))

    def share_contact(self, user: Who) -> Message:
        person = self._speaker(user)
        contact = {"phone_number": person.phone, "first_name": person.first_name, "user_id": person.id}
        return self._send(person, {"contact": contact})

    def edit(self, user: Who, message_id: int, text: str = "", *, html: str | None = None) -> Message:
        person = self._speaker(user)
        message = self.world.message(self.chat(user), message_id)
        if message.author_id != person.id or "text" not in message.content:
            raise ActRefused("not_allowed", "only one's own texts can be edited")
        message.content = text_of(text, html, None)
        self.world.edited(message)
        self.world.updates.push("edited_message", message_view(self.world, message))
        return message

    def delete(self, user: Who, message_id: int) -> None:
        """For both sides; the bot is not told."""
        chat = self.chat(user)
        self.world.message(chat, message_id)
        self.world.delete(chat, message_id)

    def react(self, user: Who, message_id: int, emoji: str | None) -> None:
        person, chat = self.world.user(user), self.chat(user)
        react(self.world, chat, self.world.message(chat, message_id), person.id, emoji)

    def _speaker(self, user: Who) -> User:
        person = self.world.user(user)
        if person.deactivated:
            raise ActRefused("not_allowed", f"{person.name} has deleted the account")
        if person.blocked:
            raise ActRefused("blocked", f"{person.name} has blocked the bot")
        person.started = True
        return person

    def _send(self, person: User, content: Json, **fields: object) -> Message:
        message = self.world.append(self.world.chats[person.id], person.id, content, **fields)
        self.world.updates.push("message", message_view(self.world, message))
        return message

    # buttons

    def tap(self, user: Who, text: str | None = None, *, data: str | None = None, message_id: int | None = None) -> Tap:
        person, chat = self.world.user(user), self.chat(user)
        found = find_inline(chat, text, data, message_id)
        if found:
            return self._tap_inline(person, *found)
        button = find_reply(chat, text) if message_id is None else None
        if button is None:
            raise ActRefused("no_such_button", f"no message of this chat has a button {text or data!r}")
        return self._tap_reply(person, chat, button)

    def _tap_inline(self, person: User, message: Message, button: Json) -> Tap:
        if link := link_of(button):
            return Tap("url", message, url=link)
        if "callback_data" not in button:
            return Tap("switch_inline", message)
        return Tap("callback", message, self._call_back(person, message, button["callback_data"]))

    def _call_back(self, person: User, message: Message, data: str) -> Callback:
        callback = Callback(self.world.next_query_id(), person.id, message.id, self.world.clock.now())
        self.world.callbacks[callback.id] = callback
        query: Json = {"id": callback.id, "from": user_view(person), "message": message_view(self.world, message)}
        query |= {"chat_instance": str(9_000_000_000 + person.id), "data": data}
        self.world.updates.push("callback_query", query)
        return callback

    def _tap_reply(self, person: User, chat: Chat, button: Json) -> Tap:
        if button.get("request_contact"):
            return Tap("text", self.share_contact(person.id))
        if button.get("web_app"):
            return Tap("url", url=str(button["web_app"]["url"]))
        if button.get("request_chat") or button.get("request_users"):
            raise ActRefused("bad_request", "this button asks to choose: choose a channel instead")
        message = self.say(person.id, button["text"])
        self._used(chat)
        return Tap("text", message)

    def _used(self, chat: Chat) -> None:
        if chat.keyboard and chat.keyboard.get("one_time_keyboard"):
            chat.keyboard = None
            self.world.changes.record("keyboard", chat_id=chat.id)

    # the channel picker

    def choices(self, user: Who, button: str | None = None) -> list[Chat]:
        person = self.world.user(user)
        wanted = find_request_chat(self.chat(user), button)["request_chat"]
        return [chat for chat in self.world.chats.values() if may_choose(self.world, chat, person.id, wanted)]

    def choose_channel(self, user: Who, channel: Who, button: str | None = None) -> Message:
        """Presses the picker's button and chooses: the bot gets the rights it asked for, then hears of the choice."""
        person, chosen = self._speaker(user), self.world.channel(channel)
        chat = self.chat(user)
        wanted = find_request_chat(chat, button)["request_chat"]
        if not may_choose(self.world, chosen, person.id, wanted):
            raise ActRefused("no_such_choice", f"{chosen.title} is not offered: the rights do not fit")
        if asked := wanted.get("bot_administrator_rights"):
            self._promote_bot(person, chosen, asked)
        message = self._send(person, {"chat_shared": shared_chat(chosen, wanted)})
        self._used(chat)
        return message

    def _promote_bot(self, person: User, chosen: Chat, asked: Json) -> None:
        had = chosen.member(self.world.bot.id)
        known = {name: bool(on) for name, on in asked.items() if name in chosen.right_names}
        rights = (had.rights if had.is_admin else {}) | full_rights(chosen, known)
        set_member(self.world, chosen, person.id, Member(self.world.bot.id, "administrator", rights))

    # the rest

    def block(self, user: Who) -> None:
        set_bot_blocked(self.world, self.world.user(user).id, True)

    def unblock(self, user: Who) -> None:
        set_bot_blocked(self.world, self.world.user(user).id, False)

    def deactivate(self, user: Who) -> None:
        """Deletes the account: the bot can reach the person no more, and is not told."""
        person = self.world.user(user)
        person.deactivated, person.username, person.first_name = True, None, "Deleted Account"
        self.world.changes.record("user", user_id=person.id)

    def inline(self, user: Who, query: str) -> InlineQuery:
        """Types `@bot query` somewhere; the bot's answer arrives in `results`."""
        return ask(self.world, self.world.user(user), query)

    def send_inline(self, user: Who, query_id: str, result_id: str, channel: Who | None = None) -> Message:
        """Sends a result of one's inline query, to the chat with the bot or to a channel."""
        person = self._speaker(user)
        chat = self.chat(person.id) if channel is None else self.world.channel(channel)
        return send_result(self.world, person, query_id, result_id, chat)

    def follow(self, user: Who, url: str) -> Message:
        """Opens a `https://t.me/<bot>?start=...` link, as from a button, a post or a friend."""
        place = urlsplit(url)
        if place.path.strip("/").lower() != (self.world.bot.username or "").lower():
            raise ActRefused("bad_request", f"{url} does not lead to this bot")
        return self.start(user, parse_qs(place.query).get("start", [""])[0])

    def chat_view(self, user: Who) -> Json:
        return chat_view(self.world, self.chat(user))
