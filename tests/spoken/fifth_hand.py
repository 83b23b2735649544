"""Passages by a fifth hand: what clerks commonly write, kind by kind, with their near misses.

The fifth hand knows the product's codes and has read the patterns; it wrote down what reports
print before any pattern was changed for it.
"""

from __future__ import annotations

from typing import Final

from tests.spoken.passage import Written


def _no(text: str, agency: str = "") -> Written:
    """A passage that says nothing of the tables."""
    return Written(text, agency, trap=True)


RECEIVED = (
    "全年共收到政府信息公开申请{received=23}件，申请方式以网络和信函为主。",
    "截至{y}年12月31日，我单位共接收政府信息公开申请{received=38}件。",
    "{y}年1月1日至12月31日，{s}受理依申请公开政府信息{received=9}件。",
    "我局{y}年度政府信息公开申请受理量为{received=64}件，较上年有所增长。",
    "本年度，我局政府信息公开申请总量为{received=131}件，同比增长{received^=3.1}%。",
    "{y}年新增政府信息公开申请{received=27}件，主要涉及惠民政策、项目建设。",
    "{y}年，本机关收到公民、法人和其他组织政府信息公开申请共{received=73}件，申请事项主要集中在"
    "社会保障、就业创业等领域。",
    "政府信息公开申请{y}年度收件{received=19}件。",
    "全年依申请公开受理{received=45}件，全部按时办结。{!answered=45|}",
    "{y}年收到的政府信息公开申请共{received=31}件，其中通过网络平台提交20件、通过邮寄提交11件。",
    "{s}畅通依申请公开渠道，{y}年收到申请{received=6}件，均依法答复。{?answered=6|}",
    "{y}年收到依申请公开件{received=12}件，比去年多4件。",
    "一年来，共有{received=15}件政府信息公开申请提交到我局。",
    "公民、法人或者其他组织向我局申请公开政府信息{received=52}件。",
    "我局{y}年政府信息公开申请数量为{received=98}件，上年为105件。",
    Written("{y}年度，全镇收到政府信息公开申请{received=3}件，均在法定期限内答复。", "镇"),
    Written(
        "{y}年全区各级行政机关共收到政府信息公开申请{received=1530}件，其中区住建局320件、"
        "区教育局45件。",
        "区",
    ),
    "{y}年度申请公开政府信息的有{received=33}件，答复{answered=33}件。",
    "全年共接到政府信息公开申请事项{received=18}项。",
    "收到依申请公开申请表{received=7}份，均已按规定办理。",
    "{y}年，{a}共收到政府信息公开申请{received=57}件。",
    "向我局提交的政府信息公开申请有{received=22}件，经审查均符合受理条件。",
    "{y}年度我局依申请公开政府信息工作中共收到申请{received=16}件。",
    "依申请公开情况：全年受理申请{received=10}件，涉及医疗卫生、教育收费等内容。",
    "全年收到的{received=26}件政府信息公开申请均按规定登记编号、依法答复。{!answered=26|}",
    "我局共收到各类政府信息公开申请{received=88}件，内容涉及民生保障等多个方面。",
    "办理依申请公开情况。{y}年{s}收到依申请公开信息{received=5}件。",
)
"""What was received, with the words and in the order that clerks choose."""

