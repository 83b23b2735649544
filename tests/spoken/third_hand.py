"""Passages by a third hand, who has not read the product's code nor the other passages.

The third hand knew only some of the product's codes. The others stand in `CODES` under names of
its own, and the passages use those names.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from tests.spoken.passage import Written

OFFICES: Final = (
    "教育", "应急", "人社", "资源", "住建", "市监", "审计", "水利", "民政", "交通", "司法", "城管",
)  # fmt: skip
"""Whose passages they are where none is named, in turn."""

CODES: Final[dict[str, str | None]] = {
    "partly": "partly_granted",
    "denied": "refused",
    "unable": "unable",
    "unprocessed": "unprocessed",
    "otherwise": "otherwise",
    "natural": "by_persons",
    "organisations": "by_organisations",
    "businesses": None,
    "rules_made": "regulations_issued",
    "rules_repealed": None,
    "rules_valid": None,
    "documents_made": "documents_issued",
    "documents_repealed": "documents_repealed",
    "documents_valid": "documents_in_force",
    "licences": "licensing_decided",
    "punishments": "penalties_decided",
    "coercion": "coercion_decided",
    "fees": "fees_charged",
    "reconsideration.corrected": "reviews_corrected",
    "reconsideration.other": None,
    "reconsideration.pending": None,
    "direct.upheld": None,
    "direct.corrected": None,
    "direct.pending": None,
    "direct.total": "litigated_directly",
    "after.upheld": None,
    "after.total": "litigated_after_review",
}
"""The third hand's names that it guessed, and the product's codes for them.

