"""Listings and their packages.

A listing repeats what search filters and sorts by: its cheapest package, the channel's figures, the price of a thousand
views and how that compares. `services.search_rows` and `services.fair_prices` write these columns, nobody else.
"""

from tortoise import fields
from tortoise.models import Model

from models.channel import Channel
from models.enums import ListingStatus

UNKNOWN_CPM = 10**18 - 1
"""Where views are unknown: dearer than anything, so that those channels come last."""


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
    average_views = fields.IntField(default=0)
    """Of one post, as last measured; 0 where nobody could."""
    cpm_nano = fields.BigIntField(default=UNKNOWN_CPM)
    """What a thousand views cost in the cheapest package."""
    size_band = fields.SmallIntField(default=0)
    """Which channels it is compared with, see `services.fair_prices`."""
    fair_percentile: int | None = fields.SmallIntField(null=True)
    """How many of a hundred similar channels sell views cheaper; null where too few are similar."""
    fair_count = fields.IntField(default=0)
    """How many similar channels it was compared with."""
    fair_stale = fields.BooleanField(default=False)
    """Its price, its views or its neighbours changed since it was compared."""
    search_text = fields.TextField(default="")
    """The words of title, username and description, each behind a space, as `services.search_words` spells them."""
    created_at = fields.DatetimeField()
    updated_at = fields.DatetimeField()
    packages: fields.ReverseRelation["Package"]

    class Meta:
        table = "listings"
        # The indexes that search needs are partial: the migration declares them by hand.


class Package(Model):
    """A priced format: hours on top / hours in the feed, e.g. 1/24.

    Under one id only the price ever changes: another promise is another row, so a buyer gets what he has seen.
    """

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
    extra = fields.CharField(max_length=100, default="")
    """What the owner promises besides, in his own words. Nobody verifies it, and every screen says so."""
    price_nano = fields.BigIntField()
    is_active = fields.BooleanField(default=True)

    class Meta:
        table = "packages"

    @property
    def name(self) -> str:
        return f"{self.top_hours}/{self.feed_hours}"
