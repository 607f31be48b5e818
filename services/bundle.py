"""Everything that people and workers can ask of the marketplace, in one frozen object. Built in `app/wiring.py`."""

from dataclasses import dataclass

from services.applications import Applications
from services.audit import Audit
from services.broadcasts import Broadcasts
from services.campaigns import Campaigns
from services.channels import Channels
from services.creatives import Creatives
from services.deals.usecases import Deals
from services.delivery import Delivery
from services.desk import Desk
from services.disputes import Disputes
from services.escrow import Escrows
from services.fair_prices import FairPrices
from services.lookup import Lookup
from services.market import Market
from services.moderation import Moderation
from services.notices import Notices
from services.placement import Placement
from services.ports import Clock
from services.receipts import Receipts
from services.reports import Reports
from services.settings import MarketSettings
from services.stats import Stats
from services.support import Support
from services.switches import Switches
from services.users import Users
from services.verification import Verification
from services.wallets import WalletBook


@dataclass(frozen=True, slots=True)
class Services:
    clock: Clock
    settings: MarketSettings
    users: Users
    channels: Channels
    market: Market
    fair_prices: FairPrices
    deals: Deals
    campaigns: Campaigns
    applications: Applications
    creatives: Creatives
    escrows: Escrows
    wallets: WalletBook
    placement: Placement
    verification: Verification
    disputes: Disputes
    desk: Desk
    notices: Notices
    delivery: Delivery
    receipts: Receipts
    stats: Stats
    audit: Audit
    switches: Switches
    moderation: Moderation
    lookup: Lookup
    reports: Reports
    support: Support
    broadcasts: Broadcasts
