"""Web pages in which a script, or a framework's attribute, changes what is shown."""

from typing import Final

from tests.shown.web import ALL, HIDDEN, Web

_CELL: Final = "{A}<span class=k>{H}</span>{B}"
_OF_ONE: Final = '{A}<span id="z1">{H}</span>{B}'
_JQUERY: Final = (
    "<script>window.$=s=>({hide(){document.querySelectorAll(s).forEach(e=>e.style.display='none');return this},"
    "remove(){document.querySelectorAll(s).forEach(e=>e.remove())},"
    "text(t){document.querySelectorAll(s).forEach(e=>e.textContent=t)},"
    "addClass(c){document.querySelectorAll(s).forEach(e=>e.classList.add(c))},"
    "css(p,v){document.querySelectorAll(s).forEach(e=>e.style.setProperty(p,v))}})</script>"
)
"""What the pages need of a well-known library, so that they work without a network."""


def _run(
    name: str,
    why: str,
    code: str,
    cell: str = _CELL,
    shown: str | None = HIDDEN,
    *,
    one: bool = False,
    head: str = "",
    body: str = "",
) -> Web:
    return Web(
        name,
        why,
        cell,
        shown,
        head=head,
        body=body,
        foot=f"<script>{code}</script>" if code else "",
        where="alone" if one else None,
    )


