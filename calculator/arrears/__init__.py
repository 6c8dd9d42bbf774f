"""What is owed for a payroll, month by month: rows put to the notice `contributions`, and late interest."""
