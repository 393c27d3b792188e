"""How files that are not text begin, and what to do with each."""

_SAVE = "open it and save it as text (UTF-8)"
_UNPACK = "unpack it and give the files in it"
_PICTURE = "a picture, not text; give the article's text"

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", f"a PDF document, not text; {_SAVE}, or use pdftotext"),
    (b"{\\rtf", f"a rich-text (RTF) document; {_SAVE}"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", f"an old Word or Excel document, not text; {_SAVE}"),
    (b"\x1f\x8b", f"a gzip archive; {_UNPACK}, or name it .jsonl.gz"),
    (b"BZh", f"a bzip2 archive; {_UNPACK}"),
    (b"\xfd7zXZ\x00", f"an xz archive; {_UNPACK}"),
    (b"\x28\xb5\x2f\xfd", f"a zstandard archive; {_UNPACK}"),
    (b"7z\xbc\xaf\x27\x1c", f"a 7-Zip archive; {_UNPACK}"),
    (b"Rar!\x1a\x07", f"a RAR archive; {_UNPACK}"),
    (b"\x89PNG\r\n\x1a\n", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF87a", _PICTURE),
    (b"GIF89a", _PICTURE),
    (b"II*\x00", _PICTURE),
    (b"MM\x00*", _PICTURE),
    (b"SQLite format 3\x00", "an SQLite file, perhaps a library; give articles as text"),
    (b"\x7fELF", "a program, not text; give the article's text"),
    (b"MZ\x90\x00", "a program, not text; give the article's text"),
    (b"ID3", "a sound file, not text; give a transcript"),
    (b"OggS", "a sound file, not text; give a transcript"),
    (b"\x1aE\xdf\xa3", "a video, not text; give a transcript"),
    (b"PAR1", "a Parquet table; save it as CSV or JSON lines"),
)
_ZIP = b"PK\x03\x04"
_IN_ZIP = (
    (b"word/", f"a Word document (.docx), not text; {_SAVE}"),
    (b"xl/", "an Excel workbook (.xlsx); save it as CSV (UTF-8)"),
    (b"ppt/", f"a PowerPoint file (.pptx), not text; {_SAVE}"),
    (b"opendocument.text", f"an OpenDocument text (.odt); {_SAVE}"),
    (b"epub", f"an e-book (EPUB); {_SAVE}"),
)
_LOOKED_AT = 1 << 16


def looks_like(data: bytes) -> str | None:
    """What the bytes plainly are when they are not text, with what to do; else None."""
    if data.startswith(_ZIP):
        inside = data[:_LOOKED_AT]
        return next((what for sign, what in _IN_ZIP if sign in inside), f"a ZIP archive; {_UNPACK}")
    if data[:4] == b"RIFF" and data[8:12] in {b"WEBP", b"WAVE", b"AVI "}:
        return "a picture, sound or video, not text; give the article's text"
    if data[4:8] == b"ftyp":
        return "a video, not text; give a transcript"
    return next((what for sign, what in _SIGNATURES if data.startswith(sign)), None)
