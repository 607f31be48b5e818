"""What monitoring sees: logs, metrics, reports of crashes, and the files that come with them."""
