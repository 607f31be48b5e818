"""Offers for briefs: briefs that fit a channel, the offer step by step, and its card for both sides."""
