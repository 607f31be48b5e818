"""What requests and answers are made of. Amounts are decimal strings of coins, moments are ISO 8601 in UTC.

Guarantees:
* A request with a field that we do not know is refused by that field's name, never half understood.
* Money is read exactly: `"12.5"` and nothing that could mean something else.
* Text that a database would refuse (a zero character, half of a surrogate pair) never gets that far.
"""

import re
from datetime import UTC, datetime
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    WithJsonSchema,
)

from app.texts import NANO, coins

MOST = 10**18 - 1
"""The largest id or amount that is read; every database takes it."""
COINS = r"^(0|[1-9][0-9]{0,8})(\.[0-9]{1,9})?$"
WHOLE = re.compile(r"[0-9]{1,18}")
YEARS = range(2020, 2101)


class Ask(BaseModel):
    """What comes in: strict types, no field that is not known."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, use_attribute_docstrings=True)


class Query(BaseModel):
    """What an address carries behind the question mark; an empty value is as good as none."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


class Answer(BaseModel):
    """What goes out."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


class Nothing(Ask):
    """A step that needs no words. The body may be left out."""


class Done(Answer):
    """It is as you wanted."""

    done: bool = True


class Trouble(Answer):
    """The one shape of all errors."""

    error: str
    """For machines: `gone-ahead`, `not-found`, ..."""
    message: str
    """For people, in the person's language."""
    args: dict[str, Any]
    """What the message is made of. A request that cannot be read names its field in `what`."""


def _written(text: str) -> str:
    if "\0" in text or any("\ud800" <= letter <= "\udfff" for letter in text):
        raise ValueError("letters that no database takes")
    return text


def _digits(value: object) -> object:
    """Numbers in addresses are plain digits: no sign, no underscore, no digits of other scripts."""
    if isinstance(value, str) and not WHOLE.fullmatch(value):
        raise ValueError("not a whole number")
    return value


def _sane(at: datetime) -> datetime:
    if at.year not in YEARS:
        raise ValueError("out of time")
    return at.astimezone(UTC)


def nano(amount: str) -> int:
    """A decimal string of coins in nanocoins, exactly."""
    whole, _, part = amount.partition(".")
    return int(whole) * NANO + int(part.ljust(9, "0") or 0)


Text = Annotated[str, AfterValidator(_written)]
Line = Annotated[str, Field(max_length=8000), AfterValidator(_written)]
Id = Annotated[int, Field(ge=1, le=MOST)]
PathId = Annotated[int, Field(ge=1, le=MOST), BeforeValidator(_digits)]
Count = Annotated[int, Field(ge=0, le=2**31 - 1), BeforeValidator(_digits)]
PageSize = Annotated[int, Field(ge=1, le=50), BeforeValidator(_digits)]
IdCursor = Annotated[str, Field(pattern=r"^[0-9]{1,18}$")]
"""What a page gave as `next`: the id of its last row."""
Price = Annotated[str, Field(pattern=COINS, examples=["12.5"])]
"""An amount that comes in; `nano` reads it."""
Moment = Annotated[AwareDatetime, AfterValidator(_sane)]
Coins = Annotated[
    int,
    PlainSerializer(coins, return_type=str),
    WithJsonSchema({"type": "string", "pattern": r"^[0-9]+(\.[0-9]{1,9})?$", "examples": ["12.5"]}, "serialization"),
]
"""An amount that goes out: nanocoins in the code, a decimal string in the answer."""
