"""Briefs: what advertisers look for, who offers something for it, and the deals that begin there."""
