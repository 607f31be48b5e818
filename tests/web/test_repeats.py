"""A request that comes twice acts once, however close together; its key belongs to one request for a day."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from models import Deal, DealMessage, Package, RequestKey
from services.actor import Actor
from services.errors import RequestUnderWay
from services.repeats import KEPT_FOR, Repeats
from tests.makers import ADVERTISER, StillClock, a_channel, a_deal, a_user
from tests.web.stage import Answer, Api

ME = Actor(ADVERTISER)


@pytest.fixture
async def wish(api: Api) -> dict[str, Any]:
    """What a request for a deal says."""
    await a_user(ADVERTISER)
    await a_channel()
    package = await Package.get()
    return {"listing_id": package.listing_id, "package_id": package.id, "message": "Tea, please"}


async def asks(api: Api, wish: dict[str, Any], key: str | None = "k-1") -> Answer:
    return await api.call("POST", "/api/deals", ADVERTISER, json=wish, key=key)


async def test_the_same_request_gets_the_same_answer_and_acts_once(api: Api, wish: dict[str, Any]) -> None:
    first = await asks(api, wish)
    again = await asks(api, wish)
    assert (first[0], again[0]) == (201, 201)
    assert first[1] == again[1]
    assert ("Idempotency-Replayed" in first[2], again[2].get("Idempotency-Replayed")) == (False, "true")
    assert await Deal.all().count() == 1
    await asks(api, wish, key="k-2")
    await asks(api, wish, key=None)
    assert await Deal.all().count() == 3


async def test_many_at_once_with_one_key_act_once(api: Api, wish: dict[str, Any]) -> None:
    answers = await asyncio.gather(*(asks(api, wish) for _ in range(12)))
    assert await Deal.all().count() == 1
    assert {status for status, _, _ in answers} <= {201, 409}
    assert len({body["id"] for status, body, _ in answers if status == 201}) == 1
    late = [(body["error"], headers["Retry-After"]) for status, body, headers in answers if status == 409]
    assert set(late) <= {("request-under-way", "1")}
    assert (await asks(api, wish))[0] == 201


async def test_a_key_is_of_one_request(api: Api, wish: dict[str, Any]) -> None:
    await asks(api, wish)
    status, body, _ = await asks(api, {**wish, "message": "Coffee, please"})
    assert (status, body["error"]) == (409, "key-reused")
    deal_id = (await Deal.get()).id
    status, body, _ = await api.call(
        "POST", f"/api/deals/{deal_id}/messages", ADVERTISER, json={"text": "Tea"}, key="k-1"
    )
    assert (status, body["error"]) == (409, "key-reused")
    assert await DealMessage.filter(text="Tea").count() == 0


async def test_a_key_is_of_one_person(api: Api, wish: dict[str, Any]) -> None:
    await a_user(44)
    await asks(api, wish)
    assert (await api.call("POST", "/api/deals", 44, json=wish, key="k-1"))[0] == 201
    assert await Deal.all().count() == 2


async def test_a_refused_request_leaves_its_key_free(api: Api, wish: dict[str, Any]) -> None:
    await Package.all().update(is_active=False)
    assert (await asks(api, wish))[0] == 404
    assert await RequestKey.all().count() == 0
    await Package.all().update(is_active=True)
    assert (await asks(api, wish))[0] == 201


async def test_a_strange_key_is_refused_before_anything_happens(api: Api, wish: dict[str, Any]) -> None:
    for key in ("a" * 129, "with space", "ключ"):
        status, body, _ = await asks(api, wish, key=key)
        assert (status, body["error"]) == (400, "bad-key")
    assert await Deal.all().count() == 0


async def test_what_died_on_the_way_is_never_acted_on_again_and_is_forgotten_after_a_day(api: Api) -> None:
    clock = StillClock()
    repeats = Repeats(clock)
    assert await repeats.begin(ME, "k", "h") is None  # and now the process dies
    clock.pass_(hours=23)
    with pytest.raises(RequestUnderWay):
        await repeats.begin(ME, "k", "h")
    clock.now += KEPT_FOR - timedelta(hours=23)
    assert await repeats.begin(ME, "k", "h") is None


async def test_steps_of_a_deal_take_a_key_too(api: Api) -> None:
    deal = await a_deal(offered_by="owner")
    path, body = f"/api/deals/{deal.id}/accept", {"terms_hash": deal.terms_hash}
    first = await api.call("POST", path, ADVERTISER, json=body, key="yes")
    again = await api.call("POST", path, ADVERTISER, json=body, key="yes")
    assert (first[0], first[1]["status"]) == (200, "owner_accepted")
    assert again[:2] == first[:2]
    assert (await api.call("POST", path, ADVERTISER, json=body))[0] == 409, "without it, the deal has moved on"
