"""One connection of a wallet with an app: its own X25519 key, the bridge's stream, encryption both ways.

The key is derived from the wallet's seed and the app's id, so a wallet that starts again can read what it is sent.
"""

import asyncio
import base64
import hashlib
import json
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
from nacl.exceptions import CryptoError
from nacl.public import Box, PrivateKey, PublicKey

RECONNECT_SECONDS = 0.5
TTL_SECONDS = 300
Handler = Callable[["Session", dict[str, Any]], Awaitable[None]]


class Session:
    def __init__(self, bridge_url: str, seed: bytes, app_id: str, app_name: str, domain: str) -> None:
        self.app_id = app_id
        self.app_name = app_name
        self.domain = domain
        self.last_event_id = 0
        self.ended = False
        """The app has ended it: nothing more is read."""
        self._bridge_url = bridge_url.rstrip("/")
        self._key = PrivateKey(hashlib.sha256(b"session" + seed + app_id.encode()).digest())
        self._box = Box(self._key, PublicKey(bytes.fromhex(app_id)))
        self._task: asyncio.Task[None] | None = None
        self._listening = asyncio.Event()

    @property
    def id(self) -> str:
        return bytes(self._key.public_key).hex()

    async def listen(self, http: aiohttp.ClientSession, handler: Handler) -> None:
        """Start to take in the app's requests; returns when the stream is open."""
        if self._task is None:
            self._task = asyncio.create_task(self._listen(http, handler))
        await self._listening.wait()

    async def stop(self) -> None:
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def send(self, http: aiohttp.ClientSession, message: dict[str, Any]) -> None:
        body = base64.b64encode(self._box.encrypt(json.dumps(message).encode())).decode()
        params = {"client_id": self.id, "to": self.app_id, "ttl": str(TTL_SECONDS)}
        async with http.post(f"{self._bridge_url}/message", params=params, data=body) as response:
            response.raise_for_status()

    async def _listen(self, http: aiohttp.ClientSession, handler: Handler) -> None:
        while not self.ended:
            try:
                await self._read_stream(http, handler)
            except (aiohttp.ClientError, OSError):
                pass  # the bridge is away for a moment; nothing is lost, it keeps what comes
            if not self.ended:
                await asyncio.sleep(RECONNECT_SECONDS)

    async def _read_stream(self, http: aiohttp.ClientSession, handler: Handler) -> None:
        params = {"client_id": self.id}
        if self.last_event_id:
            params["last_event_id"] = str(self.last_event_id)
        no_limit = aiohttp.ClientTimeout(total=None, sock_read=None)
        async with http.get(f"{self._bridge_url}/events", params=params, timeout=no_limit) as response:
            response.raise_for_status()
            self._listening.set()
            event_id = 0
            async for line in response.content:
                name, _, value = line.decode().strip().partition(": ")
                if name == "id":
                    event_id = int(value)
                elif name == "data" and value != "heartbeat":
                    self.last_event_id = event_id
                    await self._take(value, handler)
                    if self.ended:
                        return

    async def _take(self, data: str, handler: Handler) -> None:
        envelope = json.loads(data)
        if envelope["from"] != self.app_id:
            return  # only the app that was connected may ask for anything
        try:
            message = json.loads(self._box.decrypt(base64.b64decode(envelope["message"])))
        except (CryptoError, ValueError):
            return
        await handler(self, message)
