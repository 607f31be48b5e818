"""One input finds a person, a listing, a deal or an escrow; then the card of each, with what can be done about it."""

from operator import itemgetter

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column, Row, Select, SwitchTo
from aiogram_dialog.widgets.link_preview import LinkPreview
from aiogram_dialog.widgets.text import List

from dialogs.admin.acts import ask_act
from dialogs.admin.audit import open_audit
from dialogs.scope import Facts, actor_of, kept, services_of
from dialogs.states import Admin, DealRoom
from dialogs.typed import ANYTHING, typed
from dialogs.widgets import L, T, way_to
from models import ListingStatus
from services.actor import Actor
from services.bundle import Services

CARDS = {
    "user": (Admin.user, "user_id"),
    "listing": (Admin.listing, "listing_id"),
    "escrow": (Admin.escrow, "escrow_id"),
}


def search_window() -> Window:
    return Window(
        T("admin-search"),
        T("admin-search-how", when="fresh"),
        T("admin-search-none", when="nothing"),
        Column(Select(L("btn-admin-hit"), id="h", item_id_getter=itemgetter("id"), items="hits", on_click=on_hit)),
        MessageInput(on_words, content_types=ANYTHING),
        way_to(Admin.home),
        state=Admin.search,
        getter=search,
    )


def user_window() -> Window:
    return Window(
        T("admin-user"),
        T("admin-user-banned", when="banned"),
        T("admin-user-blocked", when="blocked"),
        T("admin-user-wallet", when="wallet"),
        List(T("admin-user-channel"), items="channels"),
        Button(L("btn-admin-unban"), id="unban", on_click=on_unban, when="banned"),
        Button(L("btn-admin-ban"), id="ban", on_click=on_ban, when="bannable"),
        Row(
            Button(L("btn-admin-write-to"), id="write", on_click=on_write_to),
            Button(L("btn-admin-audit-of"), id="audit", on_click=on_user_audit),
        ),
        SwitchTo(L("btn-open-report"), id="report", state=Admin.report, when="from_report"),
        way_to(Admin.search),
        LinkPreview(is_disabled=True),
        state=Admin.user,
        getter=user,
    )


def listing_window() -> Window:
    return Window(
        T("admin-listing"),
        T("admin-listing-hidden", when="hidden"),
        T("admin-listing-words", when="description"),
        Button(L("btn-admin-restore"), id="restore", on_click=on_restore, when="hidden"),
        Button(L("btn-admin-hide"), id="hide", on_click=on_hide, when="hideable"),
        Row(
            Button(L("btn-admin-owner"), id="owner", on_click=on_owner),
            Button(L("btn-admin-audit-of"), id="audit", on_click=on_listing_audit),
        ),
        SwitchTo(L("btn-open-report"), id="report", state=Admin.report, when="from_report"),
        way_to(Admin.search),
        LinkPreview(is_disabled=True),
        state=Admin.listing,
        getter=listing,
    )


def escrow_window() -> Window:
    return Window(
        T("admin-escrow"),
        Button(L("btn-admin-open-deal"), id="deal", on_click=on_escrow_deal),
        way_to(Admin.search),
        state=Admin.escrow,
        getter=escrow,
    )


async def search(dialog_manager: DialogManager, services: Services, actor: Actor, **_: object) -> Facts:
    asked = str(dialog_manager.dialog_data.get("asked", ""))
    hits = await services.lookup.search(actor, asked or "0")
    rows = [{"id": f"{hit.kind}-{hit.id}", "kind": hit.kind, "title": hit.title} for hit in hits] if asked else []
    return {"hits": rows, "fresh": not asked, "nothing": bool(asked) and not rows, "asked": asked}


