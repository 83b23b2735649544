"""Style sheets of web pages: which of their declarations hold for an element (CSS Cascade 5).

`sheet` parses one, `cascade` finds what wins for an element, `harmless` names the properties
that change no number, `doubtful` says which values may.
"""
