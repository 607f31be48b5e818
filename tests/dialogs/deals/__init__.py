"""The deal's screens over real services: what people see, and what their taps do."""
