"""The web door: REST, pages, health. Parses, calls one service verb, shapes the answer."""
