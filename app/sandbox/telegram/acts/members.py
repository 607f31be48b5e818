"""Who is what in a channel; every change tells the bot what Telegram would tell it."""

from __future__ import annotations

from app.sandbox.telegram.acts.refusals import ActRefused
from app.sandbox.telegram.records import Chat, Json, Member
from app.sandbox.telegram.views import chat_view, member_view, present, user_view
from app.sandbox.telegram.world import World


def set_member(world: World, chat: Chat, by: int, new: Member) -> None:
    """`by` is the person whose doing it is."""
    old = chat.member(new.user_id)
    if old == new:
        return
    chat.members[new.user_id] = new
    chat.member_count += int(new.is_inside) - int(old.is_inside)
    world.changes.record("member", chat_id=chat.id, user_id=new.user_id)
    about_bot = new.user_id == world.bot.id
    if about_bot or chat.member(world.bot.id).is_admin:
        world.updates.push("my_chat_member" if about_bot else "chat_member", _change(world, chat, by, old, new))


def set_bot_blocked(world: World, user_id: int, blocked: bool) -> None:
    user, chat = world.users[user_id], world.chats[user_id]
    if user.blocked == blocked:
        return
    user.blocked = blocked
    statuses = [Member(world.bot.id, "member"), Member(world.bot.id, "kicked")]
    old, new = statuses if blocked else statuses[::-1]
    world.changes.record("block", user_id=user_id, chat_id=user_id, blocked=blocked)
    world.updates.push("my_chat_member", _change(world, chat, user_id, old, new))


def _change(world: World, chat: Chat, by: int, old: Member, new: Member) -> Json:
    return {
        "chat": chat_view(world, chat),
        "from": user_view(world.users[by]),
        "date": world.now(),
        "old_chat_member": member_view(world, chat, old),
        "new_chat_member": member_view(world, chat, new),
    }


def full_rights(chat: Chat, wanted: dict[str, bool] | str) -> dict[str, bool]:
    """Rights by name, or "all"; whoever is an administrator can always manage the chat."""
    if wanted == "all":
        return dict.fromkeys(chat.right_names, True)
    if not isinstance(wanted, dict):
        raise ActRefused("bad_request", 'rights are an object of names, or "all"')
    unknown = set(wanted) - set(chat.right_names) - {"is_anonymous"}
    if unknown:
        raise ActRefused("bad_request", f"no such right: {', '.join(sorted(unknown))}")
    return {
        "can_manage_chat": True,
        **{name: True for name, given in wanted.items() if given and name != "is_anonymous"},
    }


def need_right(chat: Chat, user_id: int, right: str) -> None:
    if not chat.member(user_id).can(right):
        raise ActRefused("not_allowed", f"{user_id} lacks {right} in {chat.title}")


def may_choose(world: World, chat: Chat, user_id: int, wanted: Json) -> bool:
    """Does the channel fit a `request_chat` button, pressed by this person?"""
    member = chat.member(user_id)
    asked_user = [name for name, on in (wanted.get("user_administrator_rights") or {}).items() if on]
    asked_bot = [name for name, on in (wanted.get("bot_administrator_rights") or {}).items() if on]
    fits = chat.is_channel == bool(wanted.get("chat_is_channel")) and not chat.is_private
    if "chat_has_username" in wanted and wanted["chat_has_username"] is not None:
        fits = fits and bool(chat.username) == bool(wanted["chat_has_username"])
    if wanted.get("chat_is_created"):
        fits = fits and member.status == "creator"
    if asked_bot and not chat.member(world.bot.id).is_admin:
        fits = fits and member.can("can_promote_members")
    elif wanted.get("bot_is_member"):
        fits = fits and chat.member(world.bot.id).is_inside
    return fits and member.is_inside and all(member.can(name) for name in asked_user if name != "is_anonymous")


def shared_chat(chat: Chat, wanted: Json) -> Json:
    shown: Json = {"request_id": wanted["request_id"], "chat_id": chat.id}
    title = chat.title if wanted.get("request_title") else None
    return shown | present({"title": title, "username": chat.username if wanted.get("request_username") else None})
