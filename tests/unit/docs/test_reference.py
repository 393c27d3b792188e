from docs.make_reference import TARGET, reference


def test_the_reference_says_what_the_program_does():
    written = TARGET.read_text(encoding="utf-8")
    assert written == reference(), "run: python -m docs.make_reference"
