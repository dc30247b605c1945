"""锚定 Maoding: a city's promises as a live ledger, from the sentence that promised to the month that delivers."""
