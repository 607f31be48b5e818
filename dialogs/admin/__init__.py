"""The administrators' screens. Nobody else sees anything of them: every getter and every verb asks who is there."""

from dialogs.admin.dialog import make_admin

__all__ = ["make_admin"]
