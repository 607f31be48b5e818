"""Proof of reserves for everybody: a page at `/reserves`, and the same figures as JSON at `/api/reserves`."""

from aiohttp import web

from app.texts import coins
from app.web.rendering import page as page_of
from app.web.server import CONTEXT, language_of
from services.reserves import Reserve, ReservesProof

HEADERS = {"Cache-Control": "public, max-age=15"}


def add_reserves(app: web.Application) -> None:
    app.add_routes([web.get("/reserves", page), web.get("/api/reserves", figures)])


async def page(request: web.Request) -> web.Response:
    context = request.app[CONTEXT]
    t = context.texts.translator(language_of(request))
    proof = await context.services.escrows.reserves()
    return page_of(request, "reserves.html", t, headers=HEADERS, proof=proof)


async def figures(request: web.Request) -> web.Response:
    """Amounts are decimal strings of coins, and whole numbers of nano for those who add up."""
    return web.json_response(_proof(await request.app[CONTEXT].services.escrows.reserves()), headers=HEADERS)


def _proof(proof: ReservesProof) -> dict[str, object]:
    return {
        "observed_at": proof.observed_at.isoformat() if proof.observed_at else None,
        "held": coins(proof.held_nano),
        "held_nano": proof.held_nano,
        "owed": coins(proof.owed_nano),
        "owed_nano": proof.owed_nano,
        "covered": proof.covered,
        "escrows": [_row(row) for row in proof.rows],
    }


def _row(row: Reserve) -> dict[str, object]:
    return {
        "deal": row.deal_id,
        "status": row.status,
        "state": row.state,
        "settling": row.settling,
        "amount_nano": row.amount_nano,
        "balance_nano": row.balance_nano,
        "address": row.address,
        "explorer_url": row.explorer_url,
        "observed_at": row.observed_at.isoformat() if row.observed_at else None,
    }
