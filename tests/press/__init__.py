"""The test press: prints realistic annual reports as PDF, together with their gold.

The press is the oracle of the test suite, so it shares no code with the product:

* `form_2021` spells out the official form; `model` holds a report and its layout, `gold` what a
  reader must find in it; `numbers` says what a printed cell is worth.
* `grid` lays the three tables out as cells with spans; all producers print these grids.
* `canvas` (reportlab, fast, no system package), `word` (python-docx and LibreOffice) and
  `browser` (chromium) are the producers; `paging` makes a page end inside a chosen row.
* `random_reports` invents consistent reports; `prose` writes the sentences around the tables.
* `sample` and `corpus` declare and write the committed PDFs: `python -m tests.press.sample`.
"""
