"""Escrows and the messages that settle them.

`Escrow.verdict` is what we decided (written once). `Escrow.state` is what the chain says (the watcher alone writes it).
A `Batch` row exists before its bytes leave the process.
"""

from datetime import datetime

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from models.deal import Deal
from models.enums import BatchState, EscrowState, HoldState, Verdict


class Escrow(Model):
    id = fields.BigIntField(primary_key=True)
    deal: fields.ForeignKeyRelation[Deal] = fields.ForeignKeyField(
        "models.Deal", related_name="escrows", on_delete=fields.RESTRICT, db_index=True
    )
    deal_id: int
    address = fields.CharField(max_length=80, unique=True)
    """Raw form `0:hex`, computed from code and terms; never told to us by anybody."""
    contract_id = fields.BigIntField(default=0)
    """The `deal_id` in the contract's terms: unique for each escrow, so that a second one has another address."""
    is_current = fields.BooleanField(default=True)
    advertiser_address = fields.CharField(max_length=80)
    owner_address = fields.CharField(max_length=80)
    controller_address = fields.CharField(max_length=80)
    fee_recipient = fields.CharField(max_length=80)
    fee_bps = fields.IntField()
    amount_nano = fields.BigIntField()
    required_nano = fields.BigIntField()
    """What the advertiser attaches: amount, storage reserve and gas; the rest comes back."""
    deadline = fields.BigIntField()
    """Unix seconds; the contract's own, from which on anyone may call `auto_refund`."""
    state = fields.IntEnumField(EscrowState, default=EscrowState.NONE)
    balance_nano = fields.BigIntField(default=0)
    observed_at: datetime | None = fields.DatetimeField(null=True)
    verdict: Verdict | None = fields.CharEnumField(Verdict, null=True, max_length=8)  # type: ignore[assignment]
    split_bps: int | None = fields.IntField(null=True)
    """The owner's share of a SPLIT in basis points."""
    decided_at: datetime | None = fields.DatetimeField(null=True)
    settled_at: datetime | None = fields.DatetimeField(null=True)
    alerted_at: datetime | None = fields.DatetimeField(null=True)
    swept = fields.BooleanField(default=False)
    opened_at = fields.DatetimeField()

    class Meta:
        table = "escrows"
        indexes = [Index(fields=("state", "verdict"), name="ix_escrow_state_verdict")]


class Batch(Model):
    """One external message of the controller's wallet with up to 100 settlements in it."""

    id = fields.BigIntField(primary_key=True)
    controller_address = fields.CharField(max_length=80)
    seqno = fields.BigIntField()
    boc = fields.TextField()
    """Base64; the identical bytes are sent again until the seqno is spent or `valid_until` passes."""
    message_hash = fields.CharField(max_length=64, db_index=True)
    """Normalized external message hash (TEP-467), hex."""
    valid_until = fields.BigIntField()
    state = fields.CharEnumField(BatchState, default=BatchState.PREPARED, max_length=10)
    created_at = fields.DatetimeField()

    class Meta:
        table = "settlement_batches"
        unique_together = (("controller_address", "seqno", "message_hash"),)


class Settlement(Model):
    """An escrow's place in a batch."""

    id = fields.BigIntField(primary_key=True)
    batch: fields.ForeignKeyRelation[Batch] = fields.ForeignKeyField(
        "models.Batch", related_name="settlements", on_delete=fields.CASCADE, db_index=True
    )
    batch_id: int
    escrow: fields.ForeignKeyRelation[Escrow] = fields.ForeignKeyField(
        "models.Escrow", related_name="settlements", on_delete=fields.RESTRICT, db_index=True
    )
    escrow_id: int
    verdict = fields.CharEnumField(Verdict, max_length=8)

    class Meta:
        table = "settlements"


class PayoutHold(Model):
    """A large payout that waits for an admin's word, or for the end of the time in which he may say one."""

    id = fields.BigIntField(primary_key=True)
    escrow: fields.OneToOneRelation[Escrow] = fields.OneToOneField(
        "models.Escrow", related_name="hold", on_delete=fields.RESTRICT
    )
    escrow_id: int
    state = fields.CharEnumField(HoldState, default=HoldState.WAITING, max_length=10)
    until = fields.DatetimeField()
    """Then the verdict is carried out, whoever said nothing."""
    created_at = fields.DatetimeField()
    said_by: int | None = fields.BigIntField(null=True)
    said_at: datetime | None = fields.DatetimeField(null=True)

    class Meta:
        table = "payout_holds"
        indexes = [Index(fields=("state", "until"), name="ix_hold_open")]


class Lease(Model):
    """A fenced lock. The fence grows with each take-over; a holder that lost it finds out before it acts."""

    name = fields.CharField(max_length=64, primary_key=True)
    holder = fields.CharField(max_length=64, default="")
    fence = fields.BigIntField(default=0)
    expires_at = fields.DatetimeField()

    class Meta:
        table = "leases"


class Cursor(Model):
    """How far a stream was read; survives restarts and outages."""

    name = fields.CharField(max_length=64, primary_key=True)
    value = fields.CharField(max_length=160)

    class Meta:
        table = "cursors"


class PaymentNote(Model):
    """A deposit attempt that the chain gave back, told to the people concerned once."""

    id = fields.BigIntField(primary_key=True)
    escrow: fields.ForeignKeyRelation[Escrow] = fields.ForeignKeyField(
        "models.Escrow", related_name="payment_notes", on_delete=fields.CASCADE, db_index=True
    )
    escrow_id: int
    message_hash = fields.CharField(max_length=64, unique=True)
    sender = fields.CharField(max_length=80)
    value_nano = fields.BigIntField()
    created_at = fields.DatetimeField()

    class Meta:
        table = "payment_notes"
