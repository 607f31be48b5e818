"""The rules that the source itself keeps: floors, sizes, clean files."""
