"""What is wrong with a request about a payroll as a whole."""


class UnusableError(ValueError):
    """Raised when a request as a whole cannot be used; has the error code, and the column if it is one's."""

    def __init__(self, code: str, column: str | None = None) -> None:
        super().__init__(code)
        self.code, self.column = code, column
