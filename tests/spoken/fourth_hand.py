"""Passages by a fourth hand, who has read neither the product's code nor the other passages."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from tests.spoken.passage import Written

CODES: Final[dict[str, str | None]] = {
    "partly": "partly_granted",
    "denied": "refused",
    "unable": "unable",
    "unprocessed": "unprocessed",
    "other": "otherwise",
    "natural": "by_persons",
    "legal": "by_organisations",
    "business": None,
    "research": None,
    "charity": None,
    "lawyers": None,
    "rules_made": "regulations_issued",
    "rules_repealed": None,
    "rules_valid": None,
    "norms_made": "documents_issued",
    "norms_repealed": "documents_repealed",
    "norms_valid": "documents_in_force",
    "licences": "licensing_decided",
    "punishments": "penalties_decided",
    "coercion": "coercion_decided",
    "fees": "fees_charged",
}
"""Names in this file of quantities whose codes this hand could not know, and their codes.

In order: requests partly granted, denied, that could not be provided, not processed, handled
otherwise; received from natural persons, from legal persons and other organisations together, from
businesses, research institutes, public-benefit organisations, legal services; of table 二 rules and
normative documents made, repealed, in force, decisions on licences, punishments, coercion, and the
fees charged, in 万元.
"""

_MARK = re.compile(r"\{([?!]?)([\w/]+)([%^]?)=(-?[\d.０-９]+)(?:\|([^}]*))?\}")


def _no(text: str, agency: str = "") -> Written:
    """A passage that says nothing of the tables."""
    return Written(text, agency, trap=True)


def _beside(text: str, agency: str = "") -> Written:
    """A passage that says something of the tables beside what could be taken for it."""
    return Written(text, agency, trap=True)


def _coded(one: Written | str) -> Written:
    """The passage with the product's codes for the names used here."""
    written = Written(one) if isinstance(one, str) else one
    return replace(written, text=_MARK.sub(_code, written.text))


def _code(mark: re.Match[str]) -> str:
    """A mark with the product's code; only its number as printed where there is none."""
    codes = [CODES.get(name, name) for name in mark[2].split("/")]
    words = "" if mark[5] is None else f"|{mark[5]}"
    if None in codes:
        return str(mark[4] if mark[5] is None else mark[5])
    return f"{{{mark[1]}{'/'.join(map(str, codes))}{mark[3]}={mark[4]}{words}}}"


RECEIVED = (
    "{y}年，{s}新收到公民、法人和其他组织提出的政府信息公开申请{received=26}件。",
    "本年度我局新收政府信息公开申请{received=34}件，内容多与群众切身利益相关。各承办科室能够按时提出答复意见。",
    "依申请公开方面，全年共收到申请{received=112}件，登记、转办、答复各环节均有台账可查。",
    "{a}{y}年共接收政府信息公开申请{received=58}件，申请人主要关注政策依据和办事结果。",
    "{y}年1月1日至12月31日，我单位收到政府信息公开申请{received=7|七}件。",
    "全年收到书面和网上政府信息公开申请合计{received=23}件，均按规定登记编号。办公室每月通报一次办理进度。",
    "一年来，{s}共收到要求公开政府信息的申请{received=41}宗，承办科室均在规定时限内提出意见。",
    "本机关{y}年收到依申请公开政府信息事项{received=15}项。",
    "我局{y}年度新收政府信息公开申请{received=１９}件，主要通过当面递交和邮寄方式提出。",
    "规范办理依申请公开工作，{y}年受理政府信息公开申请{received=88}件，未发生因程序不当引发的投诉。",
    "畅通受理渠道，本年度累计收到政府信息公开申请{received=1326|1,326}件。",
    "收到群众政府信息公开申请{received=12|十二}份，全部按规定程序办理。",
    "{y}年我局共收到政府信息依申请公开件{received=46}件，数量与上年基本持平。申请人对答复总体满意。",
    "今年，向{s}提出的政府信息公开申请共{received=5}件，均由办公室统一受理。",
    Written(
        "{y}年，我镇共收到村民提交的政府信息公开申请{received=4}件，内容涉及土地征收补偿和宅基地审批。",
        "镇",
    ),
    Written("本街道全年收到政府信息公开申请{received=13}条，主要涉及房屋征收。", "街道"),
    Written("收到政府信息公开申请{received=9}件，涉及水库移民、河道管理等内容。", "水利"),
    Written("{s}全年新收信息公开申请{received=270}件，咨询热点为线路调整和出租汽车管理。", "交通"),
)

