"""Calls to Telegram and to the chain's provider are counted by method and by how they ended."""

from collections.abc import AsyncIterator
from contextlib import suppress

import aiohttp
import pytest
from aiogram import Bot
from aiogram.exceptions import AiogramError
from aiohttp import web
from aiohttp.test_utils import TestServer
from prometheus_client import REGISTRY

from app.adapters.metering import metered_chain
from app.adapters.telegram import make_bot

ANSWERS = {
    200: {"ok": True, "result": 5},
    429: {"ok": False, "error_code": 429, "description": "Too Many Requests", "parameters": {"retry_after": 1}},
    403: {"ok": False, "error_code": 403, "description": "Forbidden: bot was blocked by the user"},
    502: {"ok": False, "error_code": 502, "description": "Bad Gateway"},
}


@pytest.fixture
async def server() -> AsyncIterator[TestServer]:
    """Answers with the status that is asked for in the path; 0 cuts the connection."""

    async def answer(request: web.Request) -> web.Response:
        status = int(request.match_info.get("status") or str((await request.post())["chat_id"]))
        if not status:
            assert request.transport is not None
            request.transport.close()
        return web.json_response(ANSWERS.get(status, {}), status=status or 200)

    app = web.Application()
    app.router.add_post("/bot{token}/{method}", answer)
    app.router.add_get("/{status}/api/v3/{method}", answer)
    app.router.add_get("/{status}/list.json", answer)
    server = TestServer(app)
    await server.start_server()
    yield server
    await server.close()


@pytest.fixture
async def bot(server: TestServer) -> AsyncIterator[Bot]:
    bot = make_bot("7000000001:AAtesttesttesttesttesttesttesttest", str(server.make_url("")))
    yield bot
    await bot.session.close()


def counted(metric: str, method: str, outcome: str) -> float:
    return REGISTRY.get_sample_value(f"{metric}_count", {"method": method, "outcome": outcome}) or 0.0


@pytest.mark.parametrize(
    ("status", "outcome"), [(200, "ok"), (429, "flood"), (403, "refused"), (502, "server"), (0, "network")]
)
async def test_a_call_to_telegram_is_counted_by_its_end(bot: Bot, status: int, outcome: str) -> None:
    before = counted("market_telegram_call_seconds", "getChatMemberCount", outcome)
    with suppress(AiogramError):
        await bot.get_chat_member_count(status)
    assert counted("market_telegram_call_seconds", "getChatMemberCount", outcome) == before + 1


@pytest.mark.parametrize(
    ("status", "outcome"), [(200, "ok"), (429, "flood"), (403, "refused"), (502, "server"), (0, "network")]
)
async def test_a_call_to_the_provider_is_counted_by_its_end(server: TestServer, status: int, outcome: str) -> None:
    before = counted("market_chain_call_seconds", "accountStates", outcome)
    others = counted("market_chain_call_seconds", "other", outcome)
    async with aiohttp.ClientSession(trace_configs=[metered_chain()]) as http:
        for path in ("api/v3/accountStates", "api/v3/of-tomorrow", "list.json"):
            with suppress(aiohttp.ClientError):
                async with http.get(server.make_url(f"/{status}/{path}")):
                    pass
    assert counted("market_chain_call_seconds", "accountStates", outcome) == before + 1
    assert counted("market_chain_call_seconds", "other", outcome) == others + 1
