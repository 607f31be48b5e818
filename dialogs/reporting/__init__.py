"""Reporting a listing or a person: the reason, words if one likes, one question."""
