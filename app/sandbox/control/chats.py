"""A user's chat with the bot: reading it, and everything a thumb can do in it."""

from __future__ import annotations

import base64
import binascii
from typing import Any

from aiohttp import web

from app.sandbox.control.bundle import Sandbox
from app.sandbox.control.replies import Body, ControlError, path_reference, query_number
from app.sandbox.control.shown import keyboard_shown, message_shown, toast_shown, user_shown
from app.sandbox.telegram import MediaItem, Message

TOASTS_SHOWN = 20
Json = dict[str, Any]


class ChatRoutes:
    def __init__(self, sandbox: Sandbox) -> None:
        self.sandbox = sandbox
        self.people = sandbox.telegram.people
        self.world = sandbox.telegram.world

    def routes(self) -> list[tuple[str, str, Any]]:
        chat = "/chats/{user}"
        return [
            ("GET", f"{chat}/messages", self.messages),
            ("POST", f"{chat}/start", self.start),
            ("POST", f"{chat}/say", self.say),
            ("POST", f"{chat}/tap", self.tap),
            ("POST", f"{chat}/media", self.media),
            ("POST", f"{chat}/forward", self.forward),
            ("POST", f"{chat}/choose", self.choose),
            ("GET", f"{chat}/choices", self.choices),
            ("POST", f"{chat}/contact", self.contact),
            ("POST", f"{chat}/delete", self.delete),
            ("POST", f"{chat}/react", self.react),
            ("POST", f"{chat}/block", self.block),
            ("POST", f"{chat}/unblock", self.unblock),
            ("POST", f"{chat}/inline", self.inline),
            ("POST", f"{chat}/inline/send", self.send_inline),
            ("POST", f"{chat}/follow", self.follow),
            ("POST", f"{chat}/deactivate", self.deactivate),
            ("POST", "/users", self.new_user),
        ]

    async def messages(self, request: web.Request) -> web.StreamResponse:
        user = path_reference(request, "user")
        chat = self.people.chat(user)
        body: Json = {
            "chat_id": chat.id,
            "seq": self.world.changes.seq,
            "pinned_message_id": max(chat.pinned, default=None),
        }
        body["messages"] = [message_shown(self.world, each) for each in page(request, self.people.messages(user))]
        body["keyboard"] = keyboard_shown(chat)
        body["toasts"] = [toast_shown(each) for each in self.people.toasts(user)[-TOASTS_SHOWN:]]
        return web.json_response(body)

    async def start(self, request: web.Request) -> web.StreamResponse:
        body = await Body.of(request)
        return sent(self.people.start(path_reference(request, "user"), body.text("payload")))

    async def say(self, request: web.Request) -> web.StreamResponse:
        body, user = await Body.of(request), path_reference(request, "user")
        html, reply_to = body.optional_text("html"), body.integer("reply_to")
        return sent(self.people.say(user, body.text("text"), html=html, reply_to=reply_to))

    async def media(self, request: web.Request) -> web.StreamResponse:
        body, user = await Body.of(request), path_reference(request, "user")
        html = body.optional_text("html")
        messages = self.people.send_media(user, media_items(body), body.text("caption"), html=html)
        return web.json_response({"message_ids": [message.id for message in messages]})

    async def forward(self, request: web.Request) -> web.StreamResponse:
        body = await Body.of(request)
        source, message_id = body.person("from"), needed_message(body)
        return sent(self.people.forward(path_reference(request, "user"), source, message_id))

    async def contact(self, request: web.Request) -> web.StreamResponse:
        return sent(self.people.share_contact(path_reference(request, "user")))

    async def delete(self, request: web.Request) -> web.StreamResponse:
        body = await Body.of(request)
        self.people.delete(path_reference(request, "user"), needed_message(body))
        return web.json_response({})

    async def react(self, request: web.Request) -> web.StreamResponse:
        body = await Body.of(request)
        self.people.react(path_reference(request, "user"), needed_message(body), body.optional_text("emoji"))
        return web.json_response({})

    async def tap(self, request: web.Request) -> web.StreamResponse:
        """Taps; with `wait` the reply brings the bot's answer."""
        body, user = await Body.of(request), path_reference(request, "user")
        text, data = body.optional_text("text"), body.optional_text("data")
        if text is None and data is None:
            raise ControlError("bad_request", "text or data says which button")
        tap = self.people.tap(user, text, data=data, message_id=body.integer("message_id"))
        reply: Json = {"kind": tap.kind, "message_id": tap.message.id if tap.message else None}
        if tap.url:
            reply["url"] = tap.url
        if tap.callback:
            wait = body.number("wait")
            if wait > 0:
                await self.sandbox.telegram.expect_answer(tap, wait)
            reply |= {"callback_id": tap.callback.id, "answer": tap.callback.answer}
        return web.json_response(reply)

    async def choose(self, request: web.Request) -> web.StreamResponse:
        body, user = await Body.of(request), path_reference(request, "user")
        return sent(self.people.choose_channel(user, body.person("channel"), body.optional_text("button")))

    async def choices(self, request: web.Request) -> web.StreamResponse:
        offered = self.people.choices(path_reference(request, "user"), request.query.get("button"))
        shown = [{"id": chat.id, "title": chat.title, "username": chat.username} for chat in offered]
        return web.json_response({"channels": shown})

    async def block(self, request: web.Request) -> web.StreamResponse:
        self.people.block(path_reference(request, "user"))
        return web.json_response({})

    async def unblock(self, request: web.Request) -> web.StreamResponse:
        self.people.unblock(path_reference(request, "user"))
        return web.json_response({})

    async def deactivate(self, request: web.Request) -> web.StreamResponse:
        self.people.deactivate(path_reference(request, "user"))
        return web.json_response({})

    async def inline(self, request: web.Request) -> web.StreamResponse:
        body = await Body.of(request)
        asked = self.people.inline(path_reference(request, "user"), body.text("query"))
        wait = body.number("wait", 5.0)
        await self.sandbox.telegram.wait_for(lambda: asked.results is not None, wait, "an answer to the inline query")
        return web.json_response({"query_id": asked.id, "results": asked.results})

    async def send_inline(self, request: web.Request) -> web.StreamResponse:
        body, user = await Body.of(request), path_reference(request, "user")
        query_id, result_id = str(body.required("query_id")), str(body.required("result_id"))
        channel = body.person("channel") if "channel" in body else None
        return sent(self.people.send_inline(user, query_id, result_id, channel))

    async def follow(self, request: web.Request) -> web.StreamResponse:
        body = await Body.of(request)
        return sent(self.people.follow(path_reference(request, "user"), str(body.required("url"))))

    async def new_user(self, request: web.Request) -> web.StreamResponse:
        body = await Body.of(request)
        name, user_id = body.optional_text("username"), body.integer("id")
        taken = user_id in self.world.users or (name and (self.world.public_chat(name) or self.world.find_person(name)))
        if taken:
            raise ControlError("name_taken", "this id or username is taken")
        user = self.world.add_user(
            str(body.required("first_name")),
            user_id=user_id,
            username=name,
            last_name=body.optional_text("last_name"),
            language_code=body.text("language_code", "en"),
            is_premium=body.flag("is_premium"),
        )
        return web.json_response(user_shown(self.sandbox, user))


def sent(message: Message) -> web.Response:
    return web.json_response({"message_id": message.id})


def needed_message(body: Body) -> int:
    body.required("message_id")
    return body.integer("message_id") or 0


def page(request: web.Request, messages: list[Message]) -> list[Message]:
    """The newest `limit` messages older than `before`, oldest first."""
    limit, before = int(query_number(request, "limit", 50)), query_number(request, "before", float("inf"))
    older = [message for message in messages if message.id < before]
    return older[-limit:] if limit > 0 else []


def media_items(body: Body) -> list[MediaItem]:
    items = body.items("items")
    if not items or not all(isinstance(item, dict) for item in items):
        raise ControlError("bad_request", "items is a list of objects, one for each file")
    return [media_item(item) for item in items]


def media_item(item: Json) -> MediaItem:
    encoded = item.get("base64")
    try:
        content = base64.b64decode(encoded, validate=True) if encoded is not None else None
    except (binascii.Error, ValueError, TypeError):
        raise ControlError("bad_request", "base64 cannot be read") from None
    fields = {name: str(item[name]) for name in ("file_id", "picture", "file_name") if item.get(name) is not None}
    return MediaItem(str(item.get("kind", "photo")), content, **fields)
