"""What prose says beside the tables: real sentences, and traps one by one.

Statements are written `quantity=value`, `%` for a share and `^` for a change against last
year; behind the value `<` stands for a part, `?` for what cannot be told, `!` for a denial.
"""

from __future__ import annotations

from decimal import Decimal
from random import Random
from time import perf_counter

import pytest

from gongkai.report import Statement
from tasks.reshape.prose import reasons, stated
from tasks.reshape.prose.declared import vocabulary
from tests.press.decoys import COUNTED, DENIED, VALUES, decoy_prose, statement_prose
from tests.press.random_reports import random_figures

AGENCY = "沭阳县发展和改革局"
YEAR = 2023

_KIND = {"count": "=", "share": "%", "growth": "^"}
_SCOPE = {"whole": "", "narrower": "<", "unsure": "?"}


def shown(statement: Statement) -> str:
    denied = "!" if statement.denied else ""
    value = f"{statement.value}{_SCOPE[statement.scope]}{denied}"
    return f"{statement.quantity}{_KIND[statement.kind]}{value}"


def said(*texts: str, agency: str | None = AGENCY, year: int | None = YEAR) -> str:
    return " ".join(map(shown, stated(texts, True, year, agency)))


QUOTES = [
    (
        "洪泽区人民政府",
        2023,
        "2023 年全区受理政府信息公开申请 21 件，均在法定期限答复。",
        "received=21",
    ),
    ("洪泽区人民政府", 2023, "2023 年，我区在政府网站平台主动公开政府信息 1136 条。", ""),
    (
        "洪泽区人民政府",
        2023,
        "2023 年，区政府…全年收取政府信息公开信息处理费 0 元。",
        "fee_collected=0?!",
    ),
    (
        "利通区人民政府",
        2023,
        "2023年，共收到政府信息公开申请 22件，均在规定期限内完成答复。未发生涉及政府信息公开的行政诉讼案件。",
        "received=22 litigated=0!",
    ),
    (
        "利通区人民政府",
        2023,
        "通过区政府网站、政府公报等平台主动公开行政规范性文件 6件，区政府（办）公文 49件。",
        "documents_published=6",
    ),
    (
        "利通区人民政府",
        2023,
        "公开利通区政府现行有效的 11个行政规范性文件",
        "documents_in_force=11",
    ),
    (
        "上海市人民政府办公厅",
        2025,
        "市政府共受理政府信息公开申请 1295 件，办结 1191 件（含上年结转 189 件），均在法定期限内答复。其中，予以公开及部分公开 208 件（17.46%），不予公开 20 件（1.68%），因本机关不掌握等原因无法提供 564 件（47.36%），属信访、重复申请等不予处理 80 件（6.72%），其他处理 319 件（26.78%，含申请人主动撤回 157 件）。",
        "received=1295 answered=1191 carried_in=189? granted_or_partly=208 granted_or_partly%17.46 refused=20 refused%1.68 unable=564 unable%47.36 unprocessed=80 unprocessed%6.72 otherwise=319 otherwise%26.78",
    ),
    (
        "上海市人民政府办公厅",
        2025,
        "全年主动公开市政府规章 22 件、市政府及市政府办公厅行政规范性文件 34 件、人事任免文件 196 件、其他文件 84 件",
        "regulations_issued=22? documents_published=34",
    ),
    ("上海市人民政府办公厅", 2025, "注：行政复议、行政诉讼数量含上年度结转数量。", ""),
    (
        "上海市人民政府办公厅",
        2025,
        "全年未发生因依申请公开被行政复议纠错或行政诉讼败诉情形。",
        "reviews_corrected=0! lawsuits_lost=0!",
    ),
    ("上海市人民政府办公厅", 2025, "2025 年度本机关未收取信息公开处理费。", "fee_collected=0!"),
    (
        "沭阳县发展和改革局",
        2023,
        "2023年度我局共收到依申请信息公开26件，及时回复申请人",
        "received=26",
    ),
    (
        "沭阳县发展和改革局",
        2023,
        "全年共审核发布各类公开政府信息249条，其中：发布行政公文和政策解读信息9条；机构设置和人事任免信息7条；重点工作39条；财政预决算信息6条；信息公开年度报告1条；政府信息公开指南1条；政府网站信息185条；政府信息公开制度1条。",
        "",
    ),
    (
        "沭阳县发展和改革局",
        2023,
        "2023年度，县发展和改革局政府信息公开未发生收费情况。",
        "fee_notices=0! fee_collected=0!",
    ),
    (
        "宿迁市人民政府",
        2023,
        "全市全年共收办政府信息公开申请案件3607件（市政府349件、市各有关部门933件、沭阳县477件、泗阳县301件、泗洪县874件、宿豫区216件、宿城区348件、宿迁经济技术开发区55件、市湖滨新区26件、苏州宿迁工业园区12件、市洋河新区16件），同比增长70.3%，其中，自然人申请3493件，法人或其他组织申请114件；予以公开1191件、部分公开328件、不予公开142件、无法提供1078件、不予处理406件、作其他处理（含申请人主动撤回申请）341件、转下年度办理121件。",
        "received=3607 received^70.3 by_persons=3493 by_organisations=114 granted=1191 partly_granted=328 refused=142 unable=1078 unprocessed=406 otherwise=341 carried_over=121",
    ),
    ("宿迁市人民政府", 2023, "全市共向社会主动公开政府信息18万余条", ""),
    (
        "宿迁市人民政府",
        2023,
        "2023年对25件政府信息公开申请案件收取了信息处理费2950元。其中，沭阳县自然资源和规划局1件，收取420元；泗洪县人民政府2件，收取290元；泗洪县公安局15件，收取1500元；宿迁市自然资源和规划局宿城分局1件，收取140元；宿迁市公安局6件，收取600元",
        "fee_collected=2950",
    ),
    (
        "宿迁市人民政府",
        2024,
        "全市全年共收办政府信息公开申请案件3646件，同比增长1.05%，其中，予以公开1431件、部分公开471件、不予公开92件、无法提供941件、不予处理117件、作其他处理（含申请人主动撤回申请）469件、转下年度办理125件。",
        "received=3646 received^1.05 granted=1431 partly_granted=471 refused=92 unable=941 unprocessed=117 otherwise=469 carried_over=125",
    ),
    (
        "宿迁市人民政府",
        2024,
        "全市全年备案政府信息依申请公开领域行政复议案件134件，行政诉讼案件57件。",
        "reviewed=134 litigated=57",
    ),
    ("宿迁市人民政府", 2024, "全市各级机关…共向社会主动公开政府信息14万余条", ""),
    (
        "宿迁市人民政府",
        2024,
        "2024年有3件政府信息公开申请案件收取信息处理费2230元。其中，沭阳县民政局1件，收取880元；泗洪县人民政府办公室1件，收取1080元；泗洪县半城镇人民政府1件，收取270元",
        "fee_collected=2230",
    ),
]


