"""Channels, the people who manage them, and dated statistics with their source."""

from datetime import datetime

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from models.enums import ChannelStatus, ManagerRight
from models.user import User


class Channel(Model):
    id = fields.BigIntField(primary_key=True)
    chat_id = fields.BigIntField(unique=True)
    title = fields.CharField(max_length=255)
    username: str | None = fields.CharField(max_length=64, null=True, db_index=True)  # type: ignore[assignment]
    owner: fields.ForeignKeyRelation[User] = fields.ForeignKeyField(
        "models.User", related_name="channels", on_delete=fields.RESTRICT, db_index=True
    )
    owner_id: int
    creator_id: int | None = fields.BigIntField(null=True)
    """Who Telegram said created the channel, when it was last asked. Another one means that it was sold."""
    status = fields.CharEnumField(ChannelStatus, default=ChannelStatus.ACTIVE, max_length=16)
    subscribers = fields.IntField(default=0)
    """The newest snapshot's figure, kept here because search sorts by it."""
    average_views: int | None = fields.IntField(null=True)
    """As the newest snapshot that knew views said it; dropped when it has grown too old."""
    views_at: datetime | None = fields.DatetimeField(null=True)
    stats_at: datetime | None = fields.DatetimeField(null=True)
    stats_due_at: datetime | None = fields.DatetimeField(null=True)
    """When figures are taken next. Whoever takes them claims the row by moving this on."""
    stats_tried_at: datetime | None = fields.DatetimeField(null=True)
    """When somebody last set out to take figures: the pace of all workers is read from it."""
    highest_message_id = fields.BigIntField(default=0)
    """The posting anchor: no message that we may have sent later has a lower or equal id."""
    top_until: datetime | None = fields.DatetimeField(null=True)
    """End of the running "top" hours promised to somebody."""
    created_at = fields.DatetimeField()

    class Meta:
        table = "channels"
        indexes = [
            Index(fields=("stats_due_at",), name="ix_channel_stats_due"),
            Index(fields=("stats_tried_at",), name="ix_channel_stats_tried"),
        ]


class ChannelManager(Model):
    id = fields.BigIntField(primary_key=True)
    channel: fields.ForeignKeyRelation[Channel] = fields.ForeignKeyField(
        "models.Channel", related_name="managers", on_delete=fields.CASCADE, db_index=True
    )
    channel_id: int
    user: fields.ForeignKeyRelation[User] = fields.ForeignKeyField(
        "models.User", related_name="manages", on_delete=fields.CASCADE, db_index=True
    )
    user_id: int
    can_accept = fields.BooleanField(default=True)
    can_creative = fields.BooleanField(default=True)
    can_payout = fields.BooleanField(default=False)

    def has(self, right: ManagerRight) -> bool:
        return bool(getattr(self, f"can_{right.value}"))

    class Meta:
        table = "channel_managers"
        unique_together = (("channel_id", "user_id"),)


class StatsSnapshot(Model):
    """What was known of a channel at one moment, and from whom. An unknown figure is null, never zero."""

    id = fields.BigIntField(primary_key=True)
    channel: fields.ForeignKeyRelation[Channel] = fields.ForeignKeyField(
        "models.Channel", related_name="snapshots", on_delete=fields.CASCADE, db_index=True
    )
    channel_id: int
    taken_at = fields.DatetimeField()
    source = fields.CharField(max_length=16)
    """Who counted the subscribers: `bot_api`, `preview`, or the name of a plug-in."""
    subscribers = fields.IntField()
    views_source: str | None = fields.CharField(max_length=16, null=True)  # type: ignore[assignment]
    """Who saw the views, if anybody did."""
    average_views: int | None = fields.IntField(null=True)
    median_views: int | None = fields.IntField(null=True)
    posts_per_month: int | None = fields.IntField(null=True)
    """Posts in thirty days, at the pace of those that were seen."""
    languages: dict[str, int] | None = fields.JSONField(null=True)
    """Basis points of the audience by language code; only a plug-in knows."""
    premium_bps: int | None = fields.IntField(null=True)

    class Meta:
        table = "stats_snapshots"
        indexes = [Index(fields=("channel_id", "taken_at"), name="ix_stats_channel_taken")]
