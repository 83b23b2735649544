"""Scripts as sites have them; none changes what stands in a cell of a report."""

from __future__ import annotations

from typing import Final

SCRIPTS: Final[dict[str, str]] = {
    "nav": "$(function(){ $('.nav li').hover(function(){ $(this).addClass('on').find('ul').stop(true,"
    "true).slideDown(200); },function(){ $(this).removeClass('on').find('ul').hide(); }); });",
    "wrap": "$('table').wrap('<div class=\"table-responsive\"></div>');",
    "wrap each": "$(document).ready(function(){ $('#zoom table,.TRS_Editor table').each(function(){ "
    "if($(this).width()>$('#zoom').width()){ $(this).wrap(\"<div style='overflow-x:auto'></div>\"); }"
    " }); });",
    "images": '$("#zoom img").each(function(){ var w=$(this).width(); if(w>700){ $(this).css('
    "{'width':'700px','height':'auto'}); } $(this).parent('p').css('text-indent','0'); });",
    "table width": "$('.TRS_Editor table').css('width','100%');",
    "table attributes": "$(function(){ $('.content table').attr('border','1').removeAttr('width').css("
    "{'width':'100%','border-collapse':'collapse'}); $('table td p').css('text-indent','0'); "
    "$('table td').css({'padding':'5px','word-break':'break-all'}); });",
    "tables loop": "var tables=document.getElementsByTagName('table'); for(var i=0;i<tables.length;"
    "i++){ tables[i].style.width='100%'; tables[i].setAttribute('align','center'); }",
    "zebra": "$('table tr:even').addClass('even'); $('table tr:odd').css('background','#f5f5f5');",
    "zoom": "function doZoom(size){ document.getElementById('zoom').style.fontSize=size+'px'; }",
    "zoom children": "function doZoom(size){ var zoom=document.getElementById('zoom'); doZoom1(zoom,"
    "size); }\nfunction doZoom1(node,size){ if(!node||node.nodeType!=1) return; node.style.fontSize="
    "size+'px'; for(var i=0;i<node.childNodes.length;i++){ doZoom1(node.childNodes[i],size); } }",
    "zoom jquery": "$('.font_s a').click(function(){ var s=$(this).attr('data-size'); $('#zoom,#zoom "
    "p,#zoom span,#zoom td,.TRS_Editor *').css('font-size',s+'px'); });",
    "baidu": 'var _hmt = _hmt || [];\n(function() {\n  var hm = document.createElement("script");\n'
    '  hm.src = "https://hm.baidu.com/hm.js?0123456789abcdef0123456789abcdef";\n  var s = document.'
    'getElementsByTagName("script")[0]; \n  s.parentNode.insertBefore(hm, s);\n})();',
    "share": 'window._bd_share_config={"common":{"bdSnsKey":{},"bdText":"","bdMini":"2",'
    '"bdPic":"","bdStyle":"0","bdSize":"16"},"share":{}};with(document)0[('
    "getElementsByTagName('head')[0]||body).appendChild(createElement('script')).src="
    "'http://bdimg.share.baidu.com/static/api/js/share.js?v=89860593.js?cdnversion='+~(-new Date()/"
    "36e5)];",
    "push": "(function(){ var bp=document.createElement('script'); var curProtocol=window.location."
    "protocol.split(':')[0]; bp.src=curProtocol==='https'?'https://zz.bdstatic.com/linksubmit/push.js'"
    ":'http://push.zhanzhang.baidu.com/push.js'; var s=document.getElementsByTagName('script')[0]; "
    "s.parentNode.insertBefore(bp,s); })();",
    "conac": "document.write(unescape(\"%3Cspan id='_ideConac' %3E%3C/span%3E%3Cscript src='https://"
    "dcs.conac.cn/js/10/000/0000/00000000/CA100000000000000000001.js' type='text/javascript'%3E%3C/"
    'script%3E"));',
    "jiucuo": "(function(){ document.write(unescape(\"%3Cspan id='_span_jiucuo'%3E%3Cimg onclick='"
    "Link(\\\"0000000001\\\")' style='margin:0;border:0;cursor:pointer;' src='/images/jiucuo.png'/%3E"
    '%3C/span%3E")); })();',
    "accessible": "function wza(){ if(typeof(aria)=='undefined'){ var s=document.createElement('script'"
    "); s.src='//wza.example.cn/aria.js?appid=0'; s.async=true; document.body.appendChild(s); } else { "
    "aria.start(); } }\n$('#cniil_wza').on('click',wza);",
    "hits": "$.ajax({ type:'post', url:'/visit/count.do', data:{id:'1234'}, success:function(d){ $("
    "'#hits').html(d); } });",
    "hits written": "document.write('<script src=\"/hits.php?id=1234&_='+new Date().getTime()+'\"><\\/"
    "script>');",
    "today": "var d=new Date(); var w=['日','一','二','三','四','五','六']; document.write(d.getFullYear()"
    "+'年'+(d.getMonth()+1)+'月'+d.getDate()+'日 星期'+w[d.getDay()]);",
    "today text": "window.onload=function(){ var e=document.getElementById('today'); if(e){ e.innerHTML="
    "new Date().toLocaleDateString(); } };",
    "resize": "window.onresize=function(){ var h=document.documentElement.clientHeight; var f=document."
    "getElementById('foot'); if(f){ f.style.marginTop=h>900?'20px':'0'; } };",
    "rem": "(function(doc,win){ var docEl=doc.documentElement,evt='orientationchange' in window?"
    "'orientationchange':'resize',recalc=function(){ var w=docEl.clientWidth; if(!w) return; if(w<750)"
    "{ docEl.style.fontSize=100*(w/750)+'px'; } }; win.addEventListener(evt,recalc,false); doc."
    "addEventListener('DOMContentLoaded',recalc,false); })(document,window);",
    "pager": "var currentPage=0; var prevPage=currentPage-1; var nextPage=currentPage+1; var countPage=1"
    ";\nfunction createPageHTML(_nPageCount,_nCurrIndex,_sPageName,_sPageExt){ if(_nPageCount==null||"
    "_nPageCount<=1){ return; } document.write('<a href=\"'+_sPageName+'.'+_sPageExt+'\">首页</a>'); }"
    "\ncreatePageHTML(countPage,currentPage,'t20240120_1234','html');",
    "print": "function printme(){ window.print(); }\n$('.print-btn').click(function(){ window.print(); "
    "return false; });",
    "print part": "function preview(){ var bdhtml=window.document.body.innerHTML; var s='<!--startprint"
    "-->'; var e='<!--endprint-->'; var p=bdhtml.substr(bdhtml.indexOf(s)+17); p=p.substring(0,"
    "p.indexOf(e)); window.document.body.innerHTML=p; window.print(); window.document.body.innerHTML="
    "bdhtml; }",
    "qrcode": "$(function(){ if($('#qrcode').length){ $('#qrcode').qrcode({render:'canvas',width:100,"
    "height:100,text:window.location.href}); } });",
    "tabs": "$('.tab_tit li').click(function(){ $(this).addClass('on').siblings().removeClass('on'); "
    "$('.tab_con>div.item').eq($(this).index()).show().siblings().hide(); });",
    "bootstrap tabs": "$(function(){ $('a[data-toggle=\"tab\"]').on('shown.bs.tab',function(e){ $(e."
    "target).blur(); }); $('[data-toggle=\"tooltip\"]').tooltip(); });",
    "attachments": "$('#zoom a,.TRS_Editor a').each(function(){ var h=$(this).attr('href')||''; if(/"
    "\\.(docx?|xlsx?|pdf|zip|rar)$/i.test(h)){ $(this).attr('target','_blank').before('<img src="
    '"/images/file.gif">\'); } });',
    "source": "var ly=$('#source').text(); if($.trim(ly)==''){ $('#source').hide(); } $('.info span:"
    "empty').remove();",
    "swiper": "var mySwiper=new Swiper('.swiper-container',{autoplay:5000,loop:true,pagination:"
    "'.swiper-pagination',paginationClickable:true});",
    "slick": "$('.banner').slick({dots:true,autoplay:true,autoplaySpeed:3000,arrows:false});",
    "layui": "layui.use(['element','layer','util'],function(){ var element=layui.element,$=layui.$,util="
    "layui.util; util.fixbar({bar1:false}); element.on('tab(nb)',function(d){ console.log(d.index); }); "
    "});",
    "vue": "new Vue({ el:'#search', data:{ q:'' }, methods:{ go:function(){ location.href='/search?q='+"
    "encodeURIComponent(this.q); } } });",
    "wow": "if(!(/msie [6|7|8|9]/i.test(navigator.userAgent))){ if(typeof WOW!='undefined'){ new WOW()."
    "init(); } }",
    "ie": "if(navigator.appName=='Microsoft Internet Explorer'&&navigator.appVersion.match(/[678]\\./)){"
    " alert('您的浏览器版本过低'); }",
    "phone": "if((navigator.userAgent.match(/(iPhone|iPod|Android|ios)/i))){ var m=document."
    "createElement('link'); m.rel='stylesheet'; m.href='/css/m.css'; document.head.appendChild(m); }",
    "https": "if(window.location.protocol=='http:'&&location.hostname.indexOf('gov.cn')>0){ window."
    "location.href=location.href.replace('http:','https:'); }",
    "frame": "if(top.location!=self.location){ top.location=self.location; }",
    "top": "$(window).scroll(function(){ if($(window).scrollTop()>200){ $('.gotop').fadeIn(); } else { "
    "$('.gotop').fadeOut(); } }); $('.gotop').click(function(){ $('html,body').animate({scrollTop:0},"
    "500); });",
    "search": "$('#searchForm').submit(function(){ var q=$.trim($('#q').val()); if(q==''||q=='请输入关键字'){"
    " alert('请输入关键字'); return false; } });",
    "title": "document.title=document.title.replace(/_/g,'-'); var url=encodeURIComponent(location.href),"
    "title=encodeURIComponent(document.title); function weibo(){ window.open('http://service.weibo.com/"
    "share/share.php?url='+url+'&title='+title); }",
    "equal": "$(function(){ var l=$('.sidebar').height(),r=$('.main').height(); if(l<r){ $('.sidebar')."
    "css('min-height',r); } });",
    "data": 'window._CONFIG={"SID":755001,"TREE":[{"id":9,"name":"政府信息公开年报","post":0}]};'
    " var siteId='0000000001', columnId=1234, articleId=\"9103\";",
    "hash": "var h=location.hash; if(h){ var o=$(h).offset(); if(o){ $('html,body').scrollTop(o.top-80); "
    "} }",
    "paragraphs": "$('.TRS_Editor p').each(function(){ if($(this).find('img').length>0){ $(this).css("
    "'text-indent','0').css('text-align','center'); } });",
    "lazy": "$('img[data-original]').each(function(){ this.src=$(this).attr('data-original'); });",
    "speech": "function speak(){ var t=$('#zoom').text(); if(window.speechSynthesis){ speechSynthesis."
    "speak(new SpeechSynthesisUtterance(t)); } }",
    "copy": "document.oncopy=function(){ return true; }; document.oncontextmenu=null;",
    "rows": "var trs=document.querySelectorAll('table tr'); [].forEach.call(trs,function(tr){ tr."
    "onmouseover=function(){ this.className='over'; }; tr.onmouseout=function(){ this.className=''; }; "
    "});",
    "gray": "var day=new Date(); if(day.getMonth()==3&&day.getDate()==4){ document.documentElement.style."
    "filter='grayscale(100%)'; }",
    "old font": "var curfontsize=16; function fontZoomA(){ if(curfontsize<64){ document.getElementById("
    "'fontzoom').style.fontSize=(++curfontsize)+'pt'; } } function fontZoomB(){ if(curfontsize>8){ "
    "document.getElementById('fontzoom').style.fontSize=(--curfontsize)+'pt'; } }",
}
"""By name. Those that need jQuery do nothing on a page without it."""

STRUCTURED: Final = (
    '<script type="application/ld+json">{"@context":"https://ziyuan.baidu.com/contexts/cambrian.jsonld"'
    ',"title":"年度报告","pubDate":"2024-01-20T10:00:00"}</script>',
    '<script type="text/html" id="tpl"><li>{{d.title}}</li></script>',
    '<script type="text/x-template" id="pop"><div class="pop">{{ text }}</div></script>',
    '<script src="/js/common.js?v=1.0"></script>',
    '<script language="javascript" src="/images/jquery-1.8.3.min.js"></script>',
    '<script defer async src="https://dcs.example.cn/js/count.js"></script>',
    '<script type="text/javascript" src="http://v3.jiathis.com/code/jia.js" charset="utf-8"></script>',
)
"""Data, templates and scripts that are not at hand."""