@pytest.mark.parametrize(("agency", "year", "quote", "expected"), QUOTES)
def test_real_sentences(agency: str, year: int, quote: str, expected: str) -> None:
    assert said(quote, agency=agency, year=year) == expected


SAID = [
    ("予以公开和部分公开共12件，占比60%。", "granted_or_partly=12 granted_or_partly%60"),
    ("予以公开及部分公开12件，不予公开3件。", "granted_or_partly=12 refused=3"),
    ("全年共收到政府信息公开申请12件。", "received=12"),
    ("2023年，我局共受理依申请公开事项十二件，均按时答复。", "received=12"),
    (
        "全年收到信息公开申请1,234件，答复1,230件，结转下年度继续办理14件，上年结转10件。",
        "received=1234 answered=1230 carried_over=14 carried_in=10",
    ),
    (
        "共收到22件政府信息公开申请，其中自然人申请20件，法人及其他组织申请2件。",
        "received=22 by_persons=20 by_organisations=2",
    ),
    (
        "全年新收政府信息公开申请35件，上年结转3件，共办结36件，结转下年2件。",
        "received=35 carried_in=3 answered=36 carried_over=2",
    ),
    ("2023年收到政府信息公开申请1.2万件，同比增长12.5%。", "received=12000 received^12.5"),
    ("收到政府信息公开申请45件，比上年减少12件。", "received=45"),
    ("收到政府信息公开申请数量较上年下降5%。", "received^-5"),
    (
        "2022年收到政府信息公开申请20件，2023年收到政府信息公开申请30件。",
        "received=20< received=30",
    ),
    ("其中市政府办公室收到申请17件。", "received=17<"),
    ("收到申请22件，其中网络申请12件，信函申请8件，当面申请2件。", "received=22"),
    ("一季度收到政府信息公开申请5件。", "received=5<"),
    ("2008年以来累计收到政府信息公开申请500件。", "received=500<"),
    ("全年答复1230件。", "answered=1230?"),
    ("未收到政府信息公开申请。", "received=0!"),
    ("2023年本机关未收到公民、法人或者其他组织提出的政府信息公开申请。", "received=0!"),
    ("全年未发生因政府信息公开引起的行政复议、行政诉讼案件。", "reviewed=0! litigated=0!"),
    ("本年度没有公民因政府信息公开申请行政复议或提起行政诉讼。", "reviewed=0! litigated=0!"),
    ("未因政府信息公开工作被申请行政复议、提起行政诉讼。", "reviewed=0! litigated=0!"),
    ("行政复议、行政诉讼均为零。", "reviewed=0! litigated=0!"),
    ("实现政府信息公开行政复议、行政诉讼零发生。", "reviewed=0! litigated=0!"),
    ("因政府信息公开被申请行政复议3件、被提起行政诉讼2件。", "reviewed=3 litigated=2"),
    (
        "政府信息公开行政复议案件3件，其中结果维持2件，结果纠正1件；行政诉讼案件2件，败诉1件。",
        "reviewed=3 reviews_corrected=1 litigated=2 lawsuits_lost=1",
    ),
    ("未经复议直接起诉5件，复议后起诉3件。", "litigated_directly=5? litigated_after_review=3?"),
    ("全年行政复议被纠错2件，行政诉讼败诉0件。", "reviews_corrected=2? lawsuits_lost=0?!"),
    (
        "全年制发行政规范性文件6件，废止2件，现行有效30件。",
        "documents_issued=6 documents_repealed=2 documents_in_force=30",
    ),
    ("未制发行政规范性文件。", "documents_issued=0!"),
    ("截至2023年12月31日，现行有效规范性文件11件。", "documents_in_force=11"),
    ("主动公开规范性文件6件。", "documents_published=6"),
    ("制定政府规章2件。", "regulations_issued=2"),
    ("本年度未发出收费通知，未收取信息处理费。", "fee_notices=0! fee_collected=0!"),
    ("发出收费通知3件，收取信息处理费1200元。", "fee_notices=3 fee_collected=1200"),
    ("收取信息处理费0.12万元。", "fee_collected=1200"),
    (
        "予以公开10件、部分公开3件、不予公开2件、无法提供5件、不予处理1件、其他处理1件。",
        "granted=10 partly_granted=3 refused=2 unable=5 unprocessed=1 otherwise=1",
    ),
    ("申请答复中，予以公开的占33.9%，部分公开的占12.1%。", "granted%33.9 partly_granted%12.1"),
    ("20件予以公开，5件不予公开。", "granted=20 refused=5"),
    ("在答复的申请中，属于国家秘密不予公开3件。", "refused=3<"),
    ("未发生行政复议被纠错、行政诉讼败诉情况。", "reviews_corrected=0! lawsuits_lost=0!"),
    ("没有行政复议、行政诉讼败诉案件。", "reviews_corrected=0?! lawsuits_lost=0!"),
    ("网上未收到申请，当面收到申请3件。", "received=0<! received=3<"),
    ("15件申请均已按时答复。", "answered=15"),
    ("答复20件，延期答复5件。", "answered=20?"),
    (
        "上半年收到申请12件，下半年收到申请13件，全年共收到申请25件。",
        "received=12< received=13< received=25",
    ),
    ("全市共收到申请350件，我局收到25件。", "received=350? received=25"),
    ("上年度结转政府信息公开申请2件，本年度办结24件。", "carried_in=2 answered=24"),
    ("2022年结转至2023年3件，结转至2024年办理1件。", "carried_in=3 carried_over=1"),
    ("不存在上年结转的申请。", "carried_in=0!"),
    ("未产生信息处理费。", "fee_notices=0! fee_collected=0!"),
    ("发布规范性文件12件，发布政策解读30篇。", "documents_published=12"),
    ("共清理规范性文件50件，废止12件，修改3件，继续有效35件。", "documents_repealed=12"),
    ("行政复议、行政诉讼各1件。", "reviewed=1? litigated=1?"),
    ("全年共有5件信息公开申请。", "received=5"),
    ("政府信息公开申请总量为120件，同比上升20.5%。", "received=120 received^20.5"),
    (
        "自然人申请3493件，占96.8%；法人或其他组织申请114件，占3.2%。",
        "by_persons=3493 by_persons%96.8 by_organisations=114 by_organisations%3.2",
    ),
    ("我局无因政府信息公开产生的行政诉讼。", "litigated=0!"),
    ("没有出现因信息公开被申请复议或起诉的情况。", "reviewed=0! litigated=0!"),
    ("未出台行政规范性文件。", "documents_issued=0!"),
    ("无上年结转申请。", "carried_in=0!"),
    ("无结转下年度办理的申请。", "carried_over=0!"),
    (
        "因政府信息公开引发行政诉讼8件。其中未经复议直接起诉5件，复议后起诉3件。",
        "litigated=8 litigated_directly=5 litigated_after_review=3",
    ),
    (
        "全年涉政府信息公开行政复议被纠错2件，行政诉讼败诉0件。",
        "reviews_corrected=2 lawsuits_lost=0!",
    ),
    (
        "因政府信息公开被申请行政复议3件，其中被纠错1件；被提起行政诉讼2件，均胜诉。",
        "reviewed=3 reviews_corrected=1 litigated=2",
    ),
    (
        "2023年未发生涉及政府信息公开的行政复议案件，发生行政诉讼案件1件。",
        "reviewed=0! litigated=1",
    ),
    ("全年共收到申请15件，办结率100%，群众满意度98%。", "received=15"),
    ("局机关收到申请20件，下属单位收到申请5件。", "received=20? received=5<"),
    ("县教育局收到政府信息公开申请15件。", "received=15<"),
    ("各镇街共收到申请105件。", "received=105?"),
    (
        "本年度共收到政府信息公开申请26件（其中自然人24件，法人2件），上年结转1件，均已办结。",
        "received=26 by_persons=24 by_organisations=2 carried_in=1",
    ),
    ("共办理政府信息公开申请27件（含上年结转2件）。", "received=27 carried_in=2"),
    (
        "在办理结果中，予以公开12件，占比44.4%；部分公开5件，占比18.5%。",
        "granted=12 granted%44.4 partly_granted=5 partly_granted%18.5",
    ),
    (
        "当年新收申请25件，加上上年结转2件，共27件，已办结26件，1件结转下年度。",
        "received=25 carried_in=2 answered=26 carried_over=1",
    ),
    ("已答复24件，1件正在办理中。", "answered=24? carried_over=1?"),
    ("今年以来，我局收到政府信息公开申请25件。", "received=25"),
    ("截至2023年12月底，共收到政府信息公开申请25件。", "received=25"),
    ("累计收到信息公开申请30件。", "received=30<"),
    ("2023年全年累计收到信息公开申请30件。", "received=30"),
    ("与2022年相比，政府信息公开申请量增长20%。", "received^20"),
    ("行政许可申请500件，其中政府信息公开申请25件。", "received=25<"),
    ("因不服政府信息公开答复被申请行政复议3件。", "reviewed=3"),
    ("我局没有收到针对政府信息公开的行政复议申请。", "reviewed=0!"),
    ("制定出台规范性文件3件，全部公开。", "documents_issued=3"),
    ("全年共制定并公开行政规范性文件5件。", "documents_issued=5"),
    (
        "本年废止行政规范性文件3件，现行有效行政规范性文件20件。",
        "documents_repealed=3 documents_in_force=20",
    ),
    ("依申请公开未收取任何费用。", "fee_collected=0!"),
    ("没有收取政府信息公开信息处理费。", "fee_collected=0!"),
    ("2023年度无收费情况。", "fee_notices=0! fee_collected=0!"),
    ("本机关全年无新收政府信息公开申请。", "received=0!"),
    ("收到申请１２件。", "received=12"),
    (
        "收到政府信息公开申请十二件，办结十一件，结转一件。",
        "received=12 answered=11 carried_over=1",
    ),
    ("因政府信息公开提起行政诉讼的案件0件。", "litigated=0!"),
    ("全年收到依申请公开件22件，其中邮寄申请10件。", "received=22"),
    ("未收到行政复议申请，也没有被提起行政诉讼。", "reviewed=0! litigated=0!"),
    ("不予公开率为5.2%。", "refused%5.2"),
    ("收到政府信息公开申请12件，同比减少3件，下降20%。", "received=12 received^-20"),
    ("现行有效行政规范性文件20件。", "documents_in_force=20"),
    ("2023年，我局累计收到信息公开申请30件。", "received=30"),
    ("历年累计收到申请300件，2023年收到申请30件。", "received=300< received=30"),
    ("截至目前，共收到政府信息公开申请25件。", "received=25?"),
    ("截至11月底，共收到政府信息公开申请20件。", "received=20<"),
    ("收到申请25份。", "received=25"),
    ("收到信息公开申请二十三宗。", "received=23"),
    ("收到政府信息公开申请１，２３４件。", "received=1234"),
    ("接收信息公开申请1.5万件。", "received=15000"),
    ("公民、法人和其他组织申请政府信息公开22件。", "received=22"),
    ("自然人提出申请20件，法人提出申请2件。", "by_persons=20 by_organisations=2"),
    ("20件申请为自然人提出。", "by_persons=20"),
    ("上年结转0件。", "carried_in=0!"),
    ("本年新收申请12件，上年度结转1件。", "received=12 carried_in=1"),
    ("含2022年结转申请2件。", "carried_in=2"),
    ("因申请人撤回等原因作其他处理12件。", "otherwise=12"),
    ("其他处理5件（其中申请人撤回3件）。", "otherwise=5?"),
    ("不予处理2件。", "unprocessed=2"),
    ("全部公开12件，部分公开3件。", "granted=12 partly_granted=3"),
    ("作出部分公开决定6件。", "partly_granted=6"),
    ("无法提供12件，其中本机关不掌握10件，没有现成信息2件。", "unable=12"),
    ("予以公开率为60%。", "granted%60"),
    ("申请量较上年增长12.5%，办结量较上年增长10%。", "received^12.5 answered^10"),
    ("行政复议案件同比下降50%。", "reviewed^-50?"),
    ("政府信息公开行政复议案件数量同比下降50%。", "reviewed^-50"),
    ("行政应诉案件3件。", "litigated=3?"),
    ("涉信息公开行政应诉案件3件。", "litigated=3"),
    ("因信息公开被申请行政复议2起，被诉1起。", "reviewed=2"),
    ("本年度政府信息公开行政复议0件、行政诉讼0件。", "reviewed=0! litigated=0!"),
    ("行政诉讼0件。", "litigated=0?!"),
    (
        "未发生政府信息公开行政复议及行政诉讼，全年收到申请3件。",
        "reviewed=0! litigated=0! received=3",
    ),
    ("未发生行政复议，行政诉讼2件。", "reviewed=0! litigated=2?"),
    ("未发生1起因信息公开引发的复议诉讼案件。", "reviewed=0! litigated=0!"),
    ("无行政复议、行政诉讼案件。", "reviewed=0! litigated=0!"),
    ("无因政府信息公开引发的举报、复议、诉讼。", "reviewed=0! litigated=0!"),
    ("没有行政复议被撤销的情况。", "reviews_corrected=0!"),
    ("信息公开行政诉讼零败诉。", "lawsuits_lost=0!"),
    ("复议后起诉案件0件。", "litigated_after_review=0?!"),
    ("无未经复议直接起诉案件。", "litigated_directly=0!"),
    ("因信息公开被复议机关纠错1件。", "reviews_corrected=1"),
    ("制定行政规范性文件5件，修改2件。", "documents_issued=5"),
    ("印发规范性文件12份。", "documents_issued=12"),
    ("出台12件行政规范性文件。", "documents_issued=12"),
    ("规范性文件制发3件，废止1件。", "documents_issued=3 documents_repealed=1"),
    ("联合印发规范性文件2件。", "documents_issued=2?"),
    ("累计制发规范性文件120件。", "documents_issued=120<"),
    ("公布废止行政规范性文件3件。", "documents_repealed=3"),
    ("本年度废止2件行政规范性文件。", "documents_repealed=2"),
    ("未废止规范性文件。", "documents_repealed=0!"),
    ("保留现行有效规范性文件40件。", "documents_in_force=40"),
    ("规范性文件现行有效22件。", "documents_in_force=22"),
    ("目前现行有效规范性文件22件。", "documents_in_force=22"),
    ("主动公开地方政府规章2件。", "regulations_issued=2?"),
    ("未制定规章。", "regulations_issued=0!"),
    ("收取信息处理费2,950.50元。", "fee_collected=2950.50"),
    ("信息处理费0元。", "fee_collected=0!"),
    ("未收取任何信息处理费。", "fee_collected=0!"),
    ("发出3件收费通知。", "fee_notices=3"),
    ("依申请公开信息未收费。", "fee_notices=0! fee_collected=0!"),
    ("无收取信息处理费情况。", "fee_collected=0!"),
    ("未向申请人收费。", "fee_notices=0! fee_collected=0!"),
    ("全县教育系统共收到政府信息公开申请45件。", "received=45<"),
    ("县发展和改革局下属学校收到信息公开申请3件。", "received=3<"),
    ("协助县政府办理政府信息公开申请6件。", "received=6?"),
    ("2023年3月收到政府信息公开申请5件，4月收到申请2件。", "received=5< received=2<"),
    ("2021年至2023年共收到政府信息公开申请96件。", "received=96<"),
    ("十四五以来共收到政府信息公开申请160件。", "received=160<"),
    ("教师资格认定申请受理1200件，办结1200件。", "answered=1200?"),
    ("收到入学申请850件，办结850件。", "received=850? answered=850?"),
    (
        "收到学生资助申请12000件，不予处理12件，其他处理8件。",
        "received=12000? unprocessed=12? otherwise=8?",
    ),
    ("我局办理行政复议答复3件，行政应诉2件。", "litigated=2?"),
    ("聘请法律顾问参与行政诉讼2件。", "litigated=2?"),
    ("近年来未发生信息公开行政诉讼案件。", "litigated=0<!"),
    ("未及时公开规范性文件2件，已整改。", "documents_published=2?"),
    ("梳理历史规范性文件，公开规范性文件58件。", "documents_published=58"),
    ("起草规范性文件送审稿3件，报县政府印发规范性文件1件。", "documents_issued=1?"),
    ("上级印发规范性文件12件，我局均及时转发。", "documents_issued=12?"),
    ("收到意见建议12件，采纳10件，不予采纳2件，予以公开12件。", "granted=12?"),
    ("申请人李某提起行政诉讼3件，均被驳回。", "litigated=3?"),
    ("上年因信息公开引发的行政诉讼2件均已审结，本年未新发生。", "litigated=2<"),
    ("最多的一天收到信息公开申请6件。", "received=6?"),
    ("同一申请人提出政府信息公开申请12件。", "received=12<"),
    ("开展“减存量”，办结历史遗留信息公开申请6件。", "answered=6?"),
    ("第三方评估抽查政府信息公开申请10件，均按时答复。", "received=10<"),
    ("暗访邮寄申请5件，答复5件。", "answered=5?"),
    ("2023年，我局依申请公开平台共登记政府信息公开申请31件，已全部按期答复。", "received=31<"),
    (
        "本年度，我委共计受理信息公开申请18件，较2022年增加5件，其中予以公开9件，部分公开2件，信息不存在4件，非本机关职责3件。",
        "received=18 granted=9 partly_granted=2",
    ),
    ("2023年没有发生因政府信息公开而引起的行政复议及行政诉讼。", "reviewed=0! litigated=0!"),
    ("全年未接到信息公开方面的申请。", "received=0!"),
    (
        "在已办结的24件申请中，予以公开10件、占41.7%，不予公开3件、占12.5%，无法提供11件、占45.8%。",
        "answered=24 granted=10 granted%41.7 refused=3 refused%12.5 unable=11 unable%45.8",
    ),
    (
        "受理政府信息公开申请二十三件，答复二十三件，无一件因答复不当引发复议或诉讼。",
        "received=23 answered=23 reviewed=0! litigated=0!",
    ),
    (
        "涉及我局的信息公开类行政复议4件（维持3件、纠错1件），行政诉讼1件（一审驳回）。",
        "reviewed=4 reviews_corrected=1 litigated=1",
    ),
    (
        "我局本年度未新增行政规范性文件，现行有效行政规范性文件2件。",
        "documents_issued=0! documents_in_force=2",
    ),
    (
        "全年因申请数量频次超标向1名申请人发出收费通知2份，实际收费600元。",
        "fee_notices=2 fee_collected=600",
    ),
    ("本年未产生政府信息公开处理费用。", "fee_notices=0! fee_collected=0!"),
    (
        "依申请公开方面：共收到申请12件，其中自然人10件，企业2件；上年结转1件；办结13件；无结转下一年度案件。",
        "received=12 by_persons=10 carried_in=1 answered=13 carried_over=0!",
    ),
    ("本单位2023年度政府信息公开申请量为0。", "received=0!"),
    (
        "2023年共处理政府信息公开申请40件，包括上年结转4件和本年新收36件，年内办结38件，结转2件至下一年度。",
        "received=40 carried_in=4 received=36? answered=38 carried_over=2",
    ),
    ("行政复议和行政诉讼案件数量均为0。", "reviewed=0! litigated=0!"),
    ("今年未发生一起因信息公开工作引发的行政诉讼或行政复议。", "litigated=0! reviewed=0!"),
    ("参与办理以县政府为被申请人的信息公开行政复议案件2件。", "reviewed=2?"),
    ("门户网站“依申请公开”栏目全年收到在线申请9件。", "received=9<"),
    ("自2019年新条例施行以来，我局共收到政府信息公开申请130件。", "received=130<"),
    ("去年同期收到信息公开申请14件。", "received=14<"),
    ("收到政府信息公开申请33件、办结32件、办结率97%。", "received=33 answered=32"),
    (
        "上年度结转2件、本年新收30件，共办理32件，办结31件，1件依法延期至2024年答复。",
        "carried_in=2 received=30 answered=31 carried_over=1",
    ),
    ("政府信息公开行政诉讼案件2件，均为未经复议直接起诉，法院判决均维持。", "litigated=2"),
    ("自然人申请占比92.3%，法人或其他组织申请占比7.7%。", "by_persons%92.3 by_organisations%7.7"),
    (
        "办理结果为：予以公开7件，部分公开1件，不予公开0件，无法提供3件，不予处理0件，其他处理2件，合计13件。",
        "granted=7 partly_granted=1 refused=0! unable=3 unprocessed=0! otherwise=2",
    ),
    ("全年依法公开行政规范性文件3件及政策解读材料6篇。", "documents_published=3"),
    ("我局行政应诉工作中，涉信息公开案件3件，无败诉。", "lawsuits_lost=0!"),
    ("本机关不存在向申请人收取信息处理费的情况。", "fee_collected=0!"),
]


