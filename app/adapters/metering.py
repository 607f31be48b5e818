"""Measures the calls that leave this process, and changes nothing about them.

Telegram: a middleware of the bot's session. The chain's provider: aiohttp's tracing, which sees each try by itself and
not the pauses between them. Outcomes are few: `ok`, `flood` (429), `refused`, `server` (5xx), `network`.
"""

import asyncio
import time
from types import SimpleNamespace
from typing import Any

import aiohttp
from aiogram import Bot
from aiogram import exceptions as tg
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.methods import TelegramMethod

from app.metrics import CHAIN, TELEGRAM, measured

KNOWN_ROUTES = frozenset(
    {"accountStates", "messages", "transactions", "transactionsByMessage", "masterchainInfo", "sendBoc"}
)


class MeteredTelegram(BaseRequestMiddleware):
    async def __call__(
        self, make_request: NextRequestMiddlewareType[Any], bot: Bot, method: TelegramMethod[Any]
    ) -> Any:
        with measured(TELEGRAM, type(method).__api_method__) as said:
            try:
                return await make_request(bot, method)
            except Exception as error:
                said["outcome"] = outcome_of(error)
                raise


def outcome_of(error: Exception) -> str:
    match error:
        case tg.TelegramRetryAfter():
            return "flood"
        case tg.TelegramServerError():
            return "server"
        case tg.TelegramNetworkError() if not isinstance(error, tg.TelegramEntityTooLarge):
            return "network"
        case tg.TelegramAPIError():
            return "refused"
    return "failed"


def metered_chain() -> aiohttp.TraceConfig:
    """For the client session that also asks the chain; other requests of it are not counted."""
    config = aiohttp.TraceConfig()
    config.on_request_start.append(_begin)
    config.on_request_end.append(_end)
    config.on_request_exception.append(_failed)
    return config


async def _begin(_: aiohttp.ClientSession, context: SimpleNamespace, asked: aiohttp.TraceRequestStartParams) -> None:
    head, route = asked.url.path.rpartition("/")[::2]
    context.route = (route if route in KNOWN_ROUTES else "other") if head.endswith(("/api/v2", "/api/v3")) else None
    context.started = time.perf_counter()


async def _end(_: aiohttp.ClientSession, context: SimpleNamespace, answered: aiohttp.TraceRequestEndParams) -> None:
    status = answered.response.status
    kind = "flood" if status == 429 else "server" if status >= 500 else "refused" if status >= 400 else "ok"
    _observe(context, kind)


async def _failed(
    _: aiohttp.ClientSession, context: SimpleNamespace, gone: aiohttp.TraceRequestExceptionParams
) -> None:
    _observe(context, "cancelled" if isinstance(gone.exception, asyncio.CancelledError) else "network")


def _observe(context: SimpleNamespace, outcome: str) -> None:
    if context.route is not None:
        CHAIN.labels(context.route, outcome).observe(time.perf_counter() - context.started)
