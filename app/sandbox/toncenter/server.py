"""The two APIs as HTTP routes: parameters in, envelope out, faults and limits in between.

`add_ton_routes(app, chain, faults)` serves `/ton/api/v2/{method}` (GET or POST), `/ton/api/v2/jsonRPC` and
`/ton/api/v3/{method}`. Counters in `faults.calls` are by route (`v2/sendBoc`), whichever way v2 was called.
"""

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

from aiohttp import web

from app.sandbox.chain import Chain, EmulatorError
from app.sandbox.toncenter import v2, v3
from app.sandbox.toncenter.errors import ApiError
from app.sandbox.toncenter.faults import Fault, Faults
from app.sandbox.toncenter.view import Query, View

HEADERS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Headers": "*",
    "Access-Control-Allow-Methods": "GET, POST, OPTIONS",
}
Envelope = Callable[[int, Any], dict[str, Any]]


def add_ton_routes(app: web.Application, chain: Chain, faults: Faults, prefix: str = "/ton") -> None:
    server = _Server(chain, faults)
    app.router.add_route("OPTIONS", prefix + "/api/{version}/{method}", _preflight)
    app.router.add_post(prefix + "/api/v2/jsonRPC", server.json_rpc)
    for verb in ("GET", "POST"):
        app.router.add_route(verb, prefix + "/api/v2/{method}", server.v2)
        app.router.add_route(verb, prefix + "/api/v3/{method}", server.v3)


class _Server:
    def __init__(self, chain: Chain, faults: Faults) -> None:
        self._chain = chain
        self._faults = faults

    async def v2(self, request: web.Request) -> web.StreamResponse:
        name = request.match_info["method"]
        return await self._serve(request, "v2", name, await _parameters(request), _v2_envelope)

    async def v3(self, request: web.Request) -> web.StreamResponse:
        name = request.match_info["method"]
        return await self._serve(request, "v3", name, await _parameters(request), _v3_envelope)

    async def json_rpc(self, request: web.Request) -> web.StreamResponse:
        call = await _json_body(request)
        tail = {"jsonrpc": "2.0", "id": call.get("id")}
        params = call.get("params") or {}

        def envelope(status: int, result: Any) -> dict[str, Any]:
            return {**_v2_envelope(status, result), **tail}

        return await self._serve(request, "v2", str(call.get("method", "")), _query(params), envelope)

    async def _serve(
        self, request: web.Request, version: str, name: str, query: Query, envelope: Envelope
    ) -> web.StreamResponse:
        route = f"{version}/{name}"
        self._faults.calls[route] += 1
        if self._faults.over_limit(request.headers.get("X-API-Key") or request.query.get("api_key")):
            return _answer(429, envelope(429, "Ratelimit exceed"))
        fault = self._faults.meet(route)
        refused = await self._before(request, fault, envelope)
        if refused is not None:
            return refused
        status, result = await self._call(version, name, query, self._view(fault))
        if fault is not None and fault.kind == "lost":
            return _hang_up(request)
        return _answer(status, envelope(status, result))

    async def _before(self, request: web.Request, fault: Fault | None, envelope: Envelope) -> web.StreamResponse | None:
        """What a fault does instead of the call."""
        if fault is None:
            return None
        if fault.kind == "drop":
            return _hang_up(request)
        if fault.kind == "status":
            words = "Ratelimit exceed" if fault.status == 429 else "LITE_SERVER_NETWORK: timeout"
            return _answer(fault.status, envelope(fault.status, words))
        if fault.kind == "garbage":
            return web.Response(text="<html><body>Bad Gateway", content_type="text/html", headers=HEADERS)
        if fault.kind == "delay":
            await asyncio.sleep(fault.delay_seconds)
        return None

    def _view(self, fault: Fault | None) -> View:
        if fault is None or fault.kind != "stale":
            return View(self._chain)
        if fault.at_block is None:
            fault.at_block = self._chain.head
        return View(self._chain, fault.at_block)

    async def _call(self, version: str, name: str, query: Query, view: View) -> tuple[int, Any]:
        methods: Mapping[str, Callable[[View, Query], Awaitable[Any]]] = v2.METHODS if version == "v2" else v3.METHODS
        try:
            if name not in methods:
                raise ApiError(404, "Not Found")
            return 200, await methods[name](view, query)
        except ApiError as error:
            return error.status, error.message
        except EmulatorError as error:
            return 500, f"LITE_SERVER_UNKNOWN: {error}"
        except (KeyError, TypeError, ValueError) as error:  # parameters of a shape that no method expects
            return 422, f"failed to parse request: {error}"


def _v2_envelope(status: int, result: Any) -> dict[str, Any]:
    if status == 200:
        return {"ok": True, "result": result, "@extra": "0:0:0"}
    return {"ok": False, "error": result, "code": status}


def _v3_envelope(status: int, result: Any) -> dict[str, Any]:
    if status == 200:
        return dict(result)
    return {"error": result, "code": status}


async def _parameters(request: web.Request) -> Query:
    values: dict[str, Sequence[Any]] = {name: request.query.getall(name) for name in request.query}
    if request.method == "POST":
        values.update(_query(await _json_body(request)).values)
    return Query(values)


def _query(values: Mapping[str, Any]) -> Query:
    return Query({name: value if isinstance(value, list) else [value] for name, value in values.items()})


async def _json_body(request: web.Request) -> dict[str, Any]:
    """The body as an object; anything else counts as empty and fails later for want of a parameter."""
    try:
        body = json.loads(await request.text() or "{}")
    except ValueError:
        return {}
    return body if isinstance(body, dict) else {}


def _answer(status: int, body: dict[str, Any]) -> web.Response:
    return web.json_response(body, status=status, headers=HEADERS)


def _hang_up(request: web.Request) -> web.StreamResponse:
    """End the connection without an answer."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response(status=500)


async def _preflight(request: web.Request) -> web.StreamResponse:
    return web.Response(status=204, headers=HEADERS)
