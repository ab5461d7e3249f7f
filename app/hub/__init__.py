"""The district's side: takes exchanges, publishes packs, lets verifiers decide."""