CARRIED = (
    "{y}年新收政府信息公开申请{received=39}件，上年结转{carried_in=3}件，"
    "本年办结{answered=40}件，结转下年度继续办理{carried_over=2}件。",
    "上年度结转至本年度办理的政府信息公开申请{carried_in=4}件，均已于一季度办结。办理中加强了与申请人的沟通。",
    "截至{y}年12月31日，尚有{carried_over=6}件政府信息公开申请未到答复期限，结转至{next}年继续办理。",
    "本年收到申请{received=17}件，答复{answered=16}件，另有{carried_over=1}件结转下一年度办理。{!carried_in=0|}",
    "{last}年结转申请{carried_in=2}件，{y}年新收申请{received=20}件，全部办结，"
    "无结转下年度事项。{!answered=22|}{carried_over=0|}",
    "年内新收政府信息公开申请{received=64}件（不含上年结转{carried_in=5}件）。",
    "政府信息公开申请方面，结转下年度办理的有{carried_over=3|三}件。我局将依法按时答复。",
    "至年末未办结、转入{next}年继续办理的申请共{carried_over=8}件。",
    "我局{y}年新收申请{received=10}件，没有上年结转的申请。{carried_in=0|}",
    "加上{last}年转来的{carried_in=1}件，{s}本年度应办政府信息公开申请20件，已答复{answered=18}件，"
    "其余{carried_over=2}件转{next}年办理。{!received=19|}",
    "新收{received=75}件、上年结转{carried_in=7}件、办结{answered=79}件、结转下年{carried_over=3}件，"
    "以上为{s}{y}年政府信息公开申请办理总体数据。",
    "本年度答复政府信息公开申请{answered=31}件，含上年结转{carried_in=2}件。",
    "受理政府信息公开申请{received=140}件，已办结{answered=134}件，"
    "因需征求第三方意见等原因结转下年度{carried_over=6}件。{!carried_in=0|}",
    "无上年度结转的政府信息公开申请，亦无结转下年度继续办理的申请。{carried_in=0|}{carried_over=0|}",
)

RESULTS = (
    "在已答复的申请中，予以公开{granted=18}件，部分公开{partly=4}件。",
    "办理结果为：予以公开{granted=12}件，不予公开{denied=2}件，无法提供{unable=5}件。",
    "{y}年共办结政府信息公开申请{answered=30}件，其中予以公开{granted=16}件、部分公开{partly=3}件、"
    "不予公开{denied=4}件、无法提供{unable=5}件、不予处理{unprocessed=2}件。",
    "收到申请{received=6}件，全部予以公开。{granted=6|}{!answered=6|}",
    "我局对{granted=9}件申请作出予以公开的答复，对{partly=1}件申请作出部分公开的答复。",
    "本年度作出政府信息公开申请答复{answered=52}件，予以公开的{granted=27}件。答复文书统一使用规范格式。",
    "从处理结果看，{granted=40}件予以公开，{unable=11}件无法提供，{other=3}件作其他处理。",
    "部分公开{partly=2|两}件，主要是对涉及个人隐私的内容作了区分处理。答复前均履行了审核程序。",
    "予以公开{granted=7|七}件，部分公开{partly=1|一}件，其余申请因不掌握相关信息无法提供。",
    "答复申请人{answered=14}件，其中：予以公开{granted=8}件，部分公开{partly=2}件，"
    "无法提供{unable=4}件。",
    "各类答复中，“予以公开”{granted=103}件，“部分公开”{partly=22}件，“不予公开”{denied=17}件，"
    "“无法提供”{unable=46}件，“不予处理”{unprocessed=9}件，“其他处理”{other=13}件。",
    "全年办结政府信息公开申请{answered=5}件，办理结果均为予以公开。{granted=5|}",
    "申请办理结果：予以公开{granted=２１}件；部分公开{partly=６}件；不予公开{denied=３}件。",
    "经审查，予以公开的申请有{granted=15}件，没有作出不予公开决定的申请。{denied=0|}",
    "本年依申请公开办结{answered=11}件，同意公开{granted=11}件。",
    "{s}全年办结申请{answered=48}件，部分公开{partly=5}件，不予处理{unprocessed=1}件，"
    "申请人主动撤回后终止办理{@3.6.3=2}件。",
)

DENIED = (
    "不予公开{denied=3}件，其中属于国家秘密{@3.3.1=1}件，属于三类内部事务信息{@3.3.5=2}件。",
    "因公开会损害第三方合法权益而不予公开的申请{@3.3.4=2}件。",
    "作出不予公开决定{denied=6}件，理由分别为属于四类过程性信息{@3.3.6=4}件、"
    "属于行政执法案卷{@3.3.7=2}件。",
    "{y}年我局不予公开的政府信息公开申请共{denied=1|一}件，原因是涉及商业秘密且权利人不同意公开。{@3.3.4=1|}",
    "依法不予公开{denied=8}件，均向申请人书面说明了理由。答复书同时载明救济途径。",
    "属于行政查询事项的{@3.3.8=5}件，已告知申请人依照有关规定查询。",
    "在办结的{answered=37}件申请中，有{denied=5}件因属于法定不予公开情形未予公开。",
    "对申请内容属于行政执法案卷信息的，依法作出不予公开决定{@3.3.7=3|三}件。",
    "不予公开{denied=2}件，均为过程性信息。{@3.3.6=2|}",
    "没有因涉及国家秘密或者危及“三安全一稳定”而不予公开的申请。{@3.3.1=0|}{@3.3.3=0|}",
)

