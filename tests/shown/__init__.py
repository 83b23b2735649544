"""Documents in which what a viewer shows is not what the source says, with what is shown.

Every input is a sound report of the 2021 form in which one figure (or the same figure wherever it
is printed again, so that the sums agree in either reading) is written otherwise. `hostile` gathers
them, `judge` runs the product over them and compares what it publishes with what a person sees.
They are written from the specifications of HTML, CSS, OOXML and PDF and share no code with the
product. `python -m tests.shown` judges them, `python -m tests.shown --draw DIR` has a browser and
PDFium draw them so that a person can check what is said to be shown.
"""
