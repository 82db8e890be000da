"""Pure judgement of texts: is it the document, what changed, and what does it mean to a creator."""
