"""Passages on how many requests came, were handled, and went on to the next year."""

from __future__ import annotations

from tests.spoken.passage import Written

UNITS = (
    "{y}年，{s}共收到依申请公开事项{received=28}条，均在规定时限内予以办理。",
    "全年收到依申请公开政府信息{received=56}条，按时办结率100%。",
    "依申请公开方面，本年度共受理申请{received=17}项，较好满足了群众的信息需求。",
    "一年来，收到群众要求公开政府信息的来信{received=1}件次，已按规定答复。",
    "{y}年度共接到政府信息公开申请{received=9}封，答复工作均在20个工作日内完成。",
    "本年收到政府信息公开申请{received=143}宗，主要涉及征地补偿、规划许可等内容。",
    "全年新收政府信息公开申请{received=34}起，办理过程中主动与申请人沟通60余次。",
    "（二）依申请公开情况。全年共收到依申请公开{received=6}份，全部依法依规办理。",
    "本机关{y}年度收到政府信息公开申请共{received=212}例，未出现超期答复的情形。",
    "{y}年，共受理公民、法人及其他组织政府信息公开申请{received=11}人次，均已答复。",
    "去年一年（1月1日至12月31日），我局收到信息公开申请表{!received=5}份，均系当面递交。",
    "本年度，通过信函收到政府信息公开申请{received=3}笔，无其他渠道申请。",
)
"""Requests counted in other units than 件."""

NO_VERB = (
    "{y}年依申请公开政务信息数{received=3}件，均已按程序答复。",
    "全年依申请公开{received=53}件，无超期答复情况。",
    "依申请公开{received=0}件。",
    "（二）依申请公开。{y}年度政府信息公开申请{received=8}件，其中当面申请2件、信函申请6件。",
    "全年政府信息公开申请量为{received=77}件，主要集中在征收补偿和工程项目领域。",
    "依申请公开工作：申请数量{received=19}件，全部在法定期限内答复。",
    "{y}年，政府信息公开申请总量{received=1205}件。",
    "{s}{y}年依申请公开政府信息事项共计{received=4}件。",
    "本年度政府信息公开申请数：{received=16}件。",
    "依申请公开政府信息申请合计{received=22}件，较好保障了公众知情权。",
    "截至{y}年12月31日，本年度依申请公开件共{received=13}件。",
    "{y}年，我局政府信息依申请公开数量为{received=0|零}。",
)
"""Sentences without a verb of receiving."""

HANDLED = (
    "全年依申请公开共办理{answered/received=53}件，办理结果均及时告知申请人。",
    "{y}年共办理政府信息公开申请{answered/received=31}件，按时办结率100%。",
    "本年度办结政府信息依申请公开{answered=24}件，未发生逾期。",
    "{y}年，{s}受理政府信息公开申请{received=41}件。",
    "全年受理信息公开申请{received=15}宗，均按规定流程登记转办。",
    "按照条例要求，全年依法答复申请人{answered=12}件次政府信息公开申请。",
    "{y}年，我单位依申请公开信息办结{answered=7}件，无不予受理情况。",
    "本年处理政府信息公开申请{answered/received=88}件，未引发任何争议。",
    "全年依法依规办理依申请公开件{answered/received=2|两}件，申请人均表示满意。",
    "{y}年共出具政府信息公开告知书{answered=26}份，即答复申请{answered=26}件。",
    "全年回复政府信息公开申请{answered=35}件，每件均经法律顾问审核。",
    "{y}年，完成政府信息公开申请办理{answered/received=102}件。",
)
"""办理, 办结, 受理, 答复 as the only verb."""

