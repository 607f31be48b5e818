"""A wallet is mine when its key signed our payload for our domain just now; nothing less, and once."""

from copy import deepcopy
from typing import Any

from nacl.signing import SigningKey

from app.sandbox.chain.cells import raw, to_boc
from app.sandbox.wallet.contract import WalletContract
from app.sandbox.wallet.proof import domain_of, ton_proof
from models import ProofNonce, User
from tests.makers import ADVERTISER, OWNER, a_user
from tests.web.stage import Api

MINE, OTHERS = (WalletContract(SigningKey(bytes([byte]) * 32)) for byte in (5, 6))


async def a_payload(api: Api, who: int = ADVERTISER) -> str:
    await a_user(who)
    status, body, _ = await api.call("POST", "/api/me/wallet/payload", who, json={})
    assert status == 200
    return str(body["payload"])


def answer(api: Api, payload: str, contract: WalletContract = MINE, ago: int = 0, domain: str = "") -> dict[str, Any]:
    """What `@tonconnect/ui` hands over, with what else it says of the account."""
    ours = domain_of(api.parts.settings.origin)
    reply = ton_proof(contract, domain or ours, int(api.now().timestamp()) - ago, payload)
    account = {
        "address": raw(contract.address).lower(),
        "chain": "-3",
        "publicKey": contract.public_key.hex(),
        "walletStateInit": to_boc(contract.state_init),
        "features": [],
    }
    return {"account": account, "proof": reply["proof"]}


async def proves(api: Api, body: dict[str, Any], who: int = ADVERTISER) -> tuple[int, str]:
    status, said, _ = await api.call("POST", "/api/me/wallet/proof", who, json=body)
    return status, str(said.get("args", {}).get("reason", said.get("raw_address")))


async def test_a_proof_is_good_once_and_for_the_person_who_asked(api: Api) -> None:
    payload = await a_payload(api)
    good = answer(api, payload)
    await a_user(OWNER)
    assert await proves(api, good, OWNER) == (422, "payload"), "somebody else's payload"
    assert await proves(api, good) == (200, raw(MINE.address).lower())
    assert await proves(api, good) == (422, "payload"), "a replay"
    assert (await User.get(id=ADVERTISER)).wallet_address == raw(MINE.address).lower()
    assert (await User.get(id=OWNER)).wallet_address is None
    assert await ProofNonce.all().count() == 0
    status, wallet, _ = await api.call("GET", "/api/me/wallet", ADVERTISER)
    assert (status, wallet["available"], wallet["wallet"]["is_connected"]) == (200, True, False)


async def test_a_wallet_is_forgotten_even_when_its_app_cannot_be_told(api: Api) -> None:
    assert (await proves(api, answer(api, await a_payload(api))))[0] == 200
    assert (await api.call("DELETE", "/api/me/wallet", ADVERTISER))[:2] == (200, {"done": True})
    assert (await api.call("GET", "/api/me/wallet", ADVERTISER))[1]["wallet"] is None
    assert (await api.call("GET", "/api/me", ADVERTISER))[1]["wallet_address"] is None


async def test_no_other_proof_is_taken(api: Api) -> None:
    """Scenario 24 by HTTP: each of these differs from a good one in one thing, and spends no payload."""
    payload = await a_payload(api)
    good, theirs = answer(api, payload), answer(api, payload, OTHERS)

    def changed(**parts: Any) -> dict[str, Any]:
        body = deepcopy(good)
        for name, value in parts.items():
            body["account" if name in body["account"] else "proof"][name] = value
        return body

    forged = {
        "another domain": answer(api, payload, domain="evil.example"),
        "an old time": answer(api, payload, ago=16 * 60),
        "a time to come": answer(api, payload, ago=-120),
        "a payload of nobody": answer(api, "00" * 32),
        "somebody's address": changed(address=theirs["account"]["address"]),
        "somebody's key": changed(publicKey=theirs["account"]["publicKey"]),
        "somebody's code": changed(walletStateInit=theirs["account"]["walletStateInit"]),
        "somebody's wallet": {**theirs, "proof": good["proof"]},
        "another signature": changed(signature=theirs["proof"]["signature"]),
        "a changed time": changed(timestamp=good["proof"]["timestamp"] - 1),
        "a longer domain": changed(domain={**good["proof"]["domain"], "lengthBytes": 3}),
        "another network": changed(chain="-239"),
        "no address": changed(address="nonsense"),
        "no signature": changed(signature=""),
        "no cells": changed(walletStateInit="AAAA"),
        "no key": changed(publicKey="zz"),
    }
    for what, body in forged.items():
        status, reason = await proves(api, body)
        assert status == 422, (what, status, reason)
    assert (await User.get(id=ADVERTISER)).wallet_address is None
    assert (await proves(api, good))[0] == 200, "the payload was not spent by any of them"


async def test_where_no_wallet_can_reach_us_the_reason_is_said(api: Api) -> None:
    await a_user(ADVERTISER)
    wallets: Any = api.parts.wallets
    wallets._reachable = False
    status, body, _ = await api.call("POST", "/api/me/wallet/payload", ADVERTISER, json={})
    assert (status, body["error"], body["args"]["reason"]) == (503, "wallets-unavailable", "wallets-need-https")
    state = (await api.call("GET", "/api/me/wallet", ADVERTISER))[1]
    assert (state["available"], state["reason_key"]) == (False, "wallets-need-https")
