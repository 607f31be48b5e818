"""My deals on either side, newest first."""

from typing import Any

from app.web.miniapp.stages import is_mine_to_act, stage_of
from app.web.miniapp.visit import View, Visit
from models import FINAL_STATUSES, Creative, Deal, Party
from services.deals.roles import actions_for

PAGE = 20


async def mine(visit: Visit) -> View:
    before = visit.asked_number("before")
    found = await visit.services.deals.mine(visit.actor, limit=PAGE + 1, before_id=before)
    shown = found[:PAGE]
    rows = [await _row(deal, party) for deal, party in shown]
    return View(
        "deals.html",
        {
            "groups": [
                ("mini-deals-turn", [row for row in rows if row["my_turn"]]),
                ("mini-deals-open", [row for row in rows if not row["my_turn"] and not row["is_over"]]),
                ("mini-deals-over", [row for row in rows if row["is_over"]]),
            ],
            "is_empty": not found and before is None,
            "before": shown[-1][0].id if len(found) > PAGE else None,
        },
    )


async def _row(deal: Deal, party: Party) -> dict[str, Any]:
    has_creative = await Creative.filter(deal_id=deal.id).exists()
    actions = actions_for(deal, party, has_creative)
    return {
        "deal": deal,
        "party": party.value,
        "status_key": f"deal-status-{deal.status.value.replace('_', '-')}",
        "my_turn": is_mine_to_act(deal, party, actions),
        "is_over": deal.status in FINAL_STATUSES,
        "stage": stage_of(deal),
    }
