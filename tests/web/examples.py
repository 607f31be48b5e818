"""Something of every kind that an address can name, and a request that each door can read."""

from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from app.web.api import ROUTES, actions, models, models_campaigns, models_deals, models_market, models_people
from app.web.api.routes import Route
from models import Application, ApplicationState, Campaign, Creative, Deal, DealStatus, EscrowState, Party
from services.deals.terms import Terms
from tests.makers import ADVERTISER, OWNER, START, a_deal, an_escrow

HASH = "0" * 64
PUBLIC = frozenset({"search", "show_listing", "show_campaign"})
"""What everybody who is signed in may see."""
OF_NOBODY = frozenset({"add_channel", "publish_campaign", "my_channels", "my_listings", "my_campaigns", "my_deals"})
"""They name no object: everybody has his own."""


@dataclass(frozen=True)
class Things:
    deal: Deal
    ids: dict[str, object]
    """By the name that addresses have for it."""


async def some_things(status: DealStatus = DealStatus.CREATIVE_SUBMITTED) -> Things:
    """A deal with its escrow and post, a listing, a brief and an offer for it; of one advertiser and one owner."""
    deal = await a_deal(status)
    await an_escrow(deal, EscrowState.FUNDED)
    await Creative.create(deal_id=deal.id, version=1, author=Party.OWNER, user_id=OWNER, text="Tea", created_at=START)
    campaign = await Campaign.create(
        advertiser_id=ADVERTISER,
        title="Tea",
        text="Tea",
        min_price_nano=0,
        max_price_nano=20 * 10**9,
        window_days=14,
        expires_at=START,
        created_at=START,
    )
    terms = Terms.of(deal)
    application = await Application.create(
        campaign_id=campaign.id,
        channel_id=deal.channel_id,
        state=ApplicationState.APPLIED,
        applicant_id=OWNER,
        campaign_version=1,
        terms=terms.to_json(),
        terms_hash=terms.hash,
        price_nano=terms.price_nano,
        created_at=START,
        updated_at=START,
    )
    ids: dict[str, object] = {
        "deal_id": deal.id,
        "listing_id": deal.listing_id,
        "channel_id": deal.channel_id,
        "campaign_id": campaign.id,
        "application_id": application.id,
        "user_id": OWNER,
        "format": "1-24",
        "action": "confirm_release",
    }
    return Things(deal, ids)


def bodies(things: Things) -> dict[type[BaseModel], dict[str, Any]]:
    """A body of each kind that the doors read."""
    ids = things.ids
    offer = {"channel_id": ids["channel_id"], "format": "1/24", "price": "8"}
    proof = {"timestamp": 1, "domain": {"lengthBytes": 1, "value": "x"}, "signature": "AA==", "payload": "x"}
    account = {"address": f"0:{HASH}", "chain": "-3", "publicKey": HASH, "walletStateInit": "AA=="}
    return {
        models.Nothing: {},
        models_people.SignIn: {"initData": "x"},
        models_people.Refresh: {"refresh_token": "x"},
        models_people.MeChanges: {"language": "ru"},
        models_people.WalletProof: {"account": account, "proof": proof},
        models_market.NewChannel: {"username": "@coffee"},
        models_market.ManagerChanges: {"can_payout": True},
        models_market.NewListing: {"channel_id": ids["channel_id"]},
        models_market.ListingChanges: {"category": "news"},
        models_market.PackagePrice: {"price": "10"},
        models_campaigns.NewCampaign: {"title": "Tea", "text": "Tea", "max_price": "20"},
        models_campaigns.CampaignChanges: {"title": "Coffee"},
        models_campaigns.Invitation: {"listing_id": ids["listing_id"]},
        models_campaigns.NewOffer: {**offer, "seen_version": 1},
        models_campaigns.OfferDraft: offer,
        models_campaigns.NewLine: {"text": "Tea"},
        models_campaigns.Take: {"terms_hash": HASH},
        models_deals.NewDeal: {"listing_id": ids["listing_id"], "package_id": 1},
        actions.Accept: {"terms_hash": HASH},
        actions.Counter: {"price": "9"},
        actions.Review: {"version": 1},
        actions.RequestChanges: {"version": 1, "note": "Shorter"},
        actions.Time: {"publish_at": "2026-06-03T12:00:00Z"},
        actions.Words: {"text": "Not so"},
        actions.Share: {"split_bps": 5000},
    }


def request_of(route: Route, things: Things) -> dict[str, Any]:
    """Method, path and body, as `Api.call` takes them."""
    path = route.path.format(**things.ids)
    body = {} if route.body is None else {"json": bodies(things)[route.body]}
    return {"method": route.method, "path": path, **body}


OBJECT_DOORS = [
    route
    for route in ROUTES
    if not route.is_open and route.name not in PUBLIC | OF_NOBODY and (route.places or route.name == "open_listing")
]
"""The doors that name an object which is not everybody's."""
