"""Word files (.docx) to grids: what Word shows of them, with pointers to the cells.

`file` opens one, with python-docx's parser; `again` reads single cells again with expat
and a state machine of its own. The two share nothing.

Only the parts that hold the text are unpacked; pictures, macros and links are never touched.
"""
