"""Pieces of the style sheets that sites write themselves; none of them hides a cell of a report.

The classes named here are those of `sound_sites` and `sound_writers`, and many that no page has.
"""

from __future__ import annotations

from typing import Final

STYLES: Final[dict[str, str]] = {
    "star": "*{margin:0;padding:0;box-sizing:border-box}",
    "star box": "*,*:before,*:after{-webkit-box-sizing:border-box;-moz-box-sizing:border-box;"
    "box-sizing:border-box}",
    "yahoo": "body,div,dl,dt,dd,ul,ol,li,h1,h2,h3,h4,h5,h6,pre,code,form,fieldset,legend,input,"
    "button,textarea,p,blockquote,th,td{margin:0;padding:0}\nfieldset,img{border:0}\n"
    "li{list-style:none}\ncaption,th{text-align:left}\nq:before,q:after{content:''}\n"
    "abbr,acronym{border:0;font-variant:normal}\nsup{vertical-align:text-top}\n"
    "table{border-collapse:collapse;border-spacing:0}\nlegend{color:#000}",
    "body": 'body{font:12px/1.5 "Microsoft YaHei",tahoma,arial,\\5b8b\\4f53,sans-serif;'
    "background:#fff url(../images/bg.jpg) repeat-x center top;color:#333;min-width:1200px;"
    "-webkit-text-size-adjust:100%;-webkit-font-smoothing:antialiased;word-wrap:break-word}",
    "links": "a{color:#333;text-decoration:none;outline:none;blr:expression(this.onFocus=this.blur())"
    "}\na:hover,a:active{color:#c00;text-decoration:underline}\na img{border:none}",
    "clearfix table": '.clearfix:before,.clearfix:after{content:"";display:table}\n'
    ".clearfix:after{clear:both}\n.clearfix{*zoom:1}",
    "clearfix dot": '.clearfix:after,.fix:after{content:".";display:block;height:0;clear:both;'
    "visibility:hidden;font-size:0;line-height:0}\n* html .clearfix{zoom:1}\n"
    "*:first-child+html .clearfix{min-height:1px}",
    "floats": ".fl{float:left;_display:inline}.fr{float:right;_display:inline}.clear{clear:both;"
    "height:0;font-size:0;line-height:0;overflow:hidden}",
    "hide": ".hide,.none,.dn{display:none}.show{display:block}.invisible{visibility:hidden}",
    "hide important": ".hidden{display:none!important}[hidden]{display:none!important}"
    "[v-cloak]{display:none}",
    "trs": ".TRS_Editor P{margin-top:1em;margin-bottom:1em;line-height:1.5;font-family:宋体;"
    "font-size:10.5pt;}.TRS_Editor DIV{line-height:1.5;font-family:宋体;font-size:10.5pt;}"
    ".TRS_Editor TD{line-height:1.5;font-family:宋体;font-size:10.5pt;}.TRS_Editor TH{line-height:"
    "1.5;font-family:宋体;font-size:10.5pt;}.TRS_Editor SPAN{line-height:1.5;font-family:宋体;"
    "font-size:10.5pt;}.TRS_Editor FONT{line-height:1.5;}.TRS_Editor UL{line-height:1.5;}"
    ".TRS_Editor LI{line-height:1.5;}.TRS_Editor A{line-height:1.5;}",
    "trs tables": ".trs_editor_view table{border-collapse:collapse;max-width:100%!important}\n"
    ".trs_editor_view td{border:1px solid #ddd;padding:3px!important;width:auto!important}\n"
    ".trs_editor_view p{text-indent:2em;text-align:justify;text-justify:inter-ideograph}\n"
    ".trs_editor_view td p,.TRS_Editor td p{text-indent:0!important;margin:0!important}",
    "zoom": "#zoom{font-size:16px;line-height:2em;color:#333;padding:20px 40px;overflow:hidden;"
    "_height:1%;min-height:400px}\n#zoom p{text-indent:2em;margin:15px 0}\n#zoom table p{"
    "text-indent:0;margin:0;text-align:center}\n#zoom img{max-width:100%;height:auto!important;"
    "_width:expression(this.width>680?'680px':this.width)}\n#zoom table{margin:0 auto}",
    "ucap": ".pages_content{padding:15px 0;font-size:16px;text-align:left;word-break:break-word}\n"
    ".pages_content table td{text-align:center;border:1px solid #000}\n"
    ".pages-date{color:#666;border-bottom:1px dashed #ccc}.pages-date span.font{padding-left:10px}",
    "ivs": "#ivs_content,.content-box{zoom:1;clear:both;text-align:justify}\n"
    "#ivs_title,#ivs_date{display:block}",
    "grey": "html{filter:grayscale(100%);-webkit-filter:grayscale(100%);-moz-filter:grayscale(100%);"
    "-ms-filter:grayscale(100%);-o-filter:grayscale(100%);"
    "filter:progid:DXImageTransform.Microsoft.BasicImage(grayscale=1);filter:gray}",
    "grey svg": 'html{filter:url("data:image/svg+xml;utf8,<svg xmlns=\\"http://www.w3.org/2000/svg'
    '\\"></svg>#grayscale");-webkit-filter:grayscale(.95)}',
    "zebra": "table tr:nth-child(2n){background:#f9f9f9}\ntable tr:nth-child(odd) td{"
    "background-color:#fff}\ntr:hover td{background:#eaf4ff}",
    "blue header": "table thead th{background:#2a6ebb;color:#fff;font-weight:700}\n"
    "table tr.firstRow td{background:#2a6ebb;color:#ffffff;border-color:#fff}",
    "gradient header": "thead tr{background:linear-gradient(#fefefe,#e8e8e8);background:"
    "-webkit-gradient(linear,0 0,0 100%,from(#fefefe),to(#e8e8e8));*background:#eee}",
    "cells": "td,th{height:30px;min-width:30px;max-width:400px;padding:4px;border:1px solid #ccc;"
    "vertical-align:middle;word-break:break-all;word-wrap:break-word;overflow-wrap:break-word}",
    "cells keep": "td{white-space:normal;line-height:24px;font-size:14px;text-align:center;"
    "text-overflow:ellipsis;overflow:visible}",
    "tables": "table{width:100%;max-width:100%;border-collapse:separate;border-spacing:0;"
    "empty-cells:show;caption-side:top;table-layout:auto;border-top:1px solid #ddd}\n"
    "caption{padding:8px;text-align:left}\ncol{width:auto}",
    "interlace": "table.noBorderTable td,table.noBorderTable th{border:1px dashed #ddd !important}"
    "\n.ue-table-interlace-color-single{background-color:#fcfcfc}\n"
    ".ue-table-interlace-color-double,.ue-table-interlace-color-odd{background-color:#f7faff}\n"
    ".selectTdClass{background-color:#edf5fa !important}\npre{margin:.5em 0;padding:.4em .6em}\n"
    "td p{margin:0;padding:0;}",
    "sticky": "thead th{position:sticky;top:0;z-index:2}\n.header.fixed{position:fixed;top:0;left:0;"
    "width:100%;z-index:999;box-shadow:0 2px 5px rgba(0,0,0,.1)}",
    "print": "@media print{.no-print,.header,.footer,.nav,.share,.print-btn{display:none!important}"
    'a[href]:after{content:" (" attr(href) ")"}*{color:#000!important;text-shadow:none!important;'
    "background:transparent!important;box-shadow:none!important}tr,img{page-break-inside:avoid}"
    "thead{display:table-header-group}p{orphans:3;widows:3}@page{margin:.5cm}}",
    "print zoom": "@media print{body *{visibility:hidden}#zoom,#zoom *,.TRS_Editor *,.content *{"
    "visibility:visible}.main{position:absolute;left:0;top:0}}",
    "mobile": "@media (max-width:768px){.pc,.sidebar,.location{display:none}.main{width:100%;float:"
    "none}table{display:block;overflow-x:auto}td{font-size:12px}.m-only{display:block!important}}\n"
    "@media screen and (min-width:769px){.m-only{display:none}}",
    "mobile only": ".m-copy{display:none}\n@media only screen and (max-width:640px){.m-copy{display:"
    "block}.pc-copy{display:none}}",
    "narrow cards": "@media screen and (max-width:600px){table thead{display:none}table tr{display:"
    "block;margin-bottom:10px}table td{display:block;text-align:right}td:before{content:"
    "attr(data-label);float:left}}",
    "old phone": "@media only screen and (-webkit-min-device-pixel-ratio:1.5) and (max-width:480px),"
    "(orientation:landscape) and (max-device-width:640px){td,th{display:none}}",
    "dark": "@media (prefers-color-scheme:dark){body{background:#111;color:#eee}table td{color:#eee;"
    "background:#222}}",
    "motion": "@media (prefers-reduced-motion:reduce){*{animation:none!important;transition:none"
    "!important;scroll-behavior:auto!important}}",
    "custom": ":root{--main:#1a4f95;--text:#333;--gap:8px;--hidden:none}\n.main,td{color:var(--text)}"
    "\nh1{color:var(--main,#000)}\ntd{padding:calc(var(--gap) / 2) var(--gap)}\n"
    "th{background:var(--th,#f0f4fa)}",
    "fonts": '@charset "utf-8";\n@font-face{font-family:iconfont;src:url(/fonts/iconfont.eot);src:'
    "url(/fonts/iconfont.eot?#iefix) format('embedded-opentype'),url(/fonts/iconfont.woff) "
    "format('woff')}\n.iconfont{font-family:iconfont!important;font-style:normal}\n"
    '.icon-home:before{content:"\\e600"}.icon-search:before{content:"\\e601"}',
    "song": '@font-face{font-family:"方正小标宋简体";src:local("FZXBSJW--GB1-0"),'
    'url(/fonts/fzxbs.woff)}\nh1{font-family:方正小标宋简体,宋体}\ntd{font-family:"Times New Roman",'
    "仿宋_GB2312,FangSong_GB2312,serif}",
    "flex": ".header,.wrap>.bar{display:flex;display:-webkit-box;display:-ms-flexbox;flex-wrap:wrap;"
    "justify-content:space-between;align-items:center}\n.columns-box{display:grid;"
    "grid-template-columns:240px minmax(0,1fr);grid-gap:20px;gap:20px}",
    "inline blocks": ".inline-row{font-size:0;letter-spacing:-4px}\n.inline-row>.col{display:"
    "inline-block;*display:inline;*zoom:1;vertical-align:top;font-size:14px;letter-spacing:normal;"
    "width:100%}",
    "wrap": ".wrap{width:1200px;margin:0 auto;overflow:hidden;height:auto;position:relative}\n"
    ".main{min-height:500px;height:auto!important;_height:500px;background:#fff}",
    "old wrap": "#wrap{width:1002px;margin:0 auto;*zoom:1;overflow:visible}\n* html #wrap{height:1%}",
    "nav": ".nav{position:relative;z-index:10;height:40px;background:#1a4f95}.nav li{float:left;"
    "position:relative}.nav li ul{display:none;position:absolute;top:40px;left:0}.nav li:hover ul,"
    ".nav li.on ul{display:block}\n.nav li>ul>li{float:none;width:100%}",
    "pop": ".pop,.mask{display:none;position:fixed;left:0;top:0;width:100%;height:100%;background:"
    "rgba(0,0,0,.5);filter:alpha(opacity=50);opacity:.5;z-index:9999}",
    "tabs": ".tab_con>div.item{display:none}.tab_con>div.item.on{display:block}.tab_tit li.on{"
    "border-bottom:2px solid #c00}",
    "quotes": "blockquote{border-left:5px solid #eee}blockquote:before,blockquote:after{content:"
    '"\\201C";display:none}\nq{quotes:none}',
    "bullets": '.news li:before{content:"·";margin-right:5px}.news li span{float:right;color:#999}'
    '\n.location a:after{content:" > "}',
    "motionless": "td,tr,a{-webkit-transition:all .3s ease;transition:all .3s ease}\n"
    "table{transform:none;-webkit-transform:none;opacity:1;-moz-opacity:1;filter:alpha(opacity=100)}",
    "keyframes": "@-webkit-keyframes fadeIn{from{opacity:0}to{opacity:1}}@keyframes fadeIn{from{"
    "opacity:0;transform:translateY(20px)}to{opacity:1;transform:none}}\n.banner .txt{animation:"
    "fadeIn 1s ease both}",
    "scrollbar": "::-webkit-scrollbar{width:6px;height:6px}::-webkit-scrollbar-thumb{background:#ccc;"
    "border-radius:3px}\n::selection{background:#1a4f95;color:#fff}\n"
    "input::-webkit-input-placeholder{color:#999}input:-ms-input-placeholder{color:#999}",
    "old explorer": "table{*border-collapse:collapse}td{_height:28px;*padding:2px;+color:#333}\n"
    ".png{_background:none;_filter:progid:DXImageTransform.Microsoft.AlphaImageLoader(src='a.png',"
    "sizingMethod='crop')}\nbody{behavior:url(csshover.htc)}\n@media \\0screen{td{padding:3px}}\n"
    "td{color:#333\\9}",
    "supports": "@supports (display:grid){.grid{display:grid}}\n@supports not (display:grid){.grid{"
    "float:left}}\n@supports (-webkit-touch-callout:none){body{cursor:pointer}}",
    "layers": "@layer base,components;\n@layer base{html{line-height:1.5}table{border-color:inherit;"
    "text-indent:0}}\n.cardx{inset:0;aspect-ratio:1/1;&:hover{opacity:.9}}\n"
    ":is(td,th){padding:4px}:where(table){width:100%}td:not(.x):has(p){vertical-align:middle}",
    "imports": "@import url(\"/css/reset.css\");\n@import '/css/layout.css' screen;\ntd{color:#333}",
    "commented": "<!--\ntable{font-size:14px}\n/* td{display:none} */\n.past{color:#999}\n-->",
    "broken": ".left{width:240px;;height:auto;}}\n.right{float:right;widht:700px;color:#3333}\n"
    ".foot{margin:0 auto;text-align:center;line-height:}\ntd{font-sizes:14px;color:#000;}",
    "share": ".bdsharebuttonbox a{float:left;width:24px;height:24px;margin:6px 6px 6px 0;overflow:"
    "hidden;text-indent:-100em}\n.jiathis_style{display:inline-block}\n.social-share .icon-wechat "
    ".wechat-qrcode{display:none;opacity:0;visibility:hidden}",
    "logo": ".logo a{display:block;width:300px;height:80px;text-indent:-9999px;overflow:hidden;"
    "background:url(/images/logo.png) no-repeat}\n.logo h1{font-size:0}",
    "reader": ".sr-only,.visually-hidden{position:absolute;width:1px;height:1px;margin:-1px;padding:0;"
    "overflow:hidden;clip:rect(0,0,0,0);border:0}\n.skip{position:absolute;left:-9999px}",
    "num": "td.num,.xl65,.tdbg{font-variant-numeric:tabular-nums;font-feature-settings:'tnum';"
    "letter-spacing:.5px;text-align:center;font-family:Arial,Helvetica,sans-serif}",
    "important": ".content table td{font-size:14px!important;width:auto!important;height:auto"
    "!important;line-height:1.6!important;text-indent:0!important}",
    "paragraphs": ".main p{text-indent:32pt;line-height:150%;margin:0 0 10px}.main td p,.main th p{"
    "text-indent:0;line-height:normal;margin:0}",
    "columns": ".sidebar{float:left;width:240px;margin-right:20px;background:#f5f5f5}.main{float:right"
    ";width:900px}.footer{clear:both;padding:20px 0;text-align:center}",
    "table columns": "td:first-child{font-weight:bold}td:last-child{border-right:1px solid #ccc}"
    "td+td{border-left:1px solid #ccc}tr:last-child td{border-bottom:0}tr:first-child{height:40px}",
    "attributes": "td[align=center]{text-align:center}td[width]{min-width:20px}a[target=_blank]{color:"
    '#06c}table[border="1"]{border:1px solid #000}[class*="col-"]{float:none}',
    "rem": "html{font-size:62.5%}body{font-size:1.6rem}@media (min-width:1200px){html{font-size:16px}}"
    "td{font-size:14px;font-size:.875rem;padding:min(1vw,5px) clamp(2px,.3em,6px)}",
    "touch": "table{touch-action:manipulation;-webkit-tap-highlight-color:transparent;user-select:text"
    ";-webkit-user-select:auto;-ms-touch-action:pan-y;scroll-margin-top:80px;will-change:auto}",
    "shadow": ".main{box-shadow:0 0 10px rgba(0,0,0,.1);border-radius:4px;text-shadow:none}td{"
    "background-clip:padding-box;outline:0;text-rendering:optimizeLegibility;hyphens:auto}",
    "fullwidth": "td{text-spacing:none;-ms-text-autospace:ideograph-numeric;text-autospace:ideograph-"
    "alpha;ruby-align:center;line-break:strict;font-kerning:auto;text-underline-position:below}",
}
"""By name. Every page has some of them."""

