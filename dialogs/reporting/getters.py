"""What a report is about."""

from aiogram_dialog import DialogManager

from dialogs.scope import Facts, started_with
from services.reports import REASONS, title_of


async def reasons(dialog_manager: DialogManager, **_: object) -> Facts:
    rows = [{"id": reason, "label_key": f"report-reason-{reason}"} for reason in REASONS]
    return {**await report(dialog_manager), "choices": rows}


async def report(dialog_manager: DialogManager, **_: object) -> Facts:
    kind, entity_id = about(dialog_manager)
    data = dialog_manager.dialog_data
    return {
        "kind": kind,
        "title": await title_of(kind, entity_id),
        "reason": str(data.get("reason", "other")),
        "words": str(data.get("words", "")),
    }


def about(manager: DialogManager) -> tuple[str, int]:
    return str(started_with(manager, "about") or "listing"), int(started_with(manager, "about_id") or 0)
