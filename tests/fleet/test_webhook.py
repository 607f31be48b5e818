"""Several bots on one webhook: Telegram is told once, strangers are refused, and no update is lost by a stop."""

import asyncio
import os
import signal
from typing import Any

import aiohttp

from app.config import WEBHOOK_PATH
from app.sandbox.telegram.views import plain_text
from app.webhook import SECRET_HEADER
from models import Cursor
from tests.fleet.fleet import Fleet

UPDATE = {"update_id": 1, "message": {"message_id": 1, "date": 1, "chat": {"id": 1, "type": "private"}}}


async def test_many_bots_are_one_bot(fleet: Fleet) -> None:
    await the_webhook_is_set_once(fleet)
    await strangers_are_refused(fleet)
    await one_persons_updates_are_handled_in_their_order(fleet)
    await an_update_that_was_handled_is_not_handled_again(fleet)
    await a_stop_finishes_what_is_in_hand(fleet)
    await the_other_one_goes_on(fleet)


async def the_webhook_is_set_once(fleet: Fleet) -> None:
    updates = fleet.house.telegram.world.updates

    async def is_set() -> bool:
        return bool(updates.webhook) and await Cursor.filter(name="webhook").exists()

    await fleet.until(is_set, "the webhook")
    assert updates.webhook["url"] == fleet.settings.webhook_url
    assert updates.webhook["secret"] == fleet.settings.webhook_key
    assert {"message", "callback_query", "my_chat_member", "channel_post"} <= set(updates.allowed)
    set_by = [process.name for process in fleet.all["webhook"] if "the webhook is set" in process.log_tail()]
    assert len(set_by) == 1


async def strangers_are_refused(fleet: Fleet) -> None:
    for secret in (None, "", "wrong", fleet.settings.webhook_key[:-1], "ключ"):
        headers = {} if secret is None else {SECRET_HEADER: secret}
        assert (await post_update(fleet, headers))[0] == 401
    right = {SECRET_HEADER: fleet.settings.webhook_key}
    assert (await post_update(fleet, right, data=b"no json"))[0] == 400


async def post_update(fleet: Fleet, headers: dict[str, str], data: bytes | None = None) -> tuple[int, str]:
    body: dict[str, Any] = {"json": UPDATE} if data is None else {"data": data}
    async with (
        aiohttp.ClientSession() as http,
        http.post(fleet.settings.origin + WEBHOOK_PATH, headers=headers, **body) as answer,
    ):
        return answer.status, await answer.text()


async def one_persons_updates_are_handled_in_their_order(fleet: Fleet) -> None:
    people = fleet.house.telegram.people
    people.start(1001)
    await fleet.updates_taken()
    for word in ("/help", "/language", "/start"):
        people.say(1001, word)
    await fleet.updates_taken()
    said = [plain_text(message) for message in fleet.said_to(1001)]
    assert len(said) >= 4
    for process in fleet.all["webhook"]:
        assert "ERROR" not in process.log_tail(), process.log_tail()


async def an_update_that_was_handled_is_not_handled_again(fleet: Fleet) -> None:
    world = fleet.house.telegram.world
    seen: list[dict[str, Any]] = []
    push = world.updates.push

    def noting(kind: str, payload: dict[str, Any]) -> None:
        push(kind, payload)
        seen.extend(world.updates.waiting[-1:])

    world.updates.push = noting  # type: ignore[method-assign]  # the test wants the update as it was sent
    fleet.house.telegram.people.say(1001, "/help")
    await fleet.updates_taken()
    before = len(fleet.said_to(1001))
    headers = {SECRET_HEADER: fleet.settings.webhook_key}
    async with (
        aiohttp.ClientSession() as http,
        http.post(fleet.settings.webhook_url, headers=headers, json=seen[-1]) as answer,
    ):
        assert answer.status == 200
    assert len(fleet.said_to(1001)) == before


async def a_stop_finishes_what_is_in_hand(fleet: Fleet) -> None:
    """Both are told to stop while a slow answer is on its way: it is said once, by the one that has it in hand."""
    first = fleet.all["webhook"][0]
    fleet.house.telegram.world.faults.add("delay", method="sendMessage", chat_id=1001, seconds=1.0)
    before = len(fleet.said_to(1001))
    fleet.house.telegram.people.say(1001, "/help")

    async def is_working() -> bool:
        return fleet.in_flight > 0

    await fleet.until(is_working, "the slow answer")
    for process in fleet.all["webhook"]:
        os.kill(process.pid, signal.SIGTERM)
    codes = await asyncio.gather(*(process.wait() for process in fleet.all["webhook"]))
    assert codes == [0, 0]
    assert len(fleet.said_to(1001)) == before + 1
    await first.start()
    await fleet.updates_taken()
    assert len(fleet.said_to(1001)) == before + 1


async def the_other_one_goes_on(fleet: Fleet) -> None:
    """One of two is away: what people write is answered all the same."""
    before = len(fleet.said_to(1001))
    fleet.house.telegram.people.say(1001, "/start")
    await fleet.updates_taken()
    assert len(fleet.said_to(1001)) > before
    assert await fleet.status("webhook-0") == (200, {"status": "ready"})
    assert (await fleet.status("worker-1"))[0] == 200
