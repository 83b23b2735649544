"""Passages by a sixth hand: the same kinds in yet other words, written after those of the fifth."""

from __future__ import annotations

from typing import Final

from tests.spoken.passage import Written


def _no(text: str, agency: str = "") -> Written:
    """A passage that says nothing of the tables."""
    return Written(text, agency, trap=True)


RECEIVED = (
    "{y}年，我局依法受理政府信息公开申请{received=17}件，未收取任何费用。",
    "依申请公开方面：{y}年度，我局通过线上、线下渠道共收到政府信息公开申请{received=40}件。",
    "全年我局收到政府信息公开申请共计{received=29}宗，较去年同期减少6宗。",
    "我局认真做好依申请公开工作，{y}年共收到依申请公开{received=8}件，均已妥善办理。",
    "{y}年{s}政府信息公开申请收件总数为{received=63}件。",
    "本年度收到群众政府信息公开申请{received=4}条，已按要求回复。",
    "自{y}年1月1日起至12月31日止，共收到政府信息公开申请{received=55}件。",
    "我局共接收并登记政府信息公开申请{received=37}件，其中邮寄21件，网络16件。",
    "{y}年收到政府信息公开申请共{received=12}件，内容主要为工程规划、环评批复等。",
    "本机关全年受理信息公开申请{received=103}件次，日均不足1件。",
    "全年收到信息公开申请{received=10}份，申请人多次致电表示感谢。",
    Written("{y}年度，{s}共收到各类依申请公开件{received=9}件。", "镇"),
    Written("{y}年，大坪乡共受理政府信息公开申请{received=1}件。", "乡"),
    Written(
        "{y}年，全县各级各部门共收到政府信息公开申请{received=862}件，办结{answered=855}件。", "县"
    ),
    Written("我办全年收到政府信息公开申请{received=133}件。", "办"),
    Written("{y}年，青禾分局依法接收政府信息公开申请{received=15}件。", "分局"),
    Written("我委共收到政府信息公开申请{received=76}件，同比增加{received^=8.6}%。", "卫健"),
    "政府信息公开申请方面，今年共收到{received=21}件，去年为25件。",
    "当年收到政府信息公开申请{received=18}件，均在法定时限内予以答复。{!answered=18|}",
    "截至年底，我局共收到政府信息公开申请{received=46}件。",
)

BALANCE = (
    "{y}年我局共收到政府信息公开申请{received=31}件，加上{last}年结转{carried_in=2}件，"
    "共办结{answered=30}件，结转{next}年{carried_over=3}件。",
    "本年新收政府信息公开申请数量{received=20}件，上年结转政府信息公开申请数量{carried_in=0}件，"
    "本年度办理结果总计{answered=20}件，结转下年度继续办理{carried_over=0}件。",
    "全年共收到申请{received=14}件，均为当年新收，无上年结转。{carried_in=0|}",
    "上年结转的政府信息公开申请{carried_in=1}件，已于1月办结；{y}年新收申请{received=9}件。",
    "{y}年办结政府信息公开申请{answered=58}件，较上年增加10件，年末未办结{carried_over=4}件。",
    "全年收到政府信息公开申请{received=70}件，已答复{answered=66}件，{carried_over=4}件仍在"
    "法定办理期限内，结转至{next}年度继续办理。",
    "政府信息公开申请上年度结转{carried_in=2}件、本年度新收{received=35}件、本年度办结"
    "{answered=36}件、结转下年度{carried_over=1}件。",
    "本年度共收到政府信息公开申请{received=13}件，截至年底全部办理完毕，无结转。{!answered=13|}"
    "{?carried_over=0|}",
    "依申请公开工作，新收{received=26}件，上年结转{carried_in=1}件，办结{answered=25}件，"
    "结转下年{carried_over=2}件。",
    "{y}年度新收政府信息公开申请{received=48}件；上年度结转{carried_in=3}件；年度内办结"
    "{answered=47}件；结转下一年度{carried_over=4}件。",
    "我局{y}年答复政府信息公开申请{answered=39}件，按时答复率100%。",
    "截至{y}年末，尚未办结的政府信息公开申请{carried_over=2}件，均未超过答复期限。",
    "本年度无上年结转申请，亦无结转下年度申请。{carried_in=0|}{carried_over=0|}",
    "已对{answered=27}件政府信息公开申请作出答复，另有{carried_over=3}件按规定结转至下一年度。",
    "年初结转政府信息公开申请{carried_in=2}件，年末结转政府信息公开申请{carried_over=5}件。",
)

