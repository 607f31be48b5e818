"""What a channel offers and for how much."""
