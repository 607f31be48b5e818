"""Monitoring's doors: the JSON as it was agreed, Prometheus' text beside it, and requests in the log."""

import json
import logging
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from prometheus_client import REGISTRY
from prometheus_client.parser import text_string_to_metric_families

from app.web.health import Health
from app.web.metrics import Monitor, add_metrics, make_metrics_app
from app.web.request_log import request_log
from models import DealStatus, EscrowState
from services.metrics import Metrics
from services.ports import Unreachable, WalletFacts
from services.trace import note
from tests.makers import ADDRESSES, StillClock, a_deal, an_escrow

Client = TestClient[web.Request, web.Application]


class Purse:
    """A chain that tells of wallets alone."""

    controller = ADDRESSES["controller"]

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.is_silent = False

    async def wallet(self, controller: str) -> WalletFacts:
        self.asked.append(controller)
        if self.is_silent:
            raise Unreachable("silent")
        return WalletFacts(controller, 5 * 10**9, 1)

    def friendly(self, address: str) -> str:
        return f"EQ{address[2:6]}"


@pytest.fixture
def purse() -> Purse:
    return Purse()


@pytest.fixture
async def client(db: None, clock: StillClock, purse: Purse) -> AsyncIterator[Client]:
    async def queue() -> dict[str, int]:
        return {"length": 7, "lag": 2, "pending": 1}

    async def show(request: web.Request) -> web.Response:
        note(actor_id=9, deal_id=int(request.match_info["id"]))
        return web.Response(text="ok")

    async def receipt(_: web.Request) -> web.Response:
        return web.Response()

    app = web.Application(middlewares=[request_log])
    monitor: Any = Monitor(Metrics(clock), purse, queue)  # type: ignore[arg-type] # the part of a chain that is asked
    add_metrics(app, monitor)
    app.router.add_get("/api/deals/{id}", show)
    app.router.add_get("/bot{token}/{method}", show)
    app.router.add_get("/receipt/{token}", receipt)
    async with TestClient(TestServer(app)) as client:
        yield client


async def scraped(client: Client) -> dict[tuple[str, ...], float]:
    answer = await client.get("/metrics")
    assert answer.status == 200
    families = text_string_to_metric_families(await answer.text())
    return {(one.name, *one.labels.values()): one.value for family in families for one in family.samples}


async def test_the_json_has_exactly_the_three_agreed_parts(client: Client) -> None:
    await an_escrow(await a_deal(DealStatus.POSTED), EscrowState.FUNDED)
    answer = await client.get("/api/metrics")
    body = await answer.json()
    assert answer.status == 200
    assert list(body) == ["deals_by_status", "escrows_by_state", "postings"]
    assert body["deals_by_status"] == {status.value: int(status is DealStatus.POSTED) for status in DealStatus}
    assert (body["escrows_by_state"]["funded"], body["escrows_by_state"]["refunded"]) == (1, 0)
    assert list(body["postings"]) == ["total", "posted", "verified", "retained", "failed"]


async def test_prometheus_reads_the_same_figures_and_more(client: Client, purse: Purse) -> None:
    await an_escrow(await a_deal(DealStatus.POSTED), EscrowState.FUNDED, balance_nano=1)
    found = await scraped(client)
    assert found["market_deals", "posted"] == 1
    assert found["market_escrows", "funded"] == 1
    assert found["market_postings", "total"] == 0
    assert found["market_reserves_short_nano",] == 10**10 - 1
    assert found["market_controller_balance_nano", "EQ0300"] == 5 * 10**9
    assert found["market_stream_entries", "lag"] == 2
    assert {key[1]: value for key, value in found.items() if key[0] == "market_source_up"} == {
        "database": 1,
        "chain": 1,
        "queue": 1,
    }
    await scraped(client)
    assert purse.asked == [ADDRESSES["controller"]]  # kept for a minute


async def test_a_source_that_is_silent_takes_nothing_else_with_it(client: Client, purse: Purse) -> None:
    purse.is_silent = True
    found = await scraped(client)
    assert found["market_source_up", "chain"] == 0
    assert found["market_source_up", "database"] == 1
    assert not [key for key in found if key[0] == "market_controller_balance_nano"]


async def test_a_process_without_any_source_shows_what_it_measured_itself() -> None:
    async with TestClient(TestServer(make_metrics_app(Monitor(), Health()))) as client:
        found = await scraped(client)
        assert (await client.get("/healthz")).status == 200
    assert not [key for key in found if key[0] in ("market_source_up", "market_deals")]
    assert found["process_cpu_seconds_total",] > 0


def requests_in(caplog: pytest.LogCaptureFixture) -> list[logging.LogRecord]:
    return [record for record in caplog.records if record.message == "request"]


async def test_a_request_is_one_line_without_its_query(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "app.web")
    answer = await client.get("/api/deals/5?initData=secret", headers={"X-Request-ID": "a-1"})
    assert answer.headers["X-Request-ID"] == "a-1"
    (line,) = requests_in(caplog)
    facts = vars(line)
    assert (facts["method"], facts["path"], facts["status_code"]) == ("GET", "/api/deals/5", 200)
    assert facts["duration_ms"] >= 0
    assert "secret" not in json.dumps(facts, default=str)


@pytest.mark.parametrize("given", ["", "x" * 65, "a b", 'a"b', "ä"])
async def test_an_id_that_is_no_decent_one_is_replaced(client: Client, given: str) -> None:
    answer = await client.get("/api/deals/5", headers={"X-Request-ID": given})
    assert answer.headers["X-Request-ID"] != given
    assert len(answer.headers["X-Request-ID"]) == 32


async def test_refused_requests_are_counted_and_logged_too(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "app.web")
    answer = await client.get("/nowhere/12345")
    assert answer.headers["X-Request-ID"]
    assert [vars(line)["status_code"] for line in requests_in(caplog)] == [404]
    labels = {"method": "GET", "route": "none", "status": "404"}
    assert (REGISTRY.get_sample_value("market_http_request_seconds_count", labels) or 0) >= 1


async def test_a_link_that_opens_something_is_logged_as_its_template(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "app.web")
    await client.get("/receipt/5-abcdef")
    assert [vars(line)["path"] for line in requests_in(caplog)] == ["/receipt/{token}"]


async def test_ids_make_no_labels(client: Client) -> None:
    for number in range(3):
        await client.get(f"/api/deals/{number}")
    await client.request("BREW", "/api/deals/1")
    families = list(text_string_to_metric_families(await (await client.get("/metrics")).text()))
    routes = {
        (one.labels["method"], one.labels["route"])
        for family in families
        for one in family.samples
        if one.name == "market_http_request_seconds_count"
    }
    assert ("GET", "/api/deals/{id}") in routes
    assert not [route for _, route in routes if "deals/1" in route]
    assert "BREW" not in {method for method, _ in routes}


async def test_the_other_end_of_the_sandbox_is_no_request_of_ours(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "app.web")
    await client.get("/bot123:ABC/getMe")
    assert requests_in(caplog) == []


async def test_what_monitors_ask_all_day_is_no_line_at_info(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, "app.web")
    await client.get("/metrics")
    await client.get("/api/metrics")
    assert {line.levelno for line in requests_in(caplog)} == {logging.DEBUG}
