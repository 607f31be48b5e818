"""Listings and their packages. A listing's `price_nano` is its cheapest active package: search sorts by it."""

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from models.channel import Channel
from models.enums import ListingStatus


class Listing(Model):
    id = fields.BigIntField(primary_key=True)
    channel: fields.OneToOneRelation[Channel] = fields.OneToOneField(
        "models.Channel", related_name="listing", on_delete=fields.CASCADE
    )
    channel_id: int
    status = fields.CharEnumField(ListingStatus, default=ListingStatus.ACTIVE, max_length=16)
    category = fields.CharField(max_length=32, default="other")
    language = fields.CharField(max_length=8, default="en")
    description = fields.TextField(default="")
    hidden_by = fields.CharField(max_length=16, default="")
    """Why a HIDDEN listing is hidden: `moderation` or `ban`; the owner cannot put it on sale by himself."""
    hidden_reason = fields.CharField(max_length=200, default="")
    price_nano = fields.BigIntField(default=0)
    subscribers = fields.IntField(default=0)
    search_text = fields.TextField(default="")
    """Title, username and description in lower case."""
    created_at = fields.DatetimeField()
    updated_at = fields.DatetimeField()
    packages: fields.ReverseRelation["Package"]

    class Meta:
        table = "listings"
        indexes = [
            Index(fields=("status", "price_nano", "id"), name="ix_listing_price"),
            Index(fields=("status", "subscribers", "id"), name="ix_listing_subscribers"),
        ]


class Package(Model):
    """A priced format: hours on top / hours in the feed, e.g. 1/24."""

    id = fields.BigIntField(primary_key=True)
    listing: fields.ForeignKeyRelation[Listing] = fields.ForeignKeyField(
        "models.Listing", related_name="packages", on_delete=fields.CASCADE, db_index=True
    )
    listing_id: int
    top_hours = fields.IntField()
    feed_hours = fields.IntField()
    is_permanent = fields.BooleanField(default=False)
    """Guaranteed for `feed_hours` (at most 30 days), then simply not deleted."""
    pinned = fields.BooleanField(default=False)
    price_nano = fields.BigIntField()
    is_active = fields.BooleanField(default=True)

    class Meta:
        table = "packages"

    @property
    def name(self) -> str:
        return f"{self.top_hours}/{self.feed_hours}"
