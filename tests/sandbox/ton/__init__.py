"""The local chain, its Toncenter, the bridge and the wallet; driven over HTTP by clients that we did not write."""
