"""A script plays people, a channel and trouble by HTTP alone."""

from __future__ import annotations

import asyncio
import base64
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import aiohttp
import pytest
from aiogram import Bot, Dispatcher
from aiogram.utils.web_app import safe_parse_webapp_init_data
from aiohttp import web

from app.sandbox.control import FAMILIES, Sandbox, add_control_routes
from app.sandbox.telegram import MAX_REQUEST_BYTES, TelegramSandbox
from app.sandbox.telegram.pictures import make_picture
from tests.sandbox.telegram.conftest import Local, StillClock
from tests.sandbox.telegram.test_aiogram_bot import small_bot

Json = dict[str, Any]


@dataclass
class Script:
    """What a script has: an address and an HTTP client."""

    url: str
    http: aiohttp.ClientSession
    local: Local

    async def call(self, verb: str, path: str, body: Json | None = None) -> tuple[int, Json]:
        async with self.http.request(verb, f"{self.url}/sandbox/api{path}", json=body) as response:
            return response.status, await response.json()

    async def get(self, path: str) -> Json:
        status, reply = await self.call("GET", path)
        assert status == 200, reply
        return reply

    async def post(self, path: str, **body: Any) -> Json:
        status, reply = await self.call("POST", path, body)
        assert status == 200, reply
        return reply

    async def error(self, verb: str, path: str, **body: Any) -> str:
        status, reply = await self.call(verb, path, body)
        assert status >= 400
        code: str = reply["error"]["code"]
        return code


@pytest.fixture
async def script(clock: StillClock) -> AsyncIterator[Script]:
    telegram = TelegramSandbox(clock)

    async def travel(seconds: float) -> None:
        clock.at += seconds

    app = web.Application(client_max_size=MAX_REQUEST_BYTES)
    telegram.add_routes(app)
    add_control_routes(app, Sandbox(telegram, travel))
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    async with aiohttp.ClientSession() as http:
        script = Script(url, http, Local(telegram, url, clock, http))
        await script.post("/users", first_name="Anna", username="anna", is_premium=True)
        await script.post("/users", first_name="Oleg", username="oleg", language_code="ru")
        await script.post("/channels", title="Coffee daily", username="coffee_daily", owner="oleg", member_count=1200)
        yield script
    await runner.cleanup()


@pytest.fixture
async def bot(script: Script) -> AsyncIterator[Bot]:
    """The small bot of the aiogram tests, running."""
    bot = script.local.bot()
    dispatcher: Dispatcher = small_bot([])
    polling = asyncio.create_task(dispatcher.start_polling(bot, handle_signals=False, polling_timeout=5))
    yield bot
    await dispatcher.stop_polling()
    await polling
    await bot.session.close()


async def test_the_state_names_everybody_and_every_channel(script: Script) -> None:
    state = await script.get("/state")
    assert [user["username"] for user in state["users"]] == ["anna", "oleg"]
    (channel,) = state["channels"]
    assert channel["member_count"] == 1200
    assert channel["admins"] == [{"id": 1002, "name": "Oleg", "is_bot": False, "status": "creator", "rights": {}}]
    assert state["pending"] == {"updates": 0, "callbacks": 0, "calls": 0}


async def test_a_script_talks_to_the_bot_and_taps(script: Script, bot: Bot) -> None:
    await script.post("/chats/anna/start")
    await script.local.telegram.expect("anna", "Hello")
    chat = await script.get("/chats/1001/messages")
    hello = chat["messages"][-1]
    assert (hello["from"], hello["html"]) == ("bot", "<b>Hello</b>")
    assert hello["buttons"] == [[{"text": "Press", "kind": "callback", "data": "press", "url": None, "style": None}]]
    tap = await script.post("/chats/anna/tap", text="Press", wait=5)
    assert tap["answer"] == {"text": "Done", "show_alert": True, "url": None}
    chat = await script.get("/chats/anna/messages?limit=1")
    assert [message["text"] for message in chat["messages"]] == ["Pressed"]
    assert [toast["text"] for toast in chat["toasts"]] == ["Done"]
    assert (await script.get("/idle?timeout=5"))["idle"]


async def test_a_script_chooses_a_channel(script: Script, bot: Bot) -> None:
    await script.post("/chats/oleg/say", text="pick")
    await script.local.telegram.expect("oleg", "Which?")
    assert (await script.get("/chats/oleg/messages"))["keyboard"] == [
        [{"text": "Choose a channel", "kind": "request_chat"}]
    ]
    assert [each["username"] for each in (await script.get("/chats/oleg/choices"))["channels"]] == ["coffee_daily"]
    await script.post("/chats/oleg/choose", channel="@coffee_daily")
    await script.local.telegram.expect("oleg", "shared -1001000000001 Coffee daily")
    admins = (await script.get("/channels/coffee_daily"))["admins"]
    assert any(admin["is_bot"] and admin["rights"]["can_post_messages"] for admin in admins)


