"""The contract's promises, kept on the real TVM."""