UNABLE = (
    "无法提供{unable=9}件，其中本机关不掌握相关政府信息{@3.4.1=7}件，"
    "没有现成信息需要另行制作{@3.4.2=2}件。",
    "因本机关不掌握相关政府信息而无法提供的申请有{@3.4.1=13}件。",
    "补正后申请内容仍不明确的{@3.4.3=1}件，已按规定告知申请人。",
    "不予处理{unprocessed=4}件，均为信访举报投诉类申请。{@3.5.1=4|}",
    "不予处理的申请{unprocessed=7}件，其中重复申请{@3.5.2=5}件，信访、举报、投诉类{@3.5.1=2}件。",
    "无法提供的申请共{unable=3|三}件，均因没有现成信息、需要另行制作。{@3.4.2=3|}",
    "申请人无正当理由逾期不补正，{s}不再处理其申请的有{@3.6.1=2}件。",
    "办结{answered=25}件，其中无法提供{unable=10}件，占比较高。主要原因是申请事项不属于我局职责。",
    "其他处理{other=6}件，包括逾期不补正{@3.6.1=4}件和申请人撤回申请等其他情形{@3.6.3=2}件。",
    "本年度没有作出不予处理的答复，无法提供的{unable=2}件均已告知理由。{unprocessed=0|}",
    "对重复申请依法不予处理{@3.5.2=1}件。",
    "无法提供{unable=４}件，不予处理{unprocessed=２}件，其他处理{other=１}件。",
)

APPLICANTS = (
    "新收申请{received=44}件，其中自然人申请{natural=38}件，法人或其他组织申请{legal=6}件。",
    "从申请主体看，自然人提出{natural=71}件，商业企业提出{business=9}件。",
    "全年收到政府信息公开申请{received=8}件，申请人均为自然人。{natural=8|}",
    "{y}年收到自然人申请{natural=19}件、商业企业申请{business=3}件、"
    "法律服务机构申请{lawyers=2}件，合计{received=24}件。申请人情况与往年相近。",
    "本年新收的{received=16}件申请中，由公民个人提出的{natural=14}件，由企业提出的{business=2}件。",
    "来自科研机构的政府信息公开申请{research=1}件，来自社会公益组织的{charity=2}件。",
    "收到法人和其他组织提出的政府信息公开申请{legal=11}件，占比不高。",
    "收到的政府信息公开申请全部由自然人提出，共{received=3}件。{natural=3|}",
    "{s}今年收到律师事务所等法律服务机构提出的信息公开申请{lawyers=4}件。",
    "自然人申请{natural=205}件，仍是最主要的申请群体。商业企业申请{business=18}件，"
    "科研机构申请{research=2}件。",
    "新收申请{received=27}件，按申请人分，自然人{natural=22}件，商业企业{business=4}件，"
    "社会公益组织{charity=1}件。",
    "公民提出的政府信息公开申请{natural=10|十}件，企业提出的{business=2|两}件，均已答复。",
    "收到政府信息公开申请{received=6}件，没有法人或者其他组织提出申请。{legal=0|}{!natural=6|}",
)

CASES = (
    "{y}年，因政府信息公开工作被申请行政复议{reviewed=3}件、被提起行政诉讼{litigated=1}件。",
    "本年度{s}政府信息公开行政复议案件{reviewed=4}件，其中结果维持{@reconsideration.upheld=3}件，"
    "结果纠正{reviews_corrected=1}件。",
    "因政府信息公开引发行政复议{reviewed=2|两}起，复议机关均维持我局答复。"
    "{@reconsideration.upheld=2|}",
    "全年发生政府信息公开类行政诉讼{litigated=2}件，均为复议后起诉，人民法院判决驳回原告诉讼请求。"
    "{@litigation_after_reconsideration.upheld=2|}{!litigated_after_review=2|}",
    "申请人不服政府信息公开答复申请行政复议{reviewed=6}件，其中维持{@reconsideration.upheld=4}件，"
    "其他结果{@reconsideration.other=1}件，尚未审结{@reconsideration.pending=1}件。",
    "我局被提起政府信息公开行政诉讼{litigated=1|一}件，未经复议直接起诉，目前尚未审结。"
    "{@litigation_direct.pending=1|}",
    "未发生因政府信息公开被申请行政复议的情况，发生行政诉讼{litigated=1}件。{reviewed=0|}",
    "政府信息公开行政复议{reviewed=9}件、行政诉讼{litigated=5}件，较上年均有所下降。我局认真履行复议决定和法院判决。",
    "涉及政府信息公开的行政复议{reviewed=1}件，被复议机关责令重新答复。我局已在期限内重新作出答复。{reviews_corrected=1|}",
    "本机关因政府信息公开被申请复议{reviewed=12}件，被纠正{reviews_corrected=2}件；"
    "被提起诉讼{litigated=4}件。",
    "{y}年度政府信息公开行政诉讼案件{litigated=3}件，其中未经复议直接起诉且结果维持的"
    "{@litigation_direct.upheld=2}件，复议后起诉尚未审结的"
    "{@litigation_after_reconsideration.pending=1}件。"
    "{!litigated_directly=2|}{!litigated_after_review=1|}",
    "因信息公开事项引起的行政复议{reviewed=5}宗，行政诉讼案件为零。{litigated=0|}",
    "监督救济方面，政府信息公开行政复议申请{reviewed=2}件，申请人撤回申请后复议机关终止审理，"
    "计入其他结果。{@reconsideration.other=2|}",
    "当事人就我局政府信息公开答复提起行政复议的{reviewed=１}件，提起行政诉讼的{litigated=０}件。",
    "全年共有{reviewed=7}件政府信息公开行政复议案件，另有{litigated=2}件政府信息公开行政诉讼案件。",
)

