"""nginx as it is configured: TLS, the three routes, who may call the webhook, what is too large, what is passed on."""

import asyncio
import gzip
import json
import ssl
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web

from app.serving import serving
from tests.deploy.proxy import BROWSER, DOMAIN, STRANGER, TELEGRAM, Proxy, write_certificate

BIG = "x" * 5000


class Upstream:
    """Says what reached it."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.seen: list[str] = []
        self.draining = False
        self.go_on = asyncio.Event()

    def app(self) -> web.Application:
        app = web.Application(client_max_size=8 * 2**20)
        app.router.add_get("/api/events", self.events)
        app.router.add_get("/static/app.css", self.static)
        app.router.add_route("*", "/{path:.*}", self.echo)
        return app

    async def echo(self, request: web.Request) -> web.Response:
        self.seen.append(f"{request.method} {request.path}")
        if self.draining:
            return web.Response(status=503)
        body = await request.read()
        facts = {"name": self.name, "path": request.path, "size": len(body), "headers": dict(request.headers)}
        return web.json_response({**facts, "padding": BIG if "big" in request.query else ""})

    async def events(self, request: web.Request) -> web.StreamResponse:
        answer = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
        await answer.prepare(request)
        await answer.write(b"data: first\n\n")
        await self.go_on.wait()
        await answer.write(b"data: second\n\n")
        return answer

    async def static(self, _: web.Request) -> web.Response:
        self.seen.append("static")
        return web.Response(text="a{}" * 1000, content_type="text/css")


@pytest.fixture
async def upstreams() -> AsyncIterator[tuple[list[Upstream], list[int]]]:
    async with AsyncExitStack() as stack:
        both = [Upstream("one"), Upstream("two")]
        ports = [await stack.enter_async_context(serving(each.app(), "127.0.0.1", 0)) for each in both]
        yield both, ports


@pytest.fixture
async def proxy(upstreams: tuple[list[Upstream], list[int]]) -> AsyncIterator[Proxy]:
    proxy = Proxy(upstreams[1])
    write_certificate(proxy.certificates)
    await proxy.start()
    yield proxy
    await proxy.stop()


async def test_the_site_over_tls(proxy: Proxy, upstreams: tuple[list[Upstream], list[int]]) -> None:
    both, _ = upstreams
    await plain_http_leads_to_https(proxy)
    await strange_names_get_nothing(proxy)
    await the_routes_lead_where_they_should(proxy)
    await who_a_client_is_cannot_be_forged(proxy)
    await the_webhook_is_telegrams_alone(proxy)
    await what_is_too_large_is_refused(proxy)
    await long_texts_are_packed(proxy)
    await static_files_are_kept(proxy, both)
    await events_come_as_they_happen(proxy, both)
    await who_drains_is_passed_over(proxy, both)
    await the_log_says_no_secret(proxy)


async def plain_http_leads_to_https(proxy: Proxy) -> None:
    status, headers, _ = await proxy.ask("/app?x=1", https=False)
    assert (status, headers["Location"]) == (301, f"https://{DOMAIN}/app?x=1")
    (proxy.challenges / ".well-known" / "acme-challenge").mkdir(parents=True)
    (proxy.challenges / ".well-known" / "acme-challenge" / "token").write_text("proof")
    assert (await proxy.ask("/.well-known/acme-challenge/token", https=False))[2] == b"proof"


async def strange_names_get_nothing(proxy: Proxy) -> None:
    with pytest.raises((aiohttp.ClientError, ssl.SSLError)):
        async with proxy.session() as http:
            await http.get(proxy.url("/"), server_hostname="other.test")
    with pytest.raises(aiohttp.ClientError):
        await proxy.ask("/", https=False, headers={"Host": "other.test"})


async def the_routes_lead_where_they_should(proxy: Proxy) -> None:
    for path in ("/", "/app/deals", "/api/deals", "/tonconnect-manifest.json", "/readyz"):
        status, headers, body = await proxy.ask(path)
        assert (status, json.loads(body)["path"]) == (200, path)
        assert headers["Strict-Transport-Security"].startswith("max-age=31536000")
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert "nginx/" not in headers["Server"]
    for path in ("/bot/", "/bot/other", "/metrics", "/sandbox/", "/sandbox/api/state"):
        assert (await proxy.ask(path))[0] == 404, path


async def who_a_client_is_cannot_be_forged(proxy: Proxy) -> None:
    forged = {"X-Forwarded-For": "1.2.3.4", "X-Real-IP": "1.2.3.4", "X-Request-ID": "mine"}
    for path in ("/", "/api/me"):
        _, _, body = await proxy.ask(path, headers=forged)
        told = json.loads(body)["headers"]
        assert (told["X-Forwarded-For"], told["X-Real-IP"]) == (BROWSER, BROWSER)
        assert (told["X-Forwarded-Proto"], told["Host"]) == ("https", DOMAIN)
        assert len(told["X-Request-ID"]) == 32


async def the_webhook_is_telegrams_alone(proxy: Proxy) -> None:
    assert (await proxy.ask("/bot/webhook", "POST", source=TELEGRAM, json={}))[0] == 200
    assert (await proxy.ask("/bot/webhook", "GET", source=TELEGRAM))[0] == 403
    for source in (STRANGER, BROWSER):
        forged = {"X-Forwarded-For": TELEGRAM, "X-Real-IP": TELEGRAM}
        assert (await proxy.ask("/bot/webhook", "POST", source=source, json={}, headers=forged))[0] == 403


async def what_is_too_large_is_refused(proxy: Proxy) -> None:
    kilobyte = 1024
    for path, limit, source in (("/", 64, BROWSER), ("/api/x", 1024, BROWSER), ("/bot/webhook", 1024, TELEGRAM)):
        status, _, body = await proxy.ask(path, "POST", source=source, data=b"x" * (limit * kilobyte))
        assert (status, json.loads(body)["size"]) == (200, limit * kilobyte), path
        assert (await proxy.ask(path, "POST", source=source, data=b"x" * (limit * kilobyte + 1)))[0] == 413, path
    status, _, _ = await proxy.ask("/", headers={"X-Long": "x" * 9000})
    assert status == 400


async def long_texts_are_packed(proxy: Proxy) -> None:
    _, headers, body = await proxy.ask("/api/x?big", headers={"Accept-Encoding": "gzip"})
    assert headers["Content-Encoding"] == "gzip"
    assert json.loads(gzip.decompress(body))["padding"] == BIG
    assert len(body) < len(BIG)


async def static_files_are_kept(proxy: Proxy, both: list[Upstream]) -> None:
    for _ in range(3):
        status, headers, _ = await proxy.ask("/static/app.css")
        assert (status, headers["Cache-Control"]) == (200, "max-age=3600")
    assert sum(each.seen.count("static") for each in both) == 1


async def events_come_as_they_happen(proxy: Proxy, both: list[Upstream]) -> None:
    async with (
        asyncio.timeout(10),
        proxy.session() as http,
        http.get(proxy.url("/api/events"), server_hostname=DOMAIN, headers={"Accept-Encoding": "gzip"}) as answer,
    ):
        assert await answer.content.readline() == b"data: first\n"
        for each in both:
            each.go_on.set()
        await answer.content.readline()
        assert await answer.content.readline() == b"data: second\n"


async def who_drains_is_passed_over(proxy: Proxy, both: list[Upstream]) -> None:
    both[0].draining = True
    for each in both:
        each.seen.clear()
    for _ in range(4):
        assert json.loads((await proxy.ask("/api/x"))[2])["name"] == "two"
        update = await proxy.ask("/bot/webhook", "POST", source=TELEGRAM, json={})
        assert json.loads(update[2])["name"] == "two"
    assert both[0].seen  # it was asked, and said no
    both[0].draining = False


async def the_log_says_no_secret(proxy: Proxy) -> None:
    await proxy.ask("/api/deals?token=secret-word", headers={"Authorization": "Bearer secret-word"})
    lines = [json.loads(line) for line in proxy.log().splitlines()]
    assert lines[-1]["path"] == "/api/deals"
    assert lines[-1]["client"] == BROWSER
    assert "secret-word" not in proxy.log()


async def test_too_many_calls_are_turned_away(proxy: Proxy) -> None:
    answers = await asyncio.gather(*(proxy.ask("/api/x", source=STRANGER) for _ in range(150)))
    assert {status for status, _, _ in answers} == {200, 429}
    assert (await proxy.ask("/api/x", source=BROWSER))[0] == 200


async def test_the_site_opens_when_the_certificate_comes_and_takes_a_renewed_one(
    upstreams: tuple[list[Upstream], list[int]],
) -> None:
    proxy = Proxy(upstreams[1])
    await proxy.start()
    try:
        assert (await proxy.ask("/", https=False))[0] == 503
        for _ in range(2):
            path = write_certificate(proxy.certificates)
            await serves(proxy, path)
        assert "emerg" not in proxy.errors()
    finally:
        await proxy.stop()


async def serves(proxy: Proxy, certificate: Path) -> None:
    """Waits until the certificate in use is this one: another is not believed."""
    async with asyncio.timeout(20):
        while True:
            try:
                assert (await proxy.ask("/"))[0] == 200
                return
            except (aiohttp.ClientError, ssl.SSLError):
                await asyncio.sleep(0.05)
