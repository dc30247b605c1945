"""App: what does the outside world hand us? The clock, settings, the command line, the server, engines."""
