"""What a browser is told a file is."""

OFFICE = "application/vnd.openxmlformats-officedocument."
MIME = {
    "docx": f"{OFFICE}wordprocessingml.document",
    "pptx": f"{OFFICE}presentationml.presentation",
    "xlsx": f"{OFFICE}spreadsheetml.sheet",
    "png": "image/png",
    "svg": "image/svg+xml",
    "text": "text/plain",
}
