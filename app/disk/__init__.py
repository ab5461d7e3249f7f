"""What waits on the operating system's disk alike in every room above: the standard library alone."""