BALANCE = (
    "上年度结转申请{carried_in=3}件，本年度新收{received=47}件，共计50件；已办结{answered=48}件，"
    "{carried_over=2}件结转下年度办理。",
    "新收政府信息公开申请{received=18}件，加上上年结转的{carried_in=2}件，全年应办理20件，"
    "实际办结{answered=19}件，余{carried_over=1}件转入{next}年继续办理。",
    "本年度新收政府信息公开申请{received=29}件，全部办结，无结转下年度办理的申请。"
    "{!answered=29|}{carried_over=0|}",
    "政府信息公开申请办理情况：上年结转{carried_in=0}件，本年新收{received=10}件，本年办结"
    "{answered=10}件，结转下年{carried_over=0}件。",
    "全年收到政府信息公开申请{received=80}件，办结{answered=75}件。截至年底，尚有"
    "{carried_over=5}件申请正在办理中，将结转至下一年度。",
    "对{last}年结转的{carried_in=2}件政府信息公开申请，我局已全部办结。",
    "未办结的{carried_over=3}件政府信息公开申请将于{next}年继续办理。",
    "结转下一年度办理的政府信息公开申请{carried_over=4}件。",
    "年内未办结、转入下一年度继续办理的政府信息公开申请为{carried_over=2}件。",
    "本年度共有{received=41}件新收政府信息公开申请、{carried_in=3}件上年结转申请，均已办结。"
    "{!answered=44|}{!carried_over=0|}",
    "我局政府信息公开申请上年结转{carried_in=1}件、新收{received=20}件，答复{answered=21}件，"
    "结转下年{carried_over=0}件。",
    "{y}年末结转政府信息公开申请{carried_over=6}件。",
    "依申请公开方面，本年没有需要结转到下一年度的申请{carried_over=0|}，上年度也没有结转申请。"
    "{carried_in=0|}",
    "{y}年，我局收到政府信息公开申请{received=24}件，已办理完毕{answered=24}件，"
    "结转下年度{carried_over=0}件。",
    "收到政府信息公开申请{received=53}件，已办结{answered=50}件，正在办理{carried_over=3}件。",
    "全年办理政府信息公开申请{answered/received=17}件，办结率100%。",
    "上年结转{carried_in=5}件政府信息公开申请，已全部在本年度答复。",
    "政府信息公开申请中，{last}年结转{carried_in=1}件，{y}年新收{received=14}件，"
    "结转{next}年{carried_over=2}件。{!answered=13|}",
    "{y}年度收到政府信息公开申请{received=36}件，上年度未办结结转{carried_in=2}件，"
    "已办结{answered=38}件。",
)
"""What came, what was carried in and over, and what was answered."""

RESULTS = (
    "在答复的{answered=48}件政府信息公开申请中，予以公开{granted=20}件，部分公开"
    "{partly_granted=6}件，不予公开{refused=4}件，无法提供{unable=13}件，不予处理{unprocessed=3}件，"
    "其他处理{otherwise=2}件。",
    "从答复类型看，予以公开类{granted=16}件，部分公开类{partly_granted=3}件，不予公开类"
    "{refused=2}件，无法提供类{unable=9}件。",
    "全年答复政府信息公开申请{answered=16}件，决定予以公开{granted=7}件、部分公开"
    "{partly_granted=2}件、不予公开{refused=1}件、无法提供{unable=5}件、其他处理{otherwise=1}件。",
    "申请办理结果中“予以公开”{granted=25}件，“部分公开”{partly_granted=4}件，"
    "“无法提供”{unable=11}件。",
    "政府信息公开申请办理中，作出予以公开决定{granted=10}件，不予公开决定{refused=3}件，告知无法提供"
    "{unable=6}件。",
    "全年答复政府信息公开申请{answered=28}件，我局对{granted=15}件申请予以公开，对"
    "{partly_granted=2}件申请予以部分公开，对{refused=3}件申请决定不予公开，对{unable=8}件申请"
    "告知无法提供。",
    "收到政府信息公开申请{received=11}件，同意公开的{granted=9}件，同意部分公开的"
    "{partly_granted=1}件，不同意公开的{refused=1}件。",
    "全年办结政府信息公开申请{answered=13}件，全部为予以公开。{!granted=13|}",
    "依申请公开办理中，未出现不予公开、不予处理的情形。{refused=0|}{unprocessed=0|}",
    "共答复政府信息公开申请{answered=50}件，予以公开{granted=31}件（占{granted%=62}%），部分公开"
    "{partly_granted=5}件（占{partly_granted%=10}%），无法提供{unable=14}件（占{unable%=28}%）。",
    "{answered=22}件政府信息公开申请已办结：{granted=12}件予以公开，{partly_granted=1}件部分公开，"
    "{unable=7}件无法提供，{unprocessed=2}件不予处理。",
    "不予公开政府信息公开申请{refused=5}件，其中涉及国家秘密{@3.3.1=1}件，涉及第三方合法权益"
    "{@3.3.4=4}件。",
    "答复政府信息公开申请{answered=29}件，予以公开和部分公开{granted_or_partly=26}件，"
    "不予公开{refused=3}件。",
    "全年未作出不予公开政府信息的答复。{refused=0|}",
    "收到申请{received=9}件，按期答复率100%。其中全部公开{granted=6}件，部分公开"
    "{partly_granted=2}件，无法提供{unable=1}件。",
    "政府信息公开申请办理结果：（一）予以公开{granted=19}件；（二）部分公开{partly_granted=3}件；"
    "（三）不予公开{refused=2}件；（四）无法提供{unable=10}件；（五）不予处理{unprocessed=1}件；"
    "（六）其他处理{otherwise=2}件。",
    "本年度政府信息公开申请中，予以公开的{granted=14}件，予以部分公开的{partly_granted=1}件，"
    "不予公开的{refused=2}件，无法提供的{unable=5}件，不予处理的{unprocessed=1}件，作出其他处理的"
    "{otherwise=3}件。",
    "全年共答复申请{answered=21}件，其中，准予公开{granted=12}件，占比{granted%=57.1}%；"
    "无法提供{unable=9}件，占比{unable%=42.9}%。",
    "予以公开的政府信息公开申请{granted=40}件，部分公开的政府信息公开申请{partly_granted=6}件，"
    "不予公开的政府信息公开申请{refused=3}件。",
    "无法提供政府信息的{unable=8}件，不予处理的政府信息公开申请{unprocessed=2}件。",
    "政府信息公开申请的答复结果如下：予以公开{granted=5}件；部分公开{partly_granted=0}件；"
    "不予公开{refused=0}件；无法提供{unable=2}件；不予处理{unprocessed=0}件；其他{otherwise=0}件。",
    "作其他处理的申请{otherwise=4}件，均为申请人逾期不补正，我局不再处理其政府信息公开申请。"
    "{@3.6.1=4|}",
    "对不属于本机关公开范围的申请，告知申请人向有关机关提出。全年此类申请共3件。",
    "办结的政府信息公开申请中，予以公开的有{granted=18}件，不予公开的有{refused=2}件，"
    "无法提供的有{unable=7}件。",
    "依法予以公开{granted=8}件，依法不予公开{refused=1}件，依法不予处理{unprocessed=1}件，"
    "均出具了政府信息公开申请答复书。",
)
"""What became of requests."""

