"""The table of the API's doors. A door is a function: its parameters say what it reads, its result what it answers.

    @routes.post("/deals/{deal_id}/messages", status=201)
    async def say(call: Call, deal_id: PathId, body: NewMessage) -> Message:

`call` is who asks; `body` and `query` are models; every other parameter is a part of the address. The server, the
OpenAPI document and the tests (a stranger at every door) read the same table.
"""

import inspect
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar, get_type_hints

from pydantic import BaseModel, TypeAdapter

PREFIX = "/api"
Handler = Callable[..., Awaitable[BaseModel]]
H = TypeVar("H", bound=Handler)


@dataclass(frozen=True, slots=True)
class Route:
    method: str
    path: str
    """With the prefix, as aiohttp spells it."""
    handler: Handler
    tag: str
    answer: type[BaseModel]
    body: type[BaseModel] | None
    query: type[BaseModel] | None
    places: dict[str, TypeAdapter[Any]]
    """The parts of the address, each with what it may be."""
    status: int = 200
    is_open: bool = False
    """Needs no token."""
    moves: bool = False
    """Creates or moves something: takes an `Idempotency-Key`."""
    limit: str = "default"
    """Which rate limit counts besides the default one."""

    @property
    def name(self) -> str:
        return self.handler.__name__

    @property
    def words(self) -> str:
        return inspect.getdoc(self.handler) or ""


@dataclass(frozen=True, slots=True)
class Routes:
    """The doors of one area."""

    tag: str
    rows: list[Route] = field(default_factory=list)

    def get(self, path: str, **more: Any) -> Callable[[H], H]:
        return self._add("GET", path, **more)

    def post(self, path: str, **more: Any) -> Callable[[H], H]:
        return self._add("POST", path, **{"moves": True, **more})

    def put(self, path: str, **more: Any) -> Callable[[H], H]:
        return self._add("PUT", path, **more)

    def patch(self, path: str, **more: Any) -> Callable[[H], H]:
        return self._add("PATCH", path, **more)

    def delete(self, path: str, **more: Any) -> Callable[[H], H]:
        return self._add("DELETE", path, **more)

    def _add(self, method: str, path: str, **more: Any) -> Callable[[H], H]:
        def register(handler: H) -> H:
            hints = get_type_hints(handler, include_extras=True)
            answer, _ = hints.pop("return"), hints.pop("call")
            body, query = hints.pop("body", None), hints.pop("query", None)
            places = {name: TypeAdapter(kind) for name, kind in hints.items()}
            shape = {"answer": answer, "body": body, "query": query, "places": places}
            self.rows.append(Route(method, PREFIX + path, handler, self.tag, **shape, **more))
            return handler

        return register
