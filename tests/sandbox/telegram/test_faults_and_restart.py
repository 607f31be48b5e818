"""Trouble on demand, and a world that survives a restart."""

from __future__ import annotations

import json

import aiohttp
import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramNetworkError, TelegramRetryAfter, TelegramServerError

from app.sandbox.telegram import MediaItem, TelegramSandbox
from app.sandbox.telegram.acts.compose import link_rows
from tests.sandbox.telegram.conftest import Local, StillClock


async def test_a_dropped_request_does_nothing(local: Local, bot: Bot) -> None:
    local.telegram.world.faults.add("drop", method="sendMessage")
    before = len(local.telegram.people.messages("anna"))
    with pytest.raises(TelegramNetworkError):
        await bot.send_message(1001, "lost")
    assert len(local.telegram.people.messages("anna")) == before
    await bot.send_message(1001, "arrived")


async def test_a_lost_answer_has_done_everything(local: Local, bot: Bot) -> None:
    local.telegram.world.faults.add("lost", method="sendMessage", chat_id=-1001000000001)
    await bot.send_message(1001, "another chat is not met")
    with pytest.raises(TelegramNetworkError):
        await bot.send_message("@coffee_daily", "published, although nobody says so")
    assert [post.content["text"] for post in local.telegram.channels.posts("coffee_daily")] == [
        "published, although nobody says so"
    ]


async def test_other_faults_refuse_as_often_as_asked(local: Local, bot: Bot) -> None:
    faults = local.telegram.world.faults
    faults.add("flood", times=2, retry_after=5)
    for _ in range(2):
        with pytest.raises(TelegramRetryAfter, match="retry after 5"):
            await bot.get_me()
    faults.add("server", code=500)
    with pytest.raises(TelegramServerError, match="Internal Server Error"):
        await bot.get_me()
    faults.add("error", method="getChat", code=403, description="Forbidden: user is deactivated")
    assert await local.refusal("getChat", chat_id=1001) == "Forbidden: user is deactivated"
    faults.add("delay", seconds=0.01)
    assert (await bot.get_me()).username == "ad_market_bot"


async def test_a_world_survives_a_restart(local: Local, clock: StillClock) -> None:
    telegram = local.telegram
    telegram.people.send_media("anna", [MediaItem(picture="a"), MediaItem(picture="b")], "album")
    (post,) = telegram.channels.post(
        "coffee_daily", "oleg", "news", buttons=[[{"text": "Shop", "url": "https://a.example"}]]
    )
    telegram.channels.react("coffee_daily", post.id, "anna", "👍")
    await local.call(
        "sendMessage",
        chat_id=1001,
        text="tap me",
        reply_markup={"inline_keyboard": [[{"text": "T", "callback_data": "t"}]]},
    )
    telegram.people.tap("anna", "T")
    saved = json.loads(json.dumps(telegram.dump()))
    revived = TelegramSandbox(clock)
    revived.load(saved)
    assert revived.dump() == saved
    assert revived.world.channel("coffee_daily").messages[post.id].markup == link_rows(
        [[{"text": "Shop", "url": "https://a.example"}]]
    )
    assert len(revived.world.unanswered_callbacks) == 1
    again = revived.people.say("anna", "still here")
    assert again.id == telegram.people.messages("anna")[-1].id + 1


async def test_a_file_is_served_under_the_bots_token_only(local: Local) -> None:
    (message,) = local.telegram.people.send_media("anna", [MediaItem("document", b"terms", file_name="t.txt")])
    answer = await local.call("getFile", file_id=message.content["document"]["file_id"])
    path = answer["result"]["file_path"]
    async with aiohttp.ClientSession() as http:
        async with http.get(f"{local.url}/file/bot{local.token}/{path}") as response:
            assert await response.read() == b"terms"
        async with http.get(f"{local.url}/file/bot1:wrong/{path}") as response:
            assert response.status == 401
