"""Campaigns: what an advertiser looks for, and what channels offer him for it.

A campaign is a brief that channels answer with applications. An application is the owner's standing offer: exact terms
with a hash, made for one version of the brief. `services.campaigns` and `services.applications` write these rows.
"""

from datetime import datetime
from typing import TYPE_CHECKING

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from models.channel import Channel
from models.enums import ApplicationState, CampaignStatus, Party
from models.user import User

if TYPE_CHECKING:  # a deal knows its campaign; at run time the application names the deal's table only
    from models.deal import Deal


class Campaign(Model):
    id = fields.BigIntField(primary_key=True)
    advertiser: fields.ForeignKeyRelation[User] = fields.ForeignKeyField(
        "models.User", related_name="campaigns", on_delete=fields.RESTRICT, db_index=True
    )
    advertiser_id: int
    status = fields.CharEnumField(CampaignStatus, default=CampaignStatus.OPEN, max_length=16)
    title = fields.CharField(max_length=80)
    text = fields.TextField()
    links = fields.TextField(default="")
    """What the post has to link to."""
    restrictions = fields.TextField(default="")
    """What the post or the channel must not have."""
    min_price_nano = fields.BigIntField()
    max_price_nano = fields.BigIntField()
    """The budget of one post. An offer may be cheaper, never dearer."""
    language = fields.CharField(max_length=8, default="")
    """Empty: any; so is the category."""
    category = fields.CharField(max_length=32, default="")
    min_subscribers = fields.IntField(default=0)
    window_days = fields.IntField()
    """How long after an offer was made its post may be published."""
    author = fields.CharEnumField(Party, default=Party.OWNER, max_length=16)
    """Who writes the post."""
    version = fields.IntField(default=1)
    """Raised by every edit: an offer made for an older brief has to be confirmed by its owner."""
    expires_at = fields.DatetimeField()
    warn_at: datetime | None = fields.DatetimeField(null=True, db_index=True)
    """When its end is announced; emptied once that was done."""
    created_at = fields.DatetimeField()
    applications: fields.ReverseRelation["Application"]

    class Meta:
        table = "campaigns"
        indexes = [
            Index(fields=("status", "id"), name="ix_campaign_status"),
            Index(fields=("status", "expires_at"), name="ix_campaign_expiry"),
        ]


class Application(Model):
    """One channel's answer to one brief: invited, offered, declined, withdrawn or taken."""

    id = fields.BigIntField(primary_key=True)
    campaign: fields.ForeignKeyRelation[Campaign] = fields.ForeignKeyField(
        "models.Campaign", related_name="applications", on_delete=fields.RESTRICT, db_index=True
    )
    campaign_id: int
    channel: fields.ForeignKeyRelation[Channel] = fields.ForeignKeyField(
        "models.Channel", related_name="applications", on_delete=fields.RESTRICT, db_index=True
    )
    channel_id: int
    state = fields.CharEnumField(ApplicationState, max_length=16)
    applicant_id: int | None = fields.BigIntField(null=True)
    """The manager who made the offer; his right is asked again when it is taken."""
    campaign_version = fields.IntField(default=0)
    terms: dict[str, object] = fields.JSONField(default=dict)
    """`services.deals.terms.Terms` as JSON; empty while the channel is only invited."""
    terms_hash = fields.CharField(max_length=64, default="")
    price_nano = fields.BigIntField(default=0)
    pitch = fields.TextField(default="")
    deal: "fields.ForeignKeyNullableRelation[Deal]" = fields.ForeignKeyField(
        "models.Deal", related_name="applications", on_delete=fields.RESTRICT, null=True
    )
    deal_id: int | None
    """The newest deal that came of it."""
    created_at = fields.DatetimeField()
    updated_at = fields.DatetimeField()

    class Meta:
        table = "applications"
        unique_together = (("campaign_id", "channel_id"),)
        indexes = [Index(fields=("deal_id",), name="ix_application_deal")]


class ApplicationMessage(Model):
    """A question about an offer, or its answer, before there is a deal."""

    id = fields.BigIntField(primary_key=True)
    application: fields.ForeignKeyRelation[Application] = fields.ForeignKeyField(
        "models.Application", related_name="messages", on_delete=fields.CASCADE, db_index=True
    )
    application_id: int
    party = fields.CharEnumField(Party, max_length=16)
    user_id = fields.BigIntField()
    text = fields.TextField()
    created_at = fields.DatetimeField()

    class Meta:
        table = "application_messages"
