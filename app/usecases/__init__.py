"""What an official can do, one act a file, and the ports that the acts need."""
