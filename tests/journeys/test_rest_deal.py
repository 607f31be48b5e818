"""A whole deal by HTTP from both sides: everything but the words of the post, which are written in the chat.

The wallets are the Mini App's: they sign our payload and send the transaction that the API gives, as it is.
"""

import json
from collections.abc import AsyncIterator
from typing import Any

import pytest

from app.sandbox.chain.cells import raw, to_boc
from app.sandbox.wallet import rpc
from app.sandbox.wallet.proof import domain_of, ton_proof
from models import Deal, DealStatus, ProofNonce
from tests.journeys import steps
from tests.journeys.rest import RestClient
from tests.world import Person, World

RIGHTS = {"can_post_messages": True, "can_edit_messages": True, "can_delete_messages": True}


@pytest.fixture
async def anna(world: World) -> AsyncIterator[RestClient]:
    async with RestClient(world) as client:
        yield client


@pytest.fixture
async def oleg(world: World) -> AsyncIterator[RestClient]:
    async with RestClient(world) as client:
        yield client


async def ok(answer: Any, status: int = 200) -> Any:
    found = await answer
    assert found[0] == status, found
    return found[1]


async def proves_wallet(world: World, person: Person, rest: RestClient) -> None:
    """What `@tonconnect/ui` does on the wallet page."""
    asked = await ok(rest.post("/api/me/wallet/payload", {}))
    contract = person.wallet.contract
    domain = domain_of(world.settings.origin)
    signed = ton_proof(contract, domain, int(world.house.clock.now()), asked["payload"])
    account = {
        "address": raw(contract.address).lower(),
        "chain": "-3",
        "publicKey": contract.public_key.hex(),
        "walletStateInit": to_boc(contract.state_init),
    }
    body = {"account": account, "proof": signed["proof"]}
    wallet = await ok(rest.post("/api/me/wallet/proof", body))
    assert wallet["raw_address"] == account["address"]
    again = await rest.post("/api/me/wallet/proof", body)
    assert (again[0], again[1]["error"], again[1]["args"]["reason"]) == (422, "bad-proof", "payload")
    assert (await ok(rest.get("/api/me/wallet")))["wallet"]["address"] == wallet["address"]


async def sends(person: Person, transaction: dict[str, Any]) -> None:
    """The wallet's side of `sendTransaction`."""
    request = {**transaction, "valid_until": transaction["validUntil"]}
    message = {"params": [json.dumps(request)]}
    transfers, _ = rpc.transaction(message, person.wallet.contract.network, person.wallet.address)
    for one in transfers:
        await person.wallet.send(one.destination, one.amount_nano, one.body, one.init, one.bounce)


async def oleg_sells(world: World, oleg: RestClient) -> int:
    world.house.telegram.channels.set_admin("coffee_daily", "bot", RIGHTS)
    await world.settle()
    channel = await ok(oleg.post("/api/owner/channels", {"username": "https://t.me/coffee_daily"}), 201)
    listing = await ok(oleg.post("/api/owner/listings", {"channel_id": channel["id"]}), 201)
    assert (listing["packages"], listing["is_open"]) == ([], False)
    path = f"/api/owner/listings/{listing['id']}"
    priced = await ok(oleg.call("PUT", f"{path}/packages/1-24", json={"price": "10"}))
    assert [(one["name"], one["price"]) for one in priced["packages"]] == [("1/24", "10")]
    words = {"description": "News about coffee", "category": "lifestyle", "language": "en"}
    assert (await ok(oleg.call("PATCH", path, json=words)))["description"] == "News about coffee"
    card = await ok(oleg.get(f"/api/owner/channels/{channel['id']}"))
    assert (card["me"]["can_payout"], card["listing_id"]) == (True, listing["id"])
    figures = await ok(oleg.get(f"/api/owner/channels/{channel['id']}/statistics", limit="1"))
    assert [(one["subscribers"], one["source"]) for one in figures["snapshots"]] == [(12_401, "bot_api")]
    return int(listing["id"])


