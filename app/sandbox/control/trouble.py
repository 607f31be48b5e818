"""Faults of Telegram and of the chain."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from aiohttp import web

from app.sandbox.control.bundle import Sandbox
from app.sandbox.control.replies import Body, ControlError, path_number
from app.sandbox.toncenter.faults import Fault

TELEGRAM_FIELDS = ("method", "times", "seconds", "retry_after", "code", "description")
TON_FIELDS = ("route", "kind", "times", "status", "delay_seconds", "at_block")


class FaultRoutes:
    def __init__(self, sandbox: Sandbox) -> None:
        self.sandbox = sandbox
        self.faults = sandbox.telegram.world.faults

    def routes(self) -> list[tuple[str, str, Any]]:
        return [
            ("GET", "/faults", self.listing),
            ("POST", "/faults", self.add),
            ("DELETE", "/faults", self.clear),
            ("DELETE", "/faults/{id}", self.remove),
        ]

    async def listing(self, _: web.Request) -> web.StreamResponse:
        telegram = [{"service": "telegram", **fault} for fault in self.faults.listing()]
        active = self.sandbox.ton_faults.active if self.sandbox.ton_faults else []
        ton = [{"service": "ton", **asdict(fault)} for fault in active if isinstance(fault, Fault)]
        return web.json_response({"faults": telegram + ton})

    async def add(self, request: web.Request) -> web.StreamResponse:
        body = await Body.of(request)
        kind = str(body.required("kind"))
        try:
            if body.text("service", "telegram") == "ton":
                return self._add_ton(body)
            fields = {name: body.values[name] for name in TELEGRAM_FIELDS if name in body}
            if "chat" in body:
                fields["chat_id"] = self._chat_id(body.person("chat"))
            return web.json_response({"id": self.faults.add(kind, **fields).id})
        except (TypeError, ValueError) as problem:
            raise ControlError("bad_request", str(problem)) from None

    def _add_ton(self, body: Body) -> web.Response:
        if self.sandbox.ton_faults is None:
            raise ControlError("unavailable", "this sandbox runs without a chain")
        fields = {name: body.values[name] for name in TON_FIELDS if name in body}
        self.sandbox.ton_faults.add(Fault(**({"route": "*"} | fields)))
        return web.json_response({"id": None})

    def _chat_id(self, chat: int | str) -> int:
        world = self.sandbox.telegram.world
        person = chat if isinstance(chat, int) and chat in world.users else None
        if isinstance(chat, str) and (found := world.find_person(chat)):
            person = found.id
        return person if person is not None else world.channel(chat).id

    async def clear(self, _: web.Request) -> web.StreamResponse:
        self.faults.clear()
        if self.sandbox.ton_faults is not None:
            self.sandbox.ton_faults.clear()
        return web.json_response({})

    async def remove(self, request: web.Request) -> web.StreamResponse:
        if not self.faults.remove(path_number(request)):
            raise ControlError("not_found", "no such fault is armed")
        return web.json_response({})
