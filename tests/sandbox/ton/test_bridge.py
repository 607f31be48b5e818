"""The bridge keeps what comes for whoever is away, and shows it to every stream that listens."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import pytest

from tests.sandbox.ton.world import World

Events = AsyncIterator[tuple[int, Any]]


@asynccontextmanager
async def stream(world: World, *clients: str, **params: str) -> AsyncIterator[Events]:
    """The events of an open stream, as (id, content)."""
    query = {"client_id": ",".join(clients), **params}
    async with world.http.get(f"{world.url}/bridge/events", params=query) as response:
        assert response.headers["Content-Type"].startswith("text/event-stream")
        yield _events(response)


async def _events(response: aiohttp.ClientResponse) -> Events:
    event_id = 0
    async for line in response.content:
        name, _, value = line.decode().strip().partition(": ")
        if name == "id":
            event_id = int(value)
        elif name == "data" and value != "heartbeat":
            yield event_id, json.loads(value)


async def post(world: World, to: str, text: str, **params: str) -> int:
    query = {"client_id": "app", "to": to, "ttl": "300", "topic": "sendTransaction", **params}
    async with world.http.post(f"{world.url}/bridge/message", params=query, data=text) as response:
        return response.status


async def test_what_came_while_nobody_listened_is_delivered_first(world: World) -> None:
    await post(world, "phone", "one")
    await post(world, "phone", "two")
    await post(world, "another", "not for the phone")
    async with stream(world, "phone") as events:
        first_id, first = await anext(events)
        second_id, second = await anext(events)
        await post(world, "phone", "three")
        _, third = await anext(events)
    assert (first, second["message"], third["message"]) == ({"from": "app", "message": "one"}, "two", "three")
    assert first_id < second_id


async def test_a_stream_continues_after_the_last_event_that_was_seen(world: World) -> None:
    await post(world, "phone", "one")
    await post(world, "phone", "two")
    async with stream(world, "phone") as events:
        seen, _ = await anext(events)
    async with stream(world, "phone", last_event_id=str(seen)) as events:
        assert (await anext(events))[1]["message"] == "two"


async def test_one_stream_may_serve_several_clients_and_one_client_several_streams(world: World) -> None:
    async with stream(world, "phone", "tablet") as both, stream(world, "phone") as phone:
        await post(world, "tablet", "to the tablet")
        await post(world, "phone", "to the phone")
        assert [(await anext(both))[1]["message"] for _ in range(2)] == ["to the tablet", "to the phone"]
        assert (await anext(phone))[1]["message"] == "to the phone"


async def test_a_message_is_forgotten_when_its_time_is_over(world: World) -> None:
    await post(world, "phone", "short", ttl="60")
    await post(world, "phone", "long", ttl="300")
    world.clock.advance(61)
    async with stream(world, "phone") as events:
        assert (await anext(events))[1]["message"] == "long"


@pytest.mark.parametrize("params", [{"ttl": "301"}, {"ttl": "soon"}, {"to": ""}, {"client_id": ""}])
async def test_a_message_without_proper_parameters_is_refused(world: World, params: dict[str, str]) -> None:
    assert await post(world, params.pop("to", "phone"), "text", **params) == 400


async def test_a_stream_without_a_client_is_refused(world: World) -> None:
    for query in ({}, {"client_id": "a", "last_event_id": "yesterday"}):
        async with world.http.get(f"{world.url}/bridge/events", params=query) as response:
            assert response.status == 400


async def test_streams_end_when_the_bridge_closes_so_that_a_server_can_stop(world: World) -> None:
    async with stream(world, "phone") as events:
        world.bridge.close()
        assert [event async for event in events] == []
    assert world.bridge.listeners("phone") == 0


async def test_a_page_on_another_origin_may_use_the_bridge_and_the_list(world: World) -> None:
    for method, path in (("OPTIONS", "/bridge/message"), ("GET", "/wallets.json")):
        async with world.http.request(method, world.url + path) as response:
            assert response.headers["Access-Control-Allow-Origin"] == "*"


async def test_the_list_offers_the_sandbox_wallet_on_this_bridge(world: World) -> None:
    async with world.http.get(world.url + "/wallets.json") as response:
        (wallet,) = await response.json()
    assert wallet["bridge"] == [{"type": "sse", "url": world.url + "/bridge"}, {"type": "js", "key": "sandboxwallet"}]
    assert wallet["universal_url"].startswith(world.url)