NORMS = (
    "全年制发行政规范性文件{norms_made=3}件，废止{norms_repealed=1}件，现行有效{norms_valid=14}件。",
    "{y}年，{s}印发行政规范性文件{norms_made=2}件，均在门户网站公布。网站规范性文件库保持动态更新。",
    "本年度新制定行政规范性文件{norms_made=1|一}件。",
    "截至年底，我局现行有效的行政规范性文件共{norms_valid=9}件。",
    "经清理，废止行政规范性文件{norms_repealed=4}件，年末现行有效{norms_valid=22}件。",
    "{s}以本机关名义制发行政规范性文件{norms_made=5}件，全部履行合法性审核和集体审议程序。",
    "本年未制发行政规范性文件，现行有效行政规范性文件{norms_valid=6}件。{norms_made=0|}",
    "发布行政规范性文件{documents_issued/documents_published=2|２}件，宣布废止{norms_repealed=１}件。",
    "出台行政规范性文件{norms_made=4}件，同步发布政策解读5篇。",
    "没有制定行政规范性文件，也没有废止行政规范性文件。{norms_made=0|}{norms_repealed=0|}",
    Written(
        "{y}年，市政府制定规章{rules_made=2}件，废止规章{rules_repealed=1}件，"
        "现行有效规章{rules_valid=31}件。",
        "市",
    ),
    Written(
        "全年制定政府规章{rules_made=1|一}件、行政规范性文件{norms_made=16}件。",
        "市",
    ),
    Written("市政府现行有效规章共{rules_valid=27}件，已在规章库集中公开。", "市"),
    Written("我镇{y}年未制定规章和行政规范性文件。{rules_made=0|}{norms_made=0|}", "镇"),
    Written("县政府全年制发行政规范性文件{norms_made=8}件，废止{norms_repealed=11}件。", "县"),
    Written("现行有效行政规范性文件{norms_valid=3|三}件，均为农村公路养护和客运管理方面。", "交通"),
)

DECISIONS = (
    Written("全年作出行政许可决定{licences=412}件，行政处罚决定{punishments=37}件。", "应急"),
    Written("{y}年，{s}办结行政许可{licences=96}件，作出行政处罚决定{punishments=5}件。", "水利"),
    Written(
        "行政许可处理决定{licences=23518|23,518}件，行政处罚处理决定{punishments=864}件，"
        "行政强制处理决定{coercion=12}件。",
        "市监",
    ),
    Written("本年度实施行政强制{coercion=3}件。", "城管"),
    Written(
        "{s}全年作出行政处罚决定{punishments=178}件、行政强制决定{coercion=21}件，"
        "处理结果按规定公开。执法信息公示做到及时、准确。",
        "城管",
    ),
    Written("{y}年共作出行政许可决定{licences=1506}项，按时办结率百分之百。", "住建"),
    Written("依法作出卫生行政处罚决定{punishments=64}件，未实施行政强制。{coercion=0|}", "卫健"),
    Written(
        "全年行政事业性收费{fees=126.35}万元，收费依据和标准均已公开。缴费渠道进一步拓宽。", "资源"
    ),
    Written("本年度收取行政事业性收费共计{fees=47.1}万元。", "人社"),
    Written("我局无行政事业性收费项目，本年收费金额为零。{fees=0|}", "审计"),
    Written("行政许可{licences=58}件、行政处罚{punishments=9}件、行政强制{coercion=0}件。", "应急"),
    Written("本局今年作出行政处罚决定{punishments=11|十一}件，均已在作出决定后公开。", "分局"),
    Written(
        "{y}年度行政许可决定{licences=７３}件，行政处罚决定{punishments=６}件，"
        "行政事业性收费{fees=0}万元。",
        "交通",
    ),
    Written(
        "全年核发各类行政许可，共作出处理决定{licences=2047|2,047}件；行政事业性收费金额"
        "{fees=1580.62}万元。",
        "资源",
    ),
    Written(
        "社会组织登记等行政许可作出决定共{licences=45}件，没有作出行政处罚决定。{punishments=0|}",
        "民政",
    ),
    Written(
        "本街道全年作出行政处罚决定{punishments=33}宗，无行政许可和行政强制事项。"
        "{licences=0|}{coercion=0|}",
        "街道",
    ),
    Written("全年收取行政事业性收费{fees=0.86|8600}元，已全部缴入国库。", "教育"),
)

