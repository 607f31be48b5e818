"""The screens. Windows declare, getters know, handlers call one verb. Dialog data holds ids and plain JSON only."""
