"""A package's format, as people know it (`1/24`, `permanent`) and as an address spells it (`1-24`)."""

from typing import Annotated

from pydantic import Field

from services.formats import Shape, Shaped, shape_named, shape_of

Format = Annotated[str, Field(pattern=r"^(permanent|[0-9]{1,3}-[0-9]{1,3})(\+pin)?$", examples=["1-24"])]


def name_of(thing: Shaped) -> str:
    return shape_of(thing).name


def spelled(name: str) -> str:
    return name.replace("/", "-")


def shaped(format: str) -> Shape:
    """The format that an address spells. Raises BadHours for hours beyond the limits."""
    return shape_named(format.replace("-", "/"))