@pytest.mark.parametrize(("sentence", "expected"), SAID)
def test_sentences(sentence: str, expected: str) -> None:
    assert said(sentence) == expected


NOTHING = [
    "收到申请约30件。",
    "收到申请30余件。",
    "办理人大代表建议45件、政协委员提案30件，答复率100%。",
    "受理12345热线工单500件，办结500件。",
    "收到群众来信来访投诉举报120件，答复120件。",
    "网民留言答复88件。",
    "力争行政诉讼零败诉，杜绝行政复议。",
    "因信息公开引发的行政复议、行政诉讼案件共5件。",
    "市司法局全年办理行政复议案件120件。",
    "制定规章制度12项。",
    "审核备案规范性文件25件。",
    "主动公开政府信息1136条。",
    "因机构改革，结转数与上年不一致。",
    "三个部门未收到申请。",
    "组织培训12次，参训300人次，收到建议15条。",
    "申请公开的内容主要涉及征地拆迁12件、财政预算3件。",
    "公开规范性文件全文12件。",
    "梳理公布现行有效规范性文件目录，共35件。",
    "如未收到申请，应零报告。",
    "做到收到一件、答复一件。",
    "因不服行政复议决定提起行政诉讼3件。",
    "受理信息公开申请3至5件。",
    "收到政府信息公开申请超过100件。",
    "收到政府信息公开申请近50件。",
    "受理政府信息公开申请50件以上。",
    "收到信息公开申请多件。",
    "每收到一件申请均及时登记。",
    "计划受理政府信息公开申请50件。",
    "预计全年收到政府信息公开申请50件。",
    "确保全年不发生政府信息公开行政诉讼。",
    "若发生行政诉讼，依法应诉。",
    "12345热线答复率100%，答复群众诉求880件。",
    "受理行政许可申请500件，办结500件。",
    "受理低保申请50件。",
    "接受咨询120件，答复120件。",
    "受理投诉举报类来信36件，办结36件。",
    "收到行政复议申请12件，受理10件，审结9件。",
    "人民法院审理行政诉讼案件30件。",
    "参加民事诉讼2件。",
    "主动公开信息300条，依申请公开信息25条。",
    "收到申请二三件。",
    "收到申请12 13件。",
    "企业申请12件。",
    "部分公开占比约12%。",
    "予以公开约占三成。",
    "同比增长70.3%。",
    "网站访问量同比增长70.3%。",
    "制发规范性文件30余件。",
    "审查行政规范性文件12件。",
    "宣布失效规范性文件3件。",
    "现行有效规章3件。",
    "修改规章2件。",
    "行政事业性收费12万元。",
    "减免信息处理费300元。",
    "转办政府信息公开申请4件，会办3件。",
    "全年办理县长信箱来件58件，答复58件，其中信息公开类12件。",
    "依申请公开信息共提供材料36份。",
    "答复书面申请5件、电子邮件申请7件。",
    "共向申请人出具补正告知书6份，延期告知书2份。",
    "其中，予以公开的网络申请6件，部分公开的信函申请2件。",
    "收到申请件数位列全市第3，比平均水平多12件。",
    "比2022年收到的20件增加5件。",
    "申请数量比2022年减少10件，降幅达20%。",
    "信息公开申请办理满意率98%，同比提高2%。",
    "行政许可申请中，不予受理5件，予以公开结果120件。",
    "民办学校审批申请12件，答复12件。",
    "部分科室未收到申请。",
    "确保无行政复议、行政诉讼。",
    "以无复议、无诉讼为目标，全面提升答复质量。",
    "未收到不予公开、部分公开的异议。",
    "没有收到超期答复的申请投诉。",
    "未对行政规范性文件进行修改。",
    "未出台规范性文件解读2件。",
    "转发上级规范性文件15件。",
    "学习培训规范性文件制定程序，制定培训计划2件。",
    "收取学费、住宿费等行政事业性收费1200万元。",
    "信息处理费标准为每件100元。",
    "对10件以上的申请按每件100元收取信息处理费。",
    "根据规定，超过30件的收取信息处理费100元。",
    "政务公开专区接待群众查询申请320件。",
    "收到申请人补正材料8份。",
    "收到法院应诉通知书3份，行政诉讼开庭2次。",
    "在行政诉讼中，一审3件，二审1件。",
    "涉及学校收费的政府信息公开申请9件。",
    "上年受理的行政复议3件本年审结。",
    "收到政府信息公开申请，上年20件，本年26件。",
    "模拟申请5件，均在规定时间内答复。",
    "自然人通过网络申请20件。",
    "法人申请政府采购项目12件。",
    "商业企业申请2件，科研机构申请1件。",
    "全年共收到建议提案办理件36件、信访件52件，均按期办结。",
    "共公开行政处罚结果312件、行政许可结果1,204件。",
    "组织对30件依申请公开答复案卷进行评查，发现问题6个。",
    "申请人张某一人提交申请15件，占申请总量的48.4%。",
    "累计培训政务公开工作人员120人次，收到培训申请45件。",
    "对比2022年，我局信息公开申请受理量由20件增加到31件。",
]