DENIED = (
    "{y}年，本机关未接到公众以任何形式要求公开政府信息的申请。{received=0|}",
    "全年无依申请公开政府信息办理事项。{received=0|}",
    "本年度未发生政府信息依申请公开的情况。{received=0|}",
    "{y}年度，我局没有收到公民、法人或其他组织提出的公开政府信息的请求。{received=0|}",
    "{s}全年政府信息公开申请为零。{received=0|}",
    "截至{y}年12月31日，尚未有公民、法人或者其他组织向我单位提出信息公开申请。{received=0|}",
    "{y}年未有依申请公开事项。{received=0|}",
    "今年以来，无公民、法人和其他组织向本机关申请公开政府信息。{received=0|}",
    "本年度我单位未产生依申请公开件。{received=0|}",
    "（二）依申请公开情况。无。{received=0|}",
    "依申请公开情况：{y}年度本机关没有政府信息公开申请。{received=0|}",
    "{y}年，没有个人、企业或组织依申请要求我局公开政府信息，也无上年结转的申请。"
    "{received=0|}{carried_in=0|}",
    "全年收到和处理政府信息公开申请均为{received=0}件{answered=0|}。",
    "{y}年政府信息公开申请数量为{received=0}，结转下年度办理{carried_over=0}件。",
    "{y}年内没有发生申请政府信息公开的事项。{received=0|}",
    "本年度不存在向{s}申请获取政府信息的情形。{received=0|}",
    "{y}年没有需要结转下年度继续办理的政府信息公开申请。{carried_over=0|}",
    "本年度新收政府信息公开申请{received=14}件，上一年度无结转件。{carried_in=0|}",
    "全年收到申请{received=8}件，均于年内办结，无结转至下一年度的申请。{carried_over=0|}",
    "{y}年未收到政府信息公开申请{received=0|}，因此没有作出予以公开、"
    "不予公开等答复。{?granted=0|}{?refused=0|}{?answered=0|}",
)
"""Denials in many words."""

CARRIED = (
    "{y}年新收政府信息公开申请{received=12}件，上年度未办结转入{carried_in=2}件。",
    "全年共收到申请{received=20}件，已办结{answered=19}件，{carried_over=1}件待次年办理。",
    "{y}年受理政府信息公开申请{received=30}件，往年结转{carried_in=1}件，答复{answered=31}件。",
    "本年新增政府信息公开申请{received=45}件，承接{last}年结转{carried_in=4}件，"
    "全年办结{answered=46}件，剩余{carried_over=3}件转入{next}年继续办理。",
    "全年收到政府信息公开申请{received=66}件。截至年底，尚在办理中的申请{carried_over=5}件。",
    "{y}年，结转上年度办理的政府信息公开申请{carried_in=3}件，新收{received=40}件。",
    "政府信息公开申请中，{carried_over=7}件因年末提交、答复期限未届满，顺延至{next}年答复。",
    "{last}年未办结的政府信息公开申请{carried_in=6}件已于{y}年第一季度全部办结。",
    "本年度共收到申请{received=9}件，当年答复{answered=8}件，余{carried_over=1}件在法定期限内，"
    "将于{next}年1月答复。",
    "上年遗留政府信息公开申请{carried_in=2}件，本年收到{received=18}件，"
    "共办结{answered=20}件，无遗留。{carried_over=0|}",
    "{y}年新收申请{received=52}件、上年转结{carried_in=1}件，结转下一年{carried_over=2}件。",
    "申请办理方面，跨年度办理的政府信息公开申请{carried_over=4}件，结转下年。",
    "{y}年收到政府信息公开申请{received=3}件，其中{carried_over=1}件为12月29日收到，转下年办理。",
    "全年新收政府信息公开申请{received=120}件，期初结转{carried_in=8}件，期末未办结"
    "{carried_over=10}件。",
    "由{last}年度转入的申请{carried_in=5}件，均已答复；{y}年新收申请{received=27}件。",
)
"""Carry-over, also said from the other side."""

BOTH = (
    "{y}年，共办理政府信息公开申请1261件（含上年度结转{carried_in=74}件），"
    "答复{answered=1181}件，结转下年{carried_over=80}件。{?received=1261|}",
    "全年受理政府信息公开申请33件（其中上年结转{carried_in=2}件），已全部办结。"
    "{?received=33|}{!answered=33|}",
    "本年度应办理政府信息公开申请50件，其中新收{received=47}件，"
    "上年结转{carried_in=3}件。{?received=50|}",
    "{y}年收到政府信息公开申请{received=29}件，加上上年结转的{carried_in=2}件，"
    "共计{!answered=31}件，已全部答复。{?received=31|}",
    "全年答复申请{answered=805}件，包括上年度结转{carried_in=18}件，"
    "另有{carried_over=72}件按规定顺延至下年度答复。",
    "{y}年，含上年结转在内，共办结政府信息公开申请{answered=64}件。",
)
"""A total with the carry-over in it."""

