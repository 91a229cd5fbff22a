"""What the law and the station's work say. Pure Python: no Qt, no SQL, no files, no clock."""
