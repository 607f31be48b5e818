"""What the desk's windows know. The desk itself refuses whoever is no administrator."""

from dataclasses import asdict
from typing import Any

from aiogram_dialog import DialogManager

from dialogs.deal_room.evidence import evidence_facts
from dialogs.deal_room.scope import title_facts
from models import Deal, Escrow, Party, Verdict
from services.actor import Actor
from services.bundle import Services
from services.escrow.amounts import shares

Facts = dict[str, Any]
FULL_BPS = 10_000
HALF_BPS = 5_000


async def home(services: Services, actor: Actor, **_: object) -> Facts:
    overview = await services.desk.overview(actor)
    bare = overview.vaults == 0
    paused = (await services.switches.state(actor)).is_on
    return {
        **asdict(overview),
        "no_vault": bare and overview.standby,
        "no_place": bare and not overview.standby,
        "paused": paused,
        "bare": bare,
    }


async def disputes(services: Services, actor: Actor, **_: object) -> Facts:
    waiting = await services.desk.open_disputes(actor)
    rows = [{**title_facts(deal), "id": str(deal.id), "price_nano": deal.price_nano} for deal in waiting]
    return {"disputes": rows, "empty": not rows}


async def dispute(dialog_manager: DialogManager, services: Services, actor: Actor, **_: object) -> Facts:
    deal = await _deal(dialog_manager, services, actor)
    found = await services.disputes.evidence(actor, deal.id)
    view = await services.deals.view(actor, deal.id)
    return {
        **title_facts(deal),
        **evidence_facts(found, services.escrows.chain.friendly),
        "price_nano": deal.price_nano,
        "due_at": deal.due_at,
        "open": deal.verdict is None and deal.due_at is not None,
        "decided": deal.verdict is not None,
        "party_too": view.party in (Party.ADVERTISER, Party.OWNER),
        "cause": found.dispute.cause.value if found.dispute and found.dispute.cause else "none",
    }


async def split(dialog_manager: DialogManager, services: Services, actor: Actor, **_: object) -> Facts:
    """The question before a decision, with what each side would get to the last nano."""
    deal = await _deal(dialog_manager, services, actor)
    escrow = await Escrow.get(deal_id=deal.id, is_current=True)
    verdict = Verdict(dialog_manager.dialog_data.get("verdict", Verdict.SPLIT.value))
    bps = int(dialog_manager.dialog_data.get("bps", HALF_BPS))
    escrow.split_bps = bps
    steps = [{"id": str(step), "step": step} for step in (-25, -5, 5, 25) if 0 <= bps + step * 100 <= FULL_BPS]
    return {
        **title_facts(deal),
        **shares(escrow, verdict),
        "verdict": verdict.value,
        "steps": steps if verdict is Verdict.SPLIT else [],
        "share_bps": bps,
        "rest_bps": FULL_BPS - bps,
        "open": deal.verdict is None,
    }


async def _deal(manager: DialogManager, services: Services, actor: Actor) -> Deal:
    found = await services.desk.dispute(actor, int(manager.dialog_data.get("deal_id") or 0))
    return await Deal.get(id=found.deal_id).select_related("channel")


async def reserves(services: Services, actor: Actor, **_: object) -> Facts:
    found = await services.desk.reserves(actor)
    return {
        "contracts": found.contracts,
        "held_nano": found.held_nano,
        "owed_nano": found.owed_nano,
        "over_nano": found.held_nano - found.owed_nano if found.covered else found.short_nano,
        "covered": found.covered,
        "short": not found.covered,
    }
