"""Strict where Telegram is strict, in Telegram's words."""

from __future__ import annotations

from typing import Any

import aiohttp
import pytest

from app.sandbox.telegram import BotSettings
from app.sandbox.telegram.entities import read_text
from app.sandbox.telegram.pictures import make_picture
from tests.sandbox.telegram.conftest import Local

ANNA = 1001
CHANNEL = "@coffee_daily"


def inline(**button: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": "Button", **button}]]}


def send(**params: Any) -> tuple[str, dict[str, Any]]:
    return "sendMessage", {"chat_id": ANNA, "text": "hi", **params}


REFUSALS: list[tuple[str, tuple[str, dict[str, Any]], str]] = [
    ("no chat", ("sendMessage", {"text": "hi"}), "Bad Request: chat_id is empty"),
    ("unknown chat", send(chat_id=99), "Bad Request: chat not found"),
    ("unknown name", send(chat_id="@nobody"), "Bad Request: chat not found"),
    ("never started", send(chat_id=1002), "Forbidden: bot can't initiate conversation with a user"),
    ("no text", send(text=""), "Bad Request: message text is empty"),
    ("blank text", send(text=" \n "), "Bad Request: message text is empty"),
    ("4097 letters", send(text="x" * 4097), "Bad Request: message is too long"),
    ("2049 emoji", send(text="👍" * 2049), "Bad Request: message is too long"),
    ("parse mode", send(parse_mode="BBCode"), "Bad Request: unsupported parse_mode"),
    ("65 bytes of data", send(reply_markup=inline(callback_data="я" * 32 + "x")), "Bad Request: BUTTON_DATA_INVALID"),
    ("no data", send(reply_markup=inline(callback_data="")), "Bad Request: BUTTON_DATA_INVALID"),
    (
        "a button that does nothing",
        send(reply_markup=inline()),
        "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ),
    (
        "localhost",
        send(reply_markup=inline(url="http://localhost:8080/")),
        "Bad Request: inline keyboard button URL 'http://localhost:8080/' is invalid: Wrong HTTP URL",
    ),
    (
        "tc link",
        send(reply_markup=inline(url="tc://?v=2")),
        "Bad Request: inline keyboard button URL 'tc://?v=2' is invalid: Unsupported URL protocol",
    ),
    (
        "web app without TLS",
        send(reply_markup=inline(web_app={"url": "http://a.example/"})),
        "Bad Request: inline keyboard button Web App URL 'http://a.example/' is invalid: Only HTTPS links are allowed",
    ),
    (
        "web app in a channel",
        send(chat_id=CHANNEL, reply_markup=inline(web_app={"url": "https://app.example/"})),
        "Bad Request: BUTTON_TYPE_INVALID",
    ),
    (
        "reply keyboard in a channel",
        send(chat_id=CHANNEL, reply_markup={"keyboard": [["Yes"]]}),
        "Bad Request: inline keyboard expected",
    ),
    ("half an emoji", send(text="\ud83d"), "Bad Request: strings must be encoded in UTF-8"),
    ("junk markup", send(reply_markup="{"), "Bad Request: can't parse reply keyboard markup JSON object"),
    ("array markup", send(reply_markup=[1]), "Bad Request: object expected as reply keyboard markup"),
    ("odd markup", send(reply_markup={"x": 1}), "Bad Request: object expected as reply markup"),
    (
        "101 buttons",
        send(reply_markup={"inline_keyboard": [[{"text": "x", "callback_data": "x"}]] * 101}),
        "Bad Request: REPLY_MARKUP_TOO_LONG",
    ),
    (
        "reply to nothing",
        send(reply_parameters={"message_id": 999}),
        "Bad Request: message to be replied not found",
    ),
    (
        "entity beyond the end",
        send(entities=[{"type": "bold", "offset": 0, "length": 9}]),
        "Bad Request: entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 9",
    ),
    (
        "caption",
        ("copyMessage", {"chat_id": ANNA, "from_chat_id": ANNA, "message_id": 900}),
        "Bad Request: message to copy not found",
    ),
    (
        "forward nothing",
        ("forwardMessage", {"chat_id": ANNA, "from_chat_id": CHANNEL, "message_id": 900}),
        "Bad Request: message to forward not found",
    ),
    (
        "edit nothing",
        ("editMessageText", {"chat_id": ANNA, "message_id": 900, "text": "x"}),
        "Bad Request: message to edit not found",
    ),
    (
        "edit without id",
        ("editMessageText", {"chat_id": ANNA, "text": "x"}),
        "Bad Request: message identifier is not specified",
    ),
    ("id -1", ("editMessageText", {"chat_id": ANNA, "message_id": -1, "text": "x"}), "Bad Request: MESSAGE_ID_INVALID"),
    (
        "delete nothing",
        ("deleteMessage", {"chat_id": ANNA, "message_id": 900}),
        "Bad Request: message to delete not found",
    ),
    (
        "edit another's text",
        ("editMessageText", {"chat_id": ANNA, "message_id": 1, "text": "x"}),
        "Bad Request: message can't be edited",
    ),
    ("pin nothing", ("pinChatMessage", {"chat_id": ANNA, "message_id": 900}), "Bad Request: message to pin not found"),
    (
        "old query",
        ("answerCallbackQuery", {"callback_query_id": "1"}),
        "Bad Request: query is too old and response timeout expired or query ID is invalid",
    ),
    ("stranger", ("getChatMember", {"chat_id": CHANNEL, "user_id": 55}), "Bad Request: PARTICIPANT_ID_INVALID"),
    ("stranger in private", ("getChatMember", {"chat_id": ANNA, "user_id": 55}), "Bad Request: user not found"),
    ("no member", ("getChatMember", {"chat_id": CHANNEL}), "Bad Request: invalid user_id specified"),
    ("no photo", ("sendPhoto", {"chat_id": ANNA}), "Bad Request: there is no photo in the request"),
    (
        "odd photo",
        ("sendPhoto", {"chat_id": ANNA, "photo": "x"}),
        "Bad Request: wrong file identifier/HTTP URL specified",
    ),
    (
        "unreachable photo",
        ("sendPhoto", {"chat_id": ANNA, "photo": "http://127.0.0.1:9/p.png"}),
        "Bad Request: failed to get HTTP URL content",
    ),
    ("no file", ("getFile", {"file_id": "AgACx"}), "Bad Request: invalid file_id"),
    (
        "leave a person",
        ("leaveChat", {"chat_id": ANNA}),
        "Bad Request: chat member status can't be changed in private chats",
    ),
    (
        "odd action",
        ("sendChatAction", {"chat_id": ANNA, "action": "dance"}),
        "Bad Request: wrong parameter action in request",
    ),
    (
        "odd command",
        ("setMyCommands", {"commands": [{"command": "Ä", "description": "x"}]}),
        "Bad Request: BOT_COMMAND_INVALID",
    ),
    (
        "single album",
        ("sendMediaGroup", {"chat_id": ANNA, "media": [{"type": "photo", "media": "x"}]}),
        "Bad Request: wrong number of messages to send as an album: include 2-10 items",
    ),
]


@pytest.mark.parametrize(("call", "words"), [(c, w) for _, c, w in REFUSALS], ids=[name for name, *_ in REFUSALS])
async def test_it_refuses_in_telegrams_words(local: Local, call: tuple[str, dict[str, Any]], words: str) -> None:
    method, params = call
    assert await local.refusal(method, **params) == words


ACCEPTED: list[tuple[str, dict[str, Any]]] = [
    ("4096 letters", {"text": "x" * 4096}),
    ("2048 emoji", {"text": "👍" * 2048}),
    ("64 bytes of data", {"reply_markup": inline(callback_data="я" * 32)}),
    ("a numeric address", {"reply_markup": inline(url="http://127.0.0.1:8080/x")}),
    ("a ton link", {"reply_markup": inline(url="ton://transfer/EQabc?amount=1")}),
    ("a web app", {"reply_markup": inline(web_app={"url": "https://app.example/"})}),
    ("reply to nothing, allowed", {"reply_parameters": {"message_id": 999, "allow_sending_without_reply": True}}),
    ("numbers as text", {"chat_id": "1001", "disable_notification": "true", "protect_content": "1"}),
    ("markup as text", {"reply_markup": '{"inline_keyboard": [[{"text": "x", "callback_data": "y"}]]}'}),
]


@pytest.mark.parametrize("params", [params for _, params in ACCEPTED], ids=[name for name, _ in ACCEPTED])
async def test_it_accepts_what_just_fits(local: Local, params: dict[str, Any]) -> None:
    answer = await local.call("sendMessage", **({"chat_id": ANNA, "text": "hi"} | params))
    assert answer["ok"], answer


async def test_tokens_and_names_of_methods_are_checked(local: Local) -> None:
    for token, method, status, words in [
        (local.token, "noSuchMethod", 404, "Not Found"),
        ("1:wrong", "getMe", 401, "Unauthorized"),
        ("nonsense", "getMe", 404, "Not Found"),
        (local.token, "GETME", 200, None),
        (local.token, "sendInvoice", 400, "Bad Request: sendInvoice is not available in the sandbox"),
    ]:
        async with local.http.get(f"{local.url}/bot{token}/{method}") as response:
            answer = await response.json()
            assert (response.status, answer.get("description")) == (status, words)


async def test_rights_in_a_channel_decide(local: Local) -> None:
    channels = local.telegram.channels
    (post,) = channels.post("coffee_daily", "oleg", "news")
    own = (await local.call("sendMessage", chat_id=CHANNEL, text="ad"))["result"]["message_id"]
    channels.set_admin("coffee_daily", "bot", {"can_edit_messages": True})
    assert await local.refusal("sendMessage", chat_id=CHANNEL, text="x") == (
        "Bad Request: need administrator rights in the channel chat"
    )
    assert (await local.call("editMessageText", chat_id=CHANNEL, message_id=post.id, text="corrected"))["ok"]
    assert await local.refusal("deleteMessage", chat_id=CHANNEL, message_id=post.id) == (
        "Bad Request: message can't be deleted"
    )
    channels.set_admin("coffee_daily", "bot", {"can_post_messages": True})
    assert await local.refusal("pinChatMessage", chat_id=CHANNEL, message_id=post.id) == (
        "Bad Request: not enough rights to manage pinned messages in the chat"
    )
    assert await local.refusal("editMessageText", chat_id=CHANNEL, message_id=post.id, text="x") == (
        "Bad Request: message can't be edited"
    )
    assert (await local.call("editMessageText", chat_id=CHANNEL, message_id=own, text="an ad"))["ok"]
    channels.remove_admin("coffee_daily", "bot")
    assert await local.refusal("sendMessage", chat_id=CHANNEL, text="x") == (
        "Forbidden: bot is not a member of the channel chat"
    )
    channels.remove_admin("coffee_daily", "bot", kick=True)
    assert await local.refusal("getChatAdministrators", chat_id=CHANNEL) == (
        "Forbidden: bot was kicked from the channel chat"
    )


async def test_a_bot_that_left_a_public_channel_is_told_not_found_of_posts_that_exist(local: Local) -> None:
    (post,) = local.telegram.channels.post("coffee_daily", "oleg", "news")
    source = {"chat_id": ANNA, "from_chat_id": CHANNEL, "message_id": post.id}
    local.telegram.channels.remove_admin("coffee_daily", "bot")
    assert await local.refusal("forwardMessage", **source) == "Bad Request: message to forward not found"
    assert (await local.call("getChat", chat_id=CHANNEL))["ok"]
    outsider = "Forbidden: bot is not a member of the channel chat"
    assert await local.refusal("getChatMember", chat_id=CHANNEL, user_id=local.telegram.world.bot.id) == outsider
    assert await local.refusal("editMessageReplyMarkup", chat_id=CHANNEL, message_id=post.id) == outsider
    local.telegram.channels.change("coffee_daily", username=None)
    private = local.telegram.world.channel(-1001000000001).id
    assert await local.refusal("forwardMessage", **{**source, "from_chat_id": private}) == outsider
    local.telegram.channels.change(private, username="coffee_daily")
    local.telegram.channels.remove_admin("coffee_daily", "bot", kick=True)
    kicked = "Forbidden: bot was kicked from the channel chat"
    assert await local.refusal("forwardMessage", **source) == kicked
    assert await local.refusal("getChat", chat_id=CHANNEL) == kicked


async def test_a_plain_member_sees_no_member_list(local: Local) -> None:
    local.telegram.world.channel("coffee_daily").members[local.telegram.world.bot.id].status = "member"
    assert (
        await local.refusal("getChatMember", chat_id=CHANNEL, user_id=1002)
        == "Bad Request: member list is inaccessible"
    )


async def test_a_private_channel_the_bot_never_saw_does_not_exist_for_it(local: Local) -> None:
    secret = local.telegram.world.add_channel("Secret", "oleg")
    assert await local.refusal("getChat", chat_id=secret.id) == "Bad Request: chat not found"


async def test_protected_content_is_not_forwarded_yet_copied(local: Local) -> None:
    (post,) = local.telegram.channels.post("coffee_daily", "oleg", "news")
    local.telegram.channels.change("coffee_daily", protected=True)
    source = {"chat_id": ANNA, "from_chat_id": CHANNEL, "message_id": post.id}
    assert await local.refusal("forwardMessage", **source) == (
        "Bad Request: message has protected content and can't be forwarded"
    )
    assert (await local.call("copyMessage", **source))["ok"]


async def test_taps_can_be_answered_for_a_quarter_of_an_hour(local: Local) -> None:
    await local.call("sendMessage", chat_id=ANNA, text="hi", reply_markup=inline(callback_data="x"))
    people = local.telegram.people
    callback = people.tap("anna", "Button").callback
    assert callback
    assert await local.refusal("answerCallbackQuery", callback_query_id=callback.id, text="x" * 201) == (
        "Bad Request: MESSAGE_TOO_LONG"
    )
    local.clock.at += 901
    assert "query is too old" in await local.refusal("answerCallbackQuery", callback_query_id=callback.id)


async def test_messages_older_than_two_days_stay_in_private_chats(local: Local) -> None:
    local.clock.at += 48 * 3600 + 1
    assert await local.refusal("deleteMessage", chat_id=ANNA, message_id=1) == (
        "Bad Request: message can't be deleted for everyone"
    )


async def test_in_a_channel_the_right_to_delete_has_no_age_limit(local: Local) -> None:
    (post,) = local.telegram.channels.post("coffee_daily", "oleg", "news")
    local.clock.at += 30 * 24 * 3600
    assert (await local.call("deleteMessage", chat_id=CHANNEL, message_id=post.id))["ok"]


async def test_albums_of_mixed_kinds_are_refused_whole(local: Local) -> None:
    photo = {"type": "photo", "media": "attach://p"}
    file = {"type": "document", "media": "attach://p"}
    before = len(local.telegram.people.messages("anna"))
    form = {"chat_id": "1001", "media": str([photo, file]).replace("'", '"')}
    answer = await upload(local, "sendMediaGroup", form, {"p": make_picture("p")})
    assert (
        answer["description"] == "Bad Request: documents and audios can't be mixed with other media types in an album"
    )
    assert len(local.telegram.people.messages("anna")) == before


UPLOADS: list[tuple[str, bytes, dict[str, str], str]] = [
    ("sendPhoto", b"no picture at all", {}, "Bad Request: IMAGE_PROCESS_FAILED"),
    ("sendPhoto", b"", {}, "Bad Request: file must be non-empty"),
    ("sendPhoto", make_picture("long", 2000, 20), {}, "Bad Request: PHOTO_INVALID_DIMENSIONS"),
    ("sendPhoto", make_picture("p"), {"caption": "x" * 1025}, "Bad Request: message caption is too long"),
]


@pytest.mark.parametrize(("method", "content", "form", "words"), UPLOADS, ids=[words for *_, words in UPLOADS])
async def test_uploads_are_looked_at(
    local: Local, method: str, content: bytes, form: dict[str, str], words: str
) -> None:
    answer = await upload(local, method, {"chat_id": "1001", **form}, {"photo": content})
    assert answer["description"] == words


async def upload(local: Local, method: str, form: dict[str, str], files: dict[str, bytes]) -> dict[str, Any]:
    data = aiohttp.FormData()
    for name, value in form.items():
        data.add_field(name, value)
    for name, content in files.items():
        data.add_field(name, content, filename=f"{name}.png", content_type="application/octet-stream")
    async with local.http.post(f"{local.url}/bot{local.token}/{method}", data=data) as response:
        answer: dict[str, Any] = await response.json()
        return answer


async def test_a_document_cannot_be_sent_as_a_photo(local: Local) -> None:
    answer = await upload(local, "sendDocument", {"chat_id": "1001"}, {"document": make_picture("p")})
    file_id = answer["result"]["document"]["file_id"]
    assert await local.refusal("sendPhoto", chat_id=ANNA, photo=file_id) == (
        "Bad Request: can't use file of type Document as Photo"
    )


class TestFloodLimits:
    @pytest.fixture
    def settings(self) -> BotSettings:
        return BotSettings(flood_limits=True)

    async def test_one_message_a_second_to_a_chat(self, local: Local) -> None:
        assert (await local.call("sendMessage", chat_id=ANNA, text="one"))["ok"]
        answer = await local.call("sendMessage", chat_id=ANNA, text="two")
        assert answer["description"] == "Too Many Requests: retry after 1"
        assert answer["parameters"] == {"retry_after": 1}
        local.clock.at += 1
        assert (await local.call("sendMessage", chat_id=ANNA, text="two"))["ok"]

    async def test_twenty_a_minute_to_a_channel(self, local: Local) -> None:
        for number in range(20):
            assert (await local.call("sendMessage", chat_id=CHANNEL, text=str(number)))["ok"]
            local.clock.at += 1
        answer = await local.call("sendMessage", chat_id=CHANNEL, text="one too many")
        assert answer["parameters"] == {"retry_after": 40}


class TestCustomEmoji:
    TEXT = '<tg-emoji emoji-id="5368324170671202286">👍</tg-emoji> good'

    async def test_it_is_dropped_for_a_bot_without_a_paid_name(self, local: Local) -> None:
        await local.call("sendMessage", chat_id=ANNA, text=self.TEXT, parse_mode="HTML")
        assert local.telegram.people.last_from_bot("anna").content == {"text": "👍 good"}

    def test_it_is_kept_for_a_bot_with_one(self) -> None:
        _, entities = read_text(self.TEXT, "HTML", custom_emoji=True)
        assert entities == [
            {"type": "custom_emoji", "offset": 0, "length": 2, "custom_emoji_id": "5368324170671202286"}
        ]
