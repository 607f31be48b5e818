"""What a request says, read by the door's models; or the precise refusal that names the field."""

from typing import Any

from aiohttp import web
from pydantic import BaseModel, TypeAdapter, ValidationError

from app.web.api.routes import Route
from services.errors import Refusal

BODY_LIMIT = 256 * 1024
RAW: web.RequestKey[bytes] = web.RequestKey("raw", bytes)
REASONS = {"extra_forbidden": "unknown", "missing": "missing"}


class BadRequest(Refusal):
    """The request cannot be read; `what` names the field, `reason` is `unknown`, `missing` or `wrong`."""

    status = 400


async def read(route: Route, request: web.Request) -> dict[str, Any]:
    """The arguments of the door's function."""
    found = {name: _place(adapter, request.match_info[name], name) for name, adapter in route.places.items()}
    if route.query is not None:
        found["query"] = _query(route.query, request)
    elif request.query:
        raise BadRequest(what=next(iter(request.query)), reason="unknown", detail="this address takes no query")
    if route.body is not None:
        found["body"] = _body(route.body, await raw_body(request))
    return found


async def raw_body(request: web.Request) -> bytes:
    """The body, unless it is larger than anything that is meant for us."""
    if RAW in request:
        return request[RAW]
    parts, size = [], 0
    try:
        async for part in request.content.iter_chunked(64 * 1024):
            parts.append(part)
            size += len(part)
            if size > BODY_LIMIT:
                raise web.HTTPRequestEntityTooLarge(BODY_LIMIT, size)
    except web.RequestPayloadError:  # said to be compressed, and is not
        raise BadRequest(what="body", reason="wrong", detail="not what its header promises") from None
    request[RAW] = b"".join(parts)
    return request[RAW]


def _place(adapter: TypeAdapter[Any], text: str, name: str) -> Any:
    try:
        return adapter.validate_python(text)
    except ValidationError as trouble:
        raise _refusal(trouble, name) from None


def _query(model: type[BaseModel], request: web.Request) -> BaseModel:
    given: dict[str, str] = {}
    for name, value in request.query.items():
        if name in given:
            raise BadRequest(what=name, reason="wrong", detail="given twice")
        if value:
            given[name] = value
    try:
        return model.model_validate(given)
    except ValidationError as trouble:
        raise _refusal(trouble, "query") from None


def _body(model: type[BaseModel], raw: bytes) -> BaseModel:
    if not raw and not any(field.is_required() for field in model.model_fields.values()):
        raw = b"{}"
    try:
        return model.model_validate_json(raw, strict=True)
    except ValidationError as trouble:
        raise _refusal(trouble, "body") from None


def _refusal(trouble: ValidationError, whole: str) -> BadRequest:
    first = trouble.errors(include_url=False, include_context=False, include_input=False)[0]
    what = ".".join(str(part) for part in first["loc"]) or whole
    return BadRequest(what=_shown(what), reason=REASONS.get(first["type"], "wrong"), detail=_shown(first["msg"]))


def _shown(text: str) -> str:
    """A field's name comes from outside: at most a line of it is repeated, and nothing that JSON cannot carry."""
    return "".join(letter for letter in text[:200] if letter.isprintable() and not "\ud800" <= letter <= "\udfff")
