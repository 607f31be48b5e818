"""The payer's side: a TON Connect bridge, and simulated wallets that sign real messages for it.

A `SimWallet` is a real wallet v5r1 on the sandbox's chain with a real key; it speaks TON Connect over the HTTP bridge
and Toncenter over HTTP, as an app on somebody's phone does, and it can be told to misbehave.
"""

from app.sandbox.wallet.bridge import Bridge, add_bridge_routes, wallet_list
from app.sandbox.wallet.requests import Pending, Policy, WalletError
from app.sandbox.wallet.wallet import SimWallet

__all__ = ["Bridge", "Pending", "Policy", "SimWallet", "WalletError", "add_bridge_routes", "wallet_list"]
