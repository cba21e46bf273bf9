"""Files to hand over: text, DOCX, PPTX and XLSX from the same answers as the pages."""
