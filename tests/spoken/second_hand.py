"""Passages by a second hand, who knew neither the product's code nor most of the other passages."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tests.spoken.passage import Written

OFFICES: Final = ("水利", "民政", "交通", "司法", "城管", "分局")
"""Whose passages they are where none is named, in turn."""


def _no(text: str, agency: str = "") -> Written:
    """A passage that says nothing of the tables."""
    return Written(text, agency, trap=True)


UNITS = (
    "{y}年，{s}接收群众依申请公开事项{received=37}项，均按《条例》规定作了答复。",
    "今年我局登记政府信息公开申请{received=14}条，主要集中在河道采砂和移民后扶方面。",
    "依申请公开政府信息{y}年共收{received=6}封，其中挂号信4封、特快专递2封。",
    "政府信息公开申请全年计{received=19}宗，比较平稳。",
    "公众依法向{s}提出政府信息公开申请{received=204}件次，办理中未发生超期。",
    "{y}年度，依申请公开方面收到{received=11|十一}件申请，已全部答复申请人。",
    "这一年里，{s}总共收下政府信息公开申请{received=73}份，答复平均用时11个工作日。",
    "依申请公开：本年度新增申请{received=45}起。",
    "本年度，{a}政府信息公开申请收件量为{received=128}件。",
    "截至{y}年12月31日，本年度我局收到依申请公开信息{received=8}例，答复均以书面形式送达。",
    "{s}本年接到信息公开申请书{received=3|三}份，内容均为低保资金发放。",
    "今年以来收到的政府信息公开申请为{received=1067}件，日均近3件。",
)

NO_VERB = (
    "{y}年依申请公开政府信息{received=17}件。",
    "依申请公开：全年{received=26}件，均在法定期限内办毕。",
    "本年度政府信息公开申请量{received=91}件，居全市前列。",
    "依申请公开工作。{y}年，{s}依申请公开{received=0}件，行政复议{reviewed=0}件，"
    "行政诉讼{litigated=0}件。",
    "政府信息公开申请数量：{received=33}件；上年结转：{carried_in=2}件；"
    "办理结果总计：{answered=31}件；结转下年：{carried_over=4}件。",
    "我局{y}年政府信息公开申请共有{received=52}件。",
    "政府信息公开申请总量达{received=640}件，其中网上申请占八成以上。",
    "申请公开政府信息的共{received=5}件，无收费、无减免。",
    "依申请公开数{received=22}件，办结数{answered=22}件，办结率百分之百。",
)

HANDLED = (
    "全年办理依申请公开{answered/received=66}件，无一超期。",
    "{s}受理并办结政府信息公开申请{answered=18}件。{?received=18|}",
    "{y}年办毕政府信息公开申请{answered=240}件。",
    "按期办结依申请公开件{answered=39}件，群众比较满意。",
    "{y}年，本局受理政府信息公开申请{received=57}件，按时办结{answered=54}件，"
    "{carried_over=3}件正在办理中。",
    "共作出政府信息公开答复{answered=83}件，全部经过合法性审查。",
    "书面答复政府信息公开申请人{?answered=12}件，制发补正通知书5份。",
    "政府信息公开申请当年收{received=29}件、当年结{answered=29}件。",
    "全年答复依申请公开事项{answered=150}项，为上年的1.2倍。",
    "受理信息公开申请{received=9}件，8件已在期限内答复、另外{carried_over=1}件经批准延期至"
    "{next}年答复。{?answered=8|}",
    "{s}{y}年政府信息公开申请已办结{answered=76}件、在办{carried_over=5}件。",
    "对收到的{received=41}件政府信息公开申请，逐件登记、逐件会商，均按时回复。",
)

DENIED = (
    "{y}年度，没有公民、法人或者其他组织向{s}申请公开政府信息。{received=0|}",
    "本年度{s}未受理政府信息公开申请，亦无上年结转事项。{received=0|}{carried_in=0|}",
    "全年政府信息公开申请为零。{received=0|}",
    "年内无人向我单位提出政府信息公开申请。{received=0|}",
    "{y}年，{s}依申请公开工作“零申请”。{received=0|}",
    "依申请公开方面，全年没有发生。{?received=0|}",
    "本机关{y}年度尚未接到过要求公开政府信息的书面或网上申请。{received=0|}",
    "未出现因政府信息公开引起的行政复议和行政诉讼。{reviewed=0|}{litigated=0|}",
    "{s}本年度既未被申请政府信息公开行政复议，也未被提起政府信息公开行政诉讼。"
    "{reviewed=0|}{litigated=0|}",
    "因政府信息公开工作产生的行政复议、行政诉讼案件均为0件。{reviewed=0|}{litigated=0|}",
    "无结转下年度继续办理的政府信息公开申请。{carried_over=0|}",
    "全年无一件政府信息公开申请被不予公开。{?refused=0|}",
    "{y}年没有新制发行政规范性文件，也没有废止行政规范性文件。"
    "{documents_issued=0|}{documents_repealed=0|}",
    "年度内{s}不存在依申请公开事项。{received=0|}",
    "{s}{y}年政府信息公开申请、政府信息公开行政复议、政府信息公开行政诉讼均未发生。"
    "{received=0|}{reviewed=0|}{litigated=0|}",
    "没有因信息公开被复议机关纠错的情况。{reviews_corrected=0|}",
    "政府信息公开类行政诉讼无败诉。{lawsuits_lost=0|}",
    "未作出行政强制决定。{coercion_decided=0|}",
)

APPLICANTS = (
    "提出申请的有自然人{by_persons=44}件、法人或其他组织{by_organisations=7}件，"
    "合计{received=51}件。",
    "按申请人分，公民{by_persons=88}件，企业等组织{by_organisations=12}件。",
    "收到的{received=16}件政府信息公开申请全部来自自然人。{by_persons=16|}{?by_organisations=0|}",
    "{y}年收到法人和其他组织的政府信息公开申请{by_organisations=9}件、自然人的{by_persons=30}件。",
    "个人申请信息公开{by_persons=23}件，单位申请信息公开{by_organisations=2}件，无科研机构申请。",
    "群众围绕本局灌区改造项目向我局提出的政府信息公开申请{received=4}件，均予答复。",
    "新收申请{received=70}件，申请主体以自然人为主，有{by_persons=61}件；"
    "商业企业8件，社会公益组织1件。{?by_organisations=9|}",
    "市民、企业向{s}递交的政府信息公开申请共{received=105}件，网上提交的68件，邮寄的37件。",
    "全年收到自然人政府信息公开申请{by_persons=19}件，没有收到法人或其他组织的申请。"
    "{by_organisations=0|}{?received=19|}",
    "由公民张某、李某等提出的涉及公墓建设的政府信息公开申请2件，已依法答复。{?received=2|}",
    "新收的{received=32}件中，自然人{by_persons=25}件，法人或其他组织{by_organisations=7}件，"
    "分别占78.1%和21.9%。",
)

CARRIED = (
    "上年度结转{carried_in=6}件，本年新收{received=58}件，共答复{answered=60}件，"
    "还有{carried_over=4}件转入{next}年办理。",
    "年末尚有{carried_over=7}件政府信息公开申请未到答复期限，顺延至下一年度。",
    "承接{last}年度未办结的政府信息公开申请{carried_in=3}件，均于一季度办结。",
    "从{last}年转来政府信息公开申请{carried_in=5}件，{y}年新接收{received=48}件。",
    "{y}年新收和上年结转政府信息公开申请合计{received=84}件，"
    "办结{answered=80}件，结转{carried_over=4}件。",
    "政府信息公开申请：新收{received=15}件，结转上年{carried_in=1}件，办结{answered=16}件，"
    "无结转下年。{carried_over=0|}",
    "收到申请{received=97}件（另有{carried_in=8}件系{last}年结转），年内答复{answered=99}件，"
    "其余{carried_over=6}件将在{next}年继续办理。",
    "本年受理政府信息公开申请{received=130}件，加上上年结转的{carried_in=10}件，"
    "应办140件，实际办结{answered=133}件，未办结{carried_over=7}件。",
    "{s}{y}年政府信息公开申请有{?carried_over=2|两}件跨年办理。",
    "上一年度没有结转的政府信息公开申请，本年度新收{received=27}件。{carried_in=0|}",
)

OUTCOMES = (
    "{y}年办结政府信息公开申请{answered=60}件，其中，公开{granted=31}件，部分公开"
    "{partly_granted=8}件，不予公开{refused=5}件，无法提供{unable=12}件，不予处理"
    "{unprocessed=3}件，其他{otherwise=1}件。",
    "答复结果方面：予以公开{granted=21}件；部分公开{partly_granted=2}件；无法提供{unable=9}件。",
    "同意公开{granted=14}件，不同意公开{refused=2}件，信息不存在{unable=5}件。",
    "在全部{answered=50}件答复中，予以公开的{granted=25}件，占{granted%=50}%；"
    "无法提供的{unable=20}件，占{unable%=40}%；其他处理的{otherwise=5}件，占{otherwise%=10}%。",
    "作出“予以公开”答复{granted=7}件、“部分公开”答复{partly_granted=1}件、“不予公开”答复"
    "{refused=1}件。",
    "全年答复政府信息公开申请{answered=320}件，公开（含部分公开）{granted_or_partly=204}件，"
    "占比{?granted_or_partly%=63.75}%。",
    "予以公开和部分公开的共计{granted_or_partly=47}件，不予公开的{refused=6}件。",
    "收到申请{received=13}件，予以公开{granted=10|十}件，因本机关不掌握相关信息无法提供"
    "{unable=2|两}件，申请人撤回{otherwise=1|一}件。",
    "因申请内容属信访举报投诉或重复申请，不予处理{unprocessed=11}件。",
    "对{?refused=4}件涉及过程性信息的申请，依法作出不予公开决定。",
    "因补正后申请内容仍不明确而无法提供的{@3.4.3=3}件，因不掌握而无法提供的{@3.4.1=18}件。"
    "{?unable=21|}",
    "其中不予公开{refused=9}件，均为行政执法案卷；{@3.3.7=9|}不予处理{unprocessed=2}件，"
    "均为重复申请。{@3.5.2=2|}",
    "已办理的政府信息公开申请，予以公开率为{granted%=75}%，共{granted=36}件，"
    "总计答复{answered=48}件。",
    "政府信息公开申请办理结果为：全部公开{granted=28}件、部分公开{partly_granted=4}件、"
    "不公开{refused=0}件、不能提供{unable=16}件。",
    "{y}年收到政府信息公开申请{received=12}件，均已予以公开。{granted=12|}{?answered=12|}",
    "收到申请{received=8}件，均告知本机关不掌握相关政府信息。{?unable=8|}{?answered=8|}",
    "作其他处理{otherwise=13}件，含逾期不补正{@3.6.1=4}件、主动撤回9件。",
    "不予处理的{unprocessed=6}件里，信访类{@3.5.1=5}件，反复申请1件。",
    "公开答复{granted=5}件，部分公开答复{partly_granted=0}件，其他情形{otherwise=2}件。",
)

GROWTH = (
    "{y}年收到政府信息公开申请{received=90}件，较{last}年增长{received^=12.5}%。",
    "全年新收政府信息公开申请{received=63}件，同比下降{received^=-10|10}%，办结率99%以上。",
    "收到政府信息公开申请{received=115}件，比上年多了15件，增幅{received^=15}%。",
    "{y}年政府信息公开申请数量为{received=40}件，{last}年为50件，同比减少{received^=-20|20}%。",
    "政府信息公开申请同比上升{received^=8.3}%，达到{received=312}件。",
    "政府信息公开申请数比上年度减少6件，为{received=18}件。",
    "本年度答复{answered=77}件，较去年的70件增加7件，增长{answered^=10}%。",
    "收到政府信息公开申请{received=24}件，与上年持平，其中网络申请占三分之二。",
)

REVIEWS = (
    "政府信息公开行政复议{reviewed=6}起，复议机关维持{@reconsideration.upheld=4}起，"
    "纠正{reviews_corrected=1}起，未审结{@reconsideration.pending=1}起。",
    "申请人对政府信息公开答复不服，申请复议{reviewed=2|两}件，其他结果{@reconsideration.other=2|两}件。",
    "因政府信息公开被提起行政诉讼{litigated=8}件，其中未经复议直接起诉{litigated_directly=5}件，"
    "复议后起诉{litigated_after_review=3}件。",
    "{y}年政府信息公开类行政复议{reviewed=15}件、行政诉讼{litigated=4}件，"
    "均未被纠错。{?reviews_corrected=0|}{?lawsuits_lost=0|}",
    "依申请公开引发复议案{reviewed=3}宗，结果纠正{reviews_corrected=2}宗。",
    "涉及政府信息公开的诉讼{litigated=7}宗，败诉{lawsuits_lost=1}宗。",
    "{s}因信息公开被复议{reviewed=9}次，被诉{litigated=2}次。",
    "因政府信息公开工作，被申请人提起行政复议的有{reviewed=1|一}件，被提起行政诉讼的没有。"
    "{litigated=0|}",
    "全年未发生政府信息公开行政复议，发生政府信息公开行政诉讼{litigated=1}起。{reviewed=0|}",
    "政府信息公开行政复议{reviewed=5}件，撤销或责令重新答复{reviews_corrected=3}件。",
    "以{s}为被告的政府信息公开行政诉讼案件{litigated=6}件，法院均判决驳回原告诉讼请求。"
    "{?lawsuits_lost=0|}",
    "行政复议方面，因政府信息公开被申请复议{reviewed=11}件；行政诉讼方面，"
    "因政府信息公开被起诉{litigated=10}件。",
    "经复议后又起诉的政府信息公开案件{litigated_after_review=4}件，直接起诉的"
    "{litigated_directly=2}件。",
    "政府信息公开复议、诉讼分别为{reviewed=4}件和{litigated=3}件。",
)

TABLE_TWO = (
    "{y}年，{s}办结行政许可{!licensing_decided=211}件，作出行政处罚决定{penalties_decided=34}件，"
    "未实施行政强制。{coercion_decided=0|}",
    "行政许可处理决定{licensing_decided=1530}件、行政处罚处理决定{penalties_decided=86}件、"
    "行政强制处理决定{coercion_decided=4}件，公示率100%。",
    "全年收取行政事业性收费{fees_charged=18.62}万元。",
    "行政事业性收费金额{fees_charged=8.35|83500}元，全额缴入国库。",
    "本年制发行政规范性文件{documents_issued=3}件，废止{documents_repealed=2}件，"
    "现行有效{documents_in_force=27}件。",
    "{y}年出台行政规范性文件{documents_issued=2|两}件，清理后现行有效的行政规范性文件"
    "{documents_in_force=14}件。",
    "废止行政规范性文件{documents_repealed=5}件，均已在门户网站标注失效。",
    "主动公开行政规范性文件{documents_published=4}件，政策解读9篇。",
    "截至{y}年底，{s}现行有效行政规范性文件共{documents_in_force=31}件。",
    "{s}全年实施行政处罚{penalties_decided=19}起，罚没款共计23.4万元。",
    "行政许可{licensing_decided=96}件，行政处罚{penalties_decided=0}件，行政强制"
    "{coercion_decided=0}件，行政事业性收费{fees_charged=0}万元。",
    "共作出准予行政许可决定417件、不予行政许可决定3件。{!licensing_decided=420|}"
    "{?licensing_decided=417|}",
    "作出行政处罚决定书{penalties_decided=52}份，其中简易程序20份。",
    "新制定行政规范性文件{documents_issued=1|1}件，无废止。{documents_repealed=0|}",
    "依法采取行政强制{coercion_decided=7}次，均有完整执法记录。",
    Written(
        "市政府制定规章{regulations_issued=2}件，制发行政规范性文件{documents_issued=16}件，"
        "同步发布解读材料30篇。",
        "市",
    ),
)

OWN_NAME = (
    Written("大坪乡{y}年收到政府信息公开申请{received=2}件，均已办结。", "乡"),
    Written("{y}年，北亭区民政局收到依申请公开{received=10}件。", "民政"),
    Written("青禾分局全年收到政府信息公开申请{received=38}件，无行政复议。{reviewed=0|}", "分局"),
    Written("县司法局本级及所属司法所共收到政府信息公开申请{received=4}件。", "司法"),
    Written("我乡全年没有收到政府信息公开申请。{received=0|}", "乡"),
    Written("东苑区城市管理局{y}年受理政府信息公开申请{received=21}件。", "城管"),
    Written(
        "青禾区各级行政机关{y}年共收到政府信息公开申请{received=866}件，其中区级部门732件，"
        "街道134件。",
        "区",
    ),
    Written("全区共收到政府信息公开申请{received=409}件，答复{answered=398}件。", "区"),
    Written(
        "市交通局收到政府信息公开申请{received=62}件，其中局机关47件、所属执法支队15件。", "交通"
    ),
    Written("本单位收到申请公开政府信息{received=25}件，涉及机关科室6个。", "水利"),
)

SUMS = (
    "全年收到政府信息公开申请{received=20}件，公开14件，部分公开3件，告知不存在3件。"
    "{!granted=14|}{!partly_granted=3|}{!unable=3|}",
    "收到申请{received=9|九}件，其中当面提交2件，信函4件，网络3件，均已办结。{?answered=9|}",
    "依申请公开{received=46}件：线上31件，线下15件。",
    "受理申请{received=55}件，其中办结{answered=53}件，结转{carried_over=2}件。",
    "共有{received=18}件政府信息公开申请（含{last}年12月底收到、{y}年登记的1件），办结率100%。",
    "全年答复{answered=35}件，第一季度8件，第二季度10件，第三季度9件，第四季度8件。",
    "政府信息公开申请{received=30}件中，涉及农田水利的12件、涉及资金的10件、其他8件。",
)

LISTS = (
    "1.收到申请情况：{received=17}件；2.答复情况：{answered=15}件；3.结转情况：{carried_over=2}件。",
    "（1）新收：{received=80}件。（2）办结：{answered=80}件。（3）复议：{reviewed=3}件。"
    "（4）诉讼：{litigated=1}件。",
    "政府信息公开申请{received=10}件／行政复议{reviewed=1}件／行政诉讼{litigated=0}件。",
    "二是规范依申请公开。全年收到申请{received=29}件，答复{answered=29}件，答复率100%；"
    "三是强化平台建设，发布信息1250条。",
    "依申请公开情况（单位：件）：收到{received=64}，答复{answered=61}，结转{carried_over=3}。",
    "主动公开信息2310条，依申请公开{received=7}件，行政规范性文件制发{documents_issued=1}件，"
    "开展培训2次。",
)

PREFACES = (
    Written(
        "{y}年本局政务公开工作平稳有序。",
        preface="{a}{y}年度收到政府信息公开申请{received=27}件，现将工作情况报告如下。",
    ),
    Written(
        "全年收到政府信息公开申请{received=6}件。",
        preface="本报告所列数据的统计期限自{y}年1月1日起至12月31日止，共6个部分。",
    ),
)

OTHER_TIME = (
    _no("自建局以来，{s}累计受理政府信息公开申请402件。"),
    _no("{last}年，{s}收到政府信息公开申请55件。"),
    _no("上年度收到依申请公开件31件，办结31件。"),
    "{last}年受理政府信息公开申请70件，{y}年受理{received=82}件。",
    _no("上半年收到政府信息公开申请18件，均已答复。"),
    _no("12月份当月收到政府信息公开申请9件。"),
    _no("“十三五”期间办理依申请公开件1250件。"),
    _no("力争{next}年政府信息公开申请按期答复率达到100%，培训不少于4场。"),
    _no("近三年共收到政府信息公开申请260件，其中败诉案件2件。"),
    _no("{next}年计划制发行政规范性文件6件、废止2件。"),
    "去年同期收到申请40件，今年收到政府信息公开申请{received=47}件。",
)

OTHER_BODY = (
    _no("其中，县水利工程管理站收到政府信息公开申请3件。", "水利"),
    _no("区属各街道全年收到政府信息公开申请58件，由各街道自行答复。", "城管"),
    _no("指导下属事业单位办理政府信息公开申请6件。"),
    _no("协助市政府办公室答复政府信息公开申请11件。", "交通"),
    _no("会同县信访局、县自然资源局研究复杂政府信息公开申请4件。", "水利"),
    _no("{s}作为行政复议机关，审理以区直部门为被申请人的政府信息公开行政复议案件13件。", "司法"),
    "全市共收到政府信息公开申请3200件，{s}收到{received=71}件。",
    _no("县发展改革局未收到政府信息公开申请。", "水利"),
    _no("转办上级交办的信息公开申请2件至有关乡镇。", "水利"),
    Written(
        "全区收到政府信息公开申请{received=512}件，其中区政府办公室收到96件，区住建局收到120件。",
        "区",
    ),
)

OTHER_THING = (
    _no("全年主动公开政府信息1876条，其中政策文件42条、工作动态1500条。"),
    _no("办理12345政务服务热线工单2340件，按时办结率99.8%。"),
    _no("受理群众来信来访46件，答复46件。"),
    _no("局长信箱收到来信75封，全部回复。"),
    _no("办理人大代表建议12件、政协委员提案9件，答复全文公开。"),
    _no("报送备案行政规范性文件3件，备案率100%。"),
    _no("因行政处罚决定被申请行政复议5件，被提起行政诉讼2件。"),
    _no("全年办理行政复议案件31件，其中土地类17件。", "司法"),
    _no("对180条信息进行保密审查，不予公开4条。"),
    _no("失效、废止其他政策文件22件。"),
    _no("网站收到留言咨询118条，已答复118条。"),
    _no("现行有效的制度文件36件，其中内部管理制度21件。"),
    _no("受理行政许可申请640件，不予受理5件。"),
    _no("处理投诉举报29件，均已办结。"),
    _no("接待查阅点查阅人员230人次，提供纸质资料85份。"),
    _no("微信公众号推送信息410条，总阅读量12万次，粉丝数6800人。"),
    _no("收到更正政府信息请求1件，已予更正。"),
    _no("全年收取水资源费的单位35家。"),
    _no("组织政务公开培训3期，参训人员150人次，考核合格率98%。"),
    _no("公开部门预算、决算2份，“三公”经费支出14.2万元。"),
    _no("对外公布权责清单事项268项，其中行政许可21项、行政处罚190项、行政强制15项。"),
    _no("编制行政许可事项实施规范17个。"),
    _no("政务服务大厅受理申请9800件，办结9750件。"),
    _no("共收到不动产登记资料查询申请1560件。"),
    _no("政策咨询窗口接受电话咨询政府信息公开申请流程33次。"),
    _no("发出政府信息公开收费通知{?fee_notices=2}件，总金额400元，实际收取0元。"),
)

PART_ONLY = (
    _no("通过邮寄方式收到的政府信息公开申请12件。"),
    _no("涉及征地拆迁的政府信息公开申请有23件，占比较大。"),
    _no("其中疑难复杂申请6件，均经法律顾问审查。"),
    _no("延期答复政府信息公开申请3件。"),
    _no("补正政府信息公开申请5件，征求第三方意见2件。"),
    _no("没有超过法定期限答复的依申请公开件。"),
    _no("未收到来自科研机构的政府信息公开申请。"),
    _no("没有因公开不及时被提起行政复议。"),
    _no("未发生因信息公开产生的舆情和泄密事件。"),
    _no("同一申请人一次性提出政府信息公开申请15件。"),
    _no("全年在规定期限内答复申请的比例为98.6%。"),
    _no("抽查政府信息公开申请答复案卷20件，发现不规范问题4个。"),
    _no("当面递交的申请1件，已当场登记。"),
    _no("尚未审结的政府信息公开行政诉讼案件2件。"),
    _no("未收到针对依申请公开收费标准的异议。"),
)

_WRITTEN: dict[str, tuple[Written | str, ...]] = {
    "units": UNITS,
    "no verb": NO_VERB,
    "handled": HANDLED,
    "denied": DENIED,
    "applicants": APPLICANTS,
    "carried": CARRIED,
    "outcomes": OUTCOMES,
    "growth": GROWTH,
    "reviews": REVIEWS,
    "table two": TABLE_TWO,
    "own name": OWN_NAME,
    "sums": SUMS,
    "lists": LISTS,
    "prefaces": PREFACES,
    "other time": OTHER_TIME,
    "other body": OTHER_BODY,
    "other thing": OTHER_THING,
    "part only": PART_ONLY,
}


def _by_an_office(one: Written | str, number: int) -> Written:
    written = Written(one) if isinstance(one, str) else one
    return replace(written, agency=written.agency or OFFICES[number % len(OFFICES)])


KINDS: dict[str, tuple[Written | str, ...]] = {
    f"second: {kind}": tuple(_by_an_office(one, number) for number, one in enumerate(written))
    for kind, written in _WRITTEN.items()
}
