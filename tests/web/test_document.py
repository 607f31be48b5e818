"""The table of doors holds what the lifecycle promises, and the document says what the doors do."""

import json
import re

from app.web.api import ROUTES
from app.web.api.actions import PERSONAL, STEPS
from app.web.api.deals import WRITTEN_IN_CHAT
from app.web.api.openapi import document
from models import DealStatus
from services.deals.lifecycle import LIFECYCLE, Action, Role
from tests.makers import ADVERTISER, OWNER, STRANGER, a_deal, a_user
from tests.web.examples import bodies, request_of, some_things
from tests.web.stage import Api

DOCUMENT = document(ROUTES)
OPERATIONS = [one for methods in DOCUMENT["paths"].values() for one in methods.values()]


def test_every_step_that_a_person_may_take_has_a_door_and_no_other_has() -> None:
    by_people = {step.action for step in LIFECYCLE if step.by - {Role.PLATFORM}}
    assert set(PERSONAL) == set(STEPS) == by_people - WRITTEN_IN_CHAT
    of_deals = (re.fullmatch(r"/api/deals/{deal_id}/([a-z_]+)", route.path) for route in ROUTES)
    doors = {found[1] for found in of_deals if found}
    assert {action.value for action in PERSONAL} <= doors
    assert not {action.value for action in set(Action) - by_people} & doors


async def test_the_steps_of_the_platform_are_refused_by_name_even_to_an_admin(api: Api) -> None:
    deal = await a_deal(DealStatus.AWAITING_ESCROW_PAYMENT)
    await a_user(1003)
    for action in sorted(set(Action) - set(PERSONAL)):
        for who in (ADVERTISER, OWNER, 1003):
            status, body, _ = await api.call("POST", f"/api/deals/{deal.id}/{action.value}", who, json={})
            expected = (409, "written-in-chat") if action in WRITTEN_IN_CHAT else (403, "platform-step")
            assert (status, body["error"]) == expected, action
    assert (await api.call("POST", f"/api/deals/{deal.id}/bribe", ADVERTISER, json={}))[1]["error"] == "no-such-door"


async def test_an_unknown_field_is_refused_by_its_name_wherever_it_stands(api: Api) -> None:
    things = await some_things()
    for route in ROUTES:
        asked = request_of(route, things)
        if route.body is not None:
            wrong = {**asked, "json": {**asked["json"], "sneaky": 1}}
            status, body, _ = await api.call(**wrong, who=ADVERTISER)
            assert (status, body["error"], body["args"]["what"]) == (400, "bad-request", "sneaky"), route.path
            assert body["args"]["reason"] == "unknown"
        status, body, _ = await api.call(**{**asked, "path": asked["path"] + "?sneaky=1"}, who=ADVERTISER)
        assert (status, body["args"]["what"]) == (400, "sneaky"), route.path


async def test_a_missing_field_is_named_with_the_way_to_it(api: Api) -> None:
    await a_user(ADVERTISER)
    status, body, _ = await api.call("POST", "/api/deals", ADVERTISER, json={"listing_id": 1})
    assert (status, body["args"]["what"], body["args"]["reason"]) == (400, "package_id", "missing")
    proof = {"account": {"address": "x", "publicKey": "x", "walletStateInit": "x"}, "proof": {"timestamp": 1}}
    status, body, _ = await api.call("POST", "/api/me/wallet/proof", ADVERTISER, json=proof)
    assert (status, body["args"]["what"]) == (400, "proof.domain")
    russian = {"Accept-Language": "ru"}
    status, body, _ = await api.call("POST", "/api/auth/refresh", json={}, headers=russian)
    assert body["message"] == "В запросе не хватает поля: refresh_token."


