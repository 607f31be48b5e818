"""What each process does by itself: its settings, its health, its lease."""
