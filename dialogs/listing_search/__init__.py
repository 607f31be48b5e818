"""Finding a channel and asking its owner for a deal."""
