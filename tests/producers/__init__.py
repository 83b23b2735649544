"""Sound reports printed by other producers and in other geometry, each with exact gold.

Everything here is a report that a person reads in one way: its figures obey the form's identities
and its tables are the form's. What differs is the program that wrote the file and the way in which
the tables are drawn. The reader must publish every report; only photographs, whose family begins
with `photograph`, may be held.

* `reports` invents the reports; the seed is the document's name.
* `pages`, `typst_source` and `painter` set a report: as HTML, as Typst markup, and as letters and
  lines at places of a page. `ink` draws painted pages as PDFs with reportlab, `type3` with fonts
  whose glyphs are drawings, `foreign` and `tools` by other programs.
* `pictures` scans and photographs printed reports.
* `families` names all documents. Those that need no program outside the repository's environment
  are printed whenever they are asked for; the others lie in `files` and are printed by
  `python -m tests.producers.make`. Their gold is in `files/gold.jsonl`, as it was when they were
  printed; `stock` reads both.
* `python -m tests.producers` judges the product by them.
"""
