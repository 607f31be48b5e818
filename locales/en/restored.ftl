# After the marketplace's database was restored from a backup.

notice-restored =
    { notice-head }

    ⚠️ We had to restore our records from a backup: steps of the last hours may be missing. Money and published posts are safe, they were checked on the chain and in the channel. Please open the deal and repeat what is missing.
