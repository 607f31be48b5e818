"""A channel's statistics in figures and charts: for its managers, and for whoever looks at its listing."""
