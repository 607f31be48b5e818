"""The marketplace in figures."""
