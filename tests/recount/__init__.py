"""An auditor's recount: the figures of the pages in plain pandas, from the case database and the definitions alone."""