async def test_pictures_and_albums_go_both_ways(script: Script) -> None:
    picture = base64.b64encode(make_picture("latte")).decode()
    items = [{"kind": "photo", "base64": picture}, {"kind": "photo", "picture": "mocha"}]
    sent = await script.post("/chats/anna/media", items=items, html="<i>Two</i>")
    assert len(sent["message_ids"]) == 2
    first, second = (await script.get("/chats/anna/messages"))["messages"]
    assert first["album"] == second["album"] is not None
    assert (first["html"], first["text"], second["text"]) == ("<i>Two</i>", "Two", "")
    async with script.http.get(script.url + first["media"][0]["url"]) as response:
        assert await response.read() == make_picture("latte")
        assert response.content_type == "image/png"


async def test_an_owner_runs_his_channel(script: Script) -> None:
    channel = "/channels/coffee_daily"
    (post,) = (await script.post(f"{channel}/posts", by="oleg", html="<b>Beans</b>"))["message_ids"]
    assert await script.call("PUT", f"{channel}/posts/{post}", {"by": "oleg", "text": "Beans!"}) == (200, {})
    await script.post(f"{channel}/posts/{post}/react", by="anna", emoji="🔥")
    await script.post(f"{channel}/posts/{post}/views", count=350)
    (shown,) = (await script.get(f"{channel}/posts"))["messages"]
    assert (shown["text"], shown["reactions"], shown["views"]) == ("Beans!", {"🔥": 1}, 351)
    assert await script.error("PUT", f"{channel}/posts/{post}", by="anna", text="mine") == "not_allowed"
    assert await script.call("DELETE", f"{channel}/posts/{post}?by=oleg") == (200, {})
    assert (await script.get(f"{channel}/posts"))["messages"] == []
    await script.call("PUT", f"{channel}/admins/anna", {"rights": {"can_post_messages": True}})
    await script.post(f"{channel}/posts", by="anna", text="from Anna")
    await script.call("DELETE", f"{channel}/admins/anna")
    assert await script.error("POST", f"{channel}/posts", by="anna", text="again") == "not_allowed"
    settings = await script.post(f"{channel}/settings", username=None, protected=True, title="Coffee")
    assert (settings["username"], settings["protected"], settings["title"]) == (None, True, "Coffee")


async def test_time_moves_forward_only(script: Script) -> None:
    before = (await script.get("/time"))["now"]
    assert (await script.post("/time/advance", seconds=3600))["now"] == before + 3600
    assert (await script.post("/time/advance", until=before + 7200))["now"] == before + 7200
    assert (await script.post("/time/advance", until="2027-01-01T00:00:00"))["iso"] == "2027-01-01T00:00:00+00:00"
    assert await script.error("POST", "/time/advance", seconds=-1) == "bad_request"


async def test_changes_are_fed_to_whoever_waits(script: Script) -> None:
    seq = (await script.get("/state"))["seq"]
    waiting = asyncio.create_task(script.get(f"/events?since={seq}&timeout=10"))
    await script.post("/chats/anna/say", text="hello")
    feed = await waiting
    kinds = [change["kind"] for change in feed["changes"]]
    assert "message" in kinds
    assert feed["reset"] is False
    assert (await script.get("/events?since=999999&timeout=0"))["reset"] is True


async def test_changes_come_as_server_sent_events_too(script: Script) -> None:
    headers = {"Accept": "text/event-stream", "Last-Event-ID": "0"}
    async with script.http.get(f"{script.url}/sandbox/api/events", headers=headers) as response:
        first = await response.content.readuntil(b"\n\n")
    assert first.startswith(b'id: 1\nevent: change\ndata: {"seq": 1, "kind": "user"')


async def test_faults_are_armed_listed_and_used_up(script: Script) -> None:
    fault = await script.post("/faults", kind="flood", method="sendMessage", chat="anna", retry_after=9)
    assert [each["id"] for each in (await script.get("/faults"))["faults"]] == [fault["id"]]
    await script.post("/chats/anna/start")
    answer = await script.local.call("sendMessage", chat_id=1001, text="hi")
    assert answer["parameters"] == {"retry_after": 9}
    assert (await script.get("/faults"))["faults"] == []
    assert await script.error("POST", "/faults", kind="earthquake") == "bad_request"
    assert await script.error("POST", "/faults", kind="drop", service="ton") == "unavailable"


