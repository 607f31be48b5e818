"""What people can do with a deal before the money: ask, talk, bargain, agree, leave. And what anybody may know of it.

Every door calls these verbs. Money steps live in `services.escrow`, the creative's in `services.creatives`, the post's
in `services.placement` and `services.verification`, disputes in `services.disputes`; all write through `transition`.
"""

from dataclasses import dataclass

from services.deals.bargaining import Bargaining
from services.deals.knowing import DealView, Knowing, OfferMade
from services.deals.leaving import Leaving
from services.deals.part import MESSAGE_LIMIT
from services.deals.ringing import Ringing
from services.deals.talking import Talking

__all__ = ["MESSAGE_LIMIT", "DealView", "Deals", "OfferMade"]


@dataclass(frozen=True, slots=True)
class Deals(Bargaining, Leaving, Talking, Knowing, Ringing):
    """All of it in one hand, as `Services` carries it."""
