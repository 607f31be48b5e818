"""The bot itself: getMe, commands, names and descriptions, the menu button, default rights."""

from __future__ import annotations

import json
import re

from app.sandbox.telegram.errors import bad_request
from app.sandbox.telegram.methods.access import find_chat
from app.sandbox.telegram.methods.registry import METHODS, Call, method
from app.sandbox.telegram.records import CHANNEL_RIGHTS, COMMON_RIGHTS, GROUP_RIGHTS, Json
from app.sandbox.telegram.urls import BadLink, check_link
from app.sandbox.telegram.views import bot_view
from app.sandbox.telegram.world import World

COMMAND = re.compile(r"^/?[a-z0-9_]{1,32}$")
SCOPES = (
    "default",
    "all_private_chats",
    "all_group_chats",
    "all_chat_administrators",
    "chat",
    "chat_administrators",
    "chat_member",
)
DEFAULT_SCOPE, PRIVATE_SCOPE = '{"type": "default"}', '{"type": "all_private_chats"}'
TEXT_LIMITS = {"name": 64, "description": 512, "short_description": 120}


@method("getMe")
async def get_me(call: Call) -> Json:
    return bot_view(call.world.bot)


def _scope_key(call: Call) -> str:
    scope = call.params.object("scope", "bot command scope") or {"type": "default"}
    if scope.get("type") not in SCOPES:
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    language = call.params.text("language_code")
    if language and not re.fullmatch("[a-z]{2}", language):
        raise bad_request("LANGUAGE_CODE_INVALID")
    return json.dumps({name: str(value) for name, value in scope.items()}, sort_keys=True) + language


@method("setMyCommands")
async def set_my_commands(call: Call) -> bool:
    given = call.params.objects("commands", "commands")
    if given is None:
        raise bad_request("can't parse commands list JSON object")
    if len(given) > 100:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    kept = []
    for each in given:
        command, description = str(each.get("command", "")), str(each.get("description", ""))
        if not COMMAND.match(command):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(description) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
        kept.append({"command": command.removeprefix("/"), "description": description})
    call.world.profile.setdefault("commands", {})[_scope_key(call)] = kept
    return True


@method("getMyCommands")
async def get_my_commands(call: Call) -> list[Json]:
    return command_lists(call.world).get(_scope_key(call), [])


def own_commands(world: World) -> list[Json]:
    """What a person sees in the bot's menu, in the default language."""
    lists = command_lists(world)
    return lists.get(PRIVATE_SCOPE) or lists.get(DEFAULT_SCOPE) or []


def command_lists(world: World) -> dict[str, list[Json]]:
    lists: dict[str, list[Json]] = world.profile.get("commands", {})
    return lists


@method("deleteMyCommands")
async def delete_my_commands(call: Call) -> bool:
    call.world.profile.get("commands", {}).pop(_scope_key(call), None)
    return True


def _text_setting(field: str, method_part: str) -> None:
    """setMyName/getMyName and the two descriptions differ only in name and limit."""

    async def write(call: Call) -> bool:
        text = call.params.text(field)
        if len(text) > TEXT_LIMITS[field]:
            raise bad_request(f"{field.replace('_', ' ')} is too long")
        call.world.profile.setdefault(field, {})[call.params.text("language_code")] = text
        return True

    async def read(call: Call) -> Json:
        texts = call.world.profile.get(field, {})
        default = call.world.bot.first_name if field == "name" else ""
        return {field: texts.get(call.params.text("language_code")) or texts.get("") or default}

    METHODS[f"setmy{method_part}"] = write
    METHODS[f"getmy{method_part}"] = read


for _field in TEXT_LIMITS:
    _text_setting(_field, _field.replace("_", ""))


@method("setChatMenuButton")
async def set_chat_menu_button(call: Call) -> bool:
    button = call.params.object("menu_button", "menu button") or {"type": "default"}
    if button.get("type") not in ("default", "commands", "web_app"):
        raise bad_request("can't parse MenuButton: Unsupported type specified")
    if button["type"] == "web_app":
        _check_web_app(button)
    if call.params.has("chat_id"):
        chat = find_chat(call)
        if not chat.is_private:
            raise bad_request("chat not found")
        chat.menu_button = button
    else:
        call.world.profile["menu_button"] = button
    return True


def _check_web_app(button: Json) -> None:
    web_app = button.get("web_app")
    if not isinstance(button.get("text"), str) or not isinstance(web_app, dict):
        raise bad_request("can't parse MenuButton: Can't find field \"text\"")
    try:
        web_app["url"] = check_link(str(web_app.get("url", "")), https_only=True)
    except BadLink as refusal:
        raise bad_request(f"menu button Web App {refusal}") from None


@method("getChatMenuButton")
async def get_chat_menu_button(call: Call) -> Json:
    own = find_chat(call).menu_button if call.params.has("chat_id") else None
    button: Json = own or call.world.profile.get("menu_button") or {"type": "default"}
    return {"type": "commands"} if button["type"] == "default" else button


@method("setMyDefaultAdministratorRights")
async def set_my_default_rights(call: Call) -> bool:
    rights = call.params.object("rights", "chat administrator rights") or {}
    call.world.profile.setdefault("rights", {})[str(call.params.flag("for_channels"))] = rights
    return True


@method("getMyDefaultAdministratorRights")
async def get_my_default_rights(call: Call) -> Json:
    channels = call.params.flag("for_channels")
    names = ("is_anonymous", *COMMON_RIGHTS, *(CHANNEL_RIGHTS if channels else GROUP_RIGHTS))
    chosen = call.world.profile.get("rights", {}).get(str(channels), {})
    return {name: bool(chosen.get(name)) for name in names}


@method("logOut", "close")
async def log_out(call: Call) -> bool:
    return True
