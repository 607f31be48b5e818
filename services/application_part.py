"""What every part of `Applications` has, and why an offer may not be taken now."""

from dataclasses import dataclass
from datetime import timedelta

from models import Application
from services.campaigns import LIVE
from services.deals.access import Authorizer
from services.deals.terms import Terms
from services.deals.usecases import Deals
from services.market import Market
from services.ports import Clock
from services.settings import MarketSettings

LEAST_TIME = timedelta(days=1)
"""What an offer has to leave for agreeing on the post and publishing it."""


@dataclass(frozen=True, slots=True)
class ApplicationPart:
    clock: Clock
    settings: MarketSettings
    authorizer: Authorizer
    deals: Deals
    market: Market

    def obstacle(self, application: Application, terms: Terms) -> str:
        campaign = application.campaign
        if campaign.status not in LIVE:
            return "closed"
        if application.campaign_version != campaign.version:
            return "brief"
        return "time" if terms.window_end - self.clock.utcnow() < LEAST_TIME else ""
