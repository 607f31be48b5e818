"""Escrows: the money of a deal, from the contract's address to the last coin. See `services.escrow.escrows`."""

from services.escrow.chain import EscrowChain
from services.escrow.escrows import Escrows
from services.escrow.payments import Payment

__all__ = ["EscrowChain", "Escrows", "Payment"]
