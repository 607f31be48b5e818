"""What the workers do. Rows in the database say what is due; Taskiq only wakes somebody up to look."""