@pytest.mark.parametrize("sentence", NOTHING)
def test_sentences_that_state_nothing(sentence: str) -> None:
    assert said(sentence) == ""


AGENCIES = [
    (
        "示例市青禾区人民政府",
        "区政府办公室坚持专人负责，全年共收到申请26件，均已按时答复。",
        "received=26?",
    ),
    ("示例市青禾区人民政府", "各镇街、各部门共受理政府信息公开申请312件。", "received=312<"),
    (
        "示例市青禾区人民政府",
        "区公安分局收到政府信息公开申请120件，区自然资源局收到95件。",
        "received=120< received=95<",
    ),
    (
        "示例市青禾区人民政府",
        "以区政府为答复主体的申请共36件，其中予以公开12件、部分公开6件。",
        "answered=36? granted=12? partly_granted=6?",
    ),
    (
        "示例市青禾区人民政府",
        "区政府本级收到政府信息公开申请46件，办结45件。",
        "received=46< answered=45<",
    ),
    ("示例市青禾区人民政府", "区司法局依法审理涉政府信息公开行政复议案件12件。", "reviewed=12?"),
    ("示例市青禾区人民政府", "全年以区政府为被告的行政诉讼案件32件。", "litigated=32?"),
    ("示例市青禾区人民政府", "全区各级行政复议机构共收到行政复议申请215件，受理198件。", ""),
    ("示例市青禾区人民政府", "全市共收到政府信息公开申请5102件。", "received=5102?"),
    (
        "示例市青禾区人民政府",
        "全区各级行政机关共收到政府信息公开申请1,562件，同比上升8.9%；办结1,540件，其中予以公开612件（占39.7%）。",
        "received=1562 received^8.9 answered=1540 granted=612 granted%39.7",
    ),
    (
        "示例市青禾区人民政府",
        "区政府办公室全年承办以区政府名义答复的政府信息公开申请46件。",
        "answered=46<",
    ),
    (
        "上海市人民政府办公厅",
        "市政府办公厅共收到信息公开申请859件，比上年下降3.2%，其中向市政府提出的640件，向办公厅提出的219件。",
        "received=859 received^-3.2",
    ),
    (
        "示例市青禾区人民政府",
        "2023年，全区制定区政府规范性文件4件，宣布失效3件，现行有效规范性文件共27件。",
        "documents_issued=4? documents_in_force=27?",
    ),
    (
        "示例市青禾区人民政府",
        "全区共发生涉政府信息公开行政复议案件15件，同比减少25%，行政诉讼案件8件，同比增加14.3%。",
        "reviewed=15 reviewed^-25 litigated=8 litigated^14.3",
    ),
    (
        "示例市青禾区人民政府",
        "其中，区本级收到申请210件，镇（街道）收到申请96件，区直部门收到申请1256件。",
        "received=210< received=96< received=1256<",
    ),
    (
        "示例市青禾区人民政府",
        "区政府及区政府办公室发布行政规范性文件5件，区级部门发布行政规范性文件11件。",
        "documents_published=5< documents_published=11<",
    ),
]