CODE: Final = (
    _run(
        "script-remove",
        "removes by class",
        "for(const e of document.querySelectorAll('td span.k'))e.remove()",
    ),
    _run(
        "script-class-name",
        "getElementsByClassName",
        "var l=document.getElementsByClassName('k');while(l.length)l[0].parentNode.removeChild(l[0]);",
    ),
    _run(
        "script-id",
        "getElementById",
        "document.getElementById('z1').style.display='none'",
        _OF_ONE,
        one=True,
    ),
    _run("script-global-id", "an id is a variable", "z1.hidden=true", _OF_ONE, one=True),
    _run(
        "script-bracket",
        "style['display']",
        "document.getElementById('z1')['style']['disp'+'lay']='none'",
        _OF_ONE,
        one=True,
    ),
    _run(
        "script-tag-name",
        "getElementsByTagName",
        "[].forEach.call(document.getElementsByTagName('u'),function(e){e.innerHTML=''})",
        "{A}<u>{H}</u>{B}",
    ),
    _run(
        "script-index",
        "the second of a list",
        "document.querySelectorAll('td span')[1].remove()",
        "<span>{A}</span><span>{H}</span><span>{B}</span>",
        one=True,
    ),
    _run(
        "script-class-list",
        "classList.add",
        "document.querySelectorAll('.k').forEach(e=>e.classList.add('gone'))",
        head="<style>.gone{display:none}</style>",
    ),
    _run(
        "script-class-remove",
        "classList.remove shows",
        "document.querySelectorAll('.gone').forEach(e=>e.classList.remove('gone'))",
        "{A}<span class='gone'>{H}</span>{B}",
        ALL,
        head="<style>.gone{display:none}</style>",
    ),
    _run(
        "script-class-body",
        "a class of the page",
        "document.body.className+=' ready'",
        head="<style>.ready .k{display:none}</style>",
    ),
    _run(
        "script-class-html",
        "no-js becomes js",
        "document.documentElement.className='js'",
        head="<style>.js .k{display:none}</style>",
    ),
    _run(
        "script-toggle",
        "toggleAttribute",
        "document.querySelectorAll('.k').forEach(e=>e.toggleAttribute('hidden'))",
    ),
    _run(
        "script-set-attribute",
        "setAttribute",
        "document.querySelectorAll('.k').forEach(e=>e.setAttribute('style','display:none'))",
    ),
    _run(
        "script-css-text",
        "cssText",
        "document.querySelectorAll('.k').forEach(e=>{e.style.cssText='font-size:0'})",
    ),
    _run(
        "script-insert-rule",
        "insertRule",
        "document.styleSheets[0].insertRule('.k{display:none}',0)",
    ),
    _run(
        "script-adopted",
        "adoptedStyleSheets",
        "var s=new CSSStyleSheet();s.replaceSync('.k{display:none}');document.adoptedStyleSheets=[s]",
    ),
    _run(
        "script-style-element",
        "makes a style element",
        "var s=document.createElement('style');s.textContent='.k{display:none}';document.head.append(s)",
    ),
    _run(
        "script-write-style",
        "document.write of a style",
        "document.write('<style>.k{display:'+'none}</style>')",
    ),
    _run(
        "script-property",
        "setProperty of a custom property",
        "document.documentElement.style.setProperty('--s','none')",
        head="<style>.k{display:var(--s,inline)}</style>",
    ),
    _run(
        "script-inner-text",
        "innerText of another number",
        "document.querySelectorAll('.n').forEach(e=>e.innerText='{T}')",
        "<b class=n>{S}</b>",
        "{T}",
    ),
    _run(
        "script-inner-html",
        "innerHTML of the cell",
        "document.getElementById('z2').innerHTML='{T}'",
        "<b id=z2>{S}</b>",
        "{T}",
        one=True,
    ),
    _run(
        "script-replace",
        "replaceWith",
        "document.querySelectorAll('.n').forEach(e=>e.replaceWith('{T}'))",
        "<b class=n>{S}</b>",
        "{T}",
    ),
    _run(
        "script-text-node",
        "the text itself is changed",
        "document.querySelectorAll('.n').forEach(e=>{e.firstChild.data=e.firstChild.data.split('').reverse().join('')})",
        "<b class=n>{S}</b>",
        "{R}",
    ),
    _run(
        "script-outer",
        "outerHTML",
        "document.querySelectorAll('.n').forEach(e=>{e.outerHTML='{T}'})",
        "<b class=n>{S}</b>",
        "{T}",
    ),
    _run(
        "script-adjacent",
        "insertAdjacentText",
        "document.querySelectorAll('.n').forEach(e=>e.insertAdjacentText('afterend','{H}'))",
        "<b class=n>{S}</b>",
        "{S}{H}",
    ),
    _run(
        "script-append",
        "append",
        "document.querySelectorAll('.n').forEach(e=>e.append({H}))",
        "<b class=n>{S}</b>",
        "{S}{H}",
    ),
    _run(
        "script-attach-shadow",
        "attachShadow",
        "document.querySelectorAll('.n').forEach(e=>{e.attachShadow({mode:'open'}).textContent='{T}'})",
        "<span class=n>{S}</span>",
        "{T}",
    ),
    _run(
        "script-walk",
        "changes all text of the page",
        "var w=document.createTreeWalker(document.body,4),n;while(n=w.nextNode())n.data=n.data.replace(/^{S}$/,'{T}')",
        "{S}",
        "{T}",
    ),
    _run(
        "script-body-html",
        "all the page is written again",
        "document.body.innerHTML=document.body.innerHTML.replace(/>{S}</g,'>{T}<')",
        "{S}",
        "{T}",
    ),
    _run(
        "script-load",
        "on load",
        "window.addEventListener('load',()=>document.querySelectorAll('.k').forEach(e=>e.remove()))",
    ),
    _run(
        "script-ready",
        "when the page is read",
        "document.addEventListener('DOMContentLoaded',function(){for(var e of document.querySelectorAll('.k'))e.style.visibility='hidden'})",
        "{A}{B}<span class=k>{H}</span>",
    ),
    _run(
        "script-onload",
        "the attribute onload",
        "",
        body="onload=\"document.querySelectorAll('.k').forEach(e=>e.remove())\"",
    ),
    _run(
        "script-timer",
        "after a moment",
        "setTimeout(()=>document.querySelectorAll('.k').forEach(e=>e.remove()),1)",
    ),
    _run(
        "script-eval",
        "code as text",
        "eval(atob('ZG9jdW1lbnQucXVlcnlTZWxlY3RvckFsbCgnLmsnKS5mb3JFYWNoKGU9PmUucmVtb3ZlKCkp'))",
    ),
    _run(
        "script-escaped-name",
        "a name of escapes",
        r"document.querySelectorAll('.\x6b').forEach(e=>e.remove())",
    ),
    _run(
        "script-children",
        "by the way through the tree",
        "[...document.getElementById('z1').parentNode.childNodes].forEach(e=>{if(e.id)e.textContent=''})",
        _OF_ONE,
        one=True,
    ),
    _run(
        "script-table-rows",
        "rows and cells by number",
        "document.querySelectorAll('table').forEach(t=>[...t.rows].forEach(r=>[...r.cells].forEach(c=>c.children[0]&&c.children[0].tagName=='U'&&c.children[0].remove())))",
        "{A}<u>{H}</u>{B}",
    ),
    _run(
        "script-custom-element",
        "customElements.define",
        "customElements.define('x-n',class extends HTMLElement{connectedCallback(){this.textContent='{T}'}})",
        "<x-n>{S}</x-n>",
        "{T}",
    ),
    _run(
        "script-observer",
        "a MutationObserver",
        "new MutationObserver(()=>document.querySelectorAll('.k').forEach(e=>e.remove())).observe(document.body,{childList:true});document.body.append('')",
    ),
    _run(
        "script-template-clone",
        "a template is filled in",
        "document.querySelectorAll('td template').forEach(t=>t.replaceWith(t.content.cloneNode(true)))",
        "{A}<template>{B}</template>",
        "{A}{B}",
    ),
    _run("script-module", "type=module", "", _CELL),
    Web(
        "script-jquery-hide",
        "$('.k').hide()",
        _CELL,
        HIDDEN,
        head=_JQUERY,
        foot="<script>$('.k').hide()</script>",
    ),
    Web(
        "script-jquery-remove",
        "$('td i').remove()",
        "{A}<i>{H}</i>{B}",
        HIDDEN,
        head=_JQUERY,
        foot="<script>$('td i').remove()</script>",
    ),
    Web(
        "script-jquery-text",
        "$('.n').text()",
        "<b class=n>{S}</b>",
        "{T}",
        head=_JQUERY,
        foot="<script>$('.n').text('{T}')</script>",
    ),
    Web(
        "script-jquery-css",
        "$('.k').css()",
        _CELL,
        HIDDEN,
        head=_JQUERY,
        foot="<script>$(\".k\").css('display','none')</script>",
    ),
    Web(
        "script-file",
        "a script that lies beside",
        _CELL,
        HIDDEN,
        foot='<script src="{NAME}_assets/a.js"></script>',
        assets={"a.js": "document.querySelectorAll('.k').forEach(e=>e.remove())"},
    ),
    Web(
        "script-data-src",
        "a script in its address",
        _CELL,
        HIDDEN,
        foot="<script src=\"data:text/javascript,document.querySelectorAll('.k').forEach(e=>e.remove())\"></script>",
    ),
    Web(
        "script-cell",
        "document.write in the cell",
        "{A}<script>document.write('{B}')</script>",
        "{A}{B}",
    ),
    Web(
        "script-cell-whole",
        "document.write of all the cell",
        "<script>document.write({S})</script>",
        "{S}",
    ),
    Web(
        "script-img-error",
        "onerror of a picture",
        "{A}<span class=k>{H}</span>{B}<img src=x: style='display:none' onerror=\"this.parentNode.querySelector('.k').remove()\">",
        HIDDEN,
    ),
    Web(
        "script-svg-onload",
        "onload of a drawing",
        "{A}<b>{H}</b>{B}<svg width=0 height=0 onload=\"this.parentNode.querySelector('b').remove()\"></svg>",
        HIDDEN,
    ),
    Web(
        "script-in-svg",
        "a script in a drawing",
        _CELL,
        HIDDEN,
        foot="<svg width=0 height=0><script>document.querySelectorAll('.k').forEach(e=>e.remove())</script></svg>",
    ),
    Web(
        "script-url",
        "an address that is code",
        _CELL,
        HIDDEN,
        foot="<iframe src=\"javascript:parent.document.querySelectorAll('.k').forEach(e=>e.remove())\" style='display:none'></iframe>",
    ),
    Web(
        "script-noscript-else",
        "what is for pages without scripts",
        "<noscript>{T}</noscript>{S}",
        "{S}",
    ),
)
FRAMEWORKS: Final = (
    Web(
        "frame-v-if",
        "v-if that a framework would judge",
        '{A}<span v-if="old">{H}</span>{B}',
        None,
        foot='<script src="vue.min.js"></script>',
    ),
    Web(
        "frame-v-show",
        "v-show",
        '{A}<span v-show="false">{H}</span>{B}',
        None,
        foot='<script src="vue.min.js"></script>',
    ),
    Web(
        "frame-v-text",
        "v-text replaces what is there",
        '<span v-text="n">{S}</span>',
        None,
        foot='<script src="vue.min.js"></script>',
    ),
    Web(
        "frame-v-cloak",
        "v-cloak hides until a framework has run",
        "<span v-cloak>{S}</span>",
        "",
        head="<style>[v-cloak]{display:none}</style>",
    ),
    Web(
        "frame-x-show",
        "x-show",
        '{A}<span x-show="false">{H}</span>{B}',
        None,
        foot='<script src="alpine.min.js"></script>',
    ),
    Web(
        "frame-x-cloak",
        "x-cloak",
        "{A}<span x-cloak>{H}</span>{B}",
        HIDDEN,
        head="<style>[x-cloak]{display:none!important}</style>",
    ),
    Web(
        "frame-ng-hide",
        "ng-hide",
        '{A}<span class="ng-hide">{H}</span>{B}',
        HIDDEN,
        head="<style>.ng-hide:not(.ng-hide-animate){display:none!important}</style>",
    ),
    Web("frame-mustache", "a placeholder in braces", "{{ n }}", None),
)

CASES: Final = (
    *tuple(case for case in (*CODE, *FRAMEWORKS) if case.name != "script-module"),
    Web(
        "script-module",
        "type=module",
        _CELL,
        HIDDEN,
        foot="<script type=module>document.querySelectorAll('.k').forEach(e=>e.remove())</script>",
    ),
)