NONE = (
    "{y}年，{s}未收到政府信息公开申请。{received=0|}",
    "本年度我局没有收到公民、法人和其他组织提出的政府信息公开申请，也无上年结转申请。"
    "{received=0|}{carried_in=0|}",
    "全年未发生因政府信息公开被申请行政复议或提起行政诉讼的情况。{reviewed=0|}{litigated=0|}",
    "政府信息公开申请：无。{received=0|}",
    "本年度收到政府信息公开申请{received=0|０}件，政府信息公开行政复议{reviewed=0|０}件，"
    "行政诉讼{litigated=0|０}件。",
    "我单位{y}年无政府信息公开行政复议、行政诉讼案件。{reviewed=0|}{litigated=0|}",
    "{y}年没有需要结转下年度继续办理的政府信息公开申请。{carried_over=0|}",
    "未接到要求公开政府信息的申请，未产生与政府信息公开有关的行政复议和行政诉讼。"
    "{received=0|}{reviewed=0|}{litigated=0|}",
    "{s}坚持以公开为常态、不公开为例外。今年未作出不予公开的答复。{denied=0|}",
    "无公众向本机关申请公开政府信息。{received=0|}",
    "收到政府信息公开申请{received=2}件，未发生行政复议和行政诉讼。{reviewed=0|}{litigated=0|}",
    Written(
        "本乡全年无依申请公开事项，亦无因信息公开引发的复议和诉讼。"
        "{received=0|}{reviewed=0|}{litigated=0|}",
        "乡",
    ),
    Written(
        "{y}年我镇依申请公开{received=0}件，无行政复议，无行政诉讼。{reviewed=0|}{litigated=0|}",
        "镇",
    ),
    Written(
        "我局未作出行政许可、行政处罚和行政强制决定。{licences=0|}{punishments=0|}{coercion=0|}",
        "审计",
    ),
)

SHARES = (
    "{y}年新收政府信息公开申请{received=54}件，同比增长{received^=12.5}%。",
    "全年收到政府信息公开申请{received=42}件，较{last}年下降{received^=-16|16}%。",
    "新收申请{received=40}件，其中自然人申请{natural=34}件，占{natural%=85}%。",
    "办结政府信息公开申请{answered=80}件，其中予以公开{granted=36}件，占办结总数的{granted%=45}%。",
    "本年度新收政府信息公开申请{received=150}件，比上年增长{received^=25}%，申请量继续上升。我局增加了办理人员。",
    "答复申请{answered=25}件，无法提供{unable=8}件，占全部答复的{unable%=32}%。我局将加强对申请人的指引。",
)

LONGER = (
    "我局指定专人负责依申请公开工作，完善登记、审核、答复流程。{y}年共收到政府信息公开申请"
    "{received=32}件，上年结转{carried_in=1}件。已办结{answered=31}件，结转下年{carried_over=2}件。",
    "严格依法办理依申请公开。全年新收申请{received=18}件，全部在法定期限内答复，其中予以公开"
    "{granted=11}件、无法提供{unable=7}件。未发生行政复议和行政诉讼。"
    "{!answered=18|}{reviewed=0|}{litigated=0|}",
    "本年度受理政府信息公开申请{received=9}件。从申请人看，自然人{natural=7}件，商业企业"
    "{business=2}件。从办理结果看，予以公开{granted=6}件，部分公开{partly=1}件，不予公开"
    "{denied=2}件。{!answered=9|}",
    Written(
        "加强行政规范性文件管理，落实公开审查和解读同步机制。全年制发{norms_made=2}件，"
        "废止{norms_repealed=3}件，截至年底现行有效{norms_valid=17}件。",
        "住建",
    ),
    Written(
        "做好行政执法公示。{y}年作出行政许可决定{licences=318}件，作出行政处罚决定"
        "{punishments=42}件，作出行政强制决定{coercion=1}件。决定信息按规定归集。",
        "应急",
    ),
    "{s}高度重视政府信息公开申请办理质量，对疑难申请逐件会商。全年答复申请{answered=67}件，"
    "因政府信息公开被申请行政复议{reviewed=2}件，均获维持，没有行政诉讼案件。"
    "{@reconsideration.upheld=2|}{litigated=0|}",
    "依申请公开渠道保持畅通。当年收到申请{received=5}件，较为集中的是政策咨询类内容。"
    "上述申请均已办结，没有结转下年度的申请。{!answered=5|}{carried_over=0|}{!carried_in=0|}",
    "{y}年我局收到政府信息公开申请{received=21}件。其中，予以公开{granted=9}件，"
    "不予公开{denied=3}件。不予公开的理由为属于内部事务信息{@3.3.5=1}件、"
    "属于过程性信息{@3.3.6=2}件。",
    Written(
        "我乡认真落实政府信息公开条例。今年收到村民申请{received=2|两}件，均已当面答复。"
        "没有发生复议、诉讼。{!answered=2|}{reviewed=0|}{litigated=0|}",
        "乡",
    ),
    "一年来申请总量保持平稳，新收{received=48}件。办理中坚持应公开尽公开，予以公开{granted=30}件，"
    "部分公开{partly=6}件。无法提供的{unable=8}件均已向申请人说明理由。",
    "监督救济渠道运行正常。因政府信息公开被申请行政复议{reviewed=3}件，结果维持"
    "{@reconsideration.upheld=2}件，尚未审结{@reconsideration.pending=1}件。"
    "被提起行政诉讼{litigated=1}件。",
    Written(
        "全年收取行政事业性收费{fees=312.4}万元，主要为不动产登记费。收费目录清单在门户网站"
        "动态更新。",
        "资源",
    ),
    "本年度新收政府信息公开申请{received=36}件，与去年相比略有增加。已办结{answered=33}件，"
    "尚有{carried_over=3}件在法定期限内，转入下年度办理。{!carried_in=0|}",
    Written(
        "市政府办公室承担本机关依申请公开工作。{y}年共收到申请{received=95}件，办结"
        "{answered=92}件。其中不予处理{unprocessed=6}件，其他处理{other=4}件。",
        "办",
    ),
    "我局全年未收到政府信息公开申请。制发行政规范性文件{norms_made=1}件，已同步解读。{received=0|}",
    "{y}年，共办结政府信息公开申请{answered=120}件。予以公开{granted=51}件、部分公开{partly=14}件、"
    "不予公开{denied=10}件、无法提供{unable=32}件、不予处理{unprocessed=8}件、其他处理{other=5}件。",
)