@pytest.mark.parametrize(("agency", "sentence", "expected"), AGENCIES)
def test_whose_numbers_they_are(agency: str, sentence: str, expected: str) -> None:
    assert said(sentence, agency=agency) == expected


def test_every_quantity_is_counted_and_denied_in_a_case() -> None:
    cases = " ".join(expected for _, expected in SAID).split()
    quantities = vocabulary().quantities
    assert {case.partition("=")[0] for case in cases if "=" in case} >= set(quantities)
    denied = {case.partition("=")[0] for case in cases if case.endswith("!")}
    assert denied >= set(quantities) - NEVER_DENIED


NEVER_DENIED = {
    "answered",
    "granted",
    "granted_or_partly",
    "partly_granted",
    "unable",
    "otherwise",
    "by_persons",
    "by_organisations",
    "documents_published",
    "documents_in_force",
}


def test_values_and_what_words_round() -> None:
    (rounded,) = stated(["收到政府信息公开申请1.2万件。"], True, YEAR, AGENCY)
    assert (rounded.value, rounded.tolerance) == (Decimal(12_000), Decimal(500))
    _, share = stated(["予以公开208件（17.46%）。"], True, YEAR, AGENCY)
    assert (share.value, share.tolerance) == (Decimal("17.46"), Decimal("0.005"))
    (money,) = stated(["收取信息处理费0.12万元。"], True, YEAR, AGENCY)
    assert (money.value, money.tolerance) == (Decimal(1200), Decimal(50))


