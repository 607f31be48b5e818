"""What a person cannot do here, with a code for scripts."""

from __future__ import annotations


class ActRefused(Exception):
    """`code` is one of the control API's codes; the text says what was wrong."""

    def __init__(self, code: str, text: str) -> None:
        super().__init__(text)
        self.code = code
