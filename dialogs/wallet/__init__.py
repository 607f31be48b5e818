"""The wallet: connecting it by proof, using it for a deal, paying into the deal's contract, taking money back."""

from dialogs.wallet.dialog import make_wallet

__all__ = ["make_wallet"]