async def user(dialog_manager: DialogManager, services: Services, actor: Actor, **_: object) -> Facts:
    card = await services.lookup.user(actor, int(kept(dialog_manager, "user_id") or 0))
    person = card.user
    is_admin = person.id in services.settings.admin_ids
    return {
        "user_id": person.id,
        "from_report": bool(kept(dialog_manager, "from_report")),
        "name": person.first_name,
        "username": person.username or "",
        "has_username": person.username is not None,
        "language": person.language or "-",
        "since_at": person.created_at,
        "deals": card.deals,
        "deals_open": card.deals_open,
        "deals_done": card.deals_done,
        "disputes": card.disputes,
        "reports": card.reports,
        "banned": person.is_banned,
        "bannable": not person.is_banned and not is_admin,
        "reason": person.ban_reason,
        "blocked": person.blocked_bot_at is not None,
        "wallet": services.escrows.chain.friendly_wallet(person.wallet_address) if person.wallet_address else "",
        "channels": [{"title": row.title, "subscribers": row.subscribers} for row in card.channels],
    }


async def listing(dialog_manager: DialogManager, services: Services, actor: Actor, **_: object) -> Facts:
    card = await services.lookup.listing(actor, int(kept(dialog_manager, "listing_id") or 0))
    dialog_manager.dialog_data["owner_id"] = card.owner.id
    return {
        "listing_id": card.listing.id,
        "from_report": bool(kept(dialog_manager, "from_report")),
        "channel": card.channel.title,
        "username": card.channel.username or "",
        "has_username": card.channel.username is not None,
        "owner": card.owner.first_name or str(card.owner.id),
        "subscribers": card.channel.subscribers,
        "price_nano": card.listing.price_nano,
        "status": card.listing.status.value,
        "deals_open": card.deals_open,
        "reports": card.reports,
        "hidden": card.listing.status is ListingStatus.HIDDEN,
        "hideable": card.listing.hidden_by != "moderation",
        "by": card.listing.hidden_by,
        "reason": card.listing.hidden_reason,
        "description": card.listing.description,
    }


async def escrow(dialog_manager: DialogManager, services: Services, actor: Actor, **_: object) -> Facts:
    row = await services.lookup.escrow(actor, int(dialog_manager.dialog_data.get("escrow_id") or 0))
    dialog_manager.dialog_data["deal_id"] = row.deal_id
    return {
        "deal": row.deal_id,
        "address": services.escrows.chain.friendly(row.address),
        "state": row.state.name.lower(),
        "verdict": row.verdict.value if row.verdict else "none",
        "amount_nano": row.amount_nano,
        "balance_nano": row.balance_nano,
        "current": row.is_current,
    }


async def on_words(message: Message, __: object, manager: DialogManager) -> None:
    asked = typed(message)
    await services_of(manager).lookup.search(actor_of(manager), asked)
    manager.dialog_data["asked"] = asked


async def on_hit(_: CallbackQuery, __: object, manager: DialogManager, hit: str) -> None:
    kind, number = hit.split("-", 1)
    if kind == "deal":
        await manager.start(DealRoom.card, data={"deal_id": int(number)})
        return
    state, name = CARDS[kind]
    manager.dialog_data.update({name: int(number), "from_report": False})
    await manager.switch_to(state)


async def on_ban(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    await ask_act(manager, "ban", Admin.user)


async def on_unban(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    await ask_act(manager, "unban", Admin.user)


async def on_hide(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    await ask_act(manager, "hide", Admin.listing)


async def on_restore(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    await ask_act(manager, "restore", Admin.listing)


async def on_owner(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    manager.dialog_data["user_id"] = int(manager.dialog_data["owner_id"])
    await manager.switch_to(Admin.user)


async def on_write_to(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    manager.dialog_data["support_of"] = int(kept(manager, "user_id"))
    await manager.switch_to(Admin.support)


async def on_user_audit(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    await open_audit(manager, "user", int(kept(manager, "user_id")))


async def on_listing_audit(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    await open_audit(manager, "listing", int(kept(manager, "listing_id")))


async def on_escrow_deal(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    await manager.start(DealRoom.card, data={"deal_id": int(manager.dialog_data["deal_id"])})