ROWS = (
    _no("因本机关不掌握相关政府信息而无法提供的申请{@3.4.1=6}件。"),
    _no("因没有现成信息、需要另行制作而无法提供的申请{@3.4.2=3}件。"),
    _no("申请人补正后内容仍不明确、无法提供的申请{@3.4.3=2}件。"),
    _no("因属于国家秘密不予公开的申请{@3.3.1=2}件。"),
    _no("因属于内部事务信息不予公开{@3.3.5=1}件，因属于过程性信息不予公开{@3.3.6=2}件。"),
    _no("重复申请不予处理{@3.5.2=3}件，信访举报投诉类申请不予处理{@3.5.1=5}件。"),
    _no("属于行政执法案卷信息、依法不予公开的申请{@3.3.7=4}件。"),
    "收到政府信息公开申请{received=30}件，因申请内容属于行政查询事项而不予公开的{@3.3.8=2}件，"
    "已告知办理途径。",
)
"""Single rows of the results, which are less than the sum that has their words."""

APPLICANTS = (
    "收到政府信息公开申请{received=30}件，申请人为自然人的{by_persons=28}件，为法人或其他组织的"
    "{by_organisations=2}件。",
    "{y}年收到的政府信息公开申请全部由自然人提出，共{received=9}件。{!by_persons=9|}",
    "来自自然人的政府信息公开申请{by_persons=60}件，来自法人或其他组织的申请"
    "{by_organisations=8}件。",
    "按申请主体划分，自然人申请{by_persons=33}件、法人或其他组织申请{by_organisations=4}件。",
    "收到政府信息公开申请{received=22}件，以个人名义提出申请{by_persons=21}件，以单位名义提出申请"
    "{by_organisations=1}件。",
    "本年度新收政府信息公开申请{received=44}件，无法人和其他组织提出的申请。{by_organisations=0|}"
    "{!by_persons=44|}",
    "政府信息公开申请中，自然人提出的占绝大多数，为{by_persons=70}件；法人及其他组织提出"
    "{by_organisations=5}件。",
    "新收申请{received=18}件，其中公民申请{by_persons=16}件，法人申请{by_organisations=2}件。",
    "自然人提交政府信息公开申请{by_persons=26}件，法人或其他组织提交政府信息公开申请"
    "{by_organisations=4}件。",
    "{y}年我局收到自然人政府信息公开申请{by_persons=37}件，收到法人或其他组织政府信息公开申请"
    "{by_organisations=6}件。",
    "公民个人申请公开政府信息{by_persons=11}件，企业申请公开政府信息3件。",
    "企业向我局申请公开政府信息4件，均为查询招标结果。",
    "某公司先后向我局提出政府信息公开申请7件。",
    "居民个人向我局提出的政府信息公开申请{by_persons=12}件，内容以拆迁补偿为主。",
)
"""Who asked."""

