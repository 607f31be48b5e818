"""What people press while a worker is busy with Telegram."""

from models import Deal
from services.actor import Actor
from services.deals.access import DealAccess
from services.deals.usecases import Deals
from services.settings import MarketSettings
from tests.makers import Everybody
from tests.services.posting.stage import Stage


def deals_of(stage: Stage) -> Deals:
    async def ask_chain(deal: Deal) -> None:
        return None

    return Deals(stage.clock, MarketSettings(), DealAccess(stage.clock, Everybody()), ask_chain)


async def propose_to_cancel(stage: Stage, deal: Deal, actor: Actor | None = None) -> None:
    await deals_of(stage).propose_cancel(actor or stage.advertiser, deal.id)
