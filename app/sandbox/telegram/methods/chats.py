"""Chats and their members, as far as the bot may know them."""

from __future__ import annotations

import hashlib

from app.sandbox.telegram.errors import bad_request
from app.sandbox.telegram.methods.access import bot_member, find_chat, inside_chat, readable_chat
from app.sandbox.telegram.methods.registry import Call, method
from app.sandbox.telegram.records import Chat, Json, Member
from app.sandbox.telegram.views import full_chat_view, member_view, user_view


@method("getChat")
async def get_chat(call: Call) -> Json:
    chat = readable_chat(call)
    if chat.is_private and not call.world.users[chat.id].started:
        raise bad_request("chat not found")
    return full_chat_view(call.world, chat)


@method("getChatMemberCount", "getChatMembersCount")
async def get_chat_member_count(call: Call) -> int:
    chat = readable_chat(call)
    return 2 if chat.is_private else chat.member_count


@method("getChatAdministrators")
async def get_chat_administrators(call: Call) -> list[Json]:
    chat = inside_chat(call)
    if chat.is_private:
        raise bad_request("there are no administrators in the private chat")
    _check_member_list(call, chat)
    admins = (member for member in chat.members.values() if member.is_admin)
    return [member_view(call.world, chat, m) for m in admins if m.user_id == call.world.bot.id or not _is_bot(call, m)]


def _is_bot(call: Call, member: Member) -> bool:
    return call.world.users[member.user_id].is_bot


def _check_member_list(call: Call, chat: Chat) -> None:
    if chat.is_channel and not bot_member(call, chat).is_admin:
        raise bad_request("member list is inaccessible")


@method("getChatMember")
async def get_chat_member(call: Call) -> Json:
    chat, user_id = find_chat(call), call.params.integer("user_id")
    if user_id <= 0:
        raise bad_request("invalid user_id specified")
    if chat.is_private:
        return _private_member(call, chat, user_id)
    chat = inside_chat(call)  # asking about itself is no exception
    if user_id == call.world.bot.id:
        return member_view(call.world, chat, chat.member(user_id))
    _check_member_list(call, chat)
    if user_id not in call.world.users:
        raise bad_request("PARTICIPANT_ID_INVALID")
    return member_view(call.world, chat, chat.member(user_id))


def _private_member(call: Call, chat: Chat, user_id: int) -> Json:
    if user_id not in (chat.id, call.world.bot.id):
        raise bad_request("user not found")
    return {"status": "member", "user": user_view(call.world.users[user_id])}


@method("leaveChat")
async def leave_chat(call: Call) -> bool:
    chat = inside_chat(call)
    if chat.is_private:
        raise bad_request("chat member status can't be changed in private chats")
    chat.members[call.world.bot.id] = Member(call.world.bot.id, "left")
    call.world.changes.record("member", chat_id=chat.id, user_id=call.world.bot.id)
    return True


@method("exportChatInviteLink")
async def export_chat_invite_link(call: Call) -> str:
    chat = _chat_to_invite_to(call)
    chat.invite_link = _new_link(call, chat, "primary")
    return chat.invite_link


@method("createChatInviteLink")
async def create_chat_invite_link(call: Call) -> Json:
    chat = _chat_to_invite_to(call)
    name = call.params.text("name")
    if len(name) > 32:
        raise bad_request("chat invite link name is too long")
    link: Json = {"invite_link": _new_link(call, chat, name), "creator": user_view(call.world.bot)}
    link |= {"creates_join_request": call.params.flag("creates_join_request"), "is_primary": False, "is_revoked": False}
    return link | ({"name": name} if name else {})


def _chat_to_invite_to(call: Call) -> Chat:
    chat = inside_chat(call)
    if chat.is_private:
        raise bad_request("can't invite members to a private chat")
    if not bot_member(call, chat).can("can_invite_users"):
        raise bad_request("not enough rights to manage chat invite link")
    return chat


def _new_link(call: Call, chat: Chat, name: str) -> str:
    number = call.world.next_query_id()
    digest = hashlib.sha256(f"{chat.id}:{name}:{number}".encode()).hexdigest()
    return f"https://t.me/+{digest[:16]}"
