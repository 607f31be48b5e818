"""The Bot API over HTTP: `/bot<token>/<method>` and `/file/bot<token>/<path>`.

Whatever comes in, a Bot API answer goes out: unknown methods are 404, wrong tokens 401, nonsense 400. Only a fault
on purpose closes the connection or answers 5xx.
"""

from __future__ import annotations

import logging
from typing import Any

from aiohttp import web

from app.sandbox.telegram.errors import ApiError, ConnectionDropped, bad_request
from app.sandbox.telegram.methods import METHODS, Call, known_to_telegram
from app.sandbox.telegram.methods.registry import target_chat
from app.sandbox.telegram.params import Params, Upload, parse_json
from app.sandbox.telegram.world import World

log = logging.getLogger(__name__)
MAX_REQUEST_BYTES = 64 * 1024 * 1024


class BotApi:
    """Executes methods on a world; HTTP and webhook answers both end here."""

    def __init__(self, world: World) -> None:
        self.world = world

    async def execute(self, name: str, params: Params) -> Any:
        """The method's result, or ApiError. Counted as pending work, unless it only waits for updates."""
        method = METHODS.get(name.lower())
        if method is None:
            if name.lower() in known_to_telegram():
                raise bad_request(f"{known_to_telegram()[name.lower()]} is not available in the sandbox")
            raise ApiError(404, "Not Found")
        call = Call(self.world, params)
        if name.lower() == "getupdates":
            return await self._with_faults(name, call)
        self.world.calls_under_way += 1
        try:
            return await self._with_faults(name, call)
        finally:
            self.world.calls_under_way -= 1
            self.world.changes.record("call", method=name)

    async def _with_faults(self, name: str, call: Call) -> Any:
        chat = target_chat(call)
        method = METHODS[name.lower()]
        return await self.world.faults.around(name, chat.id if chat else None, lambda: method(call))

    async def quietly(self, name: str, params: Params) -> None:
        """For a webhook's answer: nobody is there to hear the result."""
        try:
            await self.execute(name, params)
        except (ApiError, ConnectionDropped) as refusal:
            log.info("method %s in a webhook answer was refused: %s", name, refusal)

    # HTTP

    async def handle(self, request: web.Request) -> web.StreamResponse:
        try:
            self._check_token(request)
            params = await read_params(request)
            result = await self.execute(request.match_info["method"], params)
            return web.json_response({"ok": True, "result": result})
        except ApiError as refusal:
            return refused(refusal)
        except ConnectionDropped:
            if request.transport:
                request.transport.abort()
            return web.Response()
        except (RecursionError, ValueError, TypeError, KeyError, AttributeError):
            # A parameter of a shape nobody thought of: Telegram calls that a bad request, and so do we.
            log.exception("malformed request of %s", request.match_info["method"])
            return refused(bad_request("can't parse parameters of the request"))

    def _check_token(self, request: web.Request) -> None:
        token = request.match_info["token"]
        if token != self.world.settings.token:
            well_formed = token.partition(":")[0].isdigit() and ":" in token
            raise ApiError(401, "Unauthorized") if well_formed else ApiError(404, "Not Found")

    async def handle_file(self, request: web.Request) -> web.StreamResponse:
        try:
            self._check_token(request)
        except ApiError as refusal:
            return refused(refusal)
        stored = self.world.files.by_unique_id.get(request.match_info["path"].rpartition("/")[2])
        if stored is None:
            return refused(ApiError(404, "Not Found"))
        return web.Response(body=stored.content, content_type="application/octet-stream")


def refused(refusal: ApiError) -> web.Response:
    body: dict[str, Any] = {"ok": False, "error_code": refusal.code, "description": refusal.description}
    if refusal.parameters:
        body["parameters"] = refusal.parameters
    return web.json_response(body, status=refusal.code)


async def read_params(request: web.Request) -> Params:
    params = Params(dict(request.query))
    if not request.can_read_body:
        return params
    if request.content_type == "application/json":
        params.values |= _read_json(await request.read())
    elif request.content_type in ("application/x-www-form-urlencoded", "multipart/form-data"):
        try:
            form = await request.post()
        except web.HTTPRequestEntityTooLarge:
            raise ApiError(413, "Request Entity Too Large") from None
        except (ValueError, AssertionError, LookupError):
            raise bad_request("can't parse multipart form") from None
        for name, value in form.items():
            if isinstance(value, web.FileField):
                params.uploads[name] = Upload(value.file.read(), value.filename)
            else:
                params.values[name] = value if isinstance(value, str) else value.decode("utf-8", "replace")
    return params


def _read_json(body: bytes) -> dict[str, Any]:
    values = parse_json(body) if body.strip() else {}
    if not isinstance(values, dict):
        raise bad_request("can't parse JSON object")
    return values


def add_bot_api_routes(app: web.Application, api: BotApi) -> None:
    """The application's `client_max_size` limits uploads: give it MAX_REQUEST_BYTES."""
    app.router.add_route("*", "/bot{token}/{method}", api.handle)
    app.router.add_get("/file/bot{token}/{path:.+}", api.handle_file)
