"""The schema as the migrations make it: the same as the models on both dialects, from every earlier version."""