In order: results 部分公开, 不予公开, 无法提供, 不予处理, 其他处理 (sums of their rows); applicants of
what was newly received: 自然人, 法人或其他组织 (sum of its columns), 商业企业; table 二: 规章 and
行政规范性文件 as made, repealed and in force, 行政许可, 行政处罚, 行政强制, 行政事业性收费 (万元); cells of
table 四: 行政复议, 未经复议直接起诉, 复议后起诉. None where the product has no such quantity: the
number is then printed and says nothing. What the hand wrote as a cell and the product has as a
quantity of its own is said as that quantity.
"""

_MARK = re.compile(r"\{([?!@]?)([\w.]+)([%^]?)=(-?[\d.]+)(?:\|([^}]*))?\}")


def _coded(text: str) -> str:
    """The text with the product's codes instead of the third hand's names."""
    return _MARK.sub(_code, text)


def _code(mark: re.Match[str]) -> str:
    code = CODES.get(mark[2], mark[2])
    if code is None:
        return str(mark[4] if mark[5] is None else mark[5])
    words = "" if mark[5] is None else f"|{mark[5]}"
    sign = "" if mark[1] == "@" and code != mark[2] else mark[1]
    return f"{{{sign}{code}{mark[3]}={mark[4]}{words}}}"


def _no(text: str, agency: str = "") -> Written:
    """A passage that says nothing of the tables."""
    return Written(text, agency, trap=True)


RECEIVED = (
    "{y}年，{s}共收到政府信息公开申请{received=28}件，内容主要集中在征地补偿方面。",
    "本年度我局新收政府信息公开申请{received=16}件，申请人多通过邮政寄递方式提出。",
    "全年共接收公民、法人和其他组织提出的政府信息公开申请{received=112}件。",
    "{y}年度，向我局提出的政府信息公开申请共{received=7}件，我局逐件登记、逐件答复。",
    "依申请公开方面，本年度收到申请{received=35}项，涉及项目审批、资金分配等内容。",
    "报告期内，{s}收到信息公开申请{received=9}条，未发生逾期答复情形。",
    "{y}年我局依申请公开信息共计{received=21}条，申请内容以历史档案查询居多。",
    "对外公布的受理渠道畅通，全年受理政府信息公开申请{received=44}件。",
    "针对本部门有关业务办理情况的政府信息公开申请，全年共收到{received=13}件。",
    "本年度共登记依申请公开事项{received=58}宗，同比略有上升。",
    "公民、法人提出的政府信息公开申请，{s}全年共收到{received=19}件次。",
    Written("{y}年，我镇收到政府信息公开申请{received=4}件，均与宅基地有关。", "镇"),
    Written("我街道全年收到依申请公开政府信息{received=6}件，均按程序办理。", "街道"),
    Written("{y}年{s}收到群众提交的政府信息公开申请{received=3}份。", "乡"),
)

BALANCE = (
    "{y}年新收政府信息公开申请{received=46}件，上年结转{carried_in=3}件；本年度办结"
    "{answered=47}件，结转下年度继续办理{carried_over=2}件。",
    "我局上年度结转申请{carried_in=5}件，本年新收申请{received=61}件，年内答复"
    "{answered=64}件，其余{carried_over=2}件结转至{next}年办理。",
    "本年新收政府信息公开申请{received=12}件，上年结转{carried_in=1}件，均已办结。{!answered=13|}",
    "收到政府信息公开申请{received=90}件，已答复{answered=86}件，尚有{carried_over=4}件"
    "未到答复期限，转入下一年度办理。",
    "另有{last}年结转至本年度办理的政府信息公开申请{carried_in=6}件。",
    "截至{y}年12月31日，有{carried_over=3}件政府信息公开申请尚在办理期限内，结转下年度继续办理。",
    "全年收到政府信息公开申请{received=25}件，加上年结转的{carried_in=2}件，合计27件。",
    "本年度新收政府信息公开申请{received=33}件，无上年结转件{carried_in=0|}，按期办结"
    "{answered=33}件，无结转下年件{carried_over=0|}。",
    "政府信息公开申请新收{received=150}件，办结{answered=149}件，结转下年{carried_over=8}件。"
    "{!carried_in=7|}",
    "{s}{y}年收到政府信息公开申请{received=18}件，答复{answered=17}件，剩余"
    "{carried_over=1}件依法延期，将于{next}年1月答复。",
    "本年度答复政府信息公开申请{answered=72}件，其中上年结转{carried_in=4}件。",
    "上年结转{carried_in=2}件，本年收到信息公开申请{received=8}件，本年办理完毕{answered=10}件，"
    "没有结转下年度办理的申请。{carried_over=0|}",
    "新收政府信息公开申请{received=5}件，上年未办结转入{carried_in=1}件，年底前答复"
    "{answered=5}件，{carried_over=1}件结转下年。",
    "依申请公开工作有序开展，全年收到申请{received=240}件，办结{answered=233}件，"
    "{carried_over=7}件按规定结转下一年度。",
)

RESULTS = (
    "本年度办结政府信息公开申请{answered=40}件，其中予以公开{granted=25}件，部分公开"
    "{partly=4}件，不予公开{denied=3}件，无法提供{unable=6}件，其他处理{otherwise=2}件。",
    "在办结的申请中，予以公开{granted=11}件，不予公开{denied=2}件，无法提供{unable=3}件。",
    "{y}年收到申请{received=10}件，其中予以公开{granted=7}件、部分公开{partly=1}件、"
    "无法提供{unable=2}件。",
    "全年答复申请{answered=56}件，予以公开的{granted=30}件，因本机关不掌握相关信息无法提供的"
    "{@3.4.1=20}件，不予处理的{unprocessed=6}件。{!unable=20|}",
    "对政府信息公开申请，我局作出予以公开答复{granted=14}件、部分公开答复{partly=5}件。",
    "政府信息公开申请办理结果为：予以公开{granted=8}件，部分公开{partly=0}件，不予公开"
    "{denied=1}件，无法提供{unable=4}件，不予处理{unprocessed=0}件，其他处理{otherwise=1}件。",
    "申请答复情况：全部公开{granted=17}件，区分处理后部分公开{partly=3}件，不予公开{denied=2}件。",
    "本年度我局答复申请{answered=9}件，均为予以公开。{!granted=9|}",
    "已办结的{answered=31}件申请中，予以公开{granted=19}件，占六成以上。",
    "收到政府信息公开申请{received=6}件，全部予以公开。{!granted=6|}{!answered=6|}",
    "年内办理完毕{answered=22}件政府信息公开申请，其中{granted=12}件予以公开，"
    "{unable=9}件无法提供，{otherwise=1}件作其他处理。",
    "对要求公开的信息，经审查予以公开{granted=65}件，不予公开{denied=12}件，"
    "不予处理{unprocessed=7}件。",
    "共答复政府信息公开申请{answered=15}件：予以公开{granted=5}件，部分公开{partly=2}件，"
    "无法提供{unable=8}件。",
    "办理结果中，属于不予处理情形的政府信息公开申请{unprocessed=3}件，其余均予以答复。",
    "其他处理的政府信息公开申请{otherwise=2}件，均为申请人主动撤回。{@3.6.3=2|}",
    "本年度没有作出不予公开决定的政府信息公开申请。{denied=0|}",
    "全年办结依申请公开{answered=104}件，从办理结果看，予以公开{granted=48}件，部分公开"
    "{partly=16}件，不予公开{denied=10}件，无法提供{unable=22}件，不予处理{unprocessed=5}件，"
    "其他处理{otherwise=3}件。",
)

REASONS = (
    "不予公开的政府信息公开申请{denied=4}件，其中属于内部事务信息{@3.3.5=1}件、属于行政执法案卷"
    "{@3.3.7=3}件。",
    "本年度无法提供{unable=9}件，其中本机关不掌握相关政府信息{@3.4.1=7}件，没有现成信息需要"
    "另行制作{@3.4.2=2}件。",
    "不予处理政府信息公开申请{unprocessed=5}件，包括信访举报投诉类申请{@3.5.1=4}件、重复申请"
    "{@3.5.2=1}件。",
    "因涉及国家秘密而不予公开的申请{@3.3.1=1}件，因保护第三方合法权益而不予公开的申请{@3.3.4=2}件。",
    "申请人无正当理由逾期不补正、我局不再处理其申请的有{@3.6.1=3}件。",
    "全年办结申请{answered=20}件，其中属于过程性信息不予公开{@3.3.6=2}件，补正后申请内容仍不明确"
    "{@3.4.3=1}件。",
    "不予公开{denied=6}件，均属行政查询事项，已告知申请人依照有关规定办理。{@3.3.8=6|}",
    "{s}全年无法提供政府信息的申请{unable=12}件，均为本机关不掌握相关政府信息。{@3.4.1=12|}",
    "予以公开{granted=18}件；不予公开{denied=3}件，其中其他法律行政法规禁止公开{@3.3.2=1}件、"
    "属于行政执法案卷{@3.3.7=2}件；不予处理{unprocessed=1}件，为重复申请。{@3.5.2=1|}",
    "办结{answered=8}件，其中予以公开{granted=6}件，本机关不掌握相关政府信息{@3.4.1=2}件。",
)

APPLICANTS = (
    "{y}年共收到政府信息公开申请{received=36}件，其中自然人申请{natural=30}件，法人或其他组织申请"
    "{organisations=6}件。",
    "新收政府信息公开申请{received=12}件，申请人均为自然人。{!natural=12|}",
    "从申请主体看，自然人提出政府信息公开申请{natural=88}件，商业企业提出{businesses=7}件。",
    "本年度收到信息公开申请{received=20}件，其中公民个人提出{natural=17}件，商业企业提出{businesses=3}件。",
    "自然人向我局申请公开政府信息{natural=24}件，法人和其他组织申请公开政府信息"
    "{organisations=2}件。",
    "今年新收的政府信息公开申请中，自然人{natural=51}件，法人或其他组织{organisations=9}件。",
    "公民个人向{s}提出政府信息公开申请{natural=103}件，占绝大多数。",
    "收到自然人政府信息公开申请{natural=5}件，未收到法人或其他组织提出的申请。{organisations=0|}{!received=5|}",
    "全年收到商业企业提出的政府信息公开申请{businesses=4}件，均为查询招投标信息。",
    "{y}年新收政府信息公开申请{received=75}件。按申请人分，自然人{natural=69}件，"
    "商业企业{businesses=6}件。",
)

NONE = (
    "{y}年，{s}未收到政府信息公开申请。{received=0|}",
    "本年度未接到公众要求公开政府信息的申请{received=0|}，也没有上年结转的申请。{carried_in=0|}",
    "我局全年无政府信息公开申请。{received=0|}",
    "{y}年度我局没有因政府信息公开被申请行政复议。{reviewed=0|}",
    "本年度未发生因政府信息公开引起的行政复议和行政诉讼。{reviewed=0|}{litigated=0|}",
    "全年无因政府信息公开工作被提起行政诉讼的情况。{litigated=0|}",
    "我局收到依申请公开申请{received=0}件，被申请行政复议{reviewed=0}件，被提起行政诉讼"
    "{litigated=0}件。",
    "政府信息公开行政复议、行政诉讼均为零。{reviewed=0|}{litigated=0|}",
    "本年度{s}未制发行政规范性文件。{documents_made=0|}",
    "{y}年我局没有废止行政规范性文件。{documents_repealed=0|}",
    "全年未作出行政强制决定。{coercion=0|}",
    "我局{y}年度无行政事业性收费。{fees=0|}",
    "{y}年我局收到政府信息公开申请数为零，结转下年度办理数为零。{received=0|}{carried_over=0|}",
    "本年度未收到公民、法人或其他组织的政府信息公开申请{received=0|}，未产生因政府信息公开"
    "提请的行政复议。{reviewed=0|}",
    "依申请公开工作开展情况：{y}年度我局没有收到任何形式的信息公开申请。{received=0|}",
    Written("{y}年，{s}未收到依申请公开政府信息的申请。{received=0|}", "镇"),
    Written("街道{y}年度收到政府信息公开申请数为{received=0}。", "街道"),
    "截至{y}年底，我局无未办结的政府信息公开申请结转下年度。{carried_over=0|}",
)

CASES = (
    "因政府信息公开被申请行政复议{reviewed=3}件，其中结果维持{@reconsideration.upheld=2}件，"
    "尚未审结{@reconsideration.pending=1}件。",
    "{y}年，涉及{s}的政府信息公开行政复议案件{reviewed=5}件，行政诉讼案件{litigated=2}件。",
    "本年度我局因政府信息公开被提起行政诉讼{litigated=1}件，法院判决驳回原告诉讼请求。",
    "全年政府信息公开行政复议{reviewed=8}件，其中维持{@reconsideration.upheld=5}件、纠正"
    "{@reconsideration.corrected=1}件、其他结果{@reconsideration.other=2}件。",
    "发生涉政府信息公开行政诉讼{litigated=4}件，其中未经复议直接起诉{@direct.total=3}件，"
    "复议后起诉{@after.total=1}件。",
    "政府信息公开行政复议{reviewed=1}件，结果维持{@reconsideration.upheld=1|}；"
    "没有发生行政诉讼。{litigated=0|}",
    "因不服我局政府信息公开答复，申请人提起行政复议{reviewed=2}起，提起行政诉讼{litigated=1}起。",
    "未发生因政府信息公开引发的行政诉讼{litigated=0|}，被申请行政复议{reviewed=2}件，均尚未审结。"
    "{@reconsideration.pending=2|}",
    "本年度政府信息公开类行政复议案件共{reviewed=11}宗，同比减少3宗。",
    "信息公开行政诉讼案件{litigated=6}宗，均为未经复议直接起诉，其中结果维持{@direct.upheld=4}宗，"
    "尚未审结{@direct.pending=2}宗。{@direct.total=6|}",
    "{s}因政府信息公开工作被申请行政复议{reviewed=7}件，被提起行政诉讼{litigated=0}件。",
    "当事人因政府信息公开对我局提起行政诉讼{litigated=3}件，其中复议后起诉{@after.total=3}件，"
    "结果均为维持。{@after.upheld=3|}",
    "涉及政府信息公开的行政复议有{reviewed=4}件，无一被纠正。{@reconsideration.corrected=0|}",
)

TABLE_TWO = (
    "{y}年，{s}制发行政规范性文件{documents_made=2}件，废止{documents_repealed=1}件，"
    "现行有效{documents_valid=14}件。",
    "本年度制定行政规范性文件{documents_made=1}件，按程序报备并公开。",
    "截至{y}年底，我局现行有效行政规范性文件{documents_valid=9}件。",
    "{y}年我局废止行政规范性文件{documents_repealed=3}件，并在门户网站更新目录。",
    "全年作出行政许可决定{licences=312}件，行政处罚决定{punishments=47}件。",
    "{s}本年度办理行政许可{licences=1208}件，全部在政务大厅办结。",
    "行政许可处理决定{licences=86}件，行政处罚处理决定{punishments=5}件，行政强制处理决定"
    "{coercion=0}件。",
    "本年度作出行政处罚决定{punishments=19}件，作出行政强制决定{coercion=2}件。",
    "{y}年我局行政处罚共处理决定{punishments=62}起。",
    "全年行政事业性收费{fees=47.10}万元。",
    "{y}年，{s}收取行政事业性收费共计{fees=126.5}万元，收费目录和标准均已公开。",
    "我局全年行政事业性收费金额为{fees=1.23|12300}元。",
    "行政许可{licences=530}件、行政处罚{punishments=28}件、行政强制{coercion=4}件，均按规定归集"
    "公示。",
    Written(
        "{y}年制发政府规章{rules_made=2}件，废止{rules_repealed=1}件，现行有效规章"
        "{rules_valid=23}件。",
        "市",
    ),
    Written(
        "现行有效政府规章{rules_valid=31}件、行政规范性文件{documents_valid=186}件，均已集中公开。",
        "市",
    ),
    Written("本年度市政府未制定规章。{rules_made=0|}", "市"),
    Written("{y}年{s}作出行政许可决定{licences=15}件，主要为乡村建设规划许可。", "镇"),
    "本年作出行政许可决定{licences=94}项，未作出行政处罚和行政强制决定。"
    "{punishments=0|}{coercion=0|}",
    "年内新制发行政规范性文件{documents_made=4}份，无废止文件{documents_repealed=0|}。",
    "全年共实施行政强制{coercion=6}件，其处理决定已按要求录入。",
)

NUMERALS = (
    "{y}年，我局共收到政府信息公开申请{received=14|十四}件，已答复{answered=14|十四}件。",
    "全年收到政府信息公开申请{received=28|２８}件，上年结转{carried_in=2|２}件。",
    "新收政府信息公开申请{received=1452|1,452}件，办结{answered=1440|1,440}件。",
    "本年度收到申请{received=2|两}件，均予以公开。{!granted=2|}",
    "因政府信息公开被申请行政复议{reviewed=3|三}件，无行政诉讼。{litigated=0|}",
    "作出行政许可决定{licences=2306|２３０６}件，行政处罚决定{punishments=15|１５}件。",
    "我局制发行政规范性文件{documents_made=3|三}件。",
    "全年收到信息公开申请{received=105|一百零五}件，内容多与拆迁有关。",
    "本年度受理政府信息公开申请{received=20|二十}件，其中自然人{natural=18|十八}件。",
    "作出行政处罚决定{punishments=1036|1，036}件，已依法公开。",
)

SHARES = (
    "全年收到政府信息公开申请{received=45}件，同比增长{received^=12.5}%。",
    "{y}年新收政府信息公开申请{received=88}件，较上年下降{received^=-20|20}%。",
    "办结信息公开申请{answered=80}件，其中予以公开{granted=30}件，占{granted%=37.5}%。",
    "全年答复{answered=200}件，予以公开{granted=110}件，占办结总数的{granted%=55}%；不予公开"
    "{denied=16}件，占{denied%=8}%。",
    "{s}收到政府信息公开申请{received=60}件，比上年减少{received^=-25|25}%，申请量明显回落。",
    "本年度办结申请{answered=40}件，予以公开的占{granted%=62.5}%，即{granted=25}件。",
)

PARAGRAPHS = (
    "{y}年，我局进一步畅通受理渠道，规范登记、审核、答复各环节。全年收到政府信息公开申请"
    "{received=32}件，办结{answered=30}件，结转下年{carried_over=2}件。未发生超期答复。",
    "依申请公开工作平稳有序。本年新收申请{received=27}件，上年结转{carried_in=1}件，全部按期"
    "办结。{!answered=28|}因政府信息公开被申请行政复议{reviewed=1}件。",
    "今年以来，{s}严格落实《条例》要求，修订了办理规程。全年共收到信息公开申请{received=64}件，其中自然人"
    "{natural=60}件，法人或其他组织{organisations=4}件。",
    "主动公开方面，全年制发行政规范性文件{documents_made=2}件。依申请公开方面，收到申请"
    "{received=11}件，均已办结。{!answered=11|}",
    "{y}年收到政府信息公开申请{received=17}件。经办理，予以公开{granted=9}件，部分公开"
    "{partly=2}件，无法提供{unable=6}件。",
    "我局指定专人负责申请办理，做到件件有登记。本年度共答复政府信息公开申请{answered=50}件。其中，"
    "予以公开{granted=33}件，不予公开{denied=7}件，无法提供{unable=10}件。",
    "本年度未收到政府信息公开申请。{received=0|}也未发生因政府信息公开引起的行政复议、行政诉讼。"
    "{reviewed=0|}{litigated=0|}",
    "对政府信息公开申请，我局依法依规答复，加强与申请人沟通。全年被申请行政复议{reviewed=2}件，"
    "复议机关均予维持。{@reconsideration.upheld=2|}未发生行政诉讼案件。{litigated=0|}",
    "政府信息管理进一步规范。{y}年制发行政规范性文件{documents_made=3}件，废止"
    "{documents_repealed=2}件。截至年底，现行有效{documents_valid=21}件，均已在网站专栏公布。",
    "严格执行行政执法公示制度。全年作出行政许可决定{licences=420}件、行政处罚决定"
    "{punishments=33}件。未作出行政强制决定。{coercion=0|}",
    "{y}年度我局收到政府信息公开申请{received=8}件，主要通过网站在线提交。办理结果为予以公开"
    "{granted=5}件、本机关不掌握相关政府信息{@3.4.1=3}件。均以书面形式送达申请人。",
    "一年来，我局把依申请公开作为联系群众的重要途径。新收申请{received=120}件，办结"
    "{answered=118}件。剩余{carried_over=2}件尚在期限内，结转下一年度办理。",
    "上年结转的{carried_in=4}件申请已于年初全部答复。本年新收申请{received=39}件，年底前"
    "全部办结，没有结转下年的申请。{carried_over=0|}{!answered=43|}",
    "依申请公开。{y}年，收到申请{received=23}件，同比增长{received^=15}%。申请内容主要涉及"
    "工程建设、财政资金等。",
    "全年共收到信息公开申请{received=9}件。申请人中，自然人{natural=8}件，商业企业{businesses=1}件。"
    "所有申请均按期答复。{?answered=9|}",
    "我局因政府信息公开被提起行政诉讼{litigated=2}件。其中，未经复议直接起诉{@direct.total=1}件，"
    "复议后起诉{@after.total=1}件。",
    Written(
        "{y}年，{s}收到政府信息公开申请{received=2}件，均已答复申请人。{!answered=2|}"
        "没有发生行政复议和行政诉讼。{reviewed=0|}{litigated=0|}",
        "乡",
    ),
    Written(
        "我委不断完善依申请公开工作机制。本年度收到申请{received=15}件，其中予以公开"
        "{granted=10}件，无法提供{unable=5}件。",
        "卫健",
    ),
    Written(
        "青禾分局高度重视依申请公开工作。{y}年收到申请{received=12}件，予以公开{granted=6}件，"
        "无法提供{unable=4}件，其他处理{otherwise=2}件。",
        "分局",
    ),
    Written(
        "市政府办公室{y}年收到政府信息公开申请{received=210}件。办结{answered=205}件，结转下年度"
        "{carried_over=5}件。",
        "办",
    ),
    "收费方面，我局严格按目录执行。{y}年行政事业性收费{fees=8.64}万元。",
    "答复质量持续提升。本年度不予公开{denied=2}件，均为行政执法案卷信息。{@3.3.7=2|}"
    "不予处理{unprocessed=1}件，为信访类申请。{@3.5.1=1|}",
)

LONGER = (
    "我局按照“谁公开、谁审查”的原则做好信息发布工作。{y}年新收政府信息公开申请{received=37}件。"
    "上年结转{carried_in=2}件，年内办结{answered=38}件，结转下年度{carried_over=1}件。",
    "全年收到政府信息公开申请{received=14}件。申请内容涉及规划许可、环境影响评价等方面。",
    "{s}持续规范依申请公开答复文书。全年予以公开{granted=21}件，部分公开{partly=3}件。"
    "不予公开{denied=4}件，理由均在答复书中载明。",
    "本年度我局未被申请政府信息公开行政复议。{reviewed=0|}因政府信息公开被提起行政诉讼"
    "{litigated=1}件，尚在审理中。",
    "规范性文件管理方面，坚持立改废并举。{y}年新制定行政规范性文件{documents_made=5}件，废止"
    "{documents_repealed=4}件。",
    "行政执法信息及时公示。本年度作出行政处罚决定{punishments=208}件。作出行政强制决定"
    "{coercion=11}件。",
    "我局严格执行收费目录清单制度。全年行政事业性收费{fees=310.75}万元。所收款项全部缴入国库。",
    "依申请公开渠道保持畅通。{y}年共收到自然人提出的政府信息公开申请{natural=42}件，法人或其他组织"
    "提出的申请{organisations=3}件。均在法定期限内作出答复。",
    "全年受理政府信息公开申请{received=29}件。其中涉及历史遗留问题的11件，答复难度较大。",
    "本年度办结政府信息公开申请{answered=16}件。平均答复时间为9个工作日，比法定时限缩短11个工作日。",
    "{y}年，我局没有收到政府信息公开申请。{received=0|}全年通过网站公开信息512条，其中政策文件20条。",
    "全年共收到政府信息公开申请{received=55}件。上年同期为48件，增加7件。",
    "因政府信息公开产生行政复议{reviewed=4}件。其中结果维持{@reconsideration.upheld=3}件，"
    "结果纠正{@reconsideration.corrected=1}件。已针对纠正的案件开展复盘。",
    "{s}对无法提供的信息均说明理由。本年度无法提供{unable=7}件，其中本机关不掌握相关政府信息"
    "{@3.4.1=5}件，补正后申请内容仍不明确{@3.4.3=2}件。",
    "收到政府信息公开申请{received=3|三}件，办结{answered=3|三}件。"
    "没有行政复议、行政诉讼案件。{reviewed=0|}{litigated=0|}",
    "政务服务效能稳步提升。全年办结行政许可{licences=1764|1,764}件。受理咨询电话5200余次。",
    "我局制发行政规范性文件{documents_made=2|两}件。发布文字解读2篇，图文解读1篇。",
    "截至{y}年12月31日，现行有效的行政规范性文件{documents_valid=17}件。已全部录入统一公开平台。",
    Written(
        "镇党政办负责依申请公开的统一登记。{y}年共收到申请{received=5}件，予以公开{granted=4}件，"
        "无法提供{unable=1}件。",
        "镇",
    ),
    Written(
        "街道未收到政府信息公开申请。{received=0|}全年接听12345热线转办件388件，办结率为100%。",
        "街道",
    ),
    Written(
        "{y}年，市政府制定规章{rules_made=3}件。废止规章{rules_repealed=2}件。"
        "现行有效规章{rules_valid=40}件。",
        "市",
    ),
    Written(
        "我局收到政府信息公开申请{received=18}件，办结{answered=18}件。"
        "全县水利系统收到申请45件，由各单位分别统计。",
        "水利",
    ),
    Written(
        "本局全年作出行政处罚决定{punishments=73}件。各县（市、区）局作出行政处罚决定1940件。",
        "市监",
    ),
    "{last}年度我局收到政府信息公开申请24件。{y}年收到申请{received=30}件，办结{answered=30}件。",
    "存在的不足是答复说理不够充分。{next}年将组织专题培训3次，覆盖人员200人。",
    "我局加强网站和新媒体管理。全年发布微信文章268篇，微博213条，回复网民留言54条。",
    "政府信息公开工作纳入年度考核，分值权重为4%。{y}年未开展责任追究，社会评议结果良好。",
    "我局认真开展制度学习。全年组织专题学习3次，参训85人次，印发学习材料120份。",
    "认真做好建议提案办理工作。承办人大代表建议16件、政协委员提案21件，已全部答复。"
    "答复全文公开30件。",
    "行政应诉能力不断增强。全年办理民事诉讼案件3件、劳动仲裁案件2件，均已结案。",
    "强化保密审查。对812条拟发布信息逐条审核，退回修改19条。",
    "{last}年，我局因政府信息公开被申请行政复议3件，均获维持。相关经验已整理成案例。",
    "依申请公开累计办理量稳步增长。自2008年5月至今，累计收到申请2240件。",
    "组织规范性文件专项清理。共梳理文件132份，提出继续有效、修改等意见并上报。",
    "开展信用信息归集。全年向信用平台推送数据1.6万条，其中修复信用46条。",
    "我局收到的信访事项较为集中。全年登记信访件77件，办结75件，其余2件结转下年办理。",
)

OWN_NAME = (
    Written("{y}年，县应急局收到政府信息公开申请{received=10}件，办结{answered=10}件。", "应急"),
    Written("南屏区人社局全年共收到信息公开申请{received=41}件，自然人占多数。", "人社"),
    Written("区审计局{y}年共受理政府信息公开申请{received=2}件。", "审计"),
    Written("县水利局因政府信息公开被申请行政复议{reviewed=1}件。", "水利"),
    Written("市交通局全年作出行政处罚决定{punishments=910}件。", "交通"),
    Written("区教育局{y}年制发行政规范性文件{documents_made=1}件。", "教育"),
    Written("市市场监管局收到信息公开申请{received=366}件，办结{answered=350}件。", "市监"),
    Written("县司法局本年度依申请公开政府信息{received=5}件。", "司法"),
)

OTHER_YEARS = (
    _no("{last}年，我局共收到政府信息公开申请31件，为做好本年工作提供了参考。"),
    _no("自2008年以来，我局历年累计受理政府信息公开申请420件。"),
    _no("《条例》施行以来，累计收到政府信息公开申请1365件，办结1365件。"),
    "{y}年收到政府信息公开申请{received=26}件，{last}年为34件，减少8件。",
    "本年度新收政府信息公开申请{received=70}件，比上年增加12件。",
    _no("{next}年，我局计划公开行政规范性文件3件，进一步规范依申请公开办理。"),
    _no("下一年度，拟对现行10件规范性文件开展评估，视情予以修改或者废止。"),
    "因政府信息公开被申请行政复议{reviewed=2}件，比{last}年的5件明显减少。",
    _no("{last}年度我局依申请公开答复18件，当时即已全部送达申请人。"),
)

OF_OTHERS = (
    _no("全市住建系统共收到政府信息公开申请865件，办结850件。", "住建"),
    _no("全区各中小学共收到信息公开申请6件，由学校直接答复。", "教育"),
    _no("全县自然资源系统年内被申请行政复议9件，县局予以指导。", "资源"),
    _no("我局下属水库管理所收到信息公开申请2件。", "水利"),
    _no("指导全县27个部门办理政府信息公开申请143件。", "司法"),
    "我局收到政府信息公开申请{received=40}件。下属各单位另收到申请7件，由其自行办理。",
    _no("全市各级行政机关共收到政府信息公开申请5230件，办结5106件。", "办"),
    _no("各县（市、区）交通运输部门共作出行政处罚决定3115件。", "交通"),
    _no("局属二级单位区救助管理站收到信息公开申请1件。", "民政"),
    _no("办公室承办政府信息公开申请11件，法规科承办5件，其余由业务科室承办。"),
)

PART_ONLY = (
    "{y}年收到政府信息公开申请{received=52}件，其中网络申请38件、信函申请12件、当面申请2件。",
    _no("通过政府网站依申请公开系统收到的申请有24件，其他渠道的申请另行登记。"),
    "收到信息公开申请{received=85}件，涉及土地征收的40件，涉及房屋拆迁的21件。",
    _no("对内容不明确的申请，一次性告知补正6件，申请人均按要求作了补正。"),
    _no("经征求第三方意见后公开的申请有2件。"),
    "全年收到信息公开申请{received=30}件，办结{answered=30}件，其中延期答复3件。",
    _no("当面提交的政府信息公开申请有5件，工作人员现场指导填写申请表。"),
    "予以公开和部分公开合计{granted_or_partly=15}件，已将相关材料复印件送达申请人。",
    "全年收到信息公开申请{received=66}件，其中上半年29件，下半年37件。",
    _no("第四季度收到政府信息公开申请8件，全部按期答复。"),
)

OTHER_COUNTS = (
    _no("全年通过门户网站主动公开政府信息1286条，政务微信发布信息342条。"),
    _no("受理12345热线工单2031件，办结2031件，群众满意率98.6%。"),
    _no("全年收到领导信箱来信97件，均在5个工作日内回复。"),
    _no("{y}年办理人大代表建议12件、政协提案9件，答复文件均已公开。"),
    _no("全年受理群众来信来访146件，办结140件。"),
    _no("召开政府信息公开工作会议4次，举办培训班2期，培训人员130人次。"),
    _no("政府信息公开查阅点全年接待群众查询258人次，提供资料91份。"),
    _no("举办新闻发布会3场，发布政策解读稿件25篇，回应公众关切14次。"),
    _no("按时办结率达到100%，答复满意率达到99%。"),
    _no("政务公开工作在全区考核中得92.5分，位列第3名。"),
    _no("门户网站全年独立访问量56万次，信息更新量3120条。"),
    _no("全年公开财政预决算信息16条、重大项目信息38条。"),
    _no("对拟公开的信息进行保密审查，认定不予公开信息46条。"),
    _no("全年就政府信息公开向公众提供电话咨询服务320次。"),
    _no("编制政府信息公开目录5大类27项，修订指南1次。"),
)

OTHER_CASES = (
    _no("全年审理行政复议案件86件，审结80件。", "司法"),
    _no("我局因具体行政行为被提起行政诉讼2起，均已胜诉。"),
    _no("本年度我局工伤认定类行政诉讼案件14件，行政复议案件6件。", "人社"),
    _no("县政府作为复议机关，受理对各部门提起的行政复议申请58件。", "县"),
    "我局因政府信息公开被申请行政复议{reviewed=1}件。因行政处罚被申请行政复议另有7件，不在此列。",
    _no("收到涉及政府信息公开工作的举报投诉1件，经核查不属实。"),
    _no("行政机关负责人出庭应诉6次，出庭率100%。"),
    _no("派员参加法院组织的行政诉讼庭审旁听2次，受教育40人次。"),
    _no("参与劳动人事争议仲裁案件212件，调解成功150件。", "人社"),
)

OTHER_TABLE_TWO = (
    _no("全年清理失效、废止的规范性文件和其他文件85件。"),
    _no("对各乡镇报送备案的规范性文件11件进行了审查。", "司法"),
    _no("公布行政许可事项目录32项，逐项编制办事指南。"),
    _no("权责清单共列行政处罚事项214项、行政强制事项9项。"),
    _no("起草并提请县政府印发文件2件，均由县政府办公室公开。", "水利"),
    _no("对行政规范性文件制作图解、音视频解读共7个。"),
    _no("向申请人收取信息处理费400元，已全额上缴财政。"),
    _no("我局{y}年未收取政府信息公开信息处理费。"),
    _no("全年罚没收入35.2万元，已足额缴入国库。"),
    _no("政府集中采购项目6个，采购金额251.3万元，采购信息均已公开。"),
    _no("开展“双随机、一公开”检查63次，检查结果全部公示。"),
    _no("核发教师资格证件由上级部门统一办理，我局协助受理材料780份。", "教育"),
    _no("开展行政处罚案卷评查，抽取案卷20件，评定优秀案卷4件。"),
)

NEIGHBOURS = (
    "主动公开政府信息980条。收到政府信息公开申请{received=15}件。",
    "全年办理热线工单610件，均已办结。依申请公开方面，收到申请{received=4}件，予以公开"
    "{granted=4}件。",
    "{last}年结转申请{carried_in=1}件，本年收到申请{received=22}件。办理政协提案8件，答复率100%。",
    "未发生因政府信息公开引起的行政诉讼。{litigated=0|}全年参与其他行政应诉案件5件。",
    "我局制发行政规范性文件{documents_made=1}件，配套解读3篇。",
    "全年未收到政府信息公开申请。{received=0|}收到网民留言35条，均在网站公开回复。",
    "办结行政许可{licences=77}件。行政许可事项由18项压减为15项。",
    "全年收到政府信息公开申请{received=13}件。举办公众开放日活动2次，邀请代表30人参加。",
    "本年度行政事业性收费{fees=5.2}万元。财政专项经费20万元用于网站维护。",
    "作出行政处罚决定{punishments=12}件，罚款金额8.5万元，处罚信息均已公示。",
    "政府信息公开申请办结{answered=34}件，平均办理时长12个工作日。向10名申请人作了电话回访。",
    "信访部门转来信访件19件，不属于政府信息公开申请。全年收到政府信息公开申请{received=6}件。",
    Written(
        "本年度收到政府信息公开申请{received=9}件。",
        preface="根据《条例》和国办公开办函〔2021〕30号文件要求编制本报告，"
        "全年主动公开各类信息450条。",
    ),
    Written(
        "本年度收到政府信息公开申请{received=21}件，予以公开{granted=13}件。",
        preface="本报告是继{last}年度报告之后编制，所列数据的统计期限自{y}年1月1日起至"
        "{y}年12月31日止。如有疑问，请与我局办公室联系。",
    ),
)


def _kind(written: tuple[Written | str, ...]) -> tuple[Written, ...]:
    """The passages with an agency where none is named, and with the product's codes."""
    every = [Written(one) if isinstance(one, str) else one for one in written]
    return tuple(
        replace(
            one,
            text=_coded(one.text),
            preface=_coded(one.preface),
            agency=one.agency or OFFICES[number % len(OFFICES)],
        )
        for number, one in enumerate(every)
    )


KINDS: Final[dict[str, tuple[Written, ...]]] = {
    "third: received": _kind(RECEIVED),
    "third: balance": _kind(BALANCE),
    "third: results": _kind(RESULTS),
    "third: reasons": _kind(REASONS),
    "third: applicants": _kind(APPLICANTS),
    "third: none": _kind(NONE),
    "third: cases": _kind(CASES),
    "third: table two": _kind(TABLE_TWO),
    "third: numerals": _kind(NUMERALS),
    "third: shares": _kind(SHARES),
    "third: paragraphs": _kind(PARAGRAPHS),
    "third: longer": _kind(LONGER),
    "third: own name": _kind(OWN_NAME),
    "third: other years": _kind(OTHER_YEARS),
    "third: of others": _kind(OF_OTHERS),
    "third: part only": _kind(PART_ONLY),
    "third: other counts": _kind(OTHER_COUNTS),
    "third: other cases": _kind(OTHER_CASES),
    "third: other table two": _kind(OTHER_TABLE_TWO),
    "third: neighbours": _kind(NEIGHBOURS),
}
"""The passages by the kind of their wording."""