async def test_an_amount_is_a_plain_decimal_string_and_read_exactly(api: Api) -> None:
    deal = await a_deal(offered_by="owner")
    path = f"/api/deals/{deal.id}/counter"
    for amount in ("1,5", "1e3", " 1", "-1", "01", "1.", ".5", "1.0000000001", "1234567890", "", "NaN", 1, True):
        status, body, _ = await api.call("POST", path, ADVERTISER, json={"price": amount})
        assert (status, body["args"]["what"]) == (400, "price"), amount
    status, card, _ = await api.call("POST", path, ADVERTISER, json={"price": "10.000000001"})
    assert (status, card["price"], card["terms"]["price"]) == (200, "10.000000001", "10.000000001")


async def test_a_body_that_is_too_large_is_not_even_read(api: Api) -> None:
    await a_user(ADVERTISER)
    answer = await api.call("POST", "/api/deals", ADVERTISER, data=b'{"message": "' + b"x" * 300_000 + b'"}')
    assert (answer[0], answer[1]["error"]) == (413, "large-request")


async def test_settings_are_the_persons_own(api: Api) -> None:
    await a_user(STRANGER)
    status, me, _ = await api.call("PATCH", "/api/me", STRANGER, json={"language": "ru", "timezone": "Berlin"})
    assert (status, me["language"], me["timezone"], me["timezone_known"]) == (200, "ru", "Europe/Berlin", True)
    status, body, _ = await api.call("PATCH", "/api/me", STRANGER, json={"timezone": "Atlantis"})
    assert (status, body["error"]) == (422, "bad-timezone")
    assert body["message"].startswith("Не знаю"), "he is spoken to in his language from now on"
    assert (await api.call("PATCH", "/api/me", STRANGER, json={"language": "xx"}))[0] == 400


async def test_what_one_is_told_is_set_here_too(api: Api) -> None:
    await a_user(STRANGER)
    asked = {"muted": ["news"], "quiet_hours": {"start": 22, "end": 8}}
    status, me, _ = await api.call("PATCH", "/api/me", STRANGER, json=asked)
    assert (status, me["muted"], me["quiet_hours"]) == (200, ["news"], {"start": 22, "end": 8})
    endless = {"language": "ru", "quiet_hours": {"start": 5, "end": 5}}
    status, body, _ = await api.call("PATCH", "/api/me", STRANGER, json=endless)
    assert (status, body["error"]) == (422, "bad-night")
    status, me, _ = await api.call("PATCH", "/api/me", STRANGER, json={"muted": [], "quiet_hours": None})
    assert (me["language"], me["muted"], me["quiet_hours"]) == ("en", [], None)


def test_the_document_names_every_door_once_and_in_words() -> None:
    assert DOCUMENT["openapi"] == "3.1.0"
    assert len(OPERATIONS) == len(ROUTES) == len({one["operationId"] for one in OPERATIONS})
    assert [one["operationId"] for one in OPERATIONS if not one["summary"]] == []
    references = set(re.findall(r"#/components/schemas/(\w+)", str(DOCUMENT)))
    assert references == set(DOCUMENT["components"]["schemas"])


def test_everything_that_creates_or_moves_takes_a_key() -> None:
    free = {route.name for route in ROUTES if route.method == "POST" and not route.moves}
    looks = {"sign_in", "refresh", "log_out_everywhere", "ask_for_payload", "look_at_chain", "preview_offer"}
    assert free == looks | {"other_step"}


async def test_every_kind_of_body_has_an_example(api: Api) -> None:
    known = bodies(await some_things())
    assert {route.body for route in ROUTES if route.body} <= set(known)
    for model, example in known.items():
        model.model_validate_json(json.dumps(example))


async def test_the_page_to_try_it_comes_from_us_alone(api: Api) -> None:
    status, page, headers = await api.call("GET", "/api/docs")
    assert status == 200
    assert b"http" not in page.replace(b"http-equiv", b"")
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    for asset in re.findall(rb'(?:src|href)="([^"]+)"', page):
        assert (await api.call("GET", asset.decode()))[0] == 200
    assert (await api.call("GET", "/api/docs/../../app/config.py"))[0] == 404
    assert (await api.call("GET", "/api/docs/secrets"))[0] == 404
    assert (await api.call("GET", "/api/openapi.json"))[1] == DOCUMENT
