"""Pages without a theme: small enough for any line, readable in any browser, whole without a script."""
