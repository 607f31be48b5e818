"""The sandbox: the parts that stand in for Telegram, the chain and the wallets."""