def test_pages_lines_and_quotes() -> None:
    pages = [
        "一、总体情况\n（二）依申请公开情况。2023 年，我局共收到政府信\n息公开申请 1,2",
        "34 件，办\n结 1230\n件。\n- 2 -",
        "结转下年度继续办\n理 4 件。",
    ]
    found = stated(pages, True, YEAR, AGENCY)
    assert [(s.quantity, s.value, s.page) for s in found] == [
        ("answered", Decimal(1230), 1),
        ("carried_over", Decimal(4), 3),
    ]
    whole = stated(
        ["2023 年，我局共收到政府信\n息公开申请 12\n件，办结 11", "件。"], True, YEAR, AGENCY
    )
    assert [(s.quantity, s.value, s.page) for s in whole] == [
        ("received", Decimal(12), 1),
        ("answered", Decimal(11), 1),
    ]
    assert whole[0].sentence == "2023年,我局共收到政府信息公开申请12件,办结11件。"


def test_a_source_without_pages_has_none() -> None:
    assert {s.page for s in stated(["收到政府信息公开申请12件。"], False, YEAR, AGENCY)} == {None}
    assert reasons([REASONS[0]], False)[0][1] is None


def test_the_year_is_the_only_one_named_where_it_is_not_known() -> None:
    assert said("2023年收到政府信息公开申请12件。", year=None) == "received=12"
    both = "2022年收到政府信息公开申请12件。2023年收到政府信息公开申请15件。"
    assert said(both, year=None) == "received=12? received=15?"


