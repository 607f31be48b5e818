"""A wallet inside the browser, as extensions are: TON Connect's JS bridge, and our simulated wallet behind it."""

from __future__ import annotations

import json
from types import SimpleNamespace
from typing import Any, cast

from playwright.async_api import Page

from app.sandbox.wallet import SimWallet, rpc

INJECTED = """(() => {
  const feature = { name: "SendTransaction", maxMessages: 255 };
  window.sandboxwallet = { tonconnect: {
    deviceInfo: { platform: "linux", appName: "sandboxwallet", appVersion: "1.0", maxProtocolVersion: 2,
      features: ["SendTransaction", feature] },
    walletInfo: { name: "Sandbox wallet", app_name: "sandboxwallet",
      image: "data:image/gif;base64,R0lGODlhAQABAAAAACw=",
      about_url: location.origin, platforms: ["linux", "chrome"], features: [feature] },
    protocolVersion: 2, isWalletBrowser: true,
    connect: (version, request) => window.storyConnect(JSON.stringify(request)).then(JSON.parse),
    restoreConnection: async () => ({ event: "connect_error", id: 0, payload: { code: 100, message: "unknown app" } }),
    send: (message) => window.storySend(JSON.stringify(message)).then(JSON.parse),
    listen: () => () => {},
    disconnect: () => {},
  } };
})();"""


async def inject(page: Page, wallet: SimWallet, domain: str) -> list[str]:
    """Put the wallet into the page's browser, one that says yes to everything; returns what it is asked."""
    asked: list[str] = []

    async def connect(text: str) -> str:
        asked.append("connect")
        session: Any = SimpleNamespace(domain=domain)
        items = [reply for item in json.loads(text)["items"] if (reply := wallet._reply(session, item))]
        event = {"event": "connect", "id": len(asked), "payload": {"items": items, "device": rpc.DEVICE}}
        return json.dumps(event)

    async def send(text: str) -> str:
        message = cast(dict[str, Any], json.loads(text))
        asked.append(str(message["method"]))
        if message["method"] != "sendTransaction":
            return json.dumps({"result": {}, "id": message["id"]})
        transfers, until = rpc.transaction(message, wallet.contract.network, wallet.address)
        return json.dumps({"result": await wallet._send(transfers, until), "id": message["id"]})

    await page.expose_function("storyConnect", connect)
    await page.expose_function("storySend", send)
    await page.add_init_script(INJECTED)
    return asked