RESULTS = (
    "对上述政府信息公开申请，予以公开{granted=6}件，部分公开{partly_granted=1}件，无法提供"
    "{unable=4}件，均按期送达。",
    "本年度政府信息公开申请办结{answered=33}件，其中：予以公开{granted=18}件、部分公开"
    "{partly_granted=3}件、不予公开{refused=5}件、无法提供{unable=7}件。",
    "答复情况为：予以公开{granted=9}件，不予公开{refused=1}件，无法提供{unable=2}件，其他处理"
    "{otherwise=1}件。",
    "全年办结政府信息公开申请{answered=26}件，予以公开{granted=13}件、占{granted%=50}%，无法提供"
    "{unable=13}件、占{unable%=50}%。",
    "收到政府信息公开申请{received=10}件，依法对{granted=5}件予以公开，对{refused=2}件不予公开，"
    "对{unable=3}件告知无法提供。",
    "已答复的政府信息公开申请中，{granted=20}件属予以公开，{partly_granted=4}件属部分公开，"
    "{unable=6}件属无法提供。",
    "依申请公开办理结果：公开{granted=4}件，部分公开{partly_granted=2}件，不予公开{refused=1}件。",
    "办理的政府信息公开申请中，予以公开的有{granted=11}件，部分公开的有{partly_granted=1}件，"
    "不予公开的有{refused=3}件，其他处理的有{otherwise=2}件。",
    "政府信息公开申请办理类型：予以公开{granted=28}件、部分公开{partly_granted=9}件、不予公开"
    "{refused=4}件、无法提供{unable=17}件、不予处理{unprocessed=2}件、其他处理{otherwise=5}件。",
    "我局作出予以公开答复{granted=17}件，部分公开答复{partly_granted=2}件，不予公开答复"
    "{refused=3}件，无法提供答复{unable=8}件。相关政府信息公开申请均已归档。",
    "对政府信息公开申请作出不予处理决定{unprocessed=4}件，作出其他处理{otherwise=1}件。",
    "本年度政府信息公开申请中，无不予公开情形。{refused=0|}",
    "收到政府信息公开申请{received=7}件，办结{answered=7}件，公开{granted=5}件，不予公开"
    "{refused=2}件。",
    "在政府信息公开申请答复中，予以公开占比{granted%=40}%，共{granted=16}件；全年答复"
    "{answered=40}件。",
    "全年依申请公开答复{answered=19}件，同意公开{granted=12}件，不同意公开{refused=2}件，"
    "无法提供{unable=5}件。",
    "予以公开类答复{granted=31}件，部分公开类答复{partly_granted=4}件，不予公开类答复"
    "{refused=2}件，无法提供类答复{unable=12}件，不予处理类答复{unprocessed=3}件。",
    "按照答复类型统计，予以公开{granted=14}件，无法提供{unable=21}件，不予处理{unprocessed=1}件。",
    "政府信息公开申请中，应予公开并全部公开的{granted=8}件，经区分处理部分公开的"
    "{partly_granted=1}件，不予公开的{refused=1}件。",
    "无法提供的申请{unable=6}件，已逐件向申请人说明情况。全年答复政府信息公开申请{answered=30}件。",
    "本年度不予公开的申请为{refused=0}件，不予处理的申请为{unprocessed=0}件。",
)

APPLICANTS = (
    "全年收到政府信息公开申请{received=25}件，其中自然人{by_persons=22}件，法人和其他组织"
    "{by_organisations=3}件。",
    "自然人政府信息公开申请{by_persons=19}件，法人或其他组织政府信息公开申请{by_organisations=2}件。",
    "从申请人类型看，自然人{by_persons=47}件，法人或其他组织{by_organisations=5}件。",
    "政府信息公开申请人以自然人为主，自然人申请{by_persons=83}件，法人、其他组织申请"
    "{by_organisations=6}件。",
    "新收政府信息公开申请{received=17}件，由自然人提出的{by_persons=15}件，由法人或其他组织提出的"
    "{by_organisations=2}件。",
    "{y}年收到政府信息公开申请{received=64}件，其中自然人申请为{by_persons=60}件，法人或其他组织"
    "申请为{by_organisations=4}件。",
    "全年收到自然人提出的政府信息公开申请{by_persons=13}件，未收到法人或其他组织提出的政府信息"
    "公开申请。{by_organisations=0|}{!received=13|}",
    "收到个人申请公开政府信息{by_persons=9}件，单位申请公开政府信息{by_organisations=1}件。",
    "全部{received=11}件政府信息公开申请均由自然人提出。{!by_persons=11|}",
    "{y}年收到申请{received=28}件（自然人{by_persons=26}件、法人或其他组织{by_organisations=2}件），"
    "内容均为政府信息公开申请。",
)

