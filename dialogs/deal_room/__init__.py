"""The deal room: one deal, its card, its conversation, its history, and every step a side can take."""

from dialogs.deal_room.dialog import make_deal_room

__all__ = ["make_deal_room"]
