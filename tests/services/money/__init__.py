"""Money: what is decided about every state of the chain, and that it is carried out exactly once."""
