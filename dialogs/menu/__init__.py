"""Home, my deals, help."""
