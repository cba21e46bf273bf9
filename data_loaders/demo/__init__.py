"""Parts of the demo province: an invented province, one module per kind of row."""
