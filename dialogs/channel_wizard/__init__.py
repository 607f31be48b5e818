"""Adding a channel, and the channels that a person manages."""
