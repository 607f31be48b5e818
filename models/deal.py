"""A deal, its history, its conversation, and the notices that tell people of it.

`Deal.status` is written by `services.deals.transition` alone. `DealEvent` is history, audit source and outbox in one.
"""

from datetime import datetime

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from models.campaign import Campaign
from models.channel import Channel
from models.enums import DealStatus, Party, Verdict
from models.market import Listing
from models.user import User


class Deal(Model):
    id = fields.BigIntField(primary_key=True)
    listing: fields.ForeignKeyRelation[Listing] = fields.ForeignKeyField(
        "models.Listing", related_name="deals", on_delete=fields.RESTRICT, db_index=True
    )
    listing_id: int
    channel: fields.ForeignKeyRelation[Channel] = fields.ForeignKeyField(
        "models.Channel", related_name="deals", on_delete=fields.RESTRICT, db_index=True
    )
    channel_id: int
    advertiser: fields.ForeignKeyRelation[User] = fields.ForeignKeyField(
        "models.User", related_name="advertises", on_delete=fields.RESTRICT, db_index=True
    )
    advertiser_id: int
    owner: fields.ForeignKeyRelation[User] = fields.ForeignKeyField(
        "models.User", related_name="owns_deals", on_delete=fields.RESTRICT, db_index=True
    )
    """The person who listed the channel; other managers act for the owner by their rights."""
    owner_id: int
    campaign: fields.ForeignKeyNullableRelation[Campaign] = fields.ForeignKeyField(
        "models.Campaign", related_name="deals", on_delete=fields.RESTRICT, null=True, db_index=True
    )
    """The brief that it came of; null for a deal that began at a listing."""
    campaign_id: int | None
    status = fields.CharEnumField(DealStatus, default=DealStatus.DRAFT, max_length=32)
    verdict: Verdict | None = fields.CharEnumField(Verdict, null=True, max_length=8)  # type: ignore[assignment]
    """Set once, together with the current escrow's. While it waits for the chain the deal is *settling*."""
    verdict_reason = fields.CharField(max_length=64, default="")
    outcome: Verdict | None = fields.CharEnumField(Verdict, null=True, max_length=8)  # type: ignore[assignment]
    """What the chain did in the end."""

    terms: dict[str, object] = fields.JSONField(default=dict)
    """`services.deals.terms.Terms` as JSON; frozen by `terms_hash`."""
    terms_hash = fields.CharField(max_length=64, default="")
    offered_by = fields.CharEnumField(Party, default=Party.ADVERTISER, max_length=16)
    """Who made the standing offer: the other side may accept it."""
    price_nano = fields.BigIntField()

    payer_address: str | None = fields.CharField(max_length=80, null=True)  # type: ignore[assignment]
    payout_address: str | None = fields.CharField(max_length=80, null=True)  # type: ignore[assignment]
    fee_bps: int | None = fields.IntField(null=True)
    """Frozen at `open_escrow`."""

    change_rounds = fields.IntField(default=0)
    proposed_publish_at: datetime | None = fields.DatetimeField(null=True)
    proposed_by: Party | None = fields.CharEnumField(Party, null=True, max_length=16)  # type: ignore[assignment]
    publish_at: datetime | None = fields.DatetimeField(null=True)
    cancel_proposed_by: Party | None = fields.CharEnumField(Party, null=True, max_length=16)  # type: ignore[assignment]
    retention_ends_at: datetime | None = fields.DatetimeField(null=True)
    cure_ends_at: datetime | None = fields.DatetimeField(null=True)
    """End of the one cure window; set once per deal, so it also says that the window was used."""

    due_at: datetime | None = fields.DatetimeField(null=True)
    """When the clock of this status rings."""
    warn_at: datetime | None = fields.DatetimeField(null=True)
    """When its warning is due; emptied once it was given."""
    entered_at = fields.DatetimeField()
    """When this status was entered, or last stirred by an answer."""
    version = fields.IntField(default=0)
    """Raised by each step; every compare-and-set names it."""
    created_at = fields.DatetimeField()

    class Meta:
        table = "deals"
        indexes = [
            Index(fields=("status", "due_at"), name="ix_deal_status_due"),
            Index(fields=("warn_at",), name="ix_deal_warn"),
        ]


class DealEvent(Model):
    """Append-only. Unrelayed rows are the queue of the relay."""

    id = fields.BigIntField(primary_key=True)
    deal: fields.ForeignKeyRelation[Deal] = fields.ForeignKeyField(
        "models.Deal", related_name="events", on_delete=fields.RESTRICT, db_index=True
    )
    deal_id: int
    action = fields.CharField(max_length=32)
    source = fields.CharEnumField(DealStatus, max_length=32)
    target = fields.CharEnumField(DealStatus, max_length=32)
    party = fields.CharEnumField(Party, max_length=16)
    user_id: int | None = fields.BigIntField(null=True)
    payload: dict[str, object] = fields.JSONField(default=dict)
    ip_address: str | None = fields.CharField(max_length=64, null=True)  # type: ignore[assignment]
    """Where a step over REST came from; the chat knows no addresses."""
    created_at = fields.DatetimeField()
    relayed_at: datetime | None = fields.DatetimeField(null=True, db_index=True)
    audited_at: datetime | None = fields.DatetimeField(null=True)
    """When the audit log took note of it: a queue of its own, so that neither notices nor audit wait for the other."""

    class Meta:
        table = "deal_events"


class DealMessage(Model):
    """One line of the negotiation, carried by the bot from one side to the other."""

    id = fields.BigIntField(primary_key=True)
    deal: fields.ForeignKeyRelation[Deal] = fields.ForeignKeyField(
        "models.Deal", related_name="messages", on_delete=fields.CASCADE, db_index=True
    )
    deal_id: int
    party = fields.CharEnumField(Party, max_length=16)
    user_id = fields.BigIntField()
    text = fields.TextField(default="")
    source_message_id: int | None = fields.BigIntField(null=True)
    """The message in the sender's private chat, to copy media from; null for plain text."""
    created_at = fields.DatetimeField()

    class Meta:
        table = "deal_messages"


class Notice(Model):
    """Something to tell one person. The relay writes it as it marks the event relayed; one sender sends."""

    id = fields.BigIntField(primary_key=True)
    user_id = fields.BigIntField(db_index=True)
    key = fields.CharField(max_length=80)
    """Fluent key; the words are chosen when it is sent, in the language of that moment."""
    args: dict[str, object] = fields.JSONField(default=dict)
    deal_id: int | None = fields.BigIntField(null=True)
    """The deal that its button opens."""
    copy_from_chat_id: int | None = fields.BigIntField(null=True)
    copy_message_id: int | None = fields.BigIntField(null=True)
    """A message to copy after the words (relayed media, a creative's preview)."""
    rank = fields.IntField(default=0)
    """What goes first when there is more than Telegram takes: deals 0, news of the market 1, broadcasts 2."""
    broadcast_id: int | None = fields.BigIntField(null=True)
    due_at = fields.DatetimeField()
    claimed_until: datetime | None = fields.DatetimeField(null=True)
    attempts = fields.IntField(default=0)
    sent_at: datetime | None = fields.DatetimeField(null=True)
    message_id: int | None = fields.BigIntField(null=True)
    """The message in the person's chat, so that a reply to it finds what it answers."""
    failed: str | None = fields.CharField(max_length=200, null=True)  # type: ignore[assignment]

    class Meta:
        table = "notices"
        indexes = [Index(fields=("sent_at", "due_at"), name="ix_notice_queue")]
