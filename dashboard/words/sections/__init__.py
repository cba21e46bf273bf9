"""The words of the meeting's sections, a file each: titles, sentences, tables, and what is asked of the meeting."""
