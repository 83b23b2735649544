"""The sites around a report: what stands before, after and over it, and what of that is hidden.

In the templates `[[title]]`, `[[date]]`, `[[site]]` and `[[report]]` stand for the report's own;
`[[copy]]` for the copy for phones that some sites bring along, `[[other]]` for a hidden paragraph.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

_TOP: Final = """<div class="header clearfix no-print"><div class="logo"><a href="/">[[site]]</a></div>
<form id="searchForm" action="/search"><input type="text" id="q" name="q" value="请输入关键字"><input
type="hidden" name="siteid" value="1"><button type="submit">搜索</button></form>
<ul class="nav clearfix"><li class="on"><a href="/">首页</a></li><li><a href="/zwgk/">政务公开</a>
<ul><li><a href="/zwgk/zn/">公开指南</a></li><li><a href="/zwgk/nb/">公开年报</a></li></ul></li>
<li><a href="/hd/">互动交流</a></li></ul></div>
<div class="location no-print">当前位置：<a href="/">首页</a><a href="/zwgk/nb/">政府信息公开年报</a></div>
"""
_INFO: Final = """<div class="info no-print"><span>发布时间：[[date]]</span> <span id="source">来源：[[site]]</span>
<span>浏览次数：<b id="hits"></b></span> <span class="font_s">字体：[<a href="javascript:doZoom(18)"
data-size="18">大</a> <a href="javascript:doZoom(16)" data-size="16">中</a> <a
href="javascript:doZoom(14)" data-size="14">小</a>]</span>
<a href="javascript:window.print()" class="print-btn">打印本页</a></div>
"""
_SHARE: Final = """<div class="share no-print bdsharebuttonbox"><a href="#" class="bds_more"
data-cmd="more">分享到：</a><a href="#" class="bds_weixin" data-cmd="weixin" title="分享到微信"></a></div>
<div id="qrcode" style="display:none"></div>
"""
_FOOT: Final = """<div class="footer no-print" id="foot"><p>主办单位：[[site]]　网站标识码：0000000001</p>
<p>备案号：示ICP备00000001号-1</p></div>
<div class="pop"><p>您即将离开本网站</p></div><a class="gotop" href="javascript:;" style="display:none">顶部</a>
"""


@dataclass(frozen=True)
class Frame:
    """A site's page.

    Attributes:
        body: the template of what stands in `body`.
        sheets: the libraries' sheets that it has in any case; of a tuple one.
        style: a rule of its own that it needs.
        head: more for the `head`.
        html: attributes of `html`.
        attributes: of `body`.
        copy: before and after the hidden copy for phones, if the page may have one.
    """

    body: str
    sheets: tuple[tuple[str, ...], ...] = ()
    style: str = ""
    head: str = ""
    html: str = ' lang="zh-CN"'
    attributes: str = ""
    copy: tuple[str, str] = ("", "")


def _site(inside: str, *, title: bool = True, share: bool = True) -> str:
    heading = '<h1 class="article-title">[[title]]</h1>' if title else ""
    return (
        f'{_TOP}<div class="wrap clearfix"><div class="main">{heading}{_INFO}{inside}\n'
        f"{_SHARE if share else ''}</div></div>\n{_FOOT}"
    )


_BS3: Final = ("bootstrap-3.4.1.min.css",)
_BS4: Final = ("bootstrap-4.6.2.min.css",)
_BS5: Final = ("bootstrap-5.3.8.min.css",)
_LAYUI: Final = ("layui-2.6.8.css", "layui-2.9.13.css")
_SWIPER: Final = ("swiper-3.4.2.min.css", "swiper-4.5.1.min.css")
_OFFICE: Final = (
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:w="urn:schemas-microsoft-com:office:word" xmlns:x="urn:schemas-microsoft-com:office:excel" '
    'xmlns:m="http://schemas.microsoft.com/office/2004/12/omml" xmlns="http://www.w3.org/TR/REC-html40"'
)
_MODAL3: Final = (
    '<div class="modal fade" id="myModal" tabindex="-1" role="dialog"><div class="modal-dialog"><div '
    'class="modal-content"><div class="modal-body">确定离开本网站吗？</div></div></div></div>'
)

FRAMES: Final[dict[str, Frame]] = {
    "bare": Frame("[[report]]"),
    "dahan zoom": Frame(
        _site(
            '<!--<$[信息内容]>begin--><div id="zoom">[[report]]<!--<$[信息内容]>end--></div>'
            '<div style="display:none">[[other]]</div>'
        ),
        copy=('<div class="m-copy">', "</div>"),
        style=".m-copy{display:none}@media (max-width:640px){.m-copy{display:block}}",
    ),
    "trs": Frame(
        _site(
            '<div class="TRS_PreAppend" style="OVERFLOW-X: hidden; WORD-BREAK: break-all">'
            '<div class="TRS_Editor"><div class="Custom_UnionStyle">[[report]]</div></div></div>'
        )
    ),
    "trs inner style": Frame(
        _site(
            '<div class="content" id="fontzoom"><div class="TRS_Editor"><style type="text/css">\n'
            ".TRS_Editor P{margin-top:1em;margin-bottom:1em;line-height:1.5;font-family:宋体;"
            "font-size:12pt;}.TRS_Editor TD{line-height:1.5;font-family:宋体;font-size:10.5pt;}"
            "\n</style>[[report]]</div></div>"
        )
    ),
    "hycloud": Frame(
        _site(
            '<div class="article-content" id="UCAP-CONTENT"><div class="view TRS_UEDITOR '
            'trs_paper_default trs_web trs_editor_view">[[report]]</div></div>'
            '<div class="attach" hidden>附件</div>'
        )
    ),
    "ucap": Frame(
        _site(
            '<ucapcontent><div class="pages_content" id="UCAP-CONTENT">[[report]]</div>'
            '</ucapcontent><div class="m-only">[[other]]</div>'
        ),
        style="@media screen and (min-width:769px){.m-only{display:none}}",
        copy=('<div class="m-only">', "</div>"),
    ),
    "easttone": Frame(_site('<div id="ivs_content" class="content-box">[[report]]</div>')),
    "dongyi": Frame(
        '<table width="1002" border="0" align="center" cellpadding="0" cellspacing="0" '
        'class="center_tdbgall"><tr><td height="60" class="top">[[site]]</td></tr><tr><td '
        'class="main_title_575" align="center">[[title]]</td></tr><tr><td align="center" '
        'class="Article_tdbgall">发布时间：[[date]]</td></tr><tr><td class="main_tdbg_575" id="fontzoom" '
        'valign="top" style="padding:10px">[[report]]</td></tr><tr><td align="right">'
        '<a href="javascript:window.print()">打印本页</a></td></tr></table>',
    ),
    "wordpress": Frame(
        '<div id="page" class="site"><a class="skip-link screen-reader-text" href="#c">跳至内容</a><header '
        'class="site-header">[[site]]</header><main id="c"><article class="post-1 hentry"><h1 '
        'class="entry-title">[[title]]</h1><div class="entry-content wp-block-post-content '
        'is-layout-constrained">[[report]]</div></article></main></div>',
        style=".screen-reader-text{border:0;clip:rect(1px,1px,1px,1px);clip-path:inset(50%);height:1px;"
        "margin:-1px;overflow:hidden;padding:0;position:absolute!important;width:1px}"
        ".wp-block-table{overflow-x:auto}.wp-block-table table{border-collapse:collapse;width:100%}"
        ".wp-block-table .has-fixed-layout{table-layout:fixed;width:100%}.wp-block-table.is-style-"
        "stripes tbody tr:nth-child(odd){background-color:#f0f0f0}.is-layout-constrained>:where(:not("
        ".alignleft):not(.alignright)){max-width:1100px;margin-left:auto!important}",
    ),
    "bootstrap 3": Frame(
        '<nav class="navbar navbar-default hidden-print"><div class="container"><div '
        'class="collapse navbar-collapse"><ul class="nav navbar-nav"><li><a href="/">首页</a></li></ul>'
        '</div></div></nav><div class="container"><div class="row"><div class="col-md-12 col-xs-12">'
        f'<div class="page-header"><h1>[[title]]</h1></div>{_INFO}<div class="panel panel-default"><div '
        'class="panel-body hidden-xs">[[report]]</div></div></div>[[copy]]</div></div>'
        '<div class="visible-print-block">[[other]]</div>' + _MODAL3,
        (_BS3,),
        copy=('<div class="visible-xs col-xs-12">', "</div>"),
    ),
    "bootstrap 3 tabs": Frame(
        '<div class="container-fluid"><ul class="nav nav-tabs" role="tablist"><li class="active"><a '
        'href="#a" data-toggle="tab">本年度</a></li><li><a href="#b" data-toggle="tab">上年度</a></li></ul>'
        '<div class="tab-content"><div role="tabpanel" class="tab-pane fade in active" id="a">'
        '[[report]]</div><div role="tabpanel" class="tab-pane fade" id="b"><p>[[other]]</p></div></div>'
        "</div>" + _MODAL3,
        (_BS3, ("bootstrap-theme-3.4.1.min.css",)),
        copy=('<div class="visible-xs-block visible-sm-block">', "</div>"),
    ),
    "bootstrap 4": Frame(
        '<header class="d-print-none navbar navbar-expand-lg"><a class="navbar-brand" href="/">[[site]]'
        '</a><div class="collapse navbar-collapse"></div></header><main class="container my-4"><div '
        'class="row no-gutters"><div class="col-12 col-lg-12"><div class="card"><div class="card-body '
        'overflow-auto d-none d-md-block">[[report]]</div></div>[[copy]]</div></div></main><div '
        'class="d-none d-print-block">[[other]]</div><div class="toast hide">已复制</div>',
        (_BS4,),
        copy=('<div class="d-md-none">', "</div>"),
    ),
    "bootstrap 4 tabs": Frame(
        '<div class="container"><ul class="nav nav-pills"><li class="nav-item"><a class="nav-link active"'
        ' data-toggle="pill" href="#y1">本年</a></li></ul><div class="tab-content"><div class="tab-pane '
        'fade show active" id="y1">[[report]]</div><div class="tab-pane fade" id="y0">[[other]]</div>'
        '</div></div><div class="modal fade" tabindex="-1"><div class="modal-dialog">[[other]]</div></div>',
        (_BS4,),
        copy=('<div class="d-block d-sm-none">', "</div>"),
    ),
    "bootstrap 5": Frame(
        '<div class="container-xxl py-3"><h1 class="fs-3 text-center">[[title]]</h1><div class="accordion"'
        '><div class="accordion-item"><h2 class="accordion-header"><button class="accordion-button">年度'
        '报告</button></h2><div class="accordion-collapse collapse show"><div class="accordion-body">'
        '[[report]]</div></div></div><div class="accordion-item"><div class="accordion-collapse collapse"'
        '><div class="accordion-body">[[other]]</div></div></div></div>[[copy]]</div><div '
        'class="offcanvas offcanvas-start" tabindex="-1">菜单</div><span class="visually-hidden">正文结束</span>',
        (_BS5,),
        copy=('<div class="d-lg-none">', "</div>"),
    ),
    "layui tabs": Frame(
        '<div class="layui-container"><div class="layui-row layui-col-space15"><div class="layui-col-md12"'
        '><div class="layui-tab layui-tab-brief" lay-filter="nb"><ul class="layui-tab-title"><li '
        'class="layui-this">本年</li><li>上年</li></ul><div class="layui-tab-content"><div '
        'class="layui-tab-item layui-show">[[report]]</div><div class="layui-tab-item">[[other]]</div>'
        '</div></div></div></div></div><div class="layui-hide">[[other]]</div>',
        (_LAYUI, ("layer-2.6.8.css",)),
        copy=('<div class="layui-hide-md layui-hide-lg">', "</div>"),
    ),
    "layui card": Frame(
        '<ul class="layui-nav"><li class="layui-nav-item"><a href="">公开</a><dl class="layui-nav-child">'
        '<dd><a href="">年报</a></dd></dl></li></ul><div class="layui-fluid"><div class="layui-card"><div '
        'class="layui-card-header">[[title]]</div><div class="layui-card-body layui-text">[[report]]'
        "</div></div></div>",
        (_LAYUI,),
    ),
    "element": Frame(
        '<div id="app"><section class="el-container is-vertical"><header class="el-header" style="height:'
        '60px;">[[site]]</header><main class="el-main"><div class="el-row"><div class="el-col el-col-24">'
        '<div class="el-card is-always-shadow"><div class="el-card__body">[[report]]</div></div></div>'
        '</div></main></section><div class="el-dialog__wrapper" style="display: none;">[[other]]</div>'
        "</div>",
        (("element-ui-2.15.14.css",),),
        style="[v-cloak]{display:none}",
    ),
    "element tabs": Frame(
        '<div id="app"><div class="el-tabs el-tabs--top"><div class="el-tabs__content"><div '
        'role="tabpanel" id="pane-1" class="el-tab-pane">[[report]]</div><div role="tabpanel" '
        'aria-hidden="true" class="el-tab-pane" style="display: none;">[[other]]</div></div></div></div>',
        (("element-ui-2.15.14.css",),),
    ),
    "antd": Frame(
        '<div id="root"><section class="ant-layout"><header class="ant-layout-header">[[site]]</header>'
        '<main class="ant-layout-content" style="background:#fff"><div class="ant-tabs ant-tabs-top"><div '
        'class="ant-tabs-content-holder"><div class="ant-tabs-content"><div class="ant-tabs-tabpane '
        'ant-tabs-tabpane-active" aria-hidden="false">[[report]]</div><div class="ant-tabs-tabpane" '
        'aria-hidden="true" style="visibility:hidden;height:0;overflow-y:hidden">[[other]]</div></div>'
        "</div></div></main></section></div>",
        (("antd-4.24.15.min.css",),),
    ),
    "iview": Frame(
        '<div class="ivu-layout"><div class="ivu-layout-content"><div class="ivu-card"><div '
        'class="ivu-card-body"><div class="ivu-tabs-content"><div class="ivu-tabs-tabpane">[[report]]</div>'
        '<div class="ivu-tabs-tabpane" style="visibility: hidden;">[[other]]</div></div></div></div></div>'
        '</div><div class="ivu-modal-wrap ivu-modal-hidden">[[other]]</div>',
        (("iview-4.7.0.css",),),
    ),
    "swiper": Frame(
        f'{_TOP}<div class="swiper-container banner" style="height:120px"><div class="swiper-wrapper"><div'
        ' class="swiper-slide"><img src="/images/b1.jpg" alt=""></div><div class="swiper-slide">政务公开'
        '</div></div><div class="swiper-pagination"></div></div><div class="wrap"><div class="content '
        f'main" id="zoom">[[report]]</div></div>{_FOOT}',
        (_SWIPER,),
    ),
    "swiper 8": Frame(
        '<div class="swiper" style="height:120px"><div class="swiper-wrapper"><div class="swiper-slide">要闻</div></div></div>'
        '<div class="article-content wow animate__animated animate__fadeIn" style="visibility: visible;">'
        "[[report]]</div>",
        (("swiper-8.4.7.min.css",), ("animate-4.1.1.min.css",)),
    ),
    "animated": Frame(
        _site('<div class="content animated fadeInUp wow" data-wow-delay="0.2s">[[report]]</div>'),
        (("animate-3.7.2.min.css",),),
    ),
    "amazeui": Frame(
        '<header class="am-topbar"><div class="am-collapse am-topbar-collapse">[[site]]</div></header><div '
        'class="am-g am-g-fixed"><div class="am-u-sm-12"><article class="am-article"><h1 '
        'class="am-article-title">[[title]]</h1><div class="am-article-bd am-show-md-up">[[report]]</div>'
        '</article>[[copy]]</div></div><div class="am-modal am-modal-alert">[[other]]</div>',
        (("amazeui-2.7.2.min.css",),),
        copy=('<div class="am-show-sm-only">', "</div>"),
    ),
    "bulma": Frame(
        '<section class="section"><div class="container"><div class="columns"><div class="column">'
        '<div class="content is-hidden-mobile">[[report]]</div>[[copy]]</div></div></div></section><div '
        'class="modal"><div class="modal-content">[[other]]</div></div>',
        (("bulma-0.9.4.min.css",),),
        copy=('<div class="is-hidden-tablet">', "</div>"),
    ),
    "uikit": Frame(
        '<div class="uk-container"><article class="uk-article"><ul class="uk-switcher"><li '
        'class="uk-active">[[report]]</li><li>[[other]]</li></ul></article></div><div uk-modal '
        'class="uk-modal">[[other]]</div>',
        (("uikit-3.16.0.min.css",),),
        copy=('<div class="uk-hidden@m">', "</div>"),
    ),
    "foundation": Frame(
        '<div class="grid-container"><div class="grid-x grid-padding-x"><div class="cell"><div '
        'class="tabs-content"><div class="tabs-panel is-active">[[report]]</div><div class="tabs-panel">'
        '[[other]]</div></div></div></div></div><div class="reveal">[[other]]</div>',
        (("foundation-6.8.1.min.css",),),
        copy=('<div class="hide-for-medium">', "</div>"),
    ),
    "semantic": Frame(
        '<div class="ui secondary menu"><a class="item">[[site]]</a></div><div class="ui container"><div '
        'class="ui grid"><div class="sixteen wide column">[[report]]</div></div></div>',
        (
            ("semantic-reset-2.5.0.min.css",),
            ("semantic-container-2.5.0.min.css",),
            ("semantic-grid-2.5.0.min.css",),
            ("semantic-menu-2.5.0.min.css",),
        ),
    ),
    "pure": Frame(
        '<div class="pure-g"><div class="pure-u-1 pure-u-md-1">[[report]]</div></div><ul '
        'class="pure-menu-list"><li class="pure-menu-item pure-menu-has-children"><ul '
        'class="pure-menu-children"><li>[[other]]</li></ul></li></ul>',
        (("pure-2.1.0.min.css",),),
        style="@media (min-width:48em){.phone{display:none}}",
        copy=('<div class="phone">', "</div>"),
    ),
    "phone page": Frame(
        '<div class="weui-tab"><div class="weui-tab__panel"><article class="weui-article"><h1>[[title]]'
        '</h1><section>[[report]]</section></article></div></div><div class="weui-mask" style="display:'
        'none"></div>',
        (("weui-2.6.21.min.css",),),
        head='<meta name="viewport" content="width=device-width,initial-scale=1,user-scalable=no">\n'
        '<meta name="format-detection" content="telephone=no">\n',
    ),
    "vant": Frame(
        '<div id="app"><div class="van-nav-bar">[[site]]</div><div class="van-tabs"><div '
        'class="van-tabs__content"><div role="tabpanel" class="van-tab__pane">[[report]]</div><div '
        'role="tabpanel" class="van-tab__pane" style="display: none;">[[other]]</div></div></div></div>',
        (("vant-2.12.54.css",), ("mescroll-1.4.2.min.css",)),
    ),
    "markdown": Frame(
        '<article class="markdown-body" style="max-width:1100px;margin:0 auto">[[report]]</article>',
        (("github-markdown-5.8.1.css",),),
    ),
    "h5bp": Frame(
        '<div class="container"><p class="sr-only visuallyhidden">正文</p>[[report]]<div class="hidden">'
        "[[other]]</div></div>",
        (("normalize-8.0.1.css",), ("h5bp-8.0.0.css",)),
        html=' class="no-js" lang="zh"',
    ),
    "tailwind": Frame(
        '<div class="max-w-7xl mx-auto prose"><h1>[[title]]</h1>[[report]]</div>',
        (("tailwind-base-2.2.19.min.css",),),
    ),
    "word": Frame(
        "<div class=Section1 style='layout-grid:15.6pt'>[[report]]<p class=MsoNormal style='display:none;"
        "mso-hide:all'><span lang=EN-US style='display:none;mso-hide:all'>[[other]]<o:p></o:p></span></p>"
        "</div>",
        head='<meta name=ProgId content=Word.Document>\n<meta name=Generator content="Microsoft Word 11">\n'
        "<!--[if gte mso 9]><xml><w:WordDocument><w:View>Print</w:View></w:WordDocument></xml><![endif]-->"
        "\n<style>[[word]]</style>\n<!--[if gte mso 10]><style>table.MsoNormalTable{mso-style-name:普通表格;"
        "display:none}</style><![endif]-->\n",
        html=_OFFICE,
        attributes=" lang=ZH-CN style='tab-interval:21.0pt;text-justify-trim:punctuation'",
    ),
    "excel": Frame(
        '<!--[if !excel]>&nbsp;&nbsp;<![endif]--><div id="Sheet1_1234" align=center x:publishsource='
        '"Excel">[[report]]</div>',
        head='<meta name=ProgId content=Excel.Sheet>\n<meta name=Generator content="Microsoft Excel 12">\n'
        "<style>[[excel]]</style>\n",
        html=_OFFICE,
        attributes=" link=blue vlink=purple class=xl65",
    ),
    "word in a site": Frame(
        _site(
            '<div class="content"><div class="TRS_Editor"><p><style type="text/css">[[word]]</style></p>'
            '<div class="Section1" style="layout-grid:15.6pt none">[[report]]</div></div></div>'
        )
    ),
    "print": Frame(
        '<div class="no-print toolbar"><button class="print-btn" onclick="window.print()">打印</button></div>'
        '<!--startprint--><div class="print-area">[[report]]</div><!--endprint--><div class="print-only">'
        "[[other]]</div>",
        style=".print-only{display:none}@media print{.no-print{display:none}.print-only{display:block}}",
        head='<link rel="stylesheet" media="print" href="/css/print.css">\n',
        copy=('<div class="print-only">', "</div>"),
    ),
    "inline blocks": Frame(
        f'{_TOP}<div class="inline-row"><div class="col">[[report]]</div></div>{_FOOT}',
        style=".inline-row{font-size:0}.inline-row>.col{display:inline-block;*display:inline;*zoom:1;"
        "font-size:14px;width:100%;vertical-align:top}",
    ),
    "flex": Frame(
        f'{_TOP}<div class="columns-box"><div class="sidebar"><ul class="news"><li><a href="1.html">公开指南'
        '</a><span>01-12</span></li></ul></div><div class="main content">[[report]]</div></div>'
        + _FOOT,
        style=".columns-box{display:flex;flex-direction:row}.columns-box>.sidebar{flex:0 0 200px;order:2}"
        ".columns-box>.main{flex:1 1 auto;order:1;min-width:0;float:none}",
    ),
    "header over all": Frame(
        '<div class="fixed-header" style="position:fixed;top:0;left:0;width:100%;height:50px;background:'
        '#1a4f95;z-index:999">[[site]]</div><div class="page" style="margin-top:60px;position:relative;'
        'overflow:hidden;height:auto">[[report]]</div>',
    ),
    "jquery-ui": Frame(
        '<div class="ui-tabs ui-widget ui-widget-content"><ul class="ui-tabs-nav ui-widget-header"><li '
        'class="ui-tabs-active">本年</li></ul><div id="tabs-1" class="ui-tabs-panel ui-widget-content" '
        'aria-hidden="false">[[report]]</div><div id="tabs-2" class="ui-tabs-panel" aria-hidden="true" '
        'style="display: none;">[[other]]</div></div><div class="ui-helper-hidden">[[other]]</div>',
        (("jquery-ui-1.13.2.min.css",),),
    ),
    "slick": Frame(
        f'{_TOP}<div class="banner slick-slider"><div><img src="/b.jpg" alt=""></div></div><div class="wrap">'
        f'<div class="main content">[[report]]</div></div>{_FOOT}',
        (("slick-1.8.1.css",), ("slick-theme-1.8.1.css",)),
    ),
    "gallery": Frame(
        _site(
            '<div class="content">[[report]]</div><div class="pswp" tabindex="-1" role="dialog" '
            'aria-hidden="true"><div class="pswp__bg"></div></div><div class="viewer-container '
            'viewer-hide"></div>'
        ),
        (("photoswipe-4.1.3.css",), ("photoswipe-skin-4.1.3.css",), ("viewer-1.11.0.min.css",)),
    ),
    "video": Frame(
        _site(
            '<video class="video-js vjs-default-skin" controls width="640" height="120"></video><div '
            'class="content">[[report]]</div><div class="social-share" data-sites="weibo,wechat"></div>'
        ),
        (("video-js-7.21.5.min.css",), ("share-1.0.16.min.css",)),
    ),
    "quill": Frame(
        '<div class="ql-container ql-snow" style="height:auto"><div class="ql-editor">[[report]]</div>'
        '<div class="ql-tooltip ql-hidden">[[other]]</div></div>',
        (("quill-snow-1.3.7.css",),),
    ),
    "own tabs": Frame(
        _site(
            '<ul class="tab_tit"><li class="on">本年</li><li>往年</li></ul><div class="tab_con"><div '
            'class="item on" id="zoom">[[report]]</div><div class="item">[[other]]</div></div>'
        ),
        style=".tab_con>div.item{display:none}.tab_con>div.item.on{display:block}",
    ),
    "own tabs inline": Frame(
        _site(
            '<div class="tab_con"><div id="con_one_1">[[report]]</div><div id="con_one_2" style='
            '"display:none">[[other]]</div></div>'
        )
    ),
    "full page": Frame(
        '<div id="fullpage"><div class="section fp-auto-height">[[report]]</div></div>',
        (("fullpage-2.9.7.min.css",),),
    ),
    "frozen": Frame(
        '<section class="ui-container" style="font-size:14px"><div class="ui-tab-content"><div>[[report]]'
        "</div></div></section>",
        (("frozen-1.3.0.css",),),
    ),
    "centred": Frame(
        '<center><div id="wrap" style="width:1002px;margin:0 auto;text-align:left;background:#fff;*zoom:1;'
        'filter:alpha(opacity=100);opacity:1">[[report]]</div></center><marquee>欢迎访问[[site]]</marquee>',
    ),
}
"""By name."""