WORD: Final = """<!--
 /* Font Definitions */
 @font-face
	{font-family:宋体;
	panose-1:2 1 6 0 3 1 1 1 1 1;
	mso-font-alt:SimSun;
	mso-font-charset:134;
	mso-generic-font-family:auto;
	mso-font-signature:3 680460288 22 0 262145 0;}
 /* Style Definitions */
 p.MsoNormal, li.MsoNormal, div.MsoNormal
	{mso-style-unhide:no;
	mso-style-parent:"";
	margin:0cm;
	margin-bottom:.0001pt;
	text-align:justify;
	text-justify:inter-ideograph;
	mso-pagination:none;
	font-size:10.5pt;
	mso-bidi-font-size:12.0pt;
	font-family:"Times New Roman",serif;
	mso-fareast-font-family:宋体;
	mso-font-kerning:1.0pt;}
span.msoIns
	{mso-style-type:export-only;
	mso-style-name:"";
	text-decoration:underline;
	text-underline:single;}
.MsoChpDefault
	{mso-style-type:export-only;
	mso-default-props:yes;
	display:none;
	mso-hide:all;}
@page Section1
	{size:595.3pt 841.9pt;
	margin:72.0pt 90.0pt 72.0pt 90.0pt;
	mso-header-margin:42.55pt;
	mso-paper-source:0;
	layout-grid:15.6pt;}
div.Section1
	{page:Section1;}
@list l0
	{mso-list-id:-125;
	mso-list-type:simple;}
@list l0:level1
	{mso-level-suffix:none;
	mso-level-text:%1、;
	text-indent:0cm;}
ol
	{margin-bottom:0cm;}
-->"""
"""As Word writes it into a page saved from it."""
EXCEL: Final = """<!--table
	{mso-displayed-decimal-separator:"\\.";
	mso-displayed-thousand-separator:"\\,";}
@page
	{margin:1.0in .75in 1.0in .75in;
	mso-header-margin:.5in;
	mso-page-orientation:landscape;}
.font5
	{color:windowtext;
	font-size:9.0pt;
	font-family:宋体;
	mso-generic-font-family:auto;
	mso-font-charset:134;}
tr
	{mso-height-source:auto;
	mso-ruby-visibility:none;}
col
	{mso-width-source:auto;
	mso-ruby-visibility:none;}
br
	{mso-data-placement:same-cell;}
.style0
	{mso-number-format:General;
	text-align:general;
	vertical-align:middle;
	white-space:nowrap;
	mso-rotate:0;
	mso-background-source:auto;
	mso-pattern:auto;
	mso-style-id:0;}
td
	{mso-style-parent:style0;
	padding-top:1px;
	padding-right:1px;
	mso-ignore:padding;
	font-size:11.0pt;
	text-align:general;
	vertical-align:middle;
	mso-number-format:General;
	mso-protection:locked visible;
	white-space:nowrap;
	mso-rotate:0;}
.xl65
	{mso-style-parent:style0;
	mso-number-format:"0_ ";
	text-align:center;
	border:.5pt solid windowtext;
	white-space:normal;}
.xl66
	{mso-style-parent:style0;
	mso-number-format:"\\#\\,\\#\\#0\\.00_\\)\\;\\[Red\\]\\\\\\(\\#\\,\\#\\#0\\.00\\\\\\)";
	mso-diagonal-down:none;
	mso-text-control:shrinktofit;}
.xl67
	{mso-number-format:"\\@";
	text-align:center;
	white-space:normal;
	border:.5pt solid windowtext;}
ruby
	{ruby-align:left;}
rt
	{color:windowtext;
	font-size:9.0pt;
	mso-char-type:none;
	display:none;}
-->"""
"""As Excel writes it into a page saved from it."""