MORE = (
    "依申请公开工作平稳有序。{y}年，我局新收政府信息公开申请{received=43}件，办结{answered=41}件。"
    "不予处理{unprocessed=3}件，均依法告知。",
    "完善依申请公开办理规程，修订答复文书模板。本年度收到申请{received=16}件，已全部答复。{!answered=16|}"
    "因政府信息公开被申请行政复议{reviewed=1}件。",
    Written(
        "依法履行审批职责，全年作出行政许可决定{licences=67}件。加强取水、采砂监管，作出行政处罚决定"
        "{punishments=8}件。",
        "水利",
    ),
    Written(
        "加强执法信息公开。{y}年，{s}作出行政处罚决定{punishments=1254}件、行政强制决定{coercion=7}件。"
        "未收取行政事业性收费。{fees=0|}",
        "市监",
    ),
    "本年度未制发行政规范性文件。对存量文件开展清理，废止行政规范性文件{norms_repealed=2}件，"
    "现行有效{norms_valid=5}件。{norms_made=0|}",
    "{s}指定办公室统一受理政府信息公开申请。全年收到自然人提出的申请{natural=29}件、商业企业提出的申请"
    "{business=5}件。未收到科研机构提出的申请。{research=0|}",
    "{y}年，政府信息公开申请新收{received=84}件，上年结转{carried_in=4}件。申请人以自然人为主，"
    "共{natural=70}件。结转下年度继续办理{carried_over=5}件。{!answered=83|}",
    Written(
        "我街道按照上级部署推进政务公开。全年新收政府信息公开申请{received=20}件，答复{answered=20}件。"
        "予以公开{granted=8}件，部分公开{partly=5}件，无法提供{unable=7}件。",
        "街道",
    ),
    "强化法制审核，降低败诉风险。本年度政府信息公开行政复议{reviewed=8}件，维持"
    "{@reconsideration.upheld=7}件，纠正{reviews_corrected=1}件。政府信息公开行政诉讼"
    "{litigated=2}件。",
    Written(
        "县水利局坚持依法公开。{y}年未收到政府信息公开申请，没有上年结转事项。未因政府信息公开"
        "被申请行政复议。{received=0|}{carried_in=0|}{reviewed=0|}",
        "水利",
    ),
    Written(
        "深化不动产登记便民服务，办理时限再压缩。全年行政事业性收费金额{fees=2016.8}万元，"
        "作出行政处罚决定{punishments=19}件。",
        "资源",
    ),
    "答复质量稳步提高。全年办结政府信息公开申请{answered=58}件，不予公开{denied=4}件。"
    "其他处理{other=2}件，系申请人撤回申请。{@3.6.3=2|}",
    "政府信息公开申请办理台账健全。{y}年收到申请{received=31}件，其中商业企业{business=3}件，"
    "其余{natural=28}件均由自然人提出。",
    Written(
        "{s}认真办理群众申请。今年新收政府信息公开申请{received=6|六}件，均为当面提交。"
        "不存在结转下年度的申请。{carried_over=0|}",
        "乡",
    ),
    Written(
        "全年办理各类养老机构备案12家。作出行政许可决定{licences=28}件，均为社会组织登记。",
        "民政",
    ),
    Written(
        "{y}年，市政府公布规章{rules_made=3}件。对现行规章进行全面清理后，废止{rules_repealed=2}件。",
        "市",
    ),
    _beside(
        "{last}年收到政府信息公开申请19件，{y}年收到{received=25}件。申请量增长与征收项目增多有关。",
    ),
    _beside(
        "全年接收各类来信、来访86件次。属于政府信息公开申请的{received=15}件，已按规定登记办理。",
    ),
    _beside(
        "配合市级部门办理申请4件。以本机关名义答复政府信息公开申请{answered=36}件。",
    ),
    _beside(
        "办结行政复议案件47件，多为公安、市场监管领域。以本局为被申请人的政府信息公开行政复议"
        "{reviewed=1}件。",
        "司法",
    ),
    _no("全市规范性文件数据库收录文件326件。我局按要求做好本部门文件的报送和更新。"),
    _no("下一步，将继续规范办理流程。力争{next}年申请按时答复率保持100%，满意率达到95%以上。"),
    _no("组织政务公开业务测试1次，参加人员85人。平均成绩92分，达到预期效果。"),
    _no("收到“我为政府网站找错”平台转办留言3条。均在1个工作日内办结。"),
    _beside(
        "截至{y}年底，网站“政策文件”栏目累计公开文件218件。其中现行有效行政规范性文件"
        "{norms_valid=13}件。",
    ),
    _beside(
        "开展行政执法检查1,320家次，责令整改96家。作出行政处罚决定{punishments=24}件。",
        "应急",
    ),
)

