"""The nouns: tables and enums. Imports Tortoise and nothing of ours."""

from models.api import RequestKey
from models.audit import AuditLog, Vault
from models.campaign import Application, ApplicationMessage, Campaign
from models.channel import Channel, ChannelManager, StatsSnapshot
from models.creative import Creative
from models.deal import Deal, DealEvent, DealMessage, Notice
from models.dispute import Dispute
from models.enums import (
    FINAL_STATUSES,
    FUNDED_STATUSES,
    UNFUNDED_STATUSES,
    ApplicationState,
    BatchState,
    CampaignStatus,
    Cause,
    ChannelStatus,
    CheckKind,
    CheckResult,
    CreativeState,
    DealStatus,
    EscrowState,
    HoldState,
    ListingStatus,
    ManagerRight,
    Party,
    PostingState,
    Verdict,
)
from models.escrow import Batch, Cursor, Escrow, Lease, PaymentNote, PayoutHold, Settlement
from models.market import Listing, Package
from models.posting import Check, Posting
from models.user import ProofNonce, User, WalletSession

__all__ = [
    "FINAL_STATUSES",
    "FUNDED_STATUSES",
    "UNFUNDED_STATUSES",
    "Application",
    "ApplicationMessage",
    "ApplicationState",
    "AuditLog",
    "Batch",
    "BatchState",
    "Campaign",
    "CampaignStatus",
    "Cause",
    "Channel",
    "ChannelManager",
    "ChannelStatus",
    "Check",
    "CheckKind",
    "CheckResult",
    "Creative",
    "CreativeState",
    "Cursor",
    "Deal",
    "DealEvent",
    "DealMessage",
    "DealStatus",
    "Dispute",
    "Escrow",
    "EscrowState",
    "HoldState",
    "Lease",
    "Listing",
    "ListingStatus",
    "ManagerRight",
    "Notice",
    "Package",
    "Party",
    "PaymentNote",
    "PayoutHold",
    "Posting",
    "PostingState",
    "ProofNonce",
    "RequestKey",
    "Settlement",
    "StatsSnapshot",
    "User",
    "Vault",
    "Verdict",
    "WalletSession",
]
