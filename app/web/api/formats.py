"""A package's format, as people know it (`1/24`, `permanent`) and as an address spells it (`1-24`)."""

from typing import Annotated

from pydantic import Field

from models import Package
from services.errors import NotFound
from services.market import PRESETS, preset_of

Format = Annotated[str, Field(pattern=r"^(permanent|[0-9]{1,3}-[0-9]{1,3})(\+pin)?$", examples=["1-24"])]


def name_of(package: Package) -> str:
    return preset_of(package)


def spelled(name: str) -> str:
    return name.replace("/", "-")


def named(format: str) -> str:
    """The name of the format that an address spells. Raises NotFound where nobody sells such a one."""
    name = format.replace("-", "/")
    if name not in PRESETS:
        raise NotFound(what="format", id=format)
    return name
