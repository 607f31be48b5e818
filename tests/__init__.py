"""The tests: what the product promises, told as stories and tables, against real servers over real connections."""
