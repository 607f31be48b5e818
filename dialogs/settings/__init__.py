"""Language, time zone, notices and quiet hours."""
