"""Every door refuses whoever shows no token of ours, and a stranger at every door that names something of others."""

import hashlib
from typing import Any

import pytest

from app.web.api import ROUTES
from app.web.api.routes import Route
from models import (
    Application,
    Campaign,
    Channel,
    ChannelManager,
    Creative,
    Deal,
    DealEvent,
    DealMessage,
    DealStatus,
    Listing,
    Package,
    RequestKey,
    User,
)
from tests.makers import ADVERTISER, OWNER, STRANGER, a_user
from tests.web.examples import OBJECT_DOORS, request_of, some_things
from tests.web.stage import Api

PRIVATE = [route for route in ROUTES if not route.is_open]
LOOKS = [route for route in OBJECT_DOORS if route.method == "GET"]
CHANGEABLE = (
    *(Application, Campaign, Channel, ChannelManager, Creative, Deal),
    *(DealEvent, DealMessage, Listing, Package, RequestKey),
)


def is_refusal(answer: tuple[int, Any, dict[str, str]], *statuses: int) -> dict[str, Any]:
    status, body, headers = answer
    assert status in statuses, answer
    assert set(body) == {"error", "message", "args"}
    assert body["message"]
    assert headers["X-Request-ID"]
    return dict(body)


async def test_no_door_opens_without_a_token_of_ours(api: Api) -> None:
    things = await some_things()
    await a_user(ADVERTISER)
    token = api.token(ADVERTISER)
    wrong = {
        "none": {},
        "another word": {"Authorization": f"Basic {token}"},
        "a cut one": {"Authorization": f"Bearer {token[:-4]}AAAA"},
        "a refresh token": {"Authorization": f"Bearer {api.gate.tokens(ADVERTISER, 0)['refresh_token']}"},
        "of an unknown person": {"Authorization": f"Bearer {api.token(4040)}"},
        "of an earlier sign-in": {"Authorization": f"Bearer {api.token(ADVERTISER, version=7)}"},
    }
    for route in PRIVATE:
        for headers in wrong.values():
            body = is_refusal(await api.call(**request_of(route, things), headers=headers), 401)
            assert body["error"] == "not-signed-in", route.path
    assert await DealEvent.all().count() == 0


@pytest.mark.parametrize("status", [DealStatus.NEGOTIATION, DealStatus.CREATIVE_SUBMITTED, DealStatus.DISPUTED])
async def test_a_stranger_cannot_tell_what_others_have_from_nothing(api: Api, status: DealStatus) -> None:
    things = await some_things(status)
    await a_user(STRANGER)
    before = await fingerprint()
    for route in OBJECT_DOORS:
        asked = request_of(route, things)
        found = is_refusal(await api.call(**asked, who=STRANGER), 404)
        nothing = {**asked, "path": asked["path"].replace("/1", "/999")}
        if nothing["path"] != asked["path"] and "package" not in asked["path"]:
            same = is_refusal(await api.call(**nothing, who=STRANGER), 404)
            assert (found["error"], found["message"]) == (same["error"], same["message"]), route.path
    assert await fingerprint() == before


async def test_the_two_sides_see_what_is_theirs(api: Api) -> None:
    """So that the refusals above are about the person, and not about the address."""
    things = await some_things()
    for route in LOOKS:
        for side in (ADVERTISER, OWNER):
            answer = await api.call(**request_of(route, things), who=side)
            assert answer[0] == (200 if side in seen_by(route) else 404), (route.path, side, answer)


def seen_by(route: Route) -> tuple[int, ...]:
    if route.name == "show_receipt":
        return ()  # it comes with the end
    if "/owner/" in route.path:
        return (OWNER,)
    return (ADVERTISER,) if route.name == "compare_offers" else (ADVERTISER, OWNER)


async def test_a_ban_ends_every_token_at_once(api: Api) -> None:
    things = await some_things()
    assert (await api.call("GET", "/api/me", ADVERTISER))[0] == 200
    refresh = api.gate.tokens(ADVERTISER, 0)["refresh_token"]
    await User.filter(id=ADVERTISER).update(is_banned=True)
    for route in PRIVATE:
        assert is_refusal(await api.call(**request_of(route, things), who=ADVERTISER), 403)["error"] == "banned"
    is_refusal(await api.call("POST", "/api/auth/refresh", json={"refresh_token": refresh}), 403)


async def test_signing_out_ends_every_token_on_all_devices(api: Api) -> None:
    await a_user(ADVERTISER)
    refresh = api.gate.tokens(ADVERTISER, 0)["refresh_token"]
    status, fresh, _ = await api.call("POST", "/api/auth/refresh", json={"refresh_token": refresh})
    assert status == 200
    mine = {"Authorization": f"Bearer {fresh['access_token']}"}
    assert (await api.call("POST", "/api/auth/logout", headers=mine))[:2] == (200, {"done": True})
    is_refusal(await api.call("GET", "/api/me", headers=mine), 401)
    is_refusal(await api.call("POST", "/api/auth/refresh", json={"refresh_token": refresh}), 401)
    assert (await api.call("GET", "/api/me", headers={"Authorization": f"Bearer {api.token(ADVERTISER, 1)}"}))[0] == 200


async def test_every_answer_names_its_request(api: Api) -> None:
    for path in ("/api/me", "/api/no/such/door", "/healthz", "/api/openapi.json", "/", "/no/such/page"):
        assert len((await api.call("GET", path))[2]["X-Request-ID"]) == 32
    mine = await api.call("GET", "/api/me", headers={"X-Request-ID": "mine-7"})
    assert mine[2]["X-Request-ID"] == "mine-7"


async def fingerprint() -> str:
    """Of everything that a stranger might have changed."""
    rows = [await model.all().order_by("id").values() for model in CHANGEABLE]
    return hashlib.sha256(repr(rows).encode()).hexdigest()
