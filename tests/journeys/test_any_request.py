"""Whatever the API's document allows, and what it forbids: no answer is a 5xx, and every answer is as documented.

A market with a deal in it is asked by its advertiser, its owner and a stranger. `LONG=1` asks much more.
"""

import asyncio
import os
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from schemathesis.config import SchemathesisConfig
from schemathesis.generation import GenerationMode

from app.web.api import ROUTES
from app.web.api.openapi import document
from models import Campaign, Deal
from tests.journeys import steps
from tests.journeys.rest import RestClient
from tests.world import START, World

LONG = os.environ.get("LONG") == "1"
CASES = {GenerationMode.POSITIVE: 60 if LONG else 3, GenerationMode.NEGATIVE: 30 if LONG else 1}
"""Requests to each door: such as the document allows, and such as it forbids."""
ENDS_SESSION = frozenset({"log_out_everywhere"})
KNOWN = {"deal_id": 1, "listing_id": 1, "channel_id": 1, "campaign_id": 1, "application_id": 1, "user_id": 1002}
schemathesis.checks.load_all_checks()
CHECKS = schemathesis.checks.CHECKS.get_by_names(
    ["not_a_server_error", "status_code_conformance", "content_type_conformance", "response_schema_conformance"]
)


@dataclass
class Asker:
    """Asks a running API from a thread of its own, and counts what it heard."""

    url: str
    tokens: list[str]
    heard: Counter[int] = field(default_factory=Counter)
    http: requests.Session = field(default_factory=requests.Session)

    def ask(self, case: Any, token: str) -> int:
        headers = {"Authorization": f"Bearer {token}"}
        answer = case.call(base_url=self.url, headers=headers, session=self.http, timeout=30)
        case.validate_response(answer, checks=CHECKS, headers=headers)
        assert answer.headers["x-request-id"]
        self.heard[answer.status_code] += 1
        return int(answer.status_code)

    def ask_everything(self, schema: Any, mode: GenerationMode) -> None:
        for number, found in enumerate(schema.get_all_operations()):
            operation = found.ok()
            said = operation.definition.raw
            can_be_wrong = mode is GenerationMode.POSITIVE or said["parameters"] or "requestBody" in said
            if can_be_wrong and said["operationId"] not in ENDS_SESSION:
                self._ask_at(operation, mode, number)

    def _ask_at(self, operation: Any, mode: GenerationMode, number: int) -> None:
        named = {name: KNOWN[name] for name in KNOWN if f"{{{name}}}" in operation.path}
        cases = operation.as_strategy(mode)
        if named and (mode is GenerationMode.POSITIVE or "requestBody" in operation.definition.raw):
            known, anything = operation.as_strategy(mode, path_parameters=named), cases
            cases = st.integers(0, 3).flatmap(lambda number: known if number < 3 else anything)

        @seed(number)
        @settings(
            max_examples=CASES[mode],
            deadline=None,
            derandomize=False,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(case=cases, token=st.sampled_from(self.tokens))
        def knock(case: Any, token: str) -> None:
            self.ask(case, token)

        knock()


def without_security() -> dict[str, Any]:
    """Our document, whose tokens are real ones: what is no token is refused elsewhere."""
    found = document(ROUTES)
    for methods in found["paths"].values():
        for operation in methods.values():
            operation.pop("security")
    return found


async def a_busy_market(world: World) -> list[str]:
    """A deal that awaits its payment, a brief with an offer; the tokens of both sides and of a stranger."""
    await steps.awaiting_payment(world)
    tokens = []
    async with RestClient(world) as rest:
        await rest.signs_in(world.anna)
        brief = {"title": "Tea", "text": "Tell people about tea", "max_price": "20"}
        assert (await rest.post("/api/campaigns", brief))[0] == 201
        tokens.append(rest.token)
        tokens.append(await rest.signs_in(world.oleg))
        offer = {"channel_id": 1, "format": "1/24", "price": "8", "seen_version": 1}
        assert (await rest.post("/api/campaigns/1/offers", offer))[0] == 201
        tokens.append(await rest.signs_in(world.stranger()))
    return tokens


@pytest.mark.timeout(3000 if LONG else 300)
async def test_no_request_at_all_breaks_it(world: World) -> None:
    tokens = await a_busy_market(world)
    asker = Asker(f"http://127.0.0.1:{world.settings.port}", tokens)
    schema = schemathesis.openapi.from_dict(without_security(), config=SchemathesisConfig(seed=int(START)))
    for mode in CASES:
        await asyncio.to_thread(asker.ask_everything, schema, mode)
    print(f"\n{asker.heard.total()} requests to {len(ROUTES)} doors: {dict(sorted(asker.heard.items()))}")
    assert asker.heard[200] + asker.heard[201] > asker.heard.total() // 20, "most were not merely shown the door"
    assert {status for status in asker.heard if status >= 500} == set()
    assert await Deal.all().count() >= 1
    assert await Campaign.all().count() >= 1
