"""Notice `amnesty`: registration with PERKESO and the 2023 Amnesty Month."""
