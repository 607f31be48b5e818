"""Reports that wait, one of them, and what an administrator makes of it."""

from operator import itemgetter

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Column, Row, Select

from dialogs.scope import Facts, actor_of, kept, services_of
from dialogs.states import Admin
from dialogs.widgets import L, T, way_to
from models import ReportState
from services.actor import Actor
from services.bundle import Services
from services.reports import ReportCard


def reports_window() -> Window:
    return Window(
        T("admin-reports"),
        T("admin-reports-none", when="empty"),
        Column(
            Select(L("btn-admin-report"), id="r", item_id_getter=itemgetter("id"), items="reports", on_click=on_report)
        ),
        way_to(Admin.home),
        state=Admin.reports,
        getter=reports,
    )


def report_window() -> Window:
    return Window(
        T("admin-report"),
        T("admin-report-words", when="words"),
        T("admin-report-others", when="others"),
        T("admin-report-closed", when="closed"),
        Button(L("btn-admin-report-look"), id="look", on_click=on_look),
        Row(
            Button(L("btn-admin-report-uphold"), id="uphold", on_click=on_uphold, when="open"),
            Button(L("btn-admin-report-dismiss"), id="dismiss", on_click=on_dismiss, when="open"),
        ),
        Button(L("btn-admin-reporter"), id="reporter", on_click=on_reporter),
        way_to(Admin.reports),
        state=Admin.report,
        getter=report,
    )


async def reports(services: Services, actor: Actor, **_: object) -> Facts:
    rows = [_facts(card) for card in await services.reports.open_ones(actor)]
    return {"reports": rows, "empty": not rows}


async def report(dialog_manager: DialogManager, services: Services, actor: Actor, **_: object) -> Facts:
    card = await services.reports.card(actor, int(kept(dialog_manager, "report_id") or 0))
    about = {"about": card.report.entity_type, "about_id": card.report.entity_id, "by_id": card.report.reporter_id}
    dialog_manager.dialog_data.update(about)
    return _facts(card)


def _facts(card: ReportCard) -> Facts:
    row = card.report
    return {
        "id": str(row.id),
        "kind": row.entity_type,
        "title": card.title,
        "reason": row.reason,
        "words": row.words,
        "by": card.reporter.first_name if card.reporter and card.reporter.first_name else str(row.reporter_id),
        "made_at": row.created_at,
        "others": card.others,
        "open": row.state is ReportState.OPEN,
        "closed": row.state is not ReportState.OPEN,
        "state": row.state.value,
    }


async def on_report(_: CallbackQuery, __: object, manager: DialogManager, report_id: str) -> None:
    manager.dialog_data["report_id"] = int(report_id)
    await manager.switch_to(Admin.report)


async def on_look(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    """At whom it is about; the way back to the report is kept until something else is looked for."""
    data = manager.dialog_data
    data["from_report"] = True
    if data["about"] == "user":
        data["user_id"] = int(data["about_id"])
        await manager.switch_to(Admin.user)
    else:
        data["listing_id"] = int(data["about_id"])
        await manager.switch_to(Admin.listing)


async def on_reporter(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    manager.dialog_data.update(user_id=int(manager.dialog_data["by_id"]), from_report=True)
    await manager.switch_to(Admin.user)


async def on_uphold(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    await _decide(manager, is_upheld=True)


async def on_dismiss(_: CallbackQuery, __: object, manager: DialogManager) -> None:
    await _decide(manager, is_upheld=False)


async def _decide(manager: DialogManager, is_upheld: bool) -> None:
    report_id = int(kept(manager, "report_id"))
    await services_of(manager).reports.decide(actor_of(manager), report_id, is_upheld)
    await manager.switch_to(Admin.reports)
