"""Who said what: quotations, their speakers, and the clauses that say who says so."""