async def they_bargain(world: World, anna: RestClient, oleg: RestClient, listing_id: int) -> str:
    """Returns the address of the deal."""
    found = await ok(anna.get("/api/market/listings", text="coffee", max_price="10", category="lifestyle"))
    (package,) = found["listings"][0]["packages"]
    wish = {"listing_id": listing_id, "package_id": package["id"], "price": package["price"], "message": "Tea, please"}
    deal = await ok(anna.post("/api/deals", wish), 201)
    path = f"/api/deals/{deal['id']}"
    assert [one["name"] for one in deal["actions"] if one["is_offered"]] == ["counter", "set_payer_wallet", "cancel"]
    theirs = await ok(oleg.get(path))
    assert [one["name"] for one in theirs["actions"] if one["is_primary"]] == ["accept"]
    countered = await ok(oleg.post(f"{path}/counter", {"price": "12.5"}))
    assert (countered["price"], countered["offered_by"]) == ("12.5", "owner")
    stale = await anna.post(f"{path}/accept", {"terms_hash": deal["terms_hash"]})
    assert (stale[0], stale[1]["error"]) == (409, "gone-ahead")
    await ok(anna.post(f"{path}/messages", {"text": "Fine with me"}), 201)
    said = await ok(oleg.get(f"{path}/messages"))
    assert [(one["is_mine"], one["text"]) for one in said["messages"]] == [
        (False, "Tea, please"),
        (False, "Fine with me"),
    ]
    agreed = await ok(anna.post(f"{path}/accept", {"terms_hash": countered["terms_hash"]}))
    assert agreed["status"] == "owner_accepted"
    return path


async def anna_pays(world: World, anna: RestClient, oleg: RestClient, path: str) -> None:
    await proves_wallet(world, world.oleg, oleg)
    await proves_wallet(world, world.anna, anna)
    assert await ProofNonce.all().count() == 0
    await ok(oleg.post(f"{path}/set_payout_wallet", {}))
    opened = await ok(anna.call("POST", f"{path}/set_payer_wallet"))
    assert (opened["status"], opened["has_escrow"]) == ("awaiting_escrow_payment", True)
    assert (await ok(oleg.get(f"{path}/escrow")))["payment"] is None, "only the advertiser pays"
    escrow = await ok(anna.get(f"{path}/escrow"))
    assert (escrow["amount"], escrow["state"], escrow["auto_refund"]) == ("12.5", "none", None)
    payment = escrow["payment"]
    assert (payment["network"], payment["from"]) == ("-3", raw(world.anna.wallet.address).lower())
    assert payment["validUntil"] == world.house.clock.now() + 600
    await sends(world.anna, payment)
    funded = await ok(anna.post(f"{path}/escrow/look", {}))
    assert funded["status"] in ("escrow_funded", "creative_pending_owner")
    await world.settle()


async def the_post_is_agreed(world: World, anna: RestClient, oleg: RestClient, path: str) -> None:
    card = await ok(oleg.get(path))
    assert [(one["name"], one["in_chat"]) for one in card["actions"] if one["is_primary"]] == [
        ("submit_creative", True)
    ]
    refused = await oleg.post(f"{path}/submit_creative", {})
    assert (refused[0], refused[1]["error"]) == (409, "written-in-chat")
    await world.oleg.starts()
    await steps.oleg_writes(world, "Tea is her")
    await ok(anna.post(f"{path}/request_changes", {"version": 1, "note": "A letter is missing"}))
    await steps.oleg_writes(world, "Tea is here", link="Shop - https://tea.example/shop")
    versions = (await ok(anna.get(f"{path}/creatives")))["creatives"]
    assert [(one["version"], one["state"]) for one in versions] == [(1, "changes_requested"), (2, "submitted")]
    assert versions[1]["buttons"] == [[{"text": "Shop", "url": "https://tea.example/shop"}]]
    assert (await anna.post(f"{path}/approve_creative", {"version": 1}))[1]["error"] == "gone-ahead"
    await world.anna.starts()
    await ok(anna.post(f"{path}/creatives/preview", {}))
    await world.anna.sees("Tea is here")
    assert (await ok(anna.post(f"{path}/approve_creative", {"version": 2})))["status"] == "creative_approved"
    await ok(anna.post(f"{path}/propose_time", {"publish_at": "2026-05-29T14:00:00+02:00"}))
    agreed = await ok(oleg.post(f"{path}/agree_time", {"publish_at": "2026-05-29T12:00:00Z"}))
    assert (agreed["status"], agreed["publish_at"]) == ("scheduled", "2026-05-29T12:00:00Z")


