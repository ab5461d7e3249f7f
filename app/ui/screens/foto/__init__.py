"""One photo seen large, and fetched from the district where its file is not on this laptop."""
