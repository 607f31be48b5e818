"""What the deal room's windows know. Facts only; the words are in the texts."""

from typing import Any

from aiogram_dialog import DialogManager

from dialogs.deal_room.buttons import card_buttons
from dialogs.deal_room.facts import BEFORE_MONEY, card_facts, seen_facts
from dialogs.deal_room.scope import dashed, deal_id_of, title_facts
from models import Creative, DealEvent, DealMessage, Party, Posting
from services.actor import Actor
from services.bundle import Services
from services.deals.lifecycle import Action
from services.deals.usecases import DealView
from services.formats import format_facts

Facts = dict[str, Any]
LINES_SHOWN = 8
LINE_LIMIT = 300
EVENTS_SHOWN = 25


async def card(dialog_manager: DialogManager, services: Services, actor: Actor, **_: object) -> Facts:
    deal_id = deal_id_of(dialog_manager)
    view = await services.deals.view(actor, deal_id)
    now = services.clock.utcnow()
    dialog_manager.dialog_data["seen"] = seen_facts(view.deal)
    posting = await Posting.get_or_none(deal_id=deal_id)
    has_creative = await Creative.filter(deal_id=deal_id).exists()
    takes_back = view.party is Party.ADVERTISER and await services.escrows.is_overdue(view.deal)
    primary, others = card_buttons(view, now, has_creative, takes_back)
    talks = view.party in (Party.ADVERTISER, Party.OWNER)
    return {**card_facts(view, posting, now), "primary": primary, "others": others, "talks": talks}


async def confirm(dialog_manager: DialogManager, services: Services, actor: Actor, **_: object) -> Facts:
    """The question before a step. What was seen on the card is compared with what is true now."""
    view = await services.deals.view(actor, deal_id_of(dialog_manager))
    action = Action(dialog_manager.dialog_data["action"])
    fresh = dialog_manager.dialog_data["seen"] == seen_facts(view.deal) and action in view.actions
    name = dashed(action.value)
    return {
        **title_facts(view.deal),
        **_question_facts(view),
        "ask_key": f"deal-ask-{name}" if fresh else "deal-ask-stale",
        "do_key": f"deal-yes-{name}",
        "fresh": fresh,
    }


def _question_facts(view: DealView) -> Facts:
    deal = view.deal
    return {
        "party": view.party.value,
        "price_nano": deal.price_nano,
        "package": view.terms.package,
        **format_facts(view.terms),
        "paid": "no" if deal.status in BEFORE_MONEY else "yes",
        "at": deal.proposed_publish_at or deal.entered_at,
        "window_end_at": view.terms.window_end,
        "wallets_seconds": view.terms.clocks.get("wallets_seconds", 0),
    }


async def talk(dialog_manager: DialogManager, services: Services, actor: Actor, **_: object) -> Facts:
    view = await services.deals.view(actor, deal_id_of(dialog_manager))
    lines = await services.deals.conversation(actor, view.deal.id, LINES_SHOWN)
    return {**title_facts(view.deal), "lines": [_line(line, view.party) for line in lines], "empty": not lines}


def _line(line: DealMessage, viewer: Party) -> Facts:
    return {
        "at": line.created_at,
        "who": "me" if line.party is viewer else line.party.value,
        "text": _short(line.text),
        "has_media": line.source_message_id is not None and not line.text,
    }


def _short(text: str) -> str:
    return text if len(text) <= LINE_LIMIT else text[: LINE_LIMIT - 1] + "…"


async def timeline(dialog_manager: DialogManager, services: Services, actor: Actor, **_: object) -> Facts:
    view = await services.deals.view(actor, deal_id_of(dialog_manager))
    events = await services.deals.timeline(actor, view.deal.id)
    shown = [_event(event, view.party) for event in events[-EVENTS_SHOWN:]]
    return {**title_facts(view.deal), "events": shown, "hidden": len(events) - len(shown)}


def _event(event: DealEvent, viewer: Party) -> Facts:
    return {
        "at": event.created_at,
        "did_key": f"deal-did-{dashed(event.action)}",
        "who": "me" if event.party is viewer else event.party.value,
    }


async def case(dialog_manager: DialogManager, services: Services, actor: Actor, **_: object) -> Facts:
    view = await services.deals.view(actor, deal_id_of(dialog_manager))
    return {
        **title_facts(view.deal),
        "opens": Action.DISPUTE in view.actions,
        "adds": Action.STATE_CASE in view.actions,
        "closed": not {Action.DISPUTE, Action.STATE_CASE} & set(view.actions),
        "dispute_seconds": view.terms.clocks.get("dispute_seconds", 0),
    }
