"""Looking at pages and feeds: due → fetch → read → record."""
