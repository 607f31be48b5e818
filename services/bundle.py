"""Everything that people and workers can ask of the marketplace, in one frozen object. Built in `app/wiring.py`."""

from dataclasses import dataclass

from services.applications import Applications
from services.campaigns import Campaigns
from services.channels import Channels
from services.creatives import Creatives
from services.deals.usecases import Deals
from services.desk import Desk
from services.disputes import Disputes
from services.escrow import Escrows
from services.market import Market
from services.notices import Notices
from services.placement import Placement
from services.ports import Clock
from services.receipts import Receipts
from services.settings import MarketSettings
from services.stats import Stats
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
    receipts: Receipts
    stats: Stats
