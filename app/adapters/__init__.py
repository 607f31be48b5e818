"""The plugs: each module implements one port of the services for one outside thing."""
