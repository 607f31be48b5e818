"""Channels: their posts, their people, their settings."""

from __future__ import annotations

from typing import Any

from aiohttp import web

from app.sandbox.control.bundle import Sandbox
from app.sandbox.control.chats import media_item, media_items, page
from app.sandbox.control.replies import Body, ControlError, path_number, path_reference, reference
from app.sandbox.control.shown import channel_shown, message_shown
from app.sandbox.telegram import Chat

SETTINGS = {
    "title": str,
    "username": str,
    "protected": bool,
    "member_count": int,
    "description": str,
    "members_may_write": bool,
}
Json = dict[str, Any]


class ChannelRoutes:
    def __init__(self, sandbox: Sandbox) -> None:
        self.channels = sandbox.telegram.channels
        self.world = sandbox.telegram.world

    def routes(self) -> list[tuple[str, str, Any]]:
        one = "/channels/{channel}"
        post = one + "/posts/{id}"
        return [
            ("POST", "/channels", self.new),
            ("GET", one, self.show),
            ("POST", f"{one}/settings", self.settings),
            ("GET", f"{one}/posts", self.posts),
            ("POST", f"{one}/posts", self.post),
            ("PUT", post, self.edit),
            ("DELETE", post, self.delete),
            ("POST", f"{post}/react", self.react),
            ("POST", f"{post}/views", self.views),
            ("POST", f"{post}/pin", self.pin),
            ("POST", f"{post}/unpin", self.unpin),
            ("PUT", one + "/admins/{user}", self.set_admin),
            ("DELETE", one + "/admins/{user}", self.remove_admin),
            ("PUT", one + "/members/{user}", self.join),
            ("POST", f"{one}/transfer", self.transfer),
            ("DELETE", one, self.delete_channel),
            ("DELETE", one + "/members/{user}", self.leave),
        ]

    def _chat(self, request: web.Request) -> Chat:
        return self.world.channel(path_reference(request, "channel"))

    def _shown(self, chat: Chat) -> web.Response:
        return web.json_response(channel_shown(self.world, chat))

    async def new(self, request: web.Request) -> web.StreamResponse:
        body = await Body.of(request)
        name, chat_id, rights = body.optional_text("username"), body.integer("id"), body.values.get("bot_rights")
        if chat_id in self.world.chats or (name and self.world.public_chat(name)):
            raise ControlError("name_taken", "this id or username is taken")
        chat = self.world.add_channel(
            str(body.required("title")),
            body.person("owner"),
            chat_id=chat_id,
            username=name,
            member_count=body.integer("member_count") or 1,
            type=body.text("type", "channel"),
        )
        if rights is not None:
            self.channels.set_admin(chat.id, "bot", rights)
        return self._shown(chat)

    async def show(self, request: web.Request) -> web.StreamResponse:
        return self._shown(self._chat(request))

    async def settings(self, request: web.Request) -> web.StreamResponse:
        body = await Body.of(request)
        given = {name: body.values[name] for name in SETTINGS if name in body}
        for name, value in given.items():
            if value is not None and not isinstance(value, SETTINGS[name]):
                raise ControlError("bad_request", f"{name} is of a wrong type")
        return self._shown(self.channels.change(self._chat(request).id, **given))

    async def posts(self, request: web.Request) -> web.StreamResponse:
        chat = self._chat(request)
        shown = [message_shown(self.world, each) for each in page(request, self.channels.posts(chat.id))]
        return web.json_response({"messages": shown, "pinned_message_id": max(chat.pinned, default=None)})

    async def post(self, request: web.Request) -> web.StreamResponse:
        body, chat = await Body.of(request), self._chat(request)
        items = media_items(body) if "items" in body else None
        text = body.text("caption") or body.text("text")
        author, html, buttons = body.person("by"), body.optional_text("html"), body.items("buttons")
        posted = self.channels.post(chat.id, author, text, html=html, items=items, buttons=buttons)
        return web.json_response({"message_ids": [message.id for message in posted]})

    async def edit(self, request: web.Request) -> web.StreamResponse:
        body, chat = await Body.of(request), self._chat(request)
        items = body.items("items")
        text = body.optional_text("text")
        self.channels.edit_post(
            chat.id,
            path_number(request),
            body.person("by"),
            body.optional_text("caption") if text is None else text,
            html=body.optional_text("html"),
            item=media_item(items[0]) if items and isinstance(items[0], dict) else None,
            buttons=body.items("buttons"),
        )
        return web.json_response({})

    async def delete(self, request: web.Request) -> web.StreamResponse:
        self.channels.delete_post(self._chat(request).id, path_number(request), _by(request))
        return web.json_response({})

    async def react(self, request: web.Request) -> web.StreamResponse:
        body, chat = await Body.of(request), self._chat(request)
        self.channels.react(chat.id, path_number(request), body.person("by"), body.optional_text("emoji"))
        return web.json_response({})

    async def views(self, request: web.Request) -> web.StreamResponse:
        body, chat = await Body.of(request), self._chat(request)
        self.channels.add_views(chat.id, path_number(request), body.integer("count") or 1)
        return web.json_response({})

    async def pin(self, request: web.Request) -> web.StreamResponse:
        self.channels.pin(self._chat(request).id, path_number(request), _by(request))
        return web.json_response({})

    async def unpin(self, request: web.Request) -> web.StreamResponse:
        self.channels.unpin(self._chat(request).id, path_number(request))
        return web.json_response({})

    async def set_admin(self, request: web.Request) -> web.StreamResponse:
        body, chat = await Body.of(request), self._chat(request)
        by = body.person("by") if "by" in body else None
        rights = body.required("rights")
        self.channels.set_admin(chat.id, path_reference(request, "user"), rights, by, body.flag("is_anonymous"))
        return self._shown(chat)

    async def remove_admin(self, request: web.Request) -> web.StreamResponse:
        chat, kick = self._chat(request), request.query.get("kick") in ("1", "true")
        self.channels.remove_admin(chat.id, path_reference(request, "user"), _by(request), kick)
        return self._shown(chat)

    async def transfer(self, request: web.Request) -> web.StreamResponse:
        body, chat = await Body.of(request), self._chat(request)
        self.channels.transfer(chat.id, body.person("to"))
        return self._shown(chat)

    async def delete_channel(self, request: web.Request) -> web.StreamResponse:
        self.channels.delete_channel(self._chat(request).id)
        return web.json_response({})

    async def join(self, request: web.Request) -> web.StreamResponse:
        chat = self._chat(request)
        self.channels.join(chat.id, path_reference(request, "user"))
        return self._shown(chat)

    async def leave(self, request: web.Request) -> web.StreamResponse:
        chat = self._chat(request)
        self.channels.leave(chat.id, path_reference(request, "user"))
        return self._shown(chat)


def _by(request: web.Request) -> int | str | None:
    return reference(request.query["by"]) if "by" in request.query else None
