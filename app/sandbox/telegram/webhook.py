"""Delivery to a webhook: one update at a time for each chat, several chats at once, again and again until taken.

An answer may carry a method to execute, as JSON or as a form, exactly as Telegram allows it.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable

import aiohttp

from app.sandbox.telegram.params import Params, Upload
from app.sandbox.telegram.records import Json
from app.sandbox.telegram.world import World

RETRY_SECONDS = (0.05, 0.2, 0.5, 1.0, 3.0, 10.0)
ANSWER_TIMEOUT_SECONDS = 60
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
Execute = Callable[[str, Params], Awaitable[object]]


class WebhookSender:
    def __init__(self, world: World, execute: Execute) -> None:
        self._world = world
        self._execute = execute
        self._session: aiohttp.ClientSession | None = None
        self._in_flight: dict[int, asyncio.Task[None]] = {}  # by chat
        self._loop_task: asyncio.Task[None] | None = None

    def start(self) -> None:
        self._loop_task = asyncio.create_task(self._run())

    async def close(self) -> None:
        tasks = [task for task in (self._loop_task, *self._in_flight.values()) if task]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        if self._session:
            await self._session.close()

    async def _run(self) -> None:
        while True:
            update = await self._wait_for_update()
            chat_id = _chat_of(update)
            self._in_flight[chat_id] = asyncio.create_task(self._deliver(chat_id, update))

    async def _wait_for_update(self) -> Json:
        changes = self._world.changes
        while True:
            try:
                return await changes.wait_for(self._next, 3600, "an update for the webhook")
            except TimeoutError:
                continue

    def _next(self) -> Json:
        """The oldest update of a chat that has none under way."""
        queue = self._world.updates
        if not queue.webhook or len(self._in_flight) >= queue.webhook["max_connections"]:
            return {}
        return next((each for each in queue.waiting if _chat_of(each) not in self._in_flight), {})

    async def _deliver(self, chat_id: int, update: Json) -> None:
        try:
            for attempt in range(1_000_000):
                if update not in self._world.updates.waiting or not self._world.updates.webhook:
                    return
                reply = await self._post(update)
                if reply is not None:
                    self._world.updates.remove(update)
                    if reply[0]:
                        await self._execute(*reply)
                    return
                await asyncio.sleep(RETRY_SECONDS[min(attempt, len(RETRY_SECONDS) - 1)])
        finally:
            self._in_flight.pop(chat_id, None)
            self._world.changes.record("webhook", delivered=update["update_id"])

    async def _post(self, update: Json) -> tuple[str, Params] | None:
        """The method that the bot answers with (mostly none, an empty name); None when it did not take the update."""
        webhook = self._world.updates.webhook
        if self._session is None:
            self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=ANSWER_TIMEOUT_SECONDS))
        headers = {SECRET_HEADER: webhook["secret"]} if webhook["secret"] else {}
        try:
            async with self._session.post(webhook["url"], json=update, headers=headers) as response:
                if not 200 <= response.status < 300:
                    self._failed(webhook, f"Wrong response from the webhook: {response.status} {response.reason}")
                    return None
                return await _read_reply(response)
        except (aiohttp.ClientError, TimeoutError) as error:
            self._failed(webhook, f"Connection failed: {type(error).__name__}")
            return None

    def _failed(self, webhook: Json, text: str) -> None:
        webhook["last_error"] = {"date": self._world.now(), "text": text}
        self._world.changes.record("webhook", error=text)


def _chat_of(update: Json) -> int:
    payload: Json = next(value for name, value in update.items() if name != "update_id")
    chat = payload.get("chat") or payload.get("message", {}).get("chat") or payload.get("from") or {}
    return int(chat.get("id", 0))


async def _read_reply(response: aiohttp.ClientResponse) -> tuple[str, Params]:
    """The method that the answer asks for, or an empty name; an answer that cannot be read asks for nothing."""
    try:
        params = await _read_fields(response)
    except ValueError:
        return "", Params()
    return str(params.values.pop("method", "")), params


async def _read_fields(response: aiohttp.ClientResponse) -> Params:
    params = Params()
    if response.content_type == "application/json":
        body = await response.text()
        values = json.loads(body) if body.strip() else {}
        params.values = values if isinstance(values, dict) else {}
    elif response.content_type.startswith("multipart/"):
        async for part in aiohttp.MultipartReader.from_response(response):
            if isinstance(part, aiohttp.BodyPartReader) and part.name:
                await _read_part(part, part.name, params)
    return params


async def _read_part(part: aiohttp.BodyPartReader, name: str, params: Params) -> None:
    content = bytes(await part.read(decode=True))
    if part.filename:
        params.uploads[name] = Upload(content, part.filename)
    else:
        params.values[name] = content.decode()
