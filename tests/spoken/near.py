"""Passages that come near to a statement and are none, and statements in the form of lists."""

from __future__ import annotations

from tests.spoken.passage import Written

NARROW_DENIALS = (
    Written("全年未发生逾期答复的政府信息公开申请。", trap=True),
    Written("未收到涉及国家秘密、商业秘密的政府信息公开申请。", trap=True),
    Written("本年度未收到境外组织或个人提出的政府信息公开申请。", trap=True),
    Written("没有收到通过传真方式提交的政府信息公开申请，线上渠道运行正常。", trap=True),
    Written("未发生因答复不及时引发的行政复议。", trap=True),
    Written("全年没有因主动公开不到位而引发的行政诉讼。", trap=True),
    Written("未收到对政府信息公开申请答复不满意的投诉举报。", trap=True),
    Written("县财政局、县民政局全年未收到政府信息公开申请。", "县", trap=True),
    Written("第一季度未收到政府信息公开申请。", trap=True),
    "全年未收到重复申请，共收到政府信息公开申请{received=17}件。",
    Written("没有一件政府信息公开申请被退回重办。", trap=True),
    Written("未收到要求公开“三公”经费的申请。", trap=True),
)
"""There was none of a certain sort, which does not say that there was none."""

ANSWERS_OF_A_SORT = (
    "作出不予公开答复{refused=2}件、部分公开答复{partly_granted=3}件，其余均为予以公开。",
    "对政府信息公开申请作出不予处理答复{unprocessed=4}件。",
    Written("对申请人口头答复12件次，当场答复2件。", trap=True),
    Written("发出补正告知书6份、延期答复告知书3份、征求第三方意见函5份。", trap=True),
    Written("超期答复政府信息公开申请0件。", trap=True),
    "全年收到申请{received=30}件，按期答复28件，经批准延期答复2件。{!answered=30|}",
    Written("在5个工作日内答复的政府信息公开申请11件，在10个工作日内答复的9件。", trap=True),
    Written("经司法局审核后答复的政府信息公开申请7件。", trap=True),
    Written("政府信息公开行政复议答复书提交3份。", trap=True),
    Written("书面答复群众关于拆迁政策的咨询19件。", trap=True),
)
"""Answers of some sort, or to something else."""

PAPERS = (
    Written("收到申请人提交的补正材料3份。", trap=True),
    Written("收到政府信息公开申请撤回书2份。", trap=True),
    Written("收到区政府办转来的政府信息公开申请征求意见函4件。", trap=True),
    Written("受理对政府信息公开工作的举报投诉2件，均已办结。", trap=True),
    Written("收到对政府信息公开工作的意见建议5条，采纳3条。", trap=True),
    Written("审核法律援助申请30件，公示申请结果30条。", trap=True),
    Written("受理公开招聘报名申请214件。", trap=True),
    Written("全年收到企业提出的资金扶持申请48件，结果全部公开。", trap=True),
    Written("每件政府信息公开申请均建立“1件1档”。", trap=True),
    Written("收到政府信息公开申请后，由2名工作人员在3日内登记分办。", trap=True),
)
"""Papers beside requests, and requests for something else."""

PERIODS = (
    Written("三年来，共收到政府信息公开申请64件。", trap=True),
    Written("自机构改革以来，共收到依申请公开19件。", trap=True),
    Written("本届政府任期内，累计答复政府信息公开申请302件。", trap=True),
    Written("近两年共办结政府信息公开申请71件。", trap=True),
    Written("2016年至2020年共收到政府信息公开申请159件。", trap=True),
    "2019年、2020年分别收到政府信息公开申请25件和38件，{y}年收到{received=44}件。",
    Written("1至11月收到政府信息公开申请13件。", trap=True),
    Written("截至{next}年1月20日，又收到政府信息公开申请3件，纳入下年度统计。", trap=True),
    Written("“十三五”期间制发行政规范性文件57件。", trap=True),
    Written("五年内因政府信息公开被申请行政复议11件，被提起行政诉讼6件。", trap=True),
)
"""Longer and shorter than the report's year."""

LISTS = (
    "{y}年，政府信息公开申请受理数、答复数分别为{received=12}件、{answered=12}件。",
    "予以公开、部分公开、不予公开的申请分别为{granted=5}件、{partly_granted=2}件、{refused=1}件。",
    "依申请公开统计：新收{received=12}件；上年结转{carried_in=1}件；办结{answered=13}件；"
    "结转下年{carried_over=0}件。",
    "1.新收政府信息公开申请：{received=39}件。2.上年结转：{carried_in=0}件。"
    "3.予以公开：{granted=21}件。4.无法提供：{unable=18}件。",
    "政府信息公开申请办理情况：收到{received=8}件，予以公开{granted=5}件，无法提供"
    "{unable=3}件，行政复议{reviewed=0}件，行政诉讼{litigated=0}件。",
    "被申请行政复议3件，其中涉及政府信息公开的{reviewed=1}件。",
    "被申请行政复议2件、提起行政诉讼1件，均与政府信息公开无关。{!reviewed=0|}{!litigated=0|}",
    "因政府信息公开申请引发的行政复议、行政诉讼各{reviewed=1}件。{litigated=1|}",
    "制发、废止行政规范性文件分别为{documents_issued=4}件和{documents_repealed=1}件。",
    "行政许可、行政处罚、行政强制决定数分别为{licensing_decided=150}件、"
    "{penalties_decided=24}件、{coercion_decided=2}件。",
    "政府信息公开申请共计{received=10}件（自然人{by_persons=9}件，法人或其他组织"
    "{by_organisations=1}件），办结率100%。",
    "收到政府信息公开申请{received=1|一}件，已予以公开。{!granted=1|}{!answered=1|}",
)
"""Several quantities in one list."""

KINDS: dict[str, tuple[Written | str, ...]] = {
    "narrow denials": NARROW_DENIALS,
    "answers of a sort": ANSWERS_OF_A_SORT,
    "papers": PAPERS,
    "periods": PERIODS,
    "lists": LISTS,
}
