"""Notice `contributions`: what employer and worker pay for a month."""
