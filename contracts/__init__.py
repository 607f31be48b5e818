"""The escrow contract: its sources, its compiled artifact and its Python wrapper."""
