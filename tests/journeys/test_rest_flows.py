"""The data flows of the Mini App over HTTP, and the doors that stay shut."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from app.config import SANDBOX_TOKEN
from models import Channel, Deal, DealStatus, StatsSnapshot, User
from tests.journeys import steps
from tests.journeys.rest import Answer, RestClient
from tests.web.initdata import signed
from tests.world import World

RIGHTS = {"can_post_messages": True, "can_edit_messages": True, "can_delete_messages": True}


@pytest.fixture
async def rest(world: World) -> AsyncIterator[RestClient]:
    async with RestClient(world) as client:
        yield client


def is_refusal(answer: Answer, status: int) -> dict[str, Any]:
    """The one shape of all errors."""
    assert answer[0] == status, answer
    body: dict[str, Any] = answer[1]
    assert set(body) == {"error", "message", "args"}, body
    assert body["message"]
    assert isinstance(body["args"], dict)
    return body


async def test_the_flows_of_the_mini_app_meet_the_chat(world: World, rest: RestClient) -> None:
    """Sign in, add a channel, search, ask: by HTTP. The price, the acceptance and the wallets: in the chat."""
    world.house.telegram.channels.set_admin("coffee_daily", "bot", RIGHTS)
    await world.settle()
    await rest.signs_in(world.oleg)
    assert await User.get_or_none(id=world.oleg.id) is not None
    status, channel = await rest.post("/api/owner/channels", {"username": "@coffee_daily"})
    assert (status, channel["title"], channel["subscribers"]) == (201, "Coffee daily", 12_401)
    assert await StatsSnapshot.filter(channel_id=channel["id"]).exists()
    status, mine = await rest.get("/api/owner/channels")
    assert [row["id"] for row in mine["channels"]] == [channel["id"]]
    await oleg_sets_a_price(world)

    await rest.signs_in(world.anna)
    listing = await search_finds_it(rest)
    package_id = listing["packages"][0]["id"]
    await world.oleg.starts()
    status, deal = await rest.post(
        "/api/deals", {"listing_id": listing["id"], "package_id": package_id, "message": "Tea, please"}
    )
    assert (status, deal["status"], deal["party"], deal["price"]) == (201, "negotiation", "advertiser", "10")
    await world.settle()
    await world.oleg.sees("A new request")
    await the_escrow_is_shown_when_it_is_open(world, rest)


async def oleg_sets_a_price(world: World) -> None:
    oleg = world.oleg
    await oleg.starts()
    await oleg.taps("My channels")
    await oleg.taps("Coffee daily")
    await oleg.taps("Edit the offer")
    await oleg.taps("Packages and prices")
    await oleg.taps("1/24")
    await oleg.says("10")
    await oleg.sees("On sale")


async def search_finds_it(rest: RestClient) -> dict[str, Any]:
    for query in ({}, {"min_subscribers": "1000", "max_price": "100"}, {"min_price": "9.5"}, {"text": "coffee"}):
        status, page = await rest.get("/api/market/listings", **query)
        assert (status, [row["title"] for row in page["listings"]]) == (200, ["Coffee daily"]), query
    for query in ({"min_subscribers": "20000"}, {"max_price": "9.999"}, {"language": "fa"}, {"text": "tractors"}):
        status, page = await rest.get("/api/market/listings", **query)
        assert (status, page["listings"]) == (200, []), query
    _, page = await rest.get("/api/market/listings")
    found: dict[str, Any] = page["listings"][0]
    return found


async def the_escrow_is_shown_when_it_is_open(world: World, rest: RestClient) -> None:
    is_refusal(await rest.get("/api/deals/1/escrow"), 404)
    await world.anna.starts()
    await steps.oleg_accepts(world)
    await steps.both_connect(world)
    status, deal = await rest.get("/api/deals/1")
    assert (status, deal["status"]) == (200, "awaiting_escrow_payment")
    status, escrow = await rest.get("/api/deals/1/escrow")
    assert (status, escrow["amount"], escrow["state"]) == (200, "10", "none")
    assert float(escrow["attach"]) > 10
    assert escrow["raw_address"].startswith("0:")
    await rest.signs_in(world.oleg)
    assert (await rest.get("/api/deals/1/escrow"))[1] == {**escrow, "payment": None}


async def test_only_what_telegram_has_signed_here_and_now_signs_in(world: World, rest: RestClient) -> None:
    now = world.house.clock.now()
    for init_data in (
        signed(1001, now, token="7000000002:AAotherotherotherotherotherotherotherot"),
        signed(1001, now - 3700, token=SANDBOX_TOKEN),
        signed(1001, now + 3700, token=SANDBOX_TOKEN),
        signed(1001, now, token=SANDBOX_TOKEN).replace("1001", "1003"),
        "nonsense",
    ):
        is_refusal(await rest.post("/api/auth/telegram", {"initData": init_data}), 401)
    assert await User.filter(id=1001).count() == 0


async def test_what_cannot_be_read_is_refused_in_the_one_shape(world: World, rest: RestClient) -> None:
    await rest.signs_in(world.anna)
    bodies = ["", "{", "[]", "1", "null", '"x"', "\ufeff{}", '{"listing_id": 1e999}', "[" * 10_000]
    for path in ("/api/deals", "/api/owner/channels", "/api/auth/telegram"):
        for body in bodies:
            is_refusal(await rest.call("POST", path, data=body.encode()), 400)
        is_refusal(await rest.call("POST", path, data=b"\xff\xfe"), 400)
    for deal in ({}, {"listing_id": "1"}, {"listing_id": True}, {"listing_id": -1}, {"listing_id": 2**70}):
        is_refusal(await rest.post("/api/deals", {"package_id": 1, **deal}), 400)
    is_refusal(await rest.post("/api/deals", {"listing_id": 1, "package_id": 1}), 409)
    is_refusal(await rest.post("/api/owner/channels", {"username": "x y z"}), 422)
    is_refusal(await rest.post("/api/owner/channels", {"username": "@nobody_here"}), 422)
    for name in ("min_price", "max_subscribers", "min_subscribers"):
        is_refusal(await rest.get("/api/market/listings", **{name: "much"}), 400)
    for query in ({"after": "nonsense"}, {"after": "1:2:3"}, {"text": "a\0b"}, {"language": "\0"}):
        is_refusal(await rest.get("/api/market/listings", **query), 400)
    for words in ("\0", "\ud800", ["x"], 7):
        is_refusal(await rest.post("/api/deals", {"listing_id": 1, "package_id": 1, "message": words}), 400)
    is_refusal(await rest.get("/api/deals/abc"), 400)
    is_refusal(await rest.get("/api/deals/9" + "9" * 30), 400)
    is_refusal(await rest.get("/api/no/such/door"), 404)
    is_refusal(await rest.call("DELETE", "/api/deals"), 405)
    assert await Deal.all().count() == 0


async def test_a_request_too_many_or_to_oneself_is_refused_as_in_the_chat(world: World, rest: RestClient) -> None:
    await steps.oleg_sells_posts(world)
    await rest.signs_in(world.oleg)
    assert is_refusal(await rest.post("/api/deals", {"listing_id": 1, "package_id": 1}), 409)["error"] == "own-deal"
    await User.filter(id=world.oleg.id).update(is_banned=True)
    assert is_refusal(await rest.get("/api/me"), 403)["error"] == "banned"


async def test_a_deal_that_was_asked_for_by_http_lives_in_the_chat(world: World, rest: RestClient) -> None:
    await steps.oleg_sells_posts(world)
    await world.anna.starts()
    await rest.signs_in(world.anna)
    await rest.post("/api/deals", {"listing_id": 1, "package_id": 1})
    await steps.oleg_accepts(world)
    assert (await Deal.get(id=1)).status is DealStatus.OWNER_ACCEPTED
    assert await Channel.all().count() == 1