async def test_a_whole_deal_by_http_from_both_sides(world: World, anna: RestClient, oleg: RestClient) -> None:
    await oleg.signs_in(world.oleg)
    await anna.signs_in(world.anna)
    listing_id = await oleg_sells(world, oleg)
    path = await they_bargain(world, anna, oleg, listing_id)
    await anna_pays(world, anna, oleg, path)
    await the_post_is_agreed(world, anna, oleg, path)
    await anna.signs_in(world.anna)
    await world.pass_time(hours=16)
    assert world.posts()[0] == "Tea is here"
    await anna.signs_in(world.anna)
    watched = await ok(anna.get(path))
    assert (watched["status"], watched["next"]["ends"]) == ("retention_check", "decide")
    assert watched["post_url"]
    await world.pass_time(hours=30)
    assert (await Deal.get(id=1)).status is DealStatus.RELEASED
    assert world.oleg.received() == [12_500_000_000 * 95 // 100]
    await it_is_all_told(world, anna, oleg, path)


async def it_is_all_told(world: World, anna: RestClient, oleg: RestClient, path: str) -> None:
    """Both sides see the same end, and what led to it."""
    for rest, person in ((anna, world.anna), (oleg, world.oleg)):
        await rest.signs_in(person)
        done = await ok(rest.get(path))
        assert (done["status"], done["outcome"], done["actions"]) == ("released", "release", [])
        checks = (await ok(rest.get(f"{path}/checks")))["checks"]
        assert len(checks) >= 5
        assert {one["result"] for one in checks} == {"intact"}
        receipt = await ok(rest.get(f"{path}/receipt"))
        assert (receipt["owner_got"], receipt["fee"], receipt["advertiser_got"]) == ("11.875", "0.625", "0")
        assert (await ok(rest.get(f"{path}/escrow")))["state"] == "released"
        events = [one["action"] for one in (await ok(rest.get(f"{path}/events")))["events"]]
        assert (events[0], events[-1]) == ("send", "confirm_release")
        assert [row["id"] for row in (await ok(rest.get("/api/deals")))["deals"]] == [done["id"]]


async def test_an_overdue_escrow_gives_its_payer_the_way_back(world: World, anna: RestClient) -> None:
    """After the contract's deadline the API gives the transaction that needs nobody of us."""
    await steps.paid(world)
    deal = await Deal.get(id=1)
    await anna.signs_in(world.anna)
    deadline = (await ok(anna.get("/api/deals/1/escrow")))["deadline"]
    await world.stop_app()
    world.house.clock.move_to(world.house.clock.now() + 40 * 86400)
    await world.start_app()
    await anna.signs_in(world.anna)
    escrow = await ok(anna.get("/api/deals/1/escrow"))
    assert escrow["deadline"] == deadline
    assert escrow["state"] == "funded", "nobody of us was there to settle it"
    (message,) = escrow["auto_refund"]["messages"]
    assert set(message) == {"address", "amount", "payload"}
    await sends(world.anna, escrow["auto_refund"])
    await world.settle()
    assert (await Deal.get(id=deal.id)).status is DealStatus.REFUNDED
    assert max(world.anna.received()) >= steps.PRICE_NANO
