"""The other end of the wire, on 127.0.0.1: a Bot API server, a TON chain with its Toncenter, a TON Connect wallet.

The app talks to these over the real protocols with its production adapters and cannot tell them from the real thing.
Nothing here imports a service or a model of the app; all parts read one clock, which can be moved.
"""
