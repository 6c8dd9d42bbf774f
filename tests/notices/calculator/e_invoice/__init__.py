"""Notice `e_invoice`: who must issue e-invoices under the income tax law, and from which day."""
