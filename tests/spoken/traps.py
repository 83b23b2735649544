"""Passages with numbers that are none of the tables' for this year and this agency."""

from __future__ import annotations

from tests.spoken.passage import Written

ALL_YEARS = (
    "历年累计受理政府信息公开申请20件，{y}年受理{received=2}件。",
    Written("自条例施行以来，{s}累计收到政府信息公开申请315件。", trap=True),
    Written("截至{y}年底，历年累计依申请公开政府信息47件，全部按期答复。", trap=True),
    Written("五年来，共受理依申请公开事项128件，答复率100%。", trap=True),
    "“十四五”以来累计办理政府信息公开申请506件，其中{y}年新收申请{received=83}件。",
    Written("2008年至今共收到政府信息公开申请69件，未发生一起行政诉讼。", trap=True),
    Written("近三年来年均收到政府信息公开申请40件左右。", trap=True),
)
"""Of all years together."""

PAGES = (
    Written(
        "全年主动公开政府信息1562条，不予公开信息数46条，依申请公开信息数{!received=9}条。",
        trap=True,
    ),
    Written("门户网站信息公开专栏发布信息870条，部分公开信息12条。", trap=True),
    Written("在拟公开的政府信息中，经保密审查不予公开的信息18条。", trap=True),
    Written("公文公开属性认定中，主动公开203件、依申请公开57件、不予公开31件。", trap=True),
    "全年制发公文260件，其中标注依申请公开的64件、不予公开的28件；收到政府信息公开申请"
    "{received=5}件。",
    Written("目录系统中属于依申请公开类的信息95条，已逐条标注。", trap=True),
    Written("对历史信息开展公开属性复核，由不予公开转为主动公开15件。", trap=True),
    "全年主动公开信息2,318条，收到政府信息公开申请{received=21}件。",
    Written("政府信息公开栏目共有“依申请公开”等二级栏目12个，更新内容133条。", trap=True),
)
"""Pages, documents and their marking are no requests."""

LETTERS = (
    Written("12345政务服务便民热线转办工单1893件，办结率99.8%，群众满意率97%。", trap=True),
    Written("领导信箱收到群众来信132封，全部回复。", trap=True),
    "收到网民留言86条、答复86条；收到政府信息公开申请{received=3}件。",
    Written("受理群众来信来访57批次，均按信访条例办理。", trap=True),
    Written("办理人大代表建议14件、政协提案22件，答复率和满意率均为100%。", trap=True),
    Written("“我为政府网站找错”平台受理留言5件，按期办结5件。", trap=True),
    Written("接受现场咨询230人次，电话咨询415次，网上咨询62件。", trap=True),
    Written("县长信箱收到信息公开方面的咨询7件，已转有关单位答复。", "县", trap=True),
    Written("民生在线平台共受理来信申诉件38件，结转下月办理2件。", trap=True),
    Written("受理不动产登记资料查询申请4021件，全年答复率100%。", "资源", trap=True),
    Written("收到工伤认定申请73件，不予受理2件。", "人社", trap=True),
    Written("阳光信访系统收到申请事项41件，不予受理6件，结转下年3件。", trap=True),
    Written("{y}年接到群众电话询问信息公开申请办理流程的来电19次，均耐心解答。", trap=True),
)
"""Letters, calls, and other requests."""

OTHER_YEARS = (
    Written(
        "{last}年共收到政府信息公开申请26件，答复25件，结转{carried_in=1}件至{y}年。", trap=True
    ),
    Written("上年同期收到依申请公开31件。", trap=True),
    "去年全年受理申请17件，今年受理政府信息公开申请{received=22}件。",
    Written("{next}年一季度已收到政府信息公开申请5件，正在办理。", trap=True),
    "{last}年收到37件，{y}年收到政府信息公开申请{received=29}件，申请量有所下降。",
    Written("上半年收到政府信息公开申请12件。", trap=True),
    Written("{y}年第四季度受理政府信息公开申请8件，为全年最多。", trap=True),
    Written("{y}年12月，{s}集中收到政府信息公开申请6件。", trap=True),
    Written("{last}年度未收到政府信息公开申请，也未发生行政复议、行政诉讼。", trap=True),
    Written("对照{last}年年报中收到申请43件、不予公开4件的情况，逐项查找问题。", trap=True),
)
"""Of other years, or of a part of the year."""

