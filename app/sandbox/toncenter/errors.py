"""What Toncenter says when it refuses."""


class ApiError(Exception):
    """An answer that is not 200; v2 and v3 put the same words into different bodies."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
