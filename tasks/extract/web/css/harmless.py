"""Properties of style sheets: which of them change no number, and which are understood.

Sources: the index of CSS properties of the W3C (Snapshot 2024), the -webkit- properties of the
WHATWG compatibility standard, and what Word, Excel and Internet Explorer write into pages.
What is in neither list is not known, and puts a cell in doubt.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import lru_cache

_ALIKE = 0.8
"""Share of letters that a misspelt name has in common with the one that is meant."""

_PREFIX = re.compile(r"^-(?:webkit|moz|epub|apple)-")

_IGNORED = re.compile(r"^(?:-(?:ms|o|khtml|wap|xv|ah|hp|ro|rim|tc|qt)-|mso-|[_*#!$&+/.,:]|tab-|x-)")
"""Names that no browser in use applies: of other browsers, of Office, of old tricks."""


def names(listed: str) -> frozenset[str]:
    """A set of words."""
    return frozenset(listed.split())


HARMLESS = names(
    # colours behind and around letters, pictures behind them (see `style` for those that count)
    "accent-color background-attachment background-blend-mode background-origin "
    "background-position background-position-x background-position-y background-repeat "
    "background-repeat-x background-repeat-y background-size backdrop-filter color-adjust "
    "color-interpolation color-interpolation-filters color-rendering color-scheme "
    "forced-color-adjust print-color-adjust tap-highlight-color "
    # borders, outlines, shadows
    "border border-block border-block-color border-block-end border-block-end-color "
    "border-block-end-style border-block-end-width border-block-start border-block-start-color "
    "border-block-start-style border-block-start-width border-block-style border-block-width "
    "border-bottom border-bottom-color border-bottom-left-radius border-bottom-right-radius "
    "border-bottom-style border-bottom-width border-collapse border-color border-end-end-radius "
    "border-end-start-radius border-image border-image-outset border-image-repeat "
    "border-image-slice border-image-source border-image-width border-inline border-inline-color "
    "border-inline-end border-inline-end-color border-inline-end-style border-inline-end-width "
    "border-inline-start border-inline-start-color border-inline-start-style "
    "border-inline-start-width border-inline-style border-inline-width border-left "
    "border-left-color border-left-style border-left-width border-radius border-right "
    "border-right-color border-right-style "
    "border-right-width border-spacing border-start-end-radius "
    "border-start-start-radius border-style border-top border-top-color border-top-left-radius "
    "border-top-right-radius border-top-style border-top-width border-width box-decoration-break "
    "box-shadow outline outline-color outline-radius outline-style outline-width text-shadow "
    "border-vertical-spacing border-horizontal-spacing "
    # room around and in boxes
    "box-sizing padding-block padding-block-end padding-block-start padding-bottom "
    "padding-top "
    "margin-collapse margin-trim gap row-gap column-gap grid-gap grid-row-gap grid-column-gap "
    "min-block-size min-height min-inline-size min-width aspect-ratio "
    # where boxes stand among each other, in the order of the source
    "align-content align-items align-self box-align box-flex box-lines box-pack caption-side clear "
    "contain-intrinsic-block-size contain-intrinsic-height contain-intrinsic-inline-size "
    "contain-intrinsic-size contain-intrinsic-width container container-name container-type "
    "empty-cells flex flex-basis flex-grow flex-shrink "
    "grid-auto-columns grid-auto-rows grid-template-columns grid-template-rows isolation "
    "justify-content justify-items justify-self line-align place-content place-items place-self "
    "table-layout z-index object-fit object-position float-offset "
    "interpolate-size baseline-shift alignment-baseline dominant-baseline box-orient "
    "box-orient-block baseline-source reading-flow "
    # letters: their face, weight and language
    "font-display font-kerning font-language-override font-optical-sizing font-palette "
    "font-smooth font-smoothing osx-font-smoothing font-stretch font-style font-synthesis "
    "font-synthesis-position font-synthesis-small-caps font-synthesis-style font-synthesis-weight "
    "font-variant-caps font-variant-emoji font-variant-ligatures font-variation-settings "
    "font-weight font-width text-rendering text-size-adjust text-stroke text-stroke-color "
    "text-stroke-width paint-order locale "
    # lines: where they break and how they are set
    "hanging-punctuation hyphenate-character hyphenate-limit-chars hyphenate-limit-lines "
    "hyphenate-limit-zone hyphens line-break line-height-step line-snap nbsp-mode orphans "
    "overflow-wrap ruby-align ruby-merge ruby-overhang ruby-position tab-size text-align "
    "text-align-all text-align-last text-anchor text-autospace text-box text-box-edge "
    "text-box-trim text-combine text-combine-upright text-decoration-color "
    "text-decoration-skip text-decoration-skip-box text-decoration-skip-ink "
    "text-decoration-skip-inset text-decoration-style text-decoration-thickness text-emphasis "
    "text-emphasis-color text-emphasis-position text-emphasis-skip text-emphasis-style "
    "text-group-align text-justify text-justify-trim text-kashida text-kashida-space "
    "text-orientation text-spacing text-spacing-trim text-transform text-underline "
    "text-underline-color text-underline-offset text-underline-position text-underline-style "
    "text-wrap text-wrap-mode text-wrap-style white-space-collapse white-space-trim widows "
    "word-break word-space-transform word-wrap wrap-after wrap-before wrap-flow wrap-inside "
    "wrap-through "
    # columns and pages
    "break-after break-before break-inside column-break-after column-break-before "
    "column-break-inside column-fill column-progression column-rule column-rule-color "
    "column-rule-style column-rule-width column-span page page-break-after page-break-before "
    "page-break-inside page-orientation size marks bleed "
    # lists and numbers that are counted, which show only in what `content` and lists make
    "counter-increment counter-reset counter-set list-style-image list-style-position "
    # what a hand does
    "appearance caret caret-animation caret-color caret-shape cursor ime-mode interactivity "
    "nav-down nav-left nav-right nav-up overscroll-behavior overscroll-behavior-block "
    "overscroll-behavior-inline overscroll-behavior-x overscroll-behavior-y pointer-events resize "
    "scroll-behavior scroll-margin scroll-margin-block scroll-margin-block-end "
    "scroll-margin-block-start scroll-margin-bottom scroll-margin-inline scroll-margin-inline-end "
    "scroll-margin-inline-start scroll-margin-left scroll-margin-right scroll-margin-top "
    "scroll-padding scroll-padding-block scroll-padding-block-end scroll-padding-block-start "
    "scroll-padding-bottom scroll-padding-inline scroll-padding-inline-end "
    "scroll-padding-inline-start scroll-padding-left scroll-padding-right scroll-padding-top "
    "scroll-snap-align scroll-snap-destination scroll-snap-coordinate scroll-snap-points-x "
    "scroll-snap-points-y scroll-snap-stop scroll-snap-type scroll-timeline scroll-timeline-axis "
    "scroll-timeline-name scrollbar-color scrollbar-gutter scrollbar-width touch-action "
    "touch-callout user-drag user-focus user-input user-modify user-select app-region "
    "overflow-scrolling overflow-anchor focus-ring-color box-reflect "
    # movement that begins with a hand, and hints to the browser
    "transition transition-behavior transition-delay transition-duration transition-property "
    "transition-timing-function animation-composition animation-delay animation-direction "
    "animation-duration animation-fill-mode animation-iteration-count animation-play-state "
    "animation-range animation-range-end animation-range-start animation-timeline "
    "animation-timing-function backface-visibility perspective perspective-origin "
    "perspective-origin-x perspective-origin-y transform-box transform-origin transform-origin-x "
    "transform-origin-y transform-style timeline-scope view-timeline view-timeline-axis "
    "view-timeline-inset view-timeline-name view-transition-class view-transition-name "
    "will-change contain math-depth math-style math-shift "
    # shapes and drawings, which have no letters
    "clip-rule cx cy d fill fill-opacity fill-rule flood-color flood-opacity image-orientation "
    "image-rendering image-resolution lighting-color marker marker-end marker-mid marker-start r "
    "rx ry shape-image-threshold shape-margin shape-outside shape-rendering stop-color "
    "stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin "
    "stroke-miterlimit stroke-opacity stroke-width vector-effect x y svg-shadow "
    # of Internet Explorer, Word, Excel and frameworks; browsers pass them over
    "behavior scrollbar-3dlight-color scrollbar-arrow-color scrollbar-base-color "
    "scrollbar-darkshadow-color scrollbar-face-color scrollbar-highlight-color "
    "scrollbar-shadow-color scrollbar-track-color layout-flow layout-grid layout-grid-char "
    "layout-grid-line layout-grid-mode layout-grid-type punctuation-trim punctuation-wrap "
    "punctuation-wrap-mode ruby-text-align text-effect text-fit text-line-through "
    "text-line-through-style text-overline "
    "text-autospace-mode tab-interval vnd.ms-excel.numberformat "
    "language font-color font-charset font-alt font-align panose-1 margin-width margin-height "
    "align valign bgcolor bordercolor cellpadding cellspacing colspan rowspan nowrap noshade "
    "background-image-style wrap word_wrap "
    "border-top-alt border-left-alt border-right-alt border-bottom-alt separator-image unquote "
    "print-gridlines progid accelerator style interpolation-mode "
    "text-spacing-mode cell-padding cell-spacing text-valign"
)
"""Whatever their value, the digits of a cell stay the same, in the same order, and in sight."""

UNDERSTOOD = names(
    "all animation animation-name background background-color background-image block-size "
    "background-clip box-direction box-ordinal-group bottom clip "
    "clip-path color column-count column-width columns "
    "content content-visibility direction display filter flex-direction flex-flow flex-wrap float "
    "font font-family font-feature-settings font-size font-size-adjust font-variant "
    "font-variant-alternates font-variant-east-asian font-variant-numeric font-variant-position "
    "grid grid-area grid-auto-flow grid-column grid-column-end grid-column-start grid-row "
    "grid-row-end grid-row-start grid-template "
    "grid-template-areas height initial-letter inline-size "
    "inset inset-block inset-block-end inset-block-start inset-inline inset-inline-end "
    "inset-inline-start left letter-spacing line-clamp line-height list-style list-style-type "
    "margin margin-block margin-block-end margin-block-start margin-bottom margin-inline "
    "margin-inline-end margin-inline-start margin-left margin-right margin-top mask mask-border "
    "mask-box-image mask-box-image-source mask-clip "
    "mask-composite mask-image mask-mode mask-origin "
    "mask-position mask-repeat mask-size mask-type "
    "max-block-size max-height max-inline-size max-lines "
    "max-width mix-blend-mode "
    "padding padding-inline padding-inline-end padding-inline-start padding-left padding-right "
    "quotes opacity order outline-offset overflow overflow-block overflow-inline "
    "overflow-clip-margin "
    "overflow-x overflow-y position right rotate scale text-decoration text-decoration-line "
    "text-fill-color text-indent text-overflow text-security "
    "top transform translate unicode-bidi vertical-align "
    "visibility white-space width word-spacing writing-mode zoom"
)
"""What `style`, `boxes` and `doubtful` know the meaning of."""


def bare(name: str) -> str:
    """A property's name without a browser's prefix."""
    return _PREFIX.sub("", name)


def is_known(name: str) -> bool:
    """Whether it is a property that browsers of today have."""
    return bare(name) in HARMLESS or bare(name) in UNDERSTOOD


@lru_cache(maxsize=1024)
def is_misspelt(name: str) -> bool:
    """Whether a name that no browser knows is meant for one that they know (`font-sizes`)."""
    return bool(get_close_matches(name, HARMLESS | UNDERSTOOD, n=1, cutoff=_ALIKE))


def is_harmless(name: str) -> bool:
    """Whether a property changes no number, whatever its value."""
    return bare(name) in HARMLESS or _IGNORED.match(name) is not None