CASES = (
    "全年因政府信息公开工作引发行政复议{reviewed=2}件，均被复议机关维持。",
    "涉及我局政府信息公开的行政复议{reviewed=3}件、行政诉讼{litigated=1}件。",
    "因依申请公开被提起行政复议{reviewed=1}件，未被提起行政诉讼。{litigated=0|}",
    "申请人对我局政府信息公开答复不服，提起行政复议{reviewed=4}件，复议机关维持3件，纠正"
    "{reviews_corrected=1}件。",
    "发生政府信息公开行政诉讼案件{litigated=2}件，其中未经复议直接起诉{litigated_directly=2}件，"
    "复议后起诉{litigated_after_review=0}件。",
    "政府信息公开行政复议案件{reviewed=6}件，结果维持4件，结果纠正{reviews_corrected=1}件，"
    "尚未审结1件。",
    "全年政府信息公开行政复议和行政诉讼案件均为零。{reviewed=0|}{litigated=0|}",
    "未发生一起因政府信息公开引发的行政复议或行政诉讼案件。{reviewed=0|}{litigated=0|}",
    Written("{y}年，以县教育局为被申请人的政府信息公开行政复议案件5件。", "县", trap=True),
    "{y}年，以{s}为被申请人的政府信息公开行政复议案件{reviewed=5}件。",
    "以{s}为被告的政府信息公开行政诉讼案件{litigated=3}件，均胜诉。",
    "因政府信息公开被申请行政复议、提起行政诉讼均为0件。{reviewed=0|}{litigated=0|}",
    "政府信息公开工作未引发行政复议、行政诉讼。{reviewed=0|}{litigated=0|}",
    "全年无因信息公开引起的复议、诉讼案件。{reviewed=0|}{litigated=0|}",
    "在政府信息公开工作中，我局未被申请行政复议，未被提起行政诉讼。{reviewed=0|}{litigated=0|}",
    "涉及政府信息公开的行政复议被纠错{reviews_corrected=0}件，行政诉讼败诉{lawsuits_lost=0}件。",
    "全年发生涉及政府信息公开的行政复议案件{reviewed=9}件，行政诉讼案件{litigated=4}件。"
    "其中直接起诉{litigated_directly=1}件，复议后起诉{litigated_after_review=3}件。",
    "因政府信息公开引起的行政复议申请{reviewed=7}件，其中维持6件，终止1件。",
    "我局在政府信息公开领域被提起行政诉讼{litigated=1}起，法院判决维持；被申请行政复议"
    "{reviewed=2}起。",
    "申请人不服我局政府信息公开答复，向县政府申请行政复议{reviewed=3}件，向人民法院提起行政诉讼"
    "{litigated=2}件。",
    "{y}年政府信息公开行政复议{reviewed=2}件，行政诉讼{litigated=0}件，复议和诉讼均无败诉。"
    "{?lawsuits_lost=0|}",
    "因政府信息公开行政复议{reviewed=1}件，行政诉讼未发生。{litigated=0|}",
    Written("全年涉及本局的政府信息公开行政复议{reviewed=3}件、行政诉讼{litigated=2}件。", "司法"),
    Written("承办政府信息公开行政复议案件36件，审结31件。", "司法", trap=True),
)
"""Reviews and lawsuits."""

