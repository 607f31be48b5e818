"""What happened to a call to Telegram, said in the two words of `services.ports`.

* `Refused`: Telegram answered no; it did not act. The words are its own, without the library's decoration.
* `Unreachable(sent=False)`: Telegram surely did not act: no connection, or flood control (with its `retry_after`).
* `Unreachable(sent=True)`: the request left and no clear answer came (timeout, connection lost, 5xx, an unreadable
  body): it may have been carried out.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from aiogram import exceptions as tg
from aiohttp import ClientConnectorError, ClientProxyConnectionError, ConnectionTimeoutError, InvalidURL
from pydantic import ValidationError

from services.ports import Refused, Unreachable

NEVER_LEFT = (ClientConnectorError, ClientProxyConnectionError, ConnectionTimeoutError, InvalidURL)
"""Raised before the first byte of the request."""

CODES: dict[type[tg.TelegramAPIError], int] = {
    tg.TelegramBadRequest: 400,
    tg.TelegramUnauthorizedError: 401,
    tg.TelegramForbiddenError: 403,
    tg.TelegramNotFound: 404,
    tg.TelegramConflictError: 409,
    tg.TelegramEntityTooLarge: 413,
}


@contextmanager
def asking() -> Iterator[None]:
    """Wraps one call; nothing of the client library escapes."""
    try:
        yield
    except tg.ClientDecodeError as error:
        raise Unreachable(f"unreadable answer: {error.message}", sent=True) from error
    except ValidationError as error:
        raise Refused(f"cannot be sent: {error.errors()[0]['msg']}") from error
    except tg.TelegramAPIError as error:
        raise translated(error) from error


def translated(error: tg.TelegramAPIError) -> Refused | Unreachable:
    match error:
        case tg.TelegramRetryAfter():
            return Unreachable(error.message, sent=False, retry_after_seconds=error.retry_after)
        case tg.TelegramServerError():
            return Unreachable(error.message, sent=True)
        case tg.TelegramEntityTooLarge():
            return Refused(error.message, 413)
        case tg.TelegramNetworkError():
            return Unreachable(error.message, sent=not isinstance(error.__cause__, NEVER_LEFT))
    return Refused(error.message, CODES.get(type(error), 400))
