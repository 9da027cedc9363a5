"""One file per format: bytes in, paragraphs and tables out."""
