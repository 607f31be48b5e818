"""Who got what of a settled escrow, in nano; the same rounding as the contract's (a test holds them together)."""

from models import Escrow, Verdict

WHOLE_BPS = 10_000


def shares(escrow: Escrow, outcome: Verdict) -> dict[str, int]:
    """`owner_nano`, `fee_nano` and `advertiser_nano`; they add up to the amount."""
    bps = {Verdict.RELEASE: WHOLE_BPS, Verdict.REFUND: 0, Verdict.SPLIT: escrow.split_bps or 0}[outcome]
    part = escrow.amount_nano * bps // WHOLE_BPS
    fee = part * escrow.fee_bps // WHOLE_BPS
    return {"owner_nano": part - fee, "fee_nano": fee, "advertiser_nano": escrow.amount_nano - part}
