"""The process: wiring, doors (web, tasks), adapters to the outside, and the sandbox that stands in for it."""
