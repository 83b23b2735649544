"""Passages on who asked, and by which way."""

from __future__ import annotations

from tests.spoken.passage import Written

APPLICANTS = (
    "公民个人提出申请{by_persons=1030}件，占比{?by_persons%=98.5}%；法人或其他组织申请"
    "{by_organisations=16}件，占比{?by_organisations%=1.5}%。",
    "{y}年收到政府信息公开申请{received=13}件，其中自然人申请件{by_persons=12}件，"
    "企业申请件{?by_organisations=1}件。",
    "公民提出的政府信息公开申请{by_persons=8}件，无法人和其他组织申请。{?received=8|}"
    "{by_organisations=0|}",
    "全年收到针对本部门有关行政审批事项的政府信息公开申请{received=5}件，均已答复。",
    "收到自然人提交的政府信息公开申请{by_persons=21}件、法人及其他组织提交的"
    "{by_organisations=6}件，共{received=27}件。",
    "{y}年共收到申请{received=44}件，申请人全部为自然人。{!by_persons=44|}{!by_organisations=0|}",
    "申请人类型方面，自然人{by_persons=60}件，商业企业3件，法律服务机构2件，"
    "合计{received=65}件。{?by_organisations=5|}",
    "政府信息公开申请中，由公民本人提出的{by_persons=17}件，由单位提出的{by_organisations=2}件。",
    "全年{received=32}件政府信息公开申请中，个人申请{by_persons=30}件，"
    "组织申请{by_organisations=2}件。",
    "从申请主体看，以个人名义申请的{by_persons=9}件，占{?by_persons%=90}%；以法人名义申请的"
    "{by_organisations=1}件，占{?by_organisations%=10}%。{!received=10|}",
    "辖区群众向我局提出的政府信息公开申请{received=6}件，均按期书面答复。",
    "收到辖区居民要求公开小区改造项目资料的政府信息公开申请，全年共{!received=3}件。",
    "全年收到{received=19}件申请，申请人中自然人占{?by_persons%=94.7}%（{by_persons=18}件）。",
    "{y}年度共有{by_persons=25}件申请来自自然人，另有{by_organisations=4}件来自法人或其他组织。",
)
"""Who asked, and words between the verb and the request."""

CHANNELS = (
    "{y}年收到政府信息公开申请{received=36}件，其中网络申请20件、信函申请14件、当面申请2件。",
    "共收到申请{received=11}件，按渠道分：在线平台7件，邮寄3件，现场1件。",
    "通过门户网站依申请公开系统收到申请15件，通过邮政特快专递收到申请9件，"
    "全年共计{received=24}件。",
    "全年收到政府信息公开申请{received=7}件，均通过政府网站在线提交。",
    Written("依申请公开渠道畅通，网上平台受理政府信息公开申请12件，占六成。", trap=True),
    Written("其中，以电子邮件方式收到政府信息公开申请4件，以传真方式收到1件。", trap=True),
    "当面申请0件、传真申请0件、网络申请5件、信函申请3件，合计{received=8}件申请。",
    Written("政务服务大厅窗口现场受理依申请公开3件，其余均为线上申请。", trap=True),
    "申请提交方式以网络为主，全年{received=90}件政府信息公开申请中网络提交78件，占86.7%。",
    "全年未收到以信函方式提出的政府信息公开申请，经网络收到的申请为{received=2}件。",
)
"""Ways of asking are parts of the whole."""

KINDS: dict[str, tuple[Written | str, ...]] = {
    "applicants": APPLICANTS,
    "channels": CHANNELS,
}