DOCUMENTS = (
    "本年度制定规范性文件{documents_issued=3}件，废止{documents_repealed=2}件，现行有效"
    "{documents_in_force=25}件。",
    "{y}年新制定出台行政规范性文件{documents_issued=4}件，均经过合法性审核并公开发布。",
    "截至{y}年底，现行有效的规范性文件共{documents_in_force=30}件。",
    "行政规范性文件：本年制发{documents_issued=2}件，废止{documents_repealed=0}件，现行有效"
    "{documents_in_force=11}件。",
    "全年共印发行政规范性文件{documents_issued=6}件，宣布废止{documents_repealed=5}件。",
    "目前，我局现行有效行政规范性文件{documents_in_force=8}件，均已在网站公开。",
    "本年度无新制发行政规范性文件{documents_issued=0|}，废止行政规范性文件"
    "{documents_repealed=1}件。",
    "{y}年底共有现行有效行政规范性文件{documents_in_force=13}件，其中本年新制发"
    "{documents_issued=1}件。",
    "对{documents_repealed=4}件行政规范性文件予以废止。",
    Written("{y}年市政府制定出台规章{regulations_issued=1}部，修改2部。", "市"),
    Written(
        "全年出台政府规章{regulations_issued=2}部，制发行政规范性文件{documents_issued=18}件。",
        "市",
    ),
    Written("{y}年新制定政府规章{regulations_issued=4}件，废止规章1件。", "市"),
    Written("我市全年未出台地方政府规章。{regulations_issued=0|}", "市"),
    Written("市政府以政府令形式公布规章{regulations_issued=3}件。", "市"),
    Written("{y}年，市政府未制定、修改或废止规章。{regulations_issued=0|}", "市"),
    Written("市政府全年制定规章{regulations_issued=2}件，均在政府公报和网站公布。", "市"),
    "我局行政规范性文件制发{documents_issued=2}件、废止{documents_repealed=1}件，"
    "现行有效{documents_in_force=19}件。",
    "全年新制发行政规范性文件{documents_issued=1}件，未废止行政规范性文件{documents_repealed=0|}，"
    "现行有效的行政规范性文件为{documents_in_force=7}件。",
    "年内制定印发规范性文件{documents_issued=5}份，清理后宣布废止规范性文件"
    "{documents_repealed=3}份。",
    "我局现有行政规范性文件{documents_in_force=12}件，全部集中公开。",
    "本年度未制定也未废止行政规范性文件。{documents_issued=0|}{documents_repealed=0|}",
    "{y}年没有新制发行政规范性文件{documents_issued=0|}，没有废止行政规范性文件。"
    "{documents_repealed=0|}",
    "行政规范性文件本年制发件数{documents_issued=3}件、本年废止件数{documents_repealed=1}件、"
    "现行有效件数{documents_in_force=16}件。",
    "印发文件63件，其中行政规范性文件{documents_issued=2}件。",
    _no("参与起草市政府行政规范性文件2件，提出修改意见14条。"),
    _no("{last}年制发行政规范性文件5件，已全部完成解读。"),
    _no("对拟出台的4件行政规范性文件公开征求意见，收到意见27条。"),
    _no("转发上级行政规范性文件19件，在网站同步公开。"),
    _no("审核各部门规范性文件草案31件，提出审核意见56条。", "司法"),
    _no("制定内部管理制度6件，印发各科室执行。"),
    _no("废止内部管理规定3项，修订工作流程2项。"),
)
"""Documents and regulations."""

DECISIONS = (
    "全年共办结行政许可{licensing_decided=640}件、行政处罚案件{penalties_decided=21}件。",
    "全年实施行政处罚{penalties_decided=52}件，行政强制{coercion_decided=3}件。",
    "行政许可处理决定数量{licensing_decided=312}件，行政处罚处理决定数量{penalties_decided=45}件，"
    "行政强制处理决定数量{coercion_decided=2}件。",
    "本年度办理行政许可{?licensing_decided=96}件，办理行政处罚{?penalties_decided=14}件。",
    "办结行政处罚案件{penalties_decided=31}件，处罚决定书均已公示。",
    "未实施行政许可、行政处罚和行政强制。{licensing_decided=0|}{penalties_decided=0|}"
    "{coercion_decided=0|}",
    "全年作出行政处罚决定{penalties_decided=68}件、采取行政强制措施{coercion_decided=9}件。",
    "下达行政处罚决定书{penalties_decided=38}份。",
    "本年度共作出行政许可{licensing_decided=305}件，其中准予许可301件，不予许可4件。",
    "行政执法方面，全年作出行政处罚{penalties_decided=77}件，罚没款23.6万元。",
    "行政许可{licensing_decided=1203}件，行政处罚{penalties_decided=86}件，行政强制"
    "{coercion_decided=0}件。",
    "{y}年，我局作出行政许可{licensing_decided=45}件，行政处罚{penalties_decided=12}件，"
    "未作出行政强制。{coercion_decided=0|}",
    "全年行政许可决定{licensing_decided=2031}件，行政处罚决定{penalties_decided=309}件。",
    "全年作出行政许可决定{licensing_decided=33}个、行政处罚决定{penalties_decided=6}个。",
    "{s}全年办理行政许可共{licensing_decided=518}件，按时办结率100%。",
    "行政许可方面，{y}年共作出决定{licensing_decided=74}件；行政处罚方面，共作出决定"
    "{penalties_decided=25}件。",
    "本年共作出行政处罚{penalties_decided=17}件；无行政许可、行政强制。{licensing_decided=0|}"
    "{coercion_decided=0|}",
    "全年行政强制处理决定{coercion_decided=5}件。",
    "“双公示”平台全年归集行政许可信息1250条、行政处罚信息230条。",
    _no("受理行政许可申请890件，接待现场咨询320人次。"),
    _no("政务服务大厅全年办理各类审批服务事项5231件。"),
    _no("公开行政许可结果信息420条、行政处罚结果信息61条。"),
    _no("编制行政许可事项清单45项、行政处罚事项清单120项、行政强制事项清单11项。"),
    _no("立案查处违法案件46起，移送公安机关3起。", "市监"),
    _no("全市交通系统作出行政许可决定8210件。", "交通"),
    _no("抽查行政许可案卷30件、行政处罚案卷40件。"),
    _no("{last}年作出行政处罚决定91件，全部公示。"),
    _no("撤销行政许可2件，注销行政许可17件。"),
)
"""Decisions of table two."""