CASES = (
    "{y}年，我局因政府信息公开被申请行政复议{reviewed=1}次，未被提起行政诉讼。{litigated=0|}",
    "全年涉及政府信息公开行政复议案件{reviewed=4}件，其中维持3件，尚未审结1件。",
    "因政府信息公开引发行政诉讼{litigated=2}件，均在审理中。",
    "未发生政府信息公开行政复议、行政诉讼案件。{reviewed=0|}{litigated=0|}",
    "我局未因政府信息公开被申请行政复议或提起行政诉讼。{reviewed=0|}{litigated=0|}",
    "政府信息公开类行政诉讼{litigated=3}件，其中未经复议直接起诉{litigated_directly=1}件，"
    "复议后起诉{litigated_after_review=2}件。",
    "申请人对我局作出的政府信息公开答复不服申请行政复议{reviewed=5}件，结果均为维持。",
    "全年政府信息公开行政复议{reviewed=10}件，结果维持7件，结果纠正{reviews_corrected=2}件，"
    "其他结果1件；行政诉讼{litigated=0}件。",
    "被申请行政复议{reviewed=2}件、被提起行政诉讼{litigated=1}件，均涉及政府信息公开。",
    "因政府信息公开提起的行政复议案件{reviewed=6}宗，行政诉讼案件{litigated=2}宗。",
    "本年度没有政府信息公开行政复议案件{reviewed=0|}，有政府信息公开行政诉讼案件{litigated=1}件。",
    "我局政府信息公开工作被提起行政复议{reviewed=3}件，其中被复议机关纠正{reviews_corrected=1}件。",
    "行政复议、行政诉讼情况：因政府信息公开工作被申请行政复议{reviewed=2}件，被提起行政诉讼"
    "{litigated=2}件。",
    "政府信息公开领域行政复议{reviewed=7}件、行政诉讼{litigated=3}件，均无败诉。{?lawsuits_lost=0|}"
    "{?reviews_corrected=0|}",
    "涉政府信息公开行政复议案件零发生，行政诉讼案件零发生。{reviewed=0|}{litigated=0|}",
    "{y}年{s}没有因政府信息公开产生的行政复议案件，没有因政府信息公开产生的行政诉讼案件。"
    "{reviewed=0|}{litigated=0|}",
    Written("县司法局{y}年因政府信息公开被提起行政诉讼{litigated=1}件。", "司法"),
    "其中未经复议直接起诉{litigated_directly=2}件，复议后起诉{litigated_after_review=1}件，"
    "均为政府信息公开行政诉讼案件。",
    "经复议后提起诉讼的政府信息公开案件{litigated_after_review=2}件，直接提起诉讼的"
    "{litigated_directly=0}件。",
)

