"""Help about the screen that somebody came from, a letter to the support, privacy and terms."""
