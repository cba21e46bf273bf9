"""Parts of the comparison page: figures, what drove them, by part of the province, over the periods."""