TABLE_TWO = (
    "{y}年我局未出台行政规范性文件{documents_issued=0|}，未废止行政规范性文件。"
    "{documents_repealed=0|}",
    "全年制发规范性文件{documents_issued=7}件，废止规范性文件{documents_repealed=2}件，"
    "现行有效规范性文件{documents_in_force=31}件。",
    "{s}{y}年共制定行政规范性文件{documents_issued=2}件，全部在政府网站公开。",
    "新出台行政规范性文件{documents_issued=3}件，修订1件，废止{documents_repealed=1}件。",
    "我局现行有效的行政规范性文件有{documents_in_force=18}件，均可在门户网站查阅。",
    "截至{y}年12月31日，我局行政规范性文件现行有效{documents_in_force=9}件。",
    "本年制发行政规范性文件{documents_issued=1}件，本年废止{documents_repealed=0}件，"
    "现行有效{documents_in_force=6}件。",
    "全年共清理行政规范性文件20件，其中废止{documents_repealed=6}件，保留14件。",
    "行政规范性文件方面，本年度新制发{documents_issued=4}件，废止{documents_repealed=3}件，"
    "现行有效{documents_in_force=22}件。",
    "主动公开行政规范性文件{documents_published=5}件。",
    "本年度我局共印发规范性文件{documents_issued=2}份。",
    Written("市政府共制定政府规章{regulations_issued=2}件，提请审议地方性法规草案3件。", "市"),
    Written("{y}年颁布市政府规章{regulations_issued=1}部。", "市"),
    Written("我市制定规章{regulations_issued=3}件、行政规范性文件{documents_issued=45}件。", "市"),
    Written("本年制发规章{regulations_issued=0}件，废止0件，现行有效12件。", "市"),
    Written("全年没有制定规章。{regulations_issued=0|}", "市"),
    "全年共作出行政许可决定{licensing_decided=219}件、行政处罚决定{penalties_decided=11}件、"
    "行政强制决定{coercion_decided=0}件。",
    "本年度我局作出行政处罚{penalties_decided=43}件，其中适用简易程序12件。",
    "作出行政处罚决定{penalties_decided=8}件，没有作出行政强制决定。{coercion_decided=0|}",
    "全年共办理行政处罚案件{penalties_decided=64}件，已全部办结并公示。",
    "办结行政许可{licensing_decided=1502}件，按时办结率100%。",
    "行政许可共作出处理决定{licensing_decided=88}件，行政处罚共作出处理决定{penalties_decided=7}件。",
    "{y}年，{s}实施行政许可{licensing_decided=410}件，未实施行政强制。{coercion_decided=0|}",
    "第二十条第（五）项：行政许可本年处理决定数量{licensing_decided=56}件。",
    "本年无行政许可、行政处罚、行政强制决定。{licensing_decided=0|}{penalties_decided=0|}"
    "{coercion_decided=0|}",
    "依法作出行政强制决定{coercion_decided=13}件，其中查封扣押10件、强制执行3件。",
    "全年行政许可处理决定{licensing_decided=305}件，同比增长12%，行政处罚处理决定"
    "{penalties_decided=20}件。{?licensing_decided^=12|}",
    "行政事业性收费{fees_charged=15.36}万元，比上年下降。",
    "本年收取行政事业性收费{fees_charged=2.4|24000}元，全部上缴财政。",
    "全年行政事业性收费收入{fees_charged=88.9}万元。",
    "我局本年度没有行政事业性收费。{fees_charged=0|}",
    "{y}年，共收取行政事业性收费{fees_charged=530}万元，均按规定缴库。",
    "无行政事业性收费项目，收费金额为0元。{?fees_charged=0|}",
)

NONE = (
    "{y}年，我局未收到公民、法人或其他组织提出的政府信息公开申请。{received=0|}",
    "依申请公开情况。本年度没有收到政府信息公开申请。{received=0|}",
    "{y}年未收到政府信息公开申请{received=0|}，也没有发生因政府信息公开引起的行政复议和行政诉讼"
    "案件。{reviewed=0|}{litigated=0|}",
    "我局{y}年度依申请公开受理数为{received=0}件。",
    "我单位全年未收到信息公开申请，未收取信息公开费用。{received=0|}{?fee_notices=0|}",
    "{y}年，{s}未接到书面或网络形式的政府信息公开申请。{received=0|}",
    "全年没有群众向我局提出政府信息公开申请。{received=0|}",
    "依申请公开政府信息工作方面，{y}年未收到相关申请。{received=0|}",
    "本年度无依申请公开事项。{received=0|}",
    "未收到依申请公开的申请，未发生行政复议和行政诉讼。{received=0|}{reviewed=0|}{litigated=0|}",
    "{y}年度政府信息公开申请、行政复议、行政诉讼均为0件。{received=0|}{reviewed=0|}{litigated=0|}",
    "我局没有因政府信息公开而引发行政复议、行政诉讼的情况发生。{reviewed=0|}{litigated=0|}",
    "本年度未产生政府信息公开申请。{received=0|}",
    "{y}年，我局政府信息公开申请零受理，行政复议、行政诉讼零发生。{received=0|}{reviewed=0|}"
    "{litigated=0|}",
    "未收到政府信息公开申请件，无结转下年度办理件。{received=0|}{carried_over=0|}",
)

