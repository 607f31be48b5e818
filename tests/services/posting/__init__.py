"""Creatives, posting and retention, told against the local Bot API server over HTTP."""
