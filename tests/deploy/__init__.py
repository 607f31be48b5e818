"""What runs the program on real machines: the proxy, the containers, the scripts."""
