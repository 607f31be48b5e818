"""Applications: what channels offer for a brief, and how an advertiser makes deals of it.

Guarantees:
* An application is the owner's standing offer of exact terms, with their hash. The advertiser says yes to that hash;
  offer, deal and acceptance are one transaction, so nobody is bound to terms that he did not say yes to himself.
* An offer is taken only while the brief is the one that its owner read, the channel is healthy, and Telegram says at
  that moment that whoever offered still speaks for the channel.
* One application per channel and brief. Its words and figures are seen by the advertiser and the channel's managers;
  for anybody else it does not exist.
"""

from dataclasses import dataclass

from services.application_choices import Choosing
from services.application_offers import PITCH_LIMIT, OfferDraft, Offering, Preview
from services.application_views import ApplicationView, Discussing

__all__ = ["PITCH_LIMIT", "ApplicationView", "Applications", "OfferDraft", "Preview"]


@dataclass(frozen=True, slots=True)
class Applications(Offering, Choosing, Discussing):
    """All of it in one hand, as `Services` carries it."""
