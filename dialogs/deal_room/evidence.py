"""Evidence as facts: the post, each check with its result, the reason of a dispute and what was said. Same for all."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from aiogram_dialog import DialogManager

from dialogs.deal_room.scope import deal_id_of, title_facts
from models import CreativeState, DealMessage, Party
from services.actor import Actor
from services.bundle import Services
from services.disputes import Evidence
from services.posting.looks import looks_at

Facts = dict[str, Any]
CHECKS_SHOWN = 15
STATEMENTS_SHOWN = 8
LINES_SHOWN = 5
WORDS_SHOWN = 200
LINE_CHARS = 100
PLATFORM_REASONS = ("post-unclear", "post-unverifiable")


async def evidence(dialog_manager: DialogManager, services: Services, actor: Actor, **_: object) -> Facts:
    found = await services.disputes.evidence(actor, deal_id_of(dialog_manager))
    return {**title_facts(found.deal), **evidence_facts(found, services.escrows.chain.friendly)}


def evidence_facts(found: Evidence, friendly: Callable[[str], str]) -> Facts:
    posting, dispute = found.posting, found.dispute
    said = dispute.statements[-STATEMENTS_SHOWN:] if dispute else []
    return {
        "posted_at": posting.posted_at if posting else None,
        "post_url": (posting.url if posting else None) or "",
        "looks": looks_at(found.checks[-CHECKS_SHOWN:], posting),
        "empty": not (found.checks or dispute or (posting and posting.posted_at)),
        "statements": [_statement(one) for one in said],
        "lines": [_line(one) for one in found.messages[-LINES_SHOWN:]] if dispute else [],
        **_version_facts(found),
        **_chain_facts(found, friendly),
        **_reason(found),
    }


def _line(message: DealMessage) -> Facts:
    return {"at": message.created_at, "who": message.party.value, "text": _short(message.text or "📎", LINE_CHARS)}


def _version_facts(found: Evidence) -> Facts:
    approved = [one.version for one in found.versions if one.state is CreativeState.APPROVED]
    return {"versions_count": len(found.versions), "version_approved": str(approved[-1]) if approved else "–"}


def _chain_facts(found: Evidence, friendly: Callable[[str], str]) -> Facts:
    escrow = found.escrow
    return {
        "chain_state": escrow.state.name.lower() if escrow else "none",
        "chain_balance_nano": escrow.balance_nano if escrow else 0,
        "chain_address": friendly(escrow.address) if escrow else None,
    }


def _reason(found: Evidence) -> Facts:
    """Why it was opened: a person's words, or the platform's own reason, which is a text key."""
    dispute = found.dispute
    if dispute is None:
        return {"reason": None, "reason_key": None, "opened_by": None}
    by_platform = dispute.opened_by is Party.PLATFORM
    return {
        "reason": None if by_platform else _short(dispute.reason),
        "reason_key": f"deal-reason-{_known(dispute.reason)}" if by_platform else None,
        "opened_by": dispute.opened_by.value,
    }


def _known(reason: str) -> str:
    return reason if reason in PLATFORM_REASONS else "other"


def _statement(one: dict[str, object]) -> Facts:
    return {
        "at": datetime.fromisoformat(str(one["at"])),
        "who": str(one["party"]),
        "text": _short(str(one["text"])),
    }


def _short(text: str, limit: int = WORDS_SHOWN) -> str:
    return text if len(text) <= limit else text[: limit - 1] + "…"