def test_other_years_parts_and_sections_go_on_into_the_next_sentence() -> None:
    assert said("2022年收到政府信息公开申请20件。答复18件。") == "received=20< answered=18?"
    assert said("2022年收到申请20件。2023年答复申请18件。") == "received=20< answered=18"
    assert said("受理热线工单500件。办结500件。") == ""
    assert said("收到政府信息公开申请20件。全年办结20件。") == "received=20 answered=20"
    assert (
        said("其中，A局收到申请2件，答复2件；B局收到申请3件。")
        == "received=2< answered=2< received=3<"
    )


TABLES = (
    "二、主动公开政府信息情况\n第二十条第（一）项\n信息内容 本年制发件数 本年废止件数 现行有效件数\n"
    "规章 10件 31件 0\n行政规范性文件 6件 2件 19件\n第二十条第（八）项\n"
    "信息内容 本年收费金额（单位：万元）\n行政事业性收费 7730.28\n"
    "三、收到和处理政府信息公开申请情况\n（本列数据的勾稽关系为：第一项加第二项之和，等\n"
    "于第三项加第四项之和）\n申请人情况\n自然\n人\n法人或其他组织\n商业 总计\n企业\n",
    "一、本年新收政府信息公开申请数量 22 0 0 0 0 0 22\n二、上年结转政府信息公开申请数量 3件 0 0 0 0 0 3件\n"
    "三\n、\n本\n年\n度\n办\n理\n结\n果\n（一）予以公开 5 0 0 0 0 0 5件\n（二）部分公开（区分处理的，只计这一情\n"
    "形，不计其他情形） 4 0 0 0 0 0 4件\n（三）不予公\n开\n1.属于国家秘密 1 0 0 0 0 0 1\n"
    "2.其他法律行政止公开 0 0 0 0 0 0 0\n（六）其他处\n理\n1.申请人无正当理由逾期不补\n"
    "正、行政机关不再处理其政府\n信息公开申请\n0 0 0 0 0 0 0\n（七）总计 25 0 0 0 0 0 25\n"
    "四、结转下年度继续办理 2件 0 0 0 0 0 2件\n四、政府信息公开行政复议、行政诉讼情况\n行政复议 行政诉讼\n"
    "结果\n维持\n结果\n纠正\n总计\n未经复议直接起诉 复议后起诉\n0 1 0 0 1 0 0 0 0 0 0 0 1 0 1\n",
)
STATISTICS = (
    "政府信息公开情况统计表\n统计指标\n单位\n统计数\n三、依申请公开情况\n——\n——\n（一）收到申请数\n件\n355\n"
    "1.当面申请数\n件\n263\n（二）申请办结数\n件\n346\n四、行政复议数量\n件\n9\n五、行政诉讼数量\n件\n5\n"
)


