"""The laptop's side of the exchange."""
