"""The test press: prints realistic annual reports as PDF, together with their gold.

The press is the oracle of the test suite, so it shares no code with the product:

* `form_2021`, `form_2019` and `form_2014` spell out the official forms, `forms` has them side by
  side; `model` holds a report and its layout, `gold` what a reader must find in it; `numbers` says
  what a printed cell is worth.
* `grid` and `statistics_grid` lay the tables out as cells with spans, `flow` the whole report as
  blocks; all producers print these.
* `canvas` (reportlab, fast, no system package), `word` (python-docx and LibreOffice) and
  `browser` (chromium) are the producers; `paging` makes a page end inside a chosen row. The canvas
  fills a `sheet` with lines (`lettering`) and rules (`ruling`).
* `random_reports` invents consistent reports (`random_2019`, `random_2014`); `prose` and
  `prose_2014` write the sentences around the tables, `extra_tables` the tables beside the form's.
* `documents` has some varied reports of each form, `shapes` prints them as PDFs in all the shapes
  that producers give them.
* `sample` and `corpus` declare and write the committed PDFs: `python -m tests.press.sample`.
"""
