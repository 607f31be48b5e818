"""What the creative's windows know."""

from typing import Any

from aiogram_dialog import DialogManager

from dialogs.deal_room.scope import deal_id_of, title_facts
from models import Creative, CreativeState
from services.actor import Actor
from services.bundle import Services
from services.deals.lifecycle import Action

Facts = dict[str, Any]


async def write(dialog_manager: DialogManager, services: Services, actor: Actor, **_: object) -> Facts:
    view = await services.deals.view(actor, deal_id_of(dialog_manager))
    last = await services.creatives.current(view.deal.id)
    asked = last is not None and last.state is CreativeState.CHANGES_REQUESTED and last.review_note
    may_write = {Action.SUBMIT_CREATIVE, Action.REVISE_CREATIVE} & set(view.actions)
    return {
        **title_facts(view.deal),
        **draft_facts(dialog_manager.dialog_data),
        "note": last.review_note if last and asked else None,
        "revises": Action.REVISE_CREATIVE in view.actions,
        "closed": not may_write,
    }


def draft_facts(data: dict[str, Any]) -> Facts:
    draft = data.get("draft")
    parts = draft["parts"] if draft else []
    text = next((part["text"] for part in parts if part["text"]), "")
    media = [part["media"]["kind"] for part in parts if part["media"]]
    previewed = bool(data.get("previewed")) and bool(draft)
    return {
        "has_draft": bool(draft),
        "empty": not draft,
        "previewed": previewed,
        "not_previewed": bool(draft) and not previewed,
        "parts": len(parts),
        "letters": len(text),
        "media": len(media),
        "media_kind": media[0] if len(set(media)) == 1 else "mixed" if media else "none",
        "is_album": len(media) > 1,
        "takes_buttons": bool(draft) and len(media) < 2,
        "links": sum(len(row) for row in draft["buttons"]) if draft else 0,
        "plain": bool(draft) and not media,
        "link_preview": bool(data.get("link_preview", True)),
    }


async def buttons(dialog_manager: DialogManager, services: Services, actor: Actor, **_: object) -> Facts:
    view = await services.deals.view(actor, deal_id_of(dialog_manager))
    draft = dialog_manager.dialog_data.get("draft")
    rows = draft["buttons"] if draft else []
    links = [{"text": button["text"], "url": button["url"]} for row in rows for button in row]
    return {**title_facts(view.deal), "links": links, "has_links": bool(links)}


async def check(dialog_manager: DialogManager, services: Services, actor: Actor, **_: object) -> Facts:
    """The version that is shown is the version that a yes is said to."""
    view = await services.deals.view(actor, deal_id_of(dialog_manager))
    creative = await services.creatives.current(view.deal.id)
    dialog_manager.dialog_data.setdefault("version", creative.version if creative else None)
    shown = dialog_manager.dialog_data["version"]
    fresh = creative is not None and creative.version == shown
    reviews = Action.APPROVE_CREATIVE in view.actions
    return {
        **title_facts(view.deal),
        **_version_facts(creative),
        "can_approve": fresh and reviews,
        "can_ask": fresh and Action.REQUEST_CHANGES in view.actions,
        "replaced": not fresh,
        "looks_only": fresh and not reviews,
    }


def _version_facts(creative: Creative | None) -> Facts:
    if creative is None:
        return {"version": 0, "author": "owner", "at": None, "state": "none"}
    return {
        "version": creative.version,
        "author": creative.author.value,
        "at": creative.created_at,
        "state": creative.state.value,
    }


async def changes(dialog_manager: DialogManager, services: Services, actor: Actor, **_: object) -> Facts:
    view = await services.deals.view(actor, deal_id_of(dialog_manager))
    return {**title_facts(view.deal), "rounds": view.deal.change_rounds}
