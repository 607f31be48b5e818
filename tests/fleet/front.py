"""What stands in front of several equal processes where there is no nginx: each request goes to the next one, and a
process that does not listen, or says that it is draining, is passed over."""

from collections.abc import Sequence
from itertools import count

import aiohttp
from aiohttp import web

PASSED_OVER = (502, 503)
HOP = {"connection", "keep-alive", "transfer-encoding", "content-length", "content-encoding", "host"}


class Front:
    def __init__(self, ports: Sequence[int]) -> None:
        self._ports = list(ports)
        self._turn = count()
        self._http: aiohttp.ClientSession | None = None

    def app(self) -> web.Application:
        app = web.Application(client_max_size=2**20)
        app.router.add_route("*", "/{path:.*}", self._pass_on)
        app.on_cleanup.append(self._close)
        return app

    async def _pass_on(self, request: web.Request) -> web.Response:
        if self._http is None:
            self._http = aiohttp.ClientSession(auto_decompress=False)
        body, turn = await request.read(), next(self._turn)
        headers = {name: value for name, value in request.headers.items() if name.lower() not in HOP}
        for step in range(len(self._ports)):
            url = f"http://127.0.0.1:{self._ports[(turn + step) % len(self._ports)]}{request.rel_url}"
            try:
                async with self._http.request(request.method, url, data=body, headers=headers) as answer:
                    if answer.status in PASSED_OVER:
                        continue
                    told = {name: value for name, value in answer.headers.items() if name.lower() not in HOP}
                    return web.Response(status=answer.status, body=await answer.read(), headers=told)
            except aiohttp.ClientConnectorError:
                continue
            except aiohttp.ClientError:  # it died with the request in hand: only the sender may send it again
                break
        return web.Response(status=502)

    async def _close(self, _: web.Application) -> None:
        if self._http is not None:
            await self._http.close()