FEES = (
    "{y}年我局行政事业性收费总额{fees_charged=45.2}万元。",
    "全年收取行政事业性收费{fees_charged=0.85|8500}元。",
    "征收行政事业性收费{fees_charged=1260.08}万元，全部上缴国库。",
    "本年度行政事业性收费为零。{fees_charged=0|}",
    "我局全年未收取任何行政事业性收费。{fees_charged=0|}",
    "行政事业性收费金额合计{fees_charged=77.6}万元，收费依据和标准已在网站公开。",
    "行政事业性收费本年收费金额{fees_charged=3.5}万元。",
    "本单位{y}年行政事业性收费{fees_charged=0}元。",
    _no("减免行政事业性收费36万元，惠及企业120家。"),
    _no("公开行政事业性收费项目8项及其依据、标准。"),
    _no("{last}年行政事业性收费12.4万元。"),
    _no("政府集中采购总金额320.5万元。"),
)
"""Fees."""

NONE = (
    "{y}年我局未收到依申请公开件。{received=0|}",
    "全年收到政府信息公开申请{received=0|零}件。",
    "{y}年度无政府信息公开申请{received=0|}，无因政府信息公开引发的行政复议和行政诉讼。"
    "{reviewed=0|}{litigated=0|}",
    "我局没有收到过政府信息公开方面的申请。{received=0|}",
    "没有公民、法人或其他组织向我局提出政府信息公开申请。{received=0|}",
    "{y}年{s}依申请公开数量为{received=0}。",
    "本年度，我局没有发生针对政府信息公开的行政复议、行政诉讼案件，也没有收到投诉举报。"
    "{reviewed=0|}{litigated=0|}",
    "全年收到政府信息公开申请{received=0}件，上年结转{carried_in=0}件，结转下年度{carried_over=0}件。",
    "{y}年本单位收到依申请公开政府信息为{received=0}件。",
    "我局{y}年度未接到政府信息公开申请{received=0|}，不存在因政府信息公开引起的行政复议、"
    "行政诉讼情况。{reviewed=0|}{litigated=0|}",
    "依申请公开：{y}年未收到任何政府信息公开申请。{received=0|}",
    "本年度未收到公民、法人和其他组织以任何形式提出的政府信息公开申请。{received=0|}",
    "我局全年政府信息公开申请受理数为{received=0}，行政复议数为{reviewed=0}，行政诉讼数为"
    "{litigated=0}。",
    "未收到政府信息公开申请，故无答复、结转情况。{received=0|}{?carried_over=0|}{?answered=0|}",
    "本年度未发生政府信息公开收费{?fee_notices=0|}，未收到政府信息公开申请。{received=0|}",
    "依申请公开申请数为零，行政复议、行政诉讼数均为零。{received=0|}{reviewed=0|}{litigated=0|}",
)
"""There was none."""