@pytest.mark.parametrize("pages", [TABLES, (STATISTICS,), ("".join(TABLES),)])
def test_tables_state_nothing(pages: tuple[str, ...]) -> None:
    assert stated(pages, True, YEAR, AGENCY) == ()
    assert reasons(pages, True) == ()


def test_prose_around_tables_is_read_and_notes_between_them() -> None:
    before = "一、总体情况\n全年收到政府信息公开申请22件。\n"
    note = "注：行政复议、行政诉讼数量含上年度结转数量。\n"
    after = (
        "五、存在的主要问题及改进情况\n未发生行政复议。\n六、其他需要报告的事项\n未收取信息处理费。"
    )
    pages = (before + TABLES[0], TABLES[1] + note + after)
    assert said(*pages) == "received=22 reviewed=0! fee_collected=0!"
    assert reasons(pages, True) == (("注:行政复议、行政诉讼数量含上年度结转数量。", 2),)


REASONS = (
    "因机构改革，结转数与上年不一致。",
    "由于统计口径调整，上年结转申请数与上年度报告结转数不符。",
    "部分规范性文件有效期届满自动失效，现行有效件数相应减少。",
    "注：行政复议、行政诉讼数量含上年度结转数量。",
    "因职能划转，2件申请移交县自然资源局，结转数较上年度报告相应核减。",
    "说明：表中数据不含已划转的乡镇。",
    "2023年现行有效规范性文件数与2022年数据有出入，主要原因是开展了规范性文件集中清理。",
    "上年结转申请数与上年度报告数据不一致，系上年度统计有误。",
    "备注：上年度结转数据已更正。",
    "受统计口径变化影响，行政许可数量较上年大幅减少。",
    "因原县农机局并入我局，上年结转申请数相应增加2件。",
    "本年度行政规范性文件现行有效件数与上年度不衔接，原因是2件文件到期自动失效。",
    "需要说明的是，因系统升级，2022年度结转件数统计有误，本年度予以更正。",
)
NO_REASONS = (
    "因政府信息公开被申请行政复议3件。",
    "由于工作人员业务不熟，答复质量还不高。",
    "因公开意识不强，主动公开数量不足。",
    "因机构改革，人员变动较大，政府信息公开工作力量有待加强。",
    "进一步规范统计口径，提高数据质量。",
    "存在问题的主要原因是工作人员兼职较多。",
    "收到政府信息公开申请12件，比上年减少3件。",
    "因本机关不掌握等原因无法提供12件。",
    "动态调整主动公开目录，定期清理现行有效的规范性文件。",
    "注重数据质量，加强统计分析。",
    "开展规范性文件清理，废止3件、失效2件。",
    "主要是主动公开的深度不够，不同部门之间存在差异。",
    "做好机构改革后政府信息公开职能调整工作。",
    "申请内容主要是征地拆迁类，数量较上年增加。",
    "全年因申请人撤回终止办理的申请3件。",
    "因数据更新不及时，部分栏目内容与实际不符。",
    "注：点击此处下载附件。",
    "说明：本报告电子版可在政府网站下载。",
)


@pytest.mark.parametrize("sentence", REASONS)
def test_reasons(sentence: str) -> None:
    ((quoted, page),) = reasons([sentence], True)
    assert (quoted, page) == (sentence.replace("，", ",").replace("：", ":"), 1)


@pytest.mark.parametrize("sentence", NO_REASONS)
def test_no_reasons(sentence: str) -> None:
    assert reasons([sentence], True) == ()


def test_consistent_reports_full_of_numbers_are_never_contradicted() -> None:
    for seed in range(60):
        rng = Random(seed)
        cells = random_figures(rng)
        paragraphs = decoy_prose(rng, AGENCY, YEAR, cells)
        found = stated(["\n".join(paragraphs)], True, YEAR, AGENCY)
        for one in found:
            total = VALUES.get(one.quantity)
            if one.kind == "count" and one.scope == "whole" and total is not None:
                assert one.value == total(cells), one.sentence


@pytest.mark.parametrize("quantity", sorted(COUNTED))
def test_every_wording_of_a_statement_is_found(quantity: str) -> None:
    for seed in range(40):
        rng = Random(seed)
        value = rng.choice((0, 1, 7, 12, 305, 1234))
        sentence = statement_prose(rng, quantity, value, YEAR)
        found = [s for s in stated([sentence], True, YEAR, AGENCY) if s.quantity == quantity]
        assert [(s.value, s.scope) for s in found] == [(Decimal(value), "whole")], sentence


def test_wordings_are_of_declared_quantities() -> None:
    assert set(COUNTED) == set(vocabulary().quantities)
    assert set(DENIED) <= set(COUNTED)


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "一",
        "件",
        "申请",
        "1件",
        "收到申请",
        "共计",
        "未发生",
        "行政复议、",
        "公民、法人",
        "(",
        "收到申请12件。",
        "公开12件、" * 50 + "。",
        "通过" * 190 + "等平台共。",
        "因" * 100 + "。",
    ],
)
def test_hostile_texts_take_no_time(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    start = perf_counter()
    stated([text], True, YEAR, AGENCY)
    reasons([text], True)
    assert perf_counter() - start < 5