OTHER_YEARS = (
    _no("{last}年，我局共收到政府信息公开申请31件。本年数据详见第三部分表格。"),
    _no("回顾{last}年，全年依申请公开答复26件，为今年工作打下了基础。"),
    _no("自2008年《条例》施行以来，{s}累计受理政府信息公开申请486件。"),
    _no("“十三五”期间我局共制发行政规范性文件19件。"),
    _beside("全年收到政府信息公开申请{received=28}件，比{last}年的24件有所增加。"),
    _beside("{y}年新收申请{received=33}件，较上年增加5件。"),
    _no("截至目前，我局政府信息公开申请历年累计收到203件，申请量总体平稳。"),
    _beside("上年因政府信息公开被申请行政复议3件，本年为{reviewed=1}件。"),
    _no("{next}年，计划制发行政规范性文件4件，已列入立项目录。"),
    _no("{last}年度作出行政处罚决定77件，相关案卷于今年接受了评查。", "市监"),
)

OTHER_BODIES = (
    _no("全市政务公开工作会议通报，{y}年全市各级行政机关共收到政府信息公开申请2,318件。"),
    _no("指导局属事业单位办理政府信息公开申请3件，督促其及时答复。"),
    _beside("全市共收到政府信息公开申请1,204件，其中{s}收到{received=63}件。"),
    _no("下属单位收到政府信息公开申请2件，由该单位自行答复。上述数据未计入本机关报告。"),
    _no("办公室组织对各科室办理依申请公开件情况开展检查，抽查答复书15件，发现文书不规范2件。"),
    _no("协助上级机关办理政府信息公开申请6件。有关材料均按时提供。"),
    _beside(
        "我局收到政府信息公开申请{received=11}件。下属市场服务中心另收到4件，自行办理。", "市监"
    ),
    _no("各学校通过校务公开栏收到并答复家长信息公开申请17件。", "教育"),
    _no("作为复议机构，全年办理以县直部门为被申请人的政府信息公开行政复议案件14件。", "司法"),
    _no("全市教育系统共作出行政许可决定530件，数据由市教育局统一发布。", "教育"),
)

PARTS = (
    _no("其中通过网上平台提交的政府信息公开申请13件，其余为信函和当面提交。"),
    _beside(
        "收到政府信息公开申请{received=29}件，其中网络申请17件，信函申请9件，当面申请3件。线上渠道已成为主要方式。"
    ),
    _beside("新收申请{received=35}件，涉及征地拆迁的21件，涉及财政资金的6件。热点较为集中。"),
    _no("涉及城市更新类的政府信息公开申请8件，占比较大。", "住建"),
    _beside("答复政府信息公开申请{answered=44}件，其中延期答复5件。"),
    _no("对7件内容复杂的申请，组织法律顾问出具了审查意见。"),
    _no("第四季度收到政府信息公开申请9件，较三季度明显增多。"),
    _no("向申请人发出补正通知书6份，征求第三方意见函4份。"),
    _beside("作出行政处罚决定{punishments=52}件，其中简易程序30件，普通程序22件。", "城管"),
    _no("全年作出施工许可类行政许可决定88件，其他许可事项的数据另行公布。", "住建"),
    _beside("全年新收政府信息公开申请{received=14}件，由同一申请人提出的有5件。"),
)