MIXED = (
    "（二）依申请公开。{y}年共收到政府信息公开申请{received=8}件，其中自然人{by_persons=7}件，"
    "法人{by_organisations=1}件；予以公开{granted=5}件，无法提供{unable=3}件。",
    "我局政府信息公开申请数量持续增长，由上年的60件增至{received=75}件，增长{received^=25}%。",
    "本年度主动公开信息1120条，制发行政规范性文件{documents_issued=2}件，收到政府信息公开申请"
    "{received=13}件，办结{answered=13}件，未发生行政复议、行政诉讼。{reviewed=0|}{litigated=0|}",
    "{y}年，依申请公开共收到申请{received=20}件，另有上年结转{carried_in=1}件，"
    "办结{answered=21}件。",
    "全年共收到网络申请15件、信函申请8件、当面申请1件，合计收到政府信息公开申请{received=24}件。",
    "我局受理政府信息公开申请{received=34}件，办结{answered=34}件，答复率100%，未收取任何费用。",
    "收到政府信息公开申请{received=6}件，均已答复，其中予以公开{granted=4}件。{!answered=6|}",
    "本年度新收政府信息公开申请{received=19}件，同比减少5件；办结{answered=19}件，同比减少3件。",
    "全年收到政府信息公开申请{received=42}件，其中要求公开财政资金信息的12件、要求公开人事信息的"
    "5件。",
    "依申请公开：收到{received=10}件，办结{answered=10}件，其中予以公开{granted=6}件、"
    "无法提供{unable=4}件。",
    "{y}年收到的申请数量为{received=51}件，较{last}年的40件增长{received^=27.5}%；办理结果为"
    "“予以公开”的{granted=22}件，均为政府信息公开申请。",
    "共收到政府信息公开申请{received=15}件，答复{answered=15}件；因政府信息公开引发行政复议"
    "{reviewed=1}件，结果为维持。",
)
"""Several things in a sentence or two."""

BESIDE = (
    _no("指导各镇街办理政府信息公开申请62件，规范答复文书格式。"),
    _no("全年对政府信息公开申请答复书开展合法性审核45件次。"),
    _no("就政府信息公开申请与申请人沟通联系37次。"),
    _no("受理群众来电咨询政府信息公开申请流程86次。"),
    _no("{last}年，我局收到政府信息公开申请62件，办结62件。"),
    _no("截至{last}年底，我局累计收到政府信息公开申请208件。"),
    _no("拟于{next}年制定行政规范性文件2件。"),
    _no("市政府向我局转办政府信息公开申请4件，均已反馈办理意见。"),
    _no("向上级部门移送政府信息公开申请2件。"),
    _no("收到其他行政机关征求意见函11件，按期回复11件。"),
    _no("为县档案馆、图书馆移送政府公开信息文件资料230件。"),
    _no("收到政府信息公开申请补正材料9件。"),
    _no("在“互联网+督查”平台收到问题线索3条，办结3条。"),
    _no("审查拟发布信息512条，退回修改18条，不予公开6条。"),
    _no("全年共收到群众来信来访申请事项21件，已全部办结。"),
    _no("受理社会救助申请312件，予以救助288件。", "民政"),
    _no("申请法院强制执行案件17件，执结12件。", "城管"),
    _no("政务公开满意度测评中，收回问卷200份，满意率96%。"),
    _no("每年答复政府信息公开申请约30件，工作压力较大。"),
    _no("我局办理的政府信息公开申请中有3件引发投诉。"),
    _no("去年我局收到政府信息公开申请14件，无一件超期。"),
    _no("县政府政务公开办公室全年转来政府信息公开申请5件。"),
    _no("个别单位收到政府信息公开申请2件未在规定期限答复。"),
    _no("培训中讲解典型案例12件，涉及政府信息公开申请8件。"),
    _no("由我局牵头答复的政府信息公开申请6件，配合其他单位答复3件。"),
)
"""Numbers beside requests, of others, or of other years."""

KINDS: Final[dict[str, tuple[Written | str, ...]]] = {
    "fifth: received": RECEIVED,
    "fifth: balance": BALANCE,
    "fifth: results": RESULTS,
    "fifth: rows": ROWS,
    "fifth: applicants": APPLICANTS,
    "fifth: cases": CASES,
    "fifth: documents": DOCUMENTS,
    "fifth: decisions": DECISIONS,
    "fifth: fees": FEES,
    "fifth: none": NONE,
    "fifth: mixed": MIXED,
    "fifth: beside": BESIDE,
}
"""The passages by the kind of their wording."""
