"""What people can do, and the ports it needs. Imports `models`; never a web, bot, queue or chain library."""
