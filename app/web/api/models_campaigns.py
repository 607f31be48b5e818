"""Briefs of advertisers and what channels offer for them."""

from datetime import datetime
from typing import Literal

from pydantic import Field

from app.web.api.models import Answer, Ask, Coins, Id, Line, Price, Query, Text
from app.web.api.models_market import Category, Language
from models import ApplicationState, CampaignStatus, Party
from services.campaigns import LIMITS, MOST_SUBSCRIBERS
from services.comparing import Order

Side = Literal["advertiser", "owner"]
Window = Literal[3, 7, 14, 30]


class NewCampaign(Ask):
    title: Text = Field(min_length=1, max_length=LIMITS["title"])
    text: Text = Field(min_length=1, max_length=LIMITS["text"])
    max_price: Price
    """The most that one post may cost."""
    min_price: Price | None = None
    links: Text = Field(default="", max_length=LIMITS["links"])
    restrictions: Text = Field(default="", max_length=LIMITS["restrictions"])
    language: Language | None = None
    category: Category | None = None
    min_subscribers: int = Field(default=0, ge=0, le=MOST_SUBSCRIBERS)
    window_days: Window = 14
    """How long after an offer was made its post may be published."""
    author: Side = "owner"
    """Who writes the post."""


class CampaignChanges(Ask):
    """What is left out stays; an empty language or category stands for any."""

    title: Text | None = Field(default=None, min_length=1, max_length=LIMITS["title"])
    text: Text | None = Field(default=None, min_length=1, max_length=LIMITS["text"])
    max_price: Price | None = None
    min_price: Price | None = None
    links: Text | None = Field(default=None, max_length=LIMITS["links"])
    restrictions: Text | None = Field(default=None, max_length=LIMITS["restrictions"])
    language: Language | Literal[""] | None = None
    category: Category | Literal[""] | None = None
    min_subscribers: int | None = Field(default=None, ge=0, le=MOST_SUBSCRIBERS)
    window_days: Window | None = None
    author: Side | None = None


class Campaign(Answer):
    id: int
    is_mine: bool
    status: CampaignStatus
    title: str
    text: str
    links: str
    restrictions: str
    min_price: Coins
    max_price: Coins
    language: str
    """Empty: any; so is the category."""
    category: str
    min_subscribers: int
    window_days: int
    author: Party
    version: int
    """An offer is made for a version; an edit asks for new ones."""
    expires_at: datetime
    offers: int
    """Standing offers; 0 to everybody but the advertiser. So are the invitations without an answer."""
    invited: int


class Campaigns(Answer):
    campaigns: list[Campaign]


class Invitation(Ask):
    listing_id: Id


class CompareQuery(Query):
    sort: Order = Order.PRICE


class OfferTerms(Answer):
    price: Coins
    package: str
    top_hours: int
    feed_hours: int
    is_permanent: bool
    pinned: bool
    creative_author: Party
    window_ends_at: datetime
    hash: str
    """Whoever says yes names it."""


class Offer(Answer):
    """A channel's standing offer, beside others."""

    application_id: int
    channel_title: str
    channel_username: str | None
    subscribers: int
    average_views: int | None
    cpm: Coins | None
    terms: OfferTerms
    pitch: str
    is_current: bool
    """Made for the brief as it is now."""


class Offers(Answer):
    offers: list[Offer]


class AnsweredBrief(Answer):
    campaign: Campaign
    application_id: int | None
    state: ApplicationState | None
    """What the channel answered so far."""


class Briefs(Answer):
    briefs: list[AnsweredBrief]
    next: str | None


class FormatChoice(Answer):
    name: str
    """For `format` of an offer."""
    top_hours: int
    feed_hours: int
    is_permanent: bool
    pinned: bool
    price: Coins | None
    """Of the channel's own package."""


class Formats(Answer):
    formats: list[FormatChoice]


class NewOffer(Ask):
    channel_id: Id
    format: Text = Field(max_length=64)
    price: Price
    pitch: Line = ""
    seen_version: int = Field(ge=1, le=2**31 - 1)
    """`version` of the brief that was on the screen."""


class OfferDraft(Ask):
    channel_id: Id
    format: Text = Field(max_length=64)
    price: Price
    pitch: Line = ""


class OfferPreview(Answer):
    campaign_version: int
    channel_title: str
    terms: OfferTerms


class ApplicationLine(Answer):
    party: Party
    is_mine: bool
    text: str
    created_at: datetime


class Application(Answer):
    id: int
    state: ApplicationState
    party: Party
    """Which of its two sides I am."""
    campaign: Campaign
    channel_id: int
    channel_title: str
    terms: OfferTerms | None
    """None while the channel is only invited."""
    pitch: str
    average_views: int | None
    cpm: Coins | None
    obstacle: str
    """Why it cannot be taken now: `brief`, `time`, `closed`; empty when it can, or when there is no offer."""
    deal_id: int | None
    lines: list[ApplicationLine]


class NewLine(Ask):
    text: Line


class Take(Ask):
    terms_hash: Text = Field(max_length=64)
    """Of the offer that was on the screen."""