NUMBERS = (
    "{y}年共收到政府信息公开申请{received=6|六}件，其中予以公开{granted=4|四}件，无法提供"
    "{unable=2|两}件。",
    "全年新收政府信息公开申请{received=1026|１０２６}件，同比增长{received^=10.5|１０.５}%。",
    "受理政府信息公开申请"
    "{received=2013|2,013}件，办结{answered=2001|2,001}件，结转{carried_over=12}件。",
    "收到信息公开申请{received=15|十五}件，比上年减少三件。",
    "政府信息公开申请{received=34}件，其中自然人{by_persons=30}件（占{by_persons%=88.2}%）。",
    "收到政府信息公开申请{received=50}件，同比下降{received^=-9.1|9.1}%；其中自然人"
    "{by_persons=45}件，占{by_persons%=90}%。",
    "答复政府信息公开申请{answered=64}件，同比增长{answered^=6.7}%。",
    "{y}年政府信息公开申请量为{received=120}件，比{last}年增长{received^=20}%。",
)

TRAPS = (
    _no("我局参与办理市政府转交的政府信息公开申请3件。"),
    _no("全市政务服务系统共受理依申请公开事项1203件。"),
    _no("{last}年度，共收到政府信息公开申请19件，同比增加2件。"),
    _no("五年来，我局共办理政府信息公开申请213件，无一件被复议纠错。"),
    _no("就1件政府信息公开申请召开专题会商会2次。"),
    _no("组织政府信息公开申请答复案例评析1次，评析案例6件。"),
    _no("收到网上政府信息公开申请9件，网上申请办理更加便捷。"),
    _no("在线申请平台收到申请13件，均在平台答复。"),
    _no("1月至6月收到政府信息公开申请11件。"),
    _no("收到有关教育收费的政府信息公开申请4件，均予说明。"),
    _no("局机关各科室共起草答复意见31份。"),
    _no("本年度政府信息公开申请答复文书抽检合格率98%，抽检25件。"),
    _no("局办公室受理政府信息公开申请8件，局执法大队受理3件。"),
    _no("申请行政复议的当事人以政府信息公开为由撤回申请2件。"),
    _no("县法院受理涉及我县的政府信息公开行政诉讼案件15件。", "教育"),
    _no("我局代理县政府出庭应诉政府信息公开行政诉讼案件4件。", "司法"),
    _no("受理涉及政府信息公开的信访事项2件。"),
    _no("全年行政复议受理案件120件，办结110件，综合纠错率12%。", "司法"),
    _no("行政诉讼案件9件，均为房屋征收补偿纠纷。"),
    _no("对现行有效的规范性文件开展评估，提出废止建议6件。"),
    _no("印发政务公开工作要点1份、通知4份。"),
    _no("向县政府报送行政规范性文件备案3件。"),
    _no("发布政策文件18件、解读材料22篇。"),
    _no("公开权力清单1份，涉及行政许可32项、行政处罚156项、行政强制12项。"),
    _no("作出不予行政许可决定3件，作出不予行政处罚决定5件。"),
    _no("受理举报后立案处罚2起，罚款1.2万元。"),
    _no("免征行政事业性收费，为企业减负18.5万元。"),
    _no("政府信息公开信息处理费收入为0元。"),
    _no("制作政府信息公开申请答复模板12个，印发各单位参考。"),
    _no("近三年，申请量分别为21件、25件、30件，呈逐年上升趋势。"),
    _no("对申请人的询问电话答复56次，当面答复12人次。"),
    _no("未发生泄密事件，未出现超期答复。"),
    _no("未收到群众对政府信息公开工作的投诉。"),
    _no("县级各部门未发生因政府信息公开引发的败诉案件。", "办"),
    _no("下属事业单位未制定行政规范性文件。"),
    _no("{next}年预计办理政府信息公开申请40件。"),
    _no("我局共有政府信息公开工作人员5名，其中专职1名。"),
    _no("政府信息公开申请最多的一个月达7件。"),
    _no("同一申请人提交政府信息公开申请15件，占申请总量的三成。"),
    _no("答复书中告知救济途径的有20件，未告知的1件已纠正。"),
)

KINDS: Final[dict[str, tuple[Written | str, ...]]] = {
    "sixth: received": RECEIVED,
    "sixth: balance": BALANCE,
    "sixth: results": RESULTS,
    "sixth: applicants": APPLICANTS,
    "sixth: cases": CASES,
    "sixth: table two": TABLE_TWO,
    "sixth: none": NONE,
    "sixth: numbers": NUMBERS,
    "sixth: traps": TRAPS,
}
"""The passages by the kind of their wording."""
