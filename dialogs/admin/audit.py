"""The audit log's tail: newest first, in pages, of everything or of one thing."""

import re

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Row
from aiogram_dialog.widgets.text import List

from dialogs.scope import Facts, actor_of
from dialogs.states import Admin
from dialogs.typed import ANYTHING, typed
from dialogs.widgets import L, T, way_to
from models import AuditLog
from services.actor import Actor
from services.audit import Audit, AuditFilter
from services.bundle import Services
from services.words import cleaned

PAGE = 8
ENTITY = re.compile(r"([a-z]{3,16})\s*#?([a-z0-9_:-]{1,64})", re.IGNORECASE)
BY = re.compile(r"(?:by|от)\s*#?(\d{1,18})", re.IGNORECASE)
WORDS_LIMIT = 80
DETAILS_SHOWN = 160


def audit_window() -> Window:
    return Window(
        T("admin-audit"),
        T("admin-audit-how", when="whole"),
        List(T("admin-audit-line"), items="entries"),
        T("admin-audit-none", when="empty"),
        Row(
            Button(L("btn-newer"), id="newer", on_click=on_newer, when="has_newer"),
            Button(L("btn-older"), id="older", on_click=on_older, when="has_older"),
        ),
        Button(L("btn-clear"), id="clear", on_click=on_clear, when="filtered"),
        MessageInput(on_filter, content_types=ANYTHING),
        way_to(Admin.more),
        state=Admin.audit,
        getter=audit,
    )


async def audit(dialog_manager: DialogManager, services: Services, actor: Actor, **_: object) -> Facts:
    data = dialog_manager.dialog_data
    before: list[int] = data.get("audit_before", [])
    asked = str(data.get("audit", ""))
    found = await _page(services.audit, actor, asked, before[-1] if before else None)
    data["audit_last"] = found[:PAGE][-1].id if found else None
    return {
        "entries": [_line(entry) for entry in found[:PAGE]],
        "empty": not found,
        "asked": asked,
        "filtered": bool(asked),
        "whole": not asked,
        "has_newer": bool(before),
        "has_older": len(found) > PAGE,
    }


async def _page(log: Audit, actor: Actor, asked: str, before: int | None) -> list[AuditLog]:
    return await log.tail(actor, filter_of(asked), before, PAGE + 1)


def filter_of(asked: str) -> AuditFilter:
    """`deal 5`, `by 12`, or an action's name."""
    if (by := BY.fullmatch(asked)) is not None:
        return AuditFilter(user_id=int(by[1]))
    if (entity := ENTITY.fullmatch(asked)) is not None and "_" not in asked:
        return AuditFilter(entity_type=entity[1].lower(), entity_id=entity[2])
    return AuditFilter(action=asked)


def _line(entry: AuditLog) -> Facts:
    details = ", ".join(f"{name} {value}" for name, value in entry.details.items() if value not in ("", None))
    return {
        "done_at": entry.created_at,
        "action": entry.action,
        "entity": f"{entry.entity_type} {entry.entity_id}",
        "has_who": entry.user_id is not None,
        "who_id": entry.user_id or 0,
        "ip": entry.ip_address or "",
        "details": details[:DETAILS_SHOWN],
    }


async def open_audit(manager: DialogManager, entity_type: str, entity_id: int) -> None:
    manager.dialog_data.update({"audit": f"{entity_type} {entity_id}", "audit_before": []})
    await manager.switch_to(Admin.audit)


async def on_filter(message: Message, __: object, manager: DialogManager) -> None:
    asked = cleaned(typed(message), WORDS_LIMIT)
    manager.dialog_data.update({"audit": " ".join(asked.split()), "audit_before": []})


async def on_clear(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    manager.dialog_data.update({"audit": "", "audit_before": []})


async def on_older(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    data = manager.dialog_data
    if data.get("audit_last") and actor_of(manager).is_admin:
        data.setdefault("audit_before", []).append(data["audit_last"])


async def on_newer(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    manager.dialog_data["audit_before"] = manager.dialog_data.get("audit_before", [])[:-1]