IDENTITY = (
    "全年新收申请{received=78}件，上年结转{carried_in=3}件，办结{answered=75}件，"
    "结转下年度{carried_over=3}件。",
    "{y}年收到政府信息公开申请{received=40}件，无上年结转。{carried_in=0|}答复"
    "{answered=36}件，结转下年{carried_over=2}件。",
    "本年度收到申请{received=15}件，其中自然人申请{by_persons=12}件，"
    "法人或其他组织申请{by_organisations=2}件。",
    "全年答复申请{answered=20}件，其中予以公开{granted=9}件，部分公开{partly_granted=4}件，"
    "不予公开{refused=3}件，无法提供{unable=5}件，其他处理{otherwise=1}件。",
)
"""Sums in the prose itself that do not hold: found all the same."""

SHORT_NAME = (
    Written("{y}年，县应急局共收到政府信息公开申请{received=7}件，均按时答复。", "应急"),
    Written("南屏区人社局全年受理政府信息公开申请{received=38}件。", "人社"),
    Written("一年来，区教育局收到依申请公开{received=10}件，答复{answered=10}件。", "教育"),
    Written(
        "县自然资源局{y}年新收政府信息公开申请{received=156}件，主要涉及土地征收批文。", "资源"
    ),
    Written("{y}年，市政府办公室共收到政府信息公开申请{received=91}件。", "办"),
    Written("县卫健委全年共收到政府信息公开申请{received=23}件，办结{answered=23}件。", "卫健"),
    Written("临川镇{y}年共收到政府信息公开申请{received=4}件，无行政复议。{reviewed=0|}", "镇"),
    Written("新桥街道全年未收到政府信息公开申请。{received=0|}", "街道"),
    Written("市住建局共受理政府信息公开申请{received=345}件，同比增加27件。", "住建"),
    Written(
        "{y}年，市市场监管局收到政府信息公开申请{received=61}件，其中涉及投诉举报的较多。", "市监"
    ),
    Written("我区审计局本年度收到政府信息公开申请{received=2}件。", "审计"),
    Written("{y}年，全县各级行政机关共收到政府信息公开申请{received=508}件。", "县"),
    Written(
        "{y}年，全市共新收政府信息公开申请{received=4132}件，同比下降{?received^=-3.6|3.6}%。", "市"
    ),
    Written("云溪县{y}年度受理政府信息公开申请{received=269}件，其中县政府办公室受理31件。", "县"),
)
"""The agency's own name, or the place it reports for, is the whole and no part of it."""

COMPARED = (
    "{y}年，共收到政府信息公开申请{received=46}件，同比增长{?received^=21.1}%。",
    "全年收到申请{received=130}件，比上年的152件减少22件。",
    "本年度收到政府信息公开申请{received=18}件，较{last}年增加5件，增幅{?received^=38.5}%。",
    "{y}年新收政府信息公开申请{received=75}件，与去年同期（81件）相比下降{?received^=-7.4|7.4}%。",
    "全年受理政府信息公开申请{received=24}件，与上年持平。",
    "收到政府信息公开申请{received=9}件，是{last}年（3件）的3倍。",
    "{y}年收到政府信息公开申请{received=260}件，同比上升{?received^=4}%；"
    "答复{answered=255}件，同比上升{?answered^=2.8}%。",
    "与{last}年收到的33件相比，{y}年政府信息公开申请数增至{received=48}件。",
    "政府信息公开申请由{last}年的112件降至{received=95}件，降幅{?received^=-15.2|15.2}%。",
    "全年政府信息公开申请{received=14}件，较上年度减少了6件；因政府信息公开被申请行政复议"
    "{reviewed=1}件，较上年度减少2件。",
)
"""Numbers of this year beside those of the last."""

LETTERING = (
    "{y}年，共收到政府信息公开申请{received=15|十五}件，办结{answered=15|十五}件。",
    "全年收到政府信息公开申请{received=26|２６}件。",
    "本年度收到政府信息公开申请 {received=1873|1,873} 件，答复 {answered=1873|1,873} 件。",
    "全年共收到政府信息公开申请{received=2|贰}件。",
    "{y}年收到政府信息公开申请{received=102|一百零二}件，均按期答复。",
    "{y} 年，共 收 到 政府信息公开申请 {received=37} 件 。",
    "本年度收到政府信息公开申请{received=1|1（壹）}件。",
)
"""Numbers in other writing."""

KINDS: dict[str, tuple[Written | str, ...]] = {
    "units": UNITS,
    "no verb": NO_VERB,
    "handled": HANDLED,
    "denied": DENIED,
    "carried": CARRIED,
    "with carried": BOTH,
    "identity": IDENTITY,
    "short name": SHORT_NAME,
    "compared": COMPARED,
    "lettering": LETTERING,
}
