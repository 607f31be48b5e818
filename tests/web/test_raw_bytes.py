"""Bytes that no well-behaved client sends: the answer is a refusal, never trouble of ours."""

import asyncio
import json

from tests.makers import ADVERTISER, a_user
from tests.web.stage import Api

HEADERS = {
    "a request id of no alphabet": b"X-Request-ID: \xff\xfe\r\n",
    "a request id of Cyrillic": "X-Request-ID: запрос\r\n".encode(),
    "a token of no alphabet": b"Authorization: Bearer \xff\xfe\r\n",
    "a token of zeros": b"Authorization: Bearer a.b\tc\r\n",
    "a language of no alphabet": b"Accept-Language: \xff\xff\r\n",
    "a forwarded address of no alphabet": b"X-Forwarded-For: \xff\xfe, 1.2.3.4\r\n",
    "a key of no alphabet": b"Idempotency-Key: \xff\r\n",
    "a charset of nowhere": b"Content-Type: application/json; charset=klingon\r\n",
    "a compressed nothing": b"Content-Encoding: gzip\r\n",
}
ADDRESSES = [b"/api/deals/%ff", b"/api/deals/1%00", b"/api/deals/%2e%2e", b"/api/market/listings?text=%ff%fe%00"]
ADDRESSES += [b"/api/market/listings?%ff=1", b"/api/deals/1/%ff", b"/api/docs/%ff", b"/api//deals", b"/api/deals/1;x=1"]


async def spoken(api: Api, request: bytes) -> tuple[int, bytes]:
    """Status and body of what the server answers to these bytes."""
    server = api.client.server
    reader, writer = await asyncio.open_connection(server.host, server.port)
    writer.write(request)
    await writer.drain()
    answer = await asyncio.wait_for(reader.read(), timeout=10)
    writer.close()
    head, _, body = answer.partition(b"\r\n\r\n")
    return int(head.split(b" ", 2)[1]), body


def asked(method: str, path: bytes, headers: bytes, body: bytes = b"") -> bytes:
    length = b"Content-Length: %d\r\n" % len(body)
    return (
        method.encode()
        + b" "
        + path
        + b" HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
        + length
        + headers
        + b"\r\n"
        + body
    )


async def test_strange_headers_are_refused(api: Api) -> None:
    await a_user(ADVERTISER)
    mine = f"Authorization: Bearer {api.token(ADVERTISER)}\r\n".encode()
    for title, strange in HEADERS.items():
        headers = strange if b"Authorization" in strange else strange + mine
        for method, path, body in (("GET", b"/api/me", b""), ("POST", b"/api/deals", b"{}")):
            status, said = await spoken(api, asked(method, path, headers, body))
            assert status < 500, (title, said)
            if status >= 400 and b"{" in said:
                assert set(json.loads(said)) == {"error", "message", "args"}


async def test_strange_addresses_are_refused(api: Api) -> None:
    await a_user(ADVERTISER)
    mine = f"Authorization: Bearer {api.token(ADVERTISER)}\r\n".encode()
    for address in ADDRESSES:
        status, said = await spoken(api, asked("GET", address, mine))
        assert 400 <= status < 500, (address, status, said)
        assert set(json.loads(said)) == {"error", "message", "args"}, address
