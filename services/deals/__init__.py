"""The life of a deal: the table, its clocks, and the one function that writes it."""