OTHER_AGENCIES = (
    Written("其中，县教育局收到政府信息公开申请5件，县住建局收到19件。", "县", trap=True),
    Written("县政府办公室代表县政府受理政府信息公开申请52件。", "县", trap=True),
    Written("下属学校共收到信息公开申请3件，均由学校答复。", "教育", trap=True),
    Written("协助区政府办理政府信息公开申请7件，提供材料9份。", "教育", trap=True),
    Written("配合市局答复政府信息公开申请4件，本局自行受理{received=10}件。", "资源"),
    Written("各乡镇（街道）收到政府信息公开申请33件，县直部门收到198件。", "县", trap=True),
    Written("为其他单位提供政府信息公开申请征求意见复函16件。", trap=True),
    Written("转交不属于本机关职责的申请3件，由有关单位另行答复。", trap=True),
    Written("全省自然资源系统收到政府信息公开申请6120件。", "资源", trap=True),
    Written("局属事业单位未收到依申请公开事项。", trap=True),
    Written(
        "国家税务总局云溪县税务局收到政府信息公开申请2件，不在本报告统计范围。", "县", trap=True
    ),
    Written("全市收到政府信息公开申请3890件，市政府办公室受理{received=76}件。", "办"),
)
"""Of other agencies, or only a part of what the report covers."""

PARTS = (
    Written("其中，涉及征地拆迁的申请22件，涉及规划审批的申请15件。", "资源", trap=True),
    "收到政府信息公开申请{received=58}件，其中涉及土地征收41件、城建规划10件、其他7件。",
    Written("有9件申请需要补正，申请人均已补正。", trap=True),
    Written("政府信息公开申请中，延期答复4件，征求第三方意见2件。", trap=True),
    "全年收到申请{received=40}件，其中同一申请人提交申请13件。",
    Written("申请内容涉及财政预算的占三成，约12件。", trap=True),
    "收到申请{received=16}件，撤回申请2件，补正3件。",
    Written("经沟通，申请人主动撤回政府信息公开申请5件。", trap=True),
    "政府信息公开申请{received=73}件，平均办理时长11.5个工作日，最短1个工作日。",
    Written("会同法律顾问审核疑难申请答复书8份。", trap=True),
    Written("在政府信息公开申请处理中，当日答复的3件，5日内答复的9件。", trap=True),
)
"""Parts of the whole by content or way of handling."""

PLANNED = (
    Written("力争{next}年政府信息公开申请办理时限压缩至15个工作日，行政复议不超过2件。", trap=True),
    Written("计划{next}年制发规范性文件5件，举办培训3期。", trap=True),
    Written("按照规定，收到申请后应当在20个工作日内答复，延长期限不超过20个工作日。", trap=True),
    Written("一是对依申请公开件实行“1个工作日登记、3个工作日分办、15个工作日答复”。", trap=True),
    Written("申请人一次申请公开政府信息10件以上的，按件计收信息处理费。", trap=True),
    Written("若全年未收到政府信息公开申请，各单位也应当零报告。", trap=True),
    Written("考核中，凡因政府信息公开被行政复议纠正1件扣2分、行政诉讼败诉1件扣5分。", trap=True),
    Written("根据格式要求，未收到申请的单位应填写“0”，不得留空。", trap=True),
)
"""Plans, rules and what would be."""

COPIES = (
    Written(
        "组织政府信息公开培训4场，参训260人次；模拟受理政府信息公开申请6件开展演练。", trap=True
    ),
    Written("编印依申请公开典型案例12件，供各单位参考。", trap=True),
    Written("抽查各单位依申请公开答复文书45份，发现问题9个。", "市", trap=True),
    Written("修订依申请公开答复文书模板18种。", trap=True),
    Written("为申请人免费复印资料37页、邮寄答复书21封。", trap=True),
    Written("政府信息公开申请系统新增注册用户53个，访问量8120次。", trap=True),
    Written("政府信息查阅点接待查阅申请19人次，提供查阅资料44份。", trap=True),
    Written("对政府信息公开申请答复情况开展回访11次。", trap=True),
)
"""Training, samples, copies."""

