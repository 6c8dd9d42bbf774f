"""What every notice is built on: dated law, facts, decisions and one entry point."""
