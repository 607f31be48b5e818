"""The app as it runs on many machines: several processes of each kind, a proxy in front, trouble all around."""
