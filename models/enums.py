"""The closed vocabularies of the marketplace. Stored as their lower-case values; never renamed once released."""

from enum import IntEnum, StrEnum


class DealStatus(StrEnum):
    DRAFT = "draft"
    NEGOTIATION = "negotiation"
    OWNER_ACCEPTED = "owner_accepted"
    AWAITING_ESCROW_PAYMENT = "awaiting_escrow_payment"
    ESCROW_FUNDED = "escrow_funded"
    CREATIVE_PENDING_OWNER = "creative_pending_owner"
    CREATIVE_SUBMITTED = "creative_submitted"
    CREATIVE_CHANGES_REQUESTED = "creative_changes_requested"
    CREATIVE_APPROVED = "creative_approved"
    SCHEDULED = "scheduled"
    POSTED = "posted"
    RETENTION_CHECK = "retention_check"
    DISPUTED = "disputed"
    RELEASED = "released"
    REFUNDED = "refunded"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


class Party(StrEnum):
    """Who acts in a deal. The owner acts through people: the channel's managers with the right that the step names."""

    ADVERTISER = "advertiser"
    OWNER = "owner"
    ADMIN = "admin"
    PLATFORM = "platform"

    @property
    def other(self) -> "Party":
        """The other side of the table; only the two sides have one."""
        return {Party.ADVERTISER: Party.OWNER, Party.OWNER: Party.ADVERTISER}[self]


class Verdict(StrEnum):
    """What we decided about the money. Written once, confirmed by the chain alone."""

    RELEASE = "release"
    REFUND = "refund"
    SPLIT = "split"


class EscrowState(IntEnum):
    """What the chain says. INIT to SPLIT are the contract's own numbers."""

    NONE = -1
    INIT = 0
    FUNDED = 1
    RELEASED = 2
    REFUNDED = 3
    SPLIT = 4
    ALIEN = 9
    """Code, terms or address are not ours: nothing that this account says is believed."""


class ManagerRight(StrEnum):
    ACCEPT = "accept"
    CREATIVE = "creative"
    PAYOUT = "payout"


class ChannelStatus(StrEnum):
    ACTIVE = "active"
    RIGHTS_LOST = "rights_lost"
    REMOVED = "removed"


class ListingStatus(StrEnum):
    ACTIVE = "active"
    PAUSED = "paused"
    DELISTED = "delisted"
    HIDDEN = "hidden"
    """By an administrator, or with its owner's ban."""


class BroadcastState(StrEnum):
    RUNNING = "running"
    STOPPED = "stopped"
    DONE = "done"
    """Everybody of the audience has a notice; some may wait for the sender yet."""


class ReportState(StrEnum):
    OPEN = "open"
    UPHELD = "upheld"
    DISMISSED = "dismissed"


class PostingState(StrEnum):
    """A posting's own life. SENDING is written before the call to Telegram: it is the memory that survives a crash."""

    DUE = "due"
    SENDING = "sending"
    POSTED = "posted"
    AMBIGUOUS = "ambiguous"
    MISSED = "missed"
    DELETED = "deleted"


class CheckResult(StrEnum):
    INTACT = "intact"
    VIOLATED = "violated"
    UNKNOWN = "unknown"
    PRESENT = "present"
    """The post is there, its content could not be read: never enough for a release."""


class CheckKind(StrEnum):
    BAND = "band"
    FINAL = "final"
    CONFIRM = "confirm"


class Cause(StrEnum):
    """Whose doing an UNKNOWN check is: it decides who loses if it stays unknown."""

    OURS = "ours"
    OWNERS = "owners"


class BatchState(StrEnum):
    PREPARED = "prepared"
    SENT = "sent"
    SPENT = "spent"
    EXPIRED = "expired"


class HoldState(StrEnum):
    """What became of a large payout's wait. All but the first two are final."""

    WAITING = "waiting"
    STOPPED = "stopped"
    APPROVED = "approved"
    GIVEN_BACK = "given_back"
    PASSED = "passed"
    """Nobody said a word in time: silence proceeds."""


class CampaignStatus(StrEnum):
    OPEN = "open"
    PAUSED = "paused"
    """No new offers; those that were made can still be taken."""
    CLOSED = "closed"
    EXPIRED = "expired"
    """As closed, but an extension opens it again."""


class ApplicationState(StrEnum):
    INVITED = "invited"
    APPLIED = "applied"
    DECLINED = "declined"
    """By the advertiser."""
    WITHDRAWN = "withdrawn"
    """By the owner: an offer taken back, or an invitation turned down."""
    TAKEN = "taken"
    """It became a deal."""


class CreativeState(StrEnum):
    SUBMITTED = "submitted"
    CHANGES_REQUESTED = "changes_requested"
    APPROVED = "approved"
    WITHDRAWN = "withdrawn"


FINAL_STATUSES = frozenset({DealStatus.RELEASED, DealStatus.REFUNDED, DealStatus.CANCELLED, DealStatus.EXPIRED})
UNFUNDED_STATUSES = frozenset(
    {DealStatus.DRAFT, DealStatus.NEGOTIATION, DealStatus.OWNER_ACCEPTED, DealStatus.AWAITING_ESCROW_PAYMENT}
)
FUNDED_STATUSES = frozenset(DealStatus) - FINAL_STATUSES - UNFUNDED_STATUSES
