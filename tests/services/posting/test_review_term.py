"""Posting again makes a violation good once; nobody shortens the term by it."""

from datetime import timedelta

import pytest

from models import Check, CheckKind, Deal
from services.errors import GoneAhead
from tests.services.posting.harms import deleted, first_id, until_first_check
from tests.services.posting.stage import HOUR, Stage


async def violated(stage: Stage) -> Deal:
    """The first post was deleted; both looks have seen it, and the cure window is open."""
    deal = await stage.posted()
    deleted(stage, first_id(stage))
    await until_first_check(stage)
    await stage.verification.check_due()
    stage.clock.pass_(minutes=10)
    await stage.verification.check_due()
    assert (await stage.now(deal)).cure_ends_at is not None
    return deal


async def post_again(stage: Stage, deal: Deal) -> None:
    stage.clock.pass_(minutes=5)
    await stage.placement.post_again(stage.owner, deal.id)
    assert await stage.placement.post_due() == 1
    stage.clock.pass_(minutes=1)


async def test_a_post_that_stands_anew_cannot_be_posted_again_to_shorten_its_term(stage: Stage) -> None:
    deal = await violated(stage)
    await post_again(stage, deal)
    with pytest.raises(GoneAhead):
        await stage.placement.post_again(stage.owner, deal.id)


async def test_the_term_grows_by_every_gap(stage: Stage) -> None:
    agreed = stage.clock.utcnow() + 25 * HOUR
    deal = await violated(stage)
    await post_again(stage, deal)
    first_gap = timedelta(minutes=15)
    assert (await stage.now(deal)).retention_ends_at == agreed + first_gap
    deleted(stage, first_id(stage))
    posting = await stage.posting(deal)
    await Check.create(posting_id=posting.id, kind=CheckKind.BAND, due_at=stage.clock.utcnow())
    await stage.verification.check_due()
    await post_again(stage, deal)
    assert (await stage.now(deal)).retention_ends_at == agreed + first_gap + timedelta(minutes=5)
