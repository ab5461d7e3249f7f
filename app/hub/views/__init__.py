"""What the district's pages show, gathered from the tables; a module a page."""