async def test_inline_results_are_sent_via_the_bot_and_deep_links_are_followed(script: Script) -> None:
    telegram = script.local.telegram
    asking = asyncio.create_task(script.post("/chats/oleg/inline", query="coffee", wait=5))
    await telegram.wait_for(lambda: telegram.world.inline_queries)
    (query_id,) = telegram.world.inline_queries
    link = "https://t.me/ad_market_bot?start=listing_7"
    card = {
        "type": "article",
        "id": "1",
        "title": "Coffee daily",
        "input_message_content": {"message_text": "<b>Buy ads here</b>", "parse_mode": "HTML"},
        "reply_markup": {"inline_keyboard": [[{"text": "Open", "url": link}]]},
    }
    assert (await script.local.call("answerInlineQuery", inline_query_id=query_id, results=[card]))["ok"]
    asked = await asking
    assert asked["results"] == [card]
    await script.post("/chats/oleg/inline/send", query_id=asked["query_id"], result_id="1", channel="coffee_daily")
    (post,) = (await script.get("/channels/coffee_daily/posts"))["messages"]
    assert (post["html"], post["buttons"][0][0]["url"]) == ("<b>Buy ads here</b>", link)
    await script.post("/chats/anna/follow", url=link)
    assert (await script.get("/chats/anna/messages"))["messages"][-1]["text"] == "/start listing_7"
    assert await script.error("POST", "/chats/anna/follow", url="https://t.me/other_bot") == "bad_request"


def test_every_call_is_documented() -> None:
    page = (Path(__file__).parents[3] / "docs" / "sandbox.md").read_text(encoding="utf-8")
    sandbox = Sandbox(TelegramSandbox(StillClock()))
    paths = {path for family in FAMILIES for _, path, _ in family(sandbox).routes()}
    tails = {path: path.rpartition("/")[2] for path in paths}
    assert [path for path in sorted(paths) if path not in page and f"`/{tails[path]}`" not in page] == []


WRONG: list[tuple[str, str, Json, str]] = [
    ("GET", "/chats/nobody/messages", {}, "unknown_user"),
    ("GET", "/channels/nothing", {}, "unknown_channel"),
    ("DELETE", "/channels/coffee_daily/posts/99", {}, "unknown_message"),
    ("POST", "/chats/anna/tap", {"text": "Pay"}, "no_such_button"),
    ("POST", "/chats/anna/tap", {}, "bad_request"),
    ("POST", "/chats/anna/say", {"text": 5}, "bad_request"),
    ("POST", "/chats/anna/say", {"html": "<b>"}, "bad_request"),
    ("POST", "/chats/anna/say", {}, "bad_request"),
    ("POST", "/chats/anna/media", {"items": []}, "bad_request"),
    ("POST", "/chats/anna/media", {"items": [{"base64": "!"}]}, "bad_request"),
    ("POST", "/chats/anna/choose", {"channel": "coffee_daily"}, "no_such_button"),
    ("POST", "/users", {"first_name": "Anna", "username": "anna"}, "name_taken"),
    ("POST", "/channels", {"title": "x", "owner": "nobody"}, "unknown_user"),
    ("PUT", "/channels/coffee_daily/admins/anna", {"rights": {"can_fly": True}}, "bad_request"),
    ("GET", "/wallets/anna", {}, "unknown_wallet"),
    ("POST", "/faucet", {"user": "anna", "amount_nano": 1}, "unavailable"),
    ("POST", "/demo-market", {}, "unavailable"),
    ("GET", "/no/such/thing", {}, "not_found"),
]


@pytest.mark.parametrize(("verb", "path", "body", "code"), WRONG, ids=[f"{verb} {path}" for verb, path, *_ in WRONG])
async def test_what_cannot_be_done_has_a_code(script: Script, verb: str, path: str, body: Json, code: str) -> None:
    assert await script.error(verb, path, **body) == code


async def test_whoever_blocked_the_bot_cannot_talk_to_it(script: Script) -> None:
    await script.post("/chats/anna/start")
    await script.post("/chats/anna/block")
    assert await script.error("POST", "/chats/anna/say", text="hi") == "blocked"
    assert (
        await script.local.refusal("sendMessage", chat_id=1001, text="hi") == "Forbidden: bot was blocked by the user"
    )
    await script.post("/chats/anna/unblock")
    assert (await script.local.call("sendMessage", chat_id=1001, text="hi"))["ok"]


async def test_the_app_is_opened_with_what_telegram_would_sign(script: Script) -> None:
    user = await script.post("/users", first_name="Zoe & Co", username="zoe", language_code="ru")
    opened = await script.post("/chats/zoe/app", start_param="deal-5")
    token = script.local.telegram.token
    signed = safe_parse_webapp_init_data(token, opened["init_data"])
    assert signed.user is not None
    assert (signed.user.id, signed.user.first_name, signed.user.language_code) == (user["id"], "Zoe & Co", "ru")
    assert signed.start_param == "deal-5"
    assert parse_qs(urlsplit(opened["url"]).fragment)["tgWebAppData"] == [opened["init_data"]]
    with pytest.raises(ValueError, match="Invalid"):
        safe_parse_webapp_init_data("1:another", opened["init_data"])
    assert await script.error("POST", "/chats/nobody/app") == "unknown_user"
