"""The law that several notices share, a folder for each body of law."""
