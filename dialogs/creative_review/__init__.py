"""The creative: writing it, looking at it exactly as the channel will show it, approving it or asking for changes."""

from dialogs.creative_review.dialog import make_creative_review

__all__ = ["make_creative_review"]
