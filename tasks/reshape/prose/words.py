"""Exact counts, and words that stand around them: such as change nothing and such as do."""

from __future__ import annotations

import re

from gongkai.numeral import NUMERALS
from gongkai.text import BREAK

UNIT = "[件条份宗起例]"
"""The words cases are counted with."""

COUNT = (
    rf"(?<![\d.,{BREAK}{NUMERALS}几约近逾超第每多少~—-])(?<!超过)(?<![\d{NUMERALS}][至到])"
    rf"(?P<count>\d{{1,3}}(?:,\d{{3}})+|\d+|(?<![数上])[{NUMERALS}]+){UNIT}"
    r"(?!以上|以下|以内|左右|上下|多|余|不到|不足)(?<!一起)"
)
"""One exact number of cases, so not "约30件", "30余件", "3至5件" or "第3件"; 一起 is "together"."""

COUNTED = re.compile(rf"[\d{NUMERALS}]{UNIT}")
"""Any number of cases, exact or not."""

OURS = r"本机关|[本我](?:单位|部门|局|委|办|厅|院|会|所|站|中心|公司)"
"""The agency, as it calls itself."""

_PUBLIC = (
    r"公民、法人(?:(?:[、和及或与]|以及|或者)?其[他它]组织)?|社会公众|社会各界|公众|群众|申请人"
)
"""Whoever may ask: everybody, so that no part of the cases is meant."""

ASKED = (
    rf"(?:{_PUBLIC}|依申请公开|各[类种](?=[^,。;]{{0,6}}公开)|向?(?:{OURS})|任何|提出|提交|递交"
    r"|要求|政府|政务|信息|公开|有关|相关|的|了|过|共计?|依)*"
)
"""What may stand beside a request and changes nothing."""

ABOUT = (
    rf"(?:{_PUBLIC}|{OURS}|因|由于?|就|对|针对|与|向|政府|政务|信息|公开|工作|方面|事项|事务|问题"
    r"|引起|引发|导致|产生|发生|出现|存在|接到|收到|被|申请|提起|提出|的|有关|相关|涉及|关于"
    r"|任何|一[起件例宗]|过|而|人|依|要求)*+"
)
"""What may stand before a review or a lawsuit and changes nothing."""

LINK = (
    r"(?:公开|政府|政务|信息|的|了|发生|事项|案件|案|情况|件数|总量|数量|总?数|合计|总计|总共"
    r"|共计?|为|有|达到?|是|计|表|书|:)*+"
)
"""What may stand between a thing and its number and changes nothing."""

MATTER = r"(?:的?(?:申请|案件|案|情况|情形|现象|事件|事项|问题|发生|产生|出现))*"
"""What may stand behind a review or a lawsuit and changes nothing."""

ALL = r"(?:(?<![的、和与及或])|(?<=[起发致生关开请出人务作面]的))"
"""Nothing that picks some of what follows ("已结案的行政诉讼") or adds others to it."""

PARTIAL = re.compile(
    r"当面|现场|当场|网|在线|信[函件]|邮|传真|电话|来访|窗口|书面|口头|平台"
    r"|同意|不予|部分公开|不公开|不存在|非|不属|补正|重复|告知|维持|撤|驳回|确认|[败胜]诉|纠正|终止"
    r"|[一二]审|上诉|占|[延逾超]期|转|另|又|再|(?<![开各])类|(?:涉及|关于)(?!.{0,6}公开)|分别"
    rf"|各(?=[\d{NUMERALS}])"
)
"""Ways in which some cases came or ended: what is counted with them is a part."""