MEDIA = (
    _no("全年通过门户网站主动公开政府信息1,246条，其中工作动态类430条。"),
    _no(
        "政务微信公众号发布信息386条，政务微博发布信息152条，总阅读量21万次。新媒体传播力持续提升。"
    ),
    _no("公开规范性文件信息12条、财政信息8条、人事信息5条。"),
    _no("在信用平台公示行政处罚信息41条，及时率百分之百。", "应急"),
    _no("发布政策解读稿件23篇，其中图解7篇、视频2个。"),
    _no("举办政府开放日活动2次，邀请群众代表60人次参加。"),
    _no("印发政府公报6期，免费赠阅3,000册。", "办"),
    _no("全年召开政务公开专题会议3次，举办业务培训2期，培训110人次。干部公开意识明显增强。"),
    _no("网站“互动交流”栏目收到留言57条，答复57条，办结率100%。"),
    _no("办理12345政务服务便民热线工单962件，按时办结率99.6%。"),
    _no("办理局长信箱来信34件、人大代表建议5件、政协提案7件，均已答复。"),
    _no("主动公开人大代表建议和政协提案办理结果12件。"),
)

OTHER_LAW = (
    _no("全年收到行政许可申请640件，均实现“一窗受理”。办事指南同步公开。", "住建"),
    _no("立案查处违法案件29起，移送司法机关2起。", "市监"),
    _no("全年罚没款入库83.6万元，均按规定上缴。执法过程全程留痕。", "城管"),
    _no("{y}年，我局因行政处罚被申请行政复议4件，被提起行政诉讼2件，与政府信息公开无关。", "市监"),
    _no("依法办理工伤认定引发的行政诉讼案件11件，负责人出庭应诉率100%。", "人社"),
    _no("梳理公布行政许可事项清单，共列入许可事项26项。", "卫健"),
    _no("向司法行政部门报送规范性文件备案5件，报备率100%。"),
    _no("对拟出台的2件规范性文件草案公开征求意见，收到意见建议18条。"),
    _no("本年度未收取政府信息公开信息处理费。"),
    _no("本机关{y}年发出信息处理费收费通知{?fee_notices=2}件，实际收取信息处理费300元。"),
    _beside(
        "作出行政处罚决定{punishments=16}件，罚款合计42.5万元。因上述处罚引发行政复议1件。",
        "应急",
    ),
    _beside("收到信访件18件；收到政府信息公开申请{received=6}件，两类事项分别登记办理。"),
    _no("参与政府采购项目12个，采购金额215.8万元，采购结果均已公开。"),
)

NEIGHBOURS = (
    _beside(
        "制发公文126件，逐件标注公开属性。其中属于行政规范性文件的{norms_made=3}件。",
    ),
    _beside(
        "主动公开政府信息520条。依申请公开方面，新收申请{received=10}件，已答复{answered=9}件。",
    ),
    _beside(
        "接待群众来访咨询45人次，解答电话咨询130余次。全年新收政府信息公开申请{received=22}件。",
    ),
    _beside(
        "未发生因政府信息公开引发的行政复议。其他行政复议案件3件，均已审结。{reviewed=0|}",
    ),
    _beside(
        "废止失效的一般性工作文件14件。行政规范性文件方面，废止{norms_repealed=2}件，"
        "现行有效{norms_valid=11}件。",
    ),
    _beside("受理政府信息公开申请{received=38}件，平均答复用时9个工作日，最短2个工作日。"),
    _beside("依申请公开答复{answered=27}件，答复满意率96%，按时答复率100%。"),
    _beside(
        "保留行政许可事项9项。全年作出行政许可决定{licences=203}件，办理时限平均压缩40%。",
        "水利",
    ),
    _beside(
        "上年结转的{carried_in=2}件申请已在{y}年2月底前答复。本年共答复申请{answered=19}件。",
    ),
    _beside("新收政府信息公开申请{received=51}件，一件申请包含多项内容的共8件，涉及信息30项。"),
)

KINDS: Final[dict[str, tuple[Written | str, ...]]] = {
    kind: tuple(_coded(one) for one in written)
    for kind, written in (
        ("fourth: received", RECEIVED),
        ("fourth: carried", CARRIED),
        ("fourth: results", RESULTS),
        ("fourth: denied", DENIED),
        ("fourth: unable", UNABLE),
        ("fourth: applicants", APPLICANTS),
        ("fourth: cases", CASES),
        ("fourth: normative documents", NORMS),
        ("fourth: decisions and fees", DECISIONS),
        ("fourth: none", NONE),
        ("fourth: shares", SHARES),
        ("fourth: longer", LONGER),
        ("fourth: more than one sentence", MORE),
        ("fourth: other years", OTHER_YEARS),
        ("fourth: other bodies", OTHER_BODIES),
        ("fourth: parts", PARTS),
        ("fourth: media", MEDIA),
        ("fourth: other law", OTHER_LAW),
        ("fourth: neighbours", NEIGHBOURS),
    )
}
"""The passages by the kind of their wording."""
