"""The OpenAPI 3.1 document, made of the table of doors, and the page to try it: our own, with no foreign host."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from aiohttp import web
from pydantic import BaseModel, TypeAdapter
from pydantic.json_schema import JsonSchemaMode, models_json_schema

from app.config import ROOT
from app.web.api.models import Trouble
from app.web.api.routes import PREFIX, Route

PAGE = ROOT / "webapp_static" / "api"
PARTS = {"docs.html": "text/html", "docs.js": "text/javascript", "docs.css": "text/css"}
REFERENCE = "#/components/schemas/{model}"
STRICT = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}
REQUEST_KEY = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": False,
    "description": "The same key within a day: the same answer, and one act.",
    "schema": {"type": "string", "pattern": "^[!-~]{1,128}$"},
}
INFO = {
    "title": "TON Ads Market",
    "version": "1",
    "description": "Amounts are decimal strings of coins, moments are ISO 8601 in UTC. Every error has one shape.",
}
Schemas = Mapping[Any, dict[str, Any]]
"""By model and mode."""


def add_docs(app: web.Application, routes: tuple[Route, ...]) -> None:
    @cache
    def text() -> str:
        """Made for the first who asks, which spares every start of a process a tenth of a second."""
        return json.dumps(document(routes))

    async def openapi(_: web.Request) -> web.Response:
        return web.Response(text=text(), content_type="application/json", headers={"Access-Control-Allow-Origin": "*"})

    app.router.add_get(f"{PREFIX}/openapi.json", openapi)
    app.router.add_get(f"{PREFIX}/docs", _page)
    app.router.add_get(f"{PREFIX}/docs/{{name}}", _page)


async def _page(request: web.Request) -> web.Response:
    name = request.match_info.get("name", "docs.html")
    if name not in PARTS:
        raise web.HTTPNotFound()
    return web.Response(text=_part(name), content_type=PARTS[name], headers=STRICT)


@cache
def _part(name: str) -> str:
    return (PAGE / name).read_text(encoding="utf-8")


def document(routes: tuple[Route, ...]) -> dict[str, Any]:
    schemas, definitions = models_json_schema(sorted(_models(routes), key=str), ref_template=REFERENCE)
    paths: dict[str, Any] = {}
    for route in routes:
        paths.setdefault(route.path, {})[route.method.lower()] = _operation(route, schemas)
    return {
        "openapi": "3.1.0",
        "info": INFO,
        "paths": paths,
        "components": {
            "schemas": definitions["$defs"],
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}},
        },
    }


def _models(routes: tuple[Route, ...]) -> set[tuple[type[BaseModel], JsonSchemaMode]]:
    found: set[tuple[type[BaseModel], JsonSchemaMode]] = {(Trouble, "serialization")}
    for route in routes:
        found.add((route.answer, "serialization"))
        if route.body is not None:
            found.add((route.body, "validation"))
    return found


def _operation(route: Route, schemas: Schemas) -> dict[str, Any]:
    summary, _, rest = (route.words or route.name.replace("_", " ").capitalize() + ".").partition("\n")
    good = _answer(schemas[route.answer, "serialization"], "As asked.")
    found: dict[str, Any] = {
        "operationId": route.name,
        "tags": [route.tag],
        "summary": summary.rstrip("."),
        "parameters": _parameters(route),
        "responses": {str(route.status): good, **_refusals(schemas)},
        "security": [] if route.is_open else [{"token": []}],
    }
    if rest.strip():
        found["description"] = rest.strip()
    if route.body is not None:
        needed = any(field.is_required() for field in route.body.model_fields.values())
        content = {"application/json": {"schema": schemas[route.body, "validation"]}}
        found["requestBody"] = {"required": needed, "content": content}
    return found


def _refusals(schemas: Schemas) -> dict[str, Any]:
    trouble = schemas[Trouble, "serialization"]
    return {
        "4XX": _answer(trouble, "Refused: nothing was changed."),
        "503": _answer(trouble, "Telegram or the network could not be asked: try again."),
    }


def _answer(schema: dict[str, Any], words: str) -> dict[str, Any]:
    request_id = {"description": "Names the request in our logs.", "required": True, "schema": {"type": "string"}}
    content = {"application/json": {"schema": schema}}
    return {"description": words, "headers": {"X-Request-ID": request_id}, "content": content}


def _parameters(route: Route) -> list[dict[str, Any]]:
    found = [
        {"name": name, "in": "path", "required": True, "schema": adapter.json_schema()}
        for name, adapter in route.places.items()
    ]
    if route.query is not None:
        found += _query(route.query)
    if route.moves:
        found.append(REQUEST_KEY)
    return found


def _query(model: type[BaseModel]) -> list[dict[str, Any]]:
    schema = TypeAdapter(model).json_schema()
    named = schema.get("$defs", {})
    return [
        {"name": name, "in": "query", "required": False, **_words(part), "schema": _plain(part, named)}
        for name, part in schema["properties"].items()
    ]


def _words(part: dict[str, Any]) -> dict[str, Any]:
    return {"description": part["description"]} if "description" in part else {}


def _plain(part: dict[str, Any], named: dict[str, Any]) -> dict[str, Any]:
    """A query parameter's own schema: it is left out instead of being null, and refers to nothing."""
    choices = [one for one in part.get("anyOf", []) if one.get("type") != "null"]
    merged = {**part, **choices[0]} if len(choices) == 1 else {**part}
    if "$ref" in merged:
        merged = {**named[merged["$ref"].rsplit("/", 1)[1]]}
    return {name: value for name, value in merged.items() if name not in ("default", "title", "description", "anyOf")}