PREFACE = (
    Written(
        "全年收到政府信息公开申请{received=7}件。",
        preface="本报告依据《中华人民共和国政府信息公开条例》编制。{last}年政府信息公开工作年度报告已于"
        "{y}年1月发布，当年收到申请14件。",
    ),
    Written(
        "{y}年，本机关收到政府信息公开申请{received=12}件，办结{answered=12}件。",
        preface="根据国务院办公厅关于印发{last}年政府信息公开工作年度报告格式的通知要求，"
        "{a}编制{y}年度报告。",
    ),
    Written(
        "本年度共受理政府信息公开申请{received=5}件。",
        preface="现公布{a}{y}年政府信息公开年度报告。{last}年度报告所列政府信息公开申请18件，可在网站查阅。",
    ),
    Written(
        "按照{last}年政府信息公开工作年度报告提出的改进措施，{y}年收到的{received=9}件政府信息公开申请"
        "均由专人办理。"
    ),
    Written(
        "{last}年政府信息公开工作年度报告显示收到申请6件，本年度收到政府信息公开申请{received=8}件。"
    ),
)
"""The report of another year, named before this one's numbers."""

LONG = (
    "围绕重点领域主动公开信息1320条，其中财政信息86条。全年收到政府信息公开申请{received=27}件，"
    "上年结转{carried_in=1}件，均已办结。{!answered=28|}12345热线工单办结2045件。"
    "因政府信息公开被申请行政复议{reviewed=2}件，未发生行政诉讼。{litigated=0|}",
    "（一）主动公开。发布各类信息640条，制发规范性文件{documents_issued=2}件，解读4篇。"
    "（二）依申请公开。新收申请{received=11}件，予以公开{granted=6}件，部分公开"
    "{partly_granted=2}件，无法提供{unable=3}件。（三）监督保障。开展培训2次。",
    "全年作出行政许可{licensing_decided=95}件、行政处罚{penalties_decided=13}件。收到依申请公开"
    "{received=4}条，均按期答复。收到局长信箱来信65封。历年累计受理依申请公开39件。",
    Written(
        "{y}年，全县共收到政府信息公开申请{received=231}件，其中县政府办公室28件、乡镇45件、"
        "县直部门158件。答复{answered=226}件，{carried_over=5}件结转{next}年办理。",
        "县",
    ),
    "{last}年结转至本年的申请{carried_in=2}件已办结。本年新收申请{received=50}件，同比增长"
    "{?received^=25}%（{last}年为40件），其中自然人{by_persons=45}件、法人或其他组织"
    "{by_organisations=5}件。",
    "本机关{y}年未收到政府信息公开申请，{received=0|}无结转。收到群众咨询112件，回复112件。"
    "未发生因政府信息公开引发的行政复议和行政诉讼。{reviewed=0|}{litigated=0|}{?carried_in=0|}"
    "{?carried_over=0|}",
    "全年收到政府信息公开申请{received=19}件，同比减少4件。从内容看，涉及征收9件、规划6件。"
    "从结果看，予以公开{granted=10}件，不予公开{refused=2}件，无法提供{unable=5}件，"
    "不予处理{unprocessed=1}件，{carried_over=1}件转至下年。",
    "政府信息公开行政复议{reviewed=3}件，较上年的5件下降{?reviewed^=-40|40}%；行政诉讼{litigated=1}件，"
    "与上年持平。全年行政机关其他复议案件27件。",
    "现行有效规范性文件{documents_in_force=41}件，全年清理规范性文件66件次。"
    "行政事业性收费{fees_charged=9.86}万元，涉企收费目录清单列明项目3项。",
)
"""Several things after one another."""

KINDS: dict[str, tuple[Written | str, ...]] = {
    "all years": ALL_YEARS,
    "pages": PAGES,
    "letters": LETTERS,
    "other years": OTHER_YEARS,
    "other agencies": OTHER_AGENCIES,
    "parts": PARTS,
    "planned": PLANNED,
    "copies": COPIES,
    "last report": PREFACE,
    "long": LONG,
}
