"""Whoever knocks too often waits; nobody else does; and the shop stays open when the counter is broken."""

import asyncio
import logging
from typing import Any

import pytest
from aiohttp.test_utils import make_mocked_request

from app.config import BadSetting, read_settings
from app.web.limits import Limits, TooManyRequests, bucket, client_ip
from tests.makers import ADVERTISER, OWNER, a_deal
from tests.stores import Stores
from tests.web.stage import NOWHERE, an_api

BEHIND_PROXY: dict[str, Any] = {"trusted_proxies": "127.0.0.0/8, ::1"}


def is_full(answer: tuple[int, Any, dict[str, str]]) -> None:
    status, body, headers = answer
    assert (status, body["error"], set(body)) == (429, "too-many-requests", {"error", "message", "args"})
    assert 1 <= int(headers["Retry-After"]) <= 60
    assert headers["X-Request-ID"]
    assert f"in {headers['Retry-After']} s" in body["message"]
    assert body["args"]["seconds"] == int(headers["Retry-After"])


async def test_an_address_may_knock_so_often_a_minute_and_the_others_are_not_hindered(stores: Stores) -> None:
    async with an_api(stores, app_rate_limit_default="5/minute", **BEHIND_PROXY) as api:
        answers = await asyncio.gather(*(api.call("GET", "/api/me", ip="198.51.100.7") for _ in range(8)))
        assert sorted(status for status, _, _ in answers) == [401] * 5 + [429] * 3
        is_full(await api.call("GET", "/api/me", ip="198.51.100.7"))
        others = [api.call("GET", "/api/me", ip=f"198.51.100.{last}") for last in range(10, 40)]
        assert {status for status, _, _ in await asyncio.gather(*others)} == {401}


async def test_a_person_is_counted_wherever_he_comes_from(stores: Stores) -> None:
    async with an_api(stores, app_rate_limit_default="4/minute", **BEHIND_PROXY) as api:
        await a_deal()
        answers = [await api.call("GET", "/api/me", ADVERTISER, ip=f"198.51.100.{last}") for last in range(6)]
        assert [status for status, _, _ in answers] == [200] * 4 + [429] * 2
        is_full(answers[-1])
        assert (await api.call("GET", "/api/me", OWNER, ip="198.51.100.99"))[0] == 200


async def test_signing_in_and_escrows_have_limits_of_their_own(stores: Stores) -> None:
    limits = {"app_rate_limit_auth": "2/minute", "app_rate_limit_escrow": "1/minute"}
    async with an_api(stores, **limits) as api:
        deal = await a_deal()
        for _ in range(2):
            assert (await api.call("POST", "/api/auth/telegram", json={"initData": "x"}))[0] == 401
        is_full(await api.call("POST", "/api/auth/telegram", json={"initData": "x"}))
        is_full(await api.call("POST", "/api/auth/refresh", json={"refresh_token": "x"}))
        assert (await api.call("GET", f"/api/deals/{deal.id}/escrow", ADVERTISER))[0] == 404
        is_full(await api.call("GET", f"/api/deals/{deal.id}/escrow", ADVERTISER))
        assert (await api.call("GET", f"/api/deals/{deal.id}", ADVERTISER))[0] == 200


async def test_health_metrics_and_static_files_are_never_counted(stores: Stores) -> None:
    async with an_api(stores, app_rate_limit_default="1/minute") as api:
        for path in (
            "/healthz",
            "/readyz",
            "/static/icon.png",
            "/tonconnect-manifest.json",
            "/api/metrics",
            "/api/docs",
        ):
            statuses = [(await api.call("GET", path))[0] for _ in range(4)]
            assert 429 not in statuses, path
        assert [(await api.call("GET", "/"))[0] for _ in range(2)] == [200, 429]


async def test_without_a_trusted_proxy_nobody_chooses_his_address(stores: Stores) -> None:
    async with an_api(stores, app_rate_limit_default="3/minute") as api:
        answers = [await api.call("GET", "/api/me", ip=f"198.51.100.{last}") for last in range(5)]
        assert [status for status, _, _ in answers] == [401] * 3 + [429] * 2


@pytest.mark.parametrize(
    ("forwarded", "expected"),
    [
        ([], "127.0.0.1"),
        (["198.51.100.7"], "198.51.100.7"),
        (["203.0.113.9, 198.51.100.7"], "198.51.100.7"),
        (["203.0.113.9", "198.51.100.7, 127.0.0.2"], "198.51.100.7"),
        (["198.51.100.7, 10.0.0.1"], "10.0.0.1"),
        (["nonsense"], "127.0.0.1"),
        (["198.51.100.7, nonsense"], "127.0.0.1"),
        (["2001:db8::1"], "2001:db8::1"),
        ([""], "127.0.0.1"),
    ],
    ids=lambda value: str(value),
)
def test_forwarded_addresses_are_believed_as_far_as_trusted_proxies_wrote_them(
    forwarded: list[str], expected: str
) -> None:
    trusted = read_settings(_env_file=None, trusted_proxies="127.0.0.0/8").trusted_proxies
    request = make_mocked_request("GET", "/", headers=[("X-Forwarded-For", line) for line in forwarded])
    assert client_ip(request.clone(remote="127.0.0.1"), trusted) == expected
    assert client_ip(request.clone(remote="192.0.2.1"), trusted) == "192.0.2.1", "a stranger is no proxy"


def test_a_customers_ipv6_network_counts_as_one_address() -> None:
    assert bucket("2001:db8:1:2::1") == bucket("2001:db8:1:2:ffff::9") != bucket("2001:db8:1:3::1")
    assert bucket("198.51.100.7") == bucket("::ffff:198.51.100.7")


async def test_a_counter_that_cannot_be_asked_lets_everybody_pass_and_says_so(
    caplog: pytest.LogCaptureFixture,
) -> None:
    limits = Limits(NOWHERE.replace("http", "redis"), {"default": "1/minute"})
    with caplog.at_level(logging.WARNING, logger="app.web.limits"):
        for _ in range(5):
            await limits.check("default", "ip:198.51.100.7")
    await limits.close()
    assert [record.getMessage()[:28] for record in caplog.records] == ["requests are not counted: St"]


async def test_the_windows_are_shared_by_all_processes(redis_url: str) -> None:
    here, there = (Limits(redis_url, {"default": "3/minute"}) for _ in range(2))
    for limits in (here, there, here):
        await limits.check("default", "ip:198.51.100.7")
    for limits in (here, there):
        with pytest.raises(TooManyRequests):
            await limits.check("default", "ip:198.51.100.7")
        await limits.close()


@pytest.mark.parametrize(("written", "read"), [("60", "60/minute"), ("5 / second", "5/second"), ("9/hour", "9/hour")])
def test_a_limit_is_written_in_plain_words(written: str, read: str) -> None:
    assert read_settings(_env_file=None, app_rate_limit_default=written).rates["default"] == read


@pytest.mark.parametrize("written", ["", "0/minute", "often", "5/year", "-1"])
def test_a_limit_that_cannot_be_read_keeps_the_process_from_starting(written: str) -> None:
    with pytest.raises(BadSetting):
        read_settings(_env_file=None, app_rate_limit_default=written)
