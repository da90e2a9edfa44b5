"""Big boards in memory, column by column: what a query finds there, and sums. The database is read for what is shown."""
