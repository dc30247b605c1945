"""Pages: what does a reader see in a browser? Django's HTTP is known here and in app only."""
