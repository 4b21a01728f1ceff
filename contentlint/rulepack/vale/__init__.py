"""Vale's configuration, styles and vocabularies, and a matcher that judges as Vale 3 does.

`ini` reads a .vale.ini, `choice` says what holds for a file, `engine` loads the styles and judges.
"""
