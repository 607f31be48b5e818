"""The figures that help may name: what the marketplace is set to, and the limits that the services keep."""

from dialogs.scope import Facts
from services import campaigns
from services.application_views import LINE_LIMIT
from services.applications import PITCH_LIMIT
from services.creatives import NOTE_LIMIT
from services.deals.roles import MAX_CHANGE_ROUNDS
from services.deals.usecases import MESSAGE_LIMIT
from services.disputes import TEXT_LIMIT
from services.formats import MONTH_HOURS, MOST_TOP_HOURS
from services.market import DESCRIPTION_LIMIT, EXTRA_LIMIT, MOST_PACKAGES
from services.settings import MarketSettings
from services.stats import PAUSE
from services.words import LETTER_LIMIT, REASON_LIMIT

LIMITS: Facts = {
    **{f"{name}_limit": limit for name, limit in campaigns.LIMITS.items()},
    "extra_limit": EXTRA_LIMIT,
    "description_limit": DESCRIPTION_LIMIT,
    "message_limit": MESSAGE_LIMIT,
    "pitch_limit": PITCH_LIMIT,
    "line_limit": LINE_LIMIT,
    "note_limit": NOTE_LIMIT,
    "case_limit": TEXT_LIMIT,
    "letter_limit": LETTER_LIMIT,
    "reason_limit": REASON_LIMIT,
    "most_packages": MOST_PACKAGES,
    "most_rounds": MAX_CHANGE_ROUNDS,
    "most_top_hours": MOST_TOP_HOURS,
    "most_feed_hours": MONTH_HOURS,
    "month_days": MONTH_HOURS // 24,
    "pause_seconds": int(PAUSE.total_seconds()),
}


def figures(settings: MarketSettings) -> Facts:
    return {
        **LIMITS,
        "fee_bps": settings.fee_bps,
        "min_nano": settings.min_price_nano,
        "campaign_days": settings.campaign_days,
        "most_briefs": settings.max_open_campaigns,
        "pay_seconds": settings.clocks["payment_seconds"],
        "veto_seconds": settings.clocks["veto_seconds"],
        "has_large": settings.large_payout_nano > 0,
        "large_nano": settings.large_payout_nano,
    }
