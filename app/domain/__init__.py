"""What is true of a village's list even without a computer (standard library only)."""
