"""Web pages (HTML) to grids: what a browser shows of them, with pointers to the cells.

`page` opens one, with libxml2; `again` reads single cells again with Python's own parser
and a state machine of its own. The two share the bytes' decoding and nothing else.
"""
