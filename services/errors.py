"""What the marketplace refuses. A refusal's class name is its text key; each door translates it once.

`GoneAhead` becomes `error-gone-ahead` in `locales/*/errors.ftl` and `gone-ahead` at the API.
"""

import re


class Refusal(Exception):
    """A no that the person can understand. Nothing was changed, nothing typed is lost."""

    status = 409

    def __init__(self, **args: object) -> None:
        super().__init__(type(self).__name__, args)
        self.arguments = args

    @classmethod
    def code(cls) -> str:
        return re.sub(r"(?<!^)(?=[A-Z])", "-", cls.__name__).lower()

    @classmethod
    def key(cls) -> str:
        return f"error-{cls.code()}"


class NotFound(Refusal):
    """The thing is not there, or not yours to see: a stranger cannot tell which."""

    status = 404


class Forbidden(Refusal):
    """You are a party, but this right is not yours."""

    status = 403


class Banned(Refusal):
    status = 403


class MarketPaused(Refusal):
    """No new money comes in; what is open goes on."""


class GoneAhead(Refusal):
    """The deal has moved on: the button is old, or somebody was faster."""


class Settling(Refusal):
    """A verdict is waiting for the chain; nothing else may happen to the deal."""


class TryAgain(Refusal):
    """Telegram or the chain could not be asked. The answer is never a yes by default."""

    status = 503


class RightsMissing(Refusal):
    """The bot or the person lacks administrator rights in the channel; `rights` names them."""


class NotAChannel(Refusal):
    status = 422


class ChannelNotFound(Refusal):
    status = 422


class BotNotAdmin(Refusal):
    pass


class ChannelUnready(Refusal):
    """The bot lacks its rights in the channel now: nobody is asked to pay for a post that could not go out."""


class YouAreNotAdmin(Refusal):
    status = 403


class ChannelTaken(Refusal):
    """Others list this channel already. Whoever gives rights there has been told of the person."""


class BadPrice(Refusal):
    status = 422


class PriceTooLow(Refusal):
    status = 422


class BadTime(Refusal):
    status = 422


class TimeOutsideWindow(Refusal):
    status = 422


class SlotTaken(Refusal):
    """Another deal's hours on top overlap."""


class NothingToPost(Refusal):
    status = 422


class TextTooLong(Refusal):
    status = 422


class BadCreative(Refusal):
    """Telegram would refuse or drop it; `reason` says what."""

    status = 422


class BadButtons(Refusal):
    status = 422


class WalletNeeded(Refusal):
    pass


class BadProof(Refusal):
    """The `ton_proof` does not prove this wallet, here and now."""

    status = 422


class WalletRefused(Refusal):
    """The person said no in the wallet."""


class WalletSilent(Refusal):
    """The wallet did not answer in time; nothing was sent as far as we know, and the chain is watched anyway."""


class OwnDeal(Refusal):
    """Nobody buys from himself."""


class ListingGone(Refusal):
    pass


class PriceChanged(Refusal):
    """Carries the price that was seen and the price that is."""


class BadHours(Refusal):
    """What was written names no format of a post, or one beyond the limits."""

    status = 422


class TooManyPackages(Refusal):
    pass


class PackageTaken(Refusal):
    """The same format is on sale already."""


class EmptyMessage(Refusal):
    status = 422


class CannotCarry(Refusal):
    """A kind of message that Telegram lets nobody copy."""

    status = 422


class SameTerms(Refusal):
    """A counter-offer that counters nothing."""


class NoVault(Refusal):
    """There is nowhere to compare posts, so nothing can be scheduled."""


class TooManyDeals(Refusal):
    status = 429


class LargeInput(Refusal):
    status = 422


class AmbiguousPrice(Refusal):
    """The digits can be read in two ways (1,500): money is never guessed."""

    status = 422


class BadNumber(Refusal):
    status = 422


class BadTimezone(Refusal):
    status = 422


class BadChannelRef(Refusal):
    """What was written names no channel: an invite link, a person, or something else."""

    status = 422


class ChannelProtected(Refusal):
    """The channel forbids forwarding, so nobody could verify that the post stays as agreed."""


class WalletsUnavailable(Refusal):
    """No wallet can be connected here; `reason` is the text key that says why."""

    status = 503


class BadShare(Refusal):
    """A split needs the owner's share, between 0 and 10000 basis points; nothing else has one."""

    status = 422


class UnclearTime(BadTime):
    """What was written names no moment to come."""


class BadVault(Refusal):
    """The chat cannot serve as a vault; `reason` says why."""

    status = 422


class CampaignClosed(Refusal):
    """The brief takes no offers and no changes any more."""


class TooManyCampaigns(Refusal):
    status = 429


class CampaignFull(Refusal):
    """As many channels as one brief may hear of."""


class DoesNotFit(Refusal):
    """The channel is not what the brief looks for; `reason` says in which respect."""


class BriefChanged(Refusal):
    """The brief is not any more what was on the screen: nobody offers something for words that he has not read."""


class OfferGone(Refusal):
    """The offer was withdrawn, declined, taken or changed meanwhile."""


class OfferOutdated(Refusal):
    """The offer was made for an earlier version of the brief, or leaves too little time; `reason` says which."""


class InvitedAlready(Refusal):
    """The channel knows of this brief."""


class StatsFresh(Refusal):
    """Figures were asked for a moment ago."""

    status = 429


class PersonLeft(Refusal):
    """The person is not an administrator of the channel any more: there is nothing to give him."""


class ChannelBusy(Refusal):
    """Deals are live in the channel: it stays until they are over."""


class BadNight(Refusal):
    """No such hours on a clock, or nights without an end."""

    status = 422


class TooManyReports(Refusal):
    status = 429


class TooManyLetters(Refusal):
    status = 429


class ListingHidden(Refusal):
    """An administrator took it off the market; only an administrator puts it back."""


class CannotCopy(Refusal):
    """An album or a service message: a broadcast is one message."""

    status = 422


class RequestUnderWay(Refusal):
    """A request with this key was begun; whether it acted is not known yet."""

    @property
    def headers(self) -> dict[str, str]:
        return {"Retry-After": "1"}


class KeyReused(Refusal):
    """The key of another request."""
