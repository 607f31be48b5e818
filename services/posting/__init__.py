"""The parts of posting: what may be posted, how it is recognised again, where it is compared, how it is recorded."""
