"""Figures about speed and memory: `make bench`."""
