"""Passages on how requests ended."""

from __future__ import annotations

from tests.spoken.passage import Written

ADDED_UP = (
    "{y}年收到政府信息公开申请{received=12}件，答复7件，不予受理4件，补正后仍不明确1件，"
    "均已办结。{!answered=12|}",
    "全年办理申请{answered=10}件：予以公开{granted=6}件，部分公开{partly_granted=1}件，"
    "不予公开{refused=2}件，无法提供{unable=1}件。",
    "收到申请{received=22}件，其中公开{granted=15}件，不公开{refused=3}件，"
    "信息不存在{unable=4}件。",
    "{y}年答复政府信息公开申请{answered=9}件，予以公开{granted=5}件、"
    "不予处理{unprocessed=3}件、其他处理{otherwise=1}件。",
    "全年共收到政府信息公开申请{received=31}件，已答复{answered=30}件（其中予以公开"
    "{granted=18}件、部分公开{partly_granted=5}件、无法提供{unable=7}件），"
    "{carried_over=1}件结转下年。",
    "在已办结的{answered=16}件申请中，予以公开{granted=16}件，占{?granted%=100}%。",
    "办结{answered=48}件，其中予以公开{granted=20}件（{?granted%=41.7}%）、部分公开{partly_granted=8}件"
    "（{?partly_granted%=16.7}%）、不予公开{refused=6}件（{?refused%=12.5}%）、无法提供{unable=14}件（{?unable%=29.2}%）。",
    "全年共收到政府信息公开申请{received=5}件：{granted=3}件予以公开，{unable=2}件告知不掌握。",
)
"""Parts that add up."""

AFTER_TOTAL = (
    "办结依申请公开件{answered=177}件，其中予以公开{granted=61}件，部分公开"
    "{partly_granted=20}件，不予公开{refused=16}件，无法提供{unable=62}件，"
    "不予处理{unprocessed=12}件，其他处理{otherwise=6}件。",
    "经统计，上述政府信息公开申请的办理结果为：予以公开{granted=13}件，无法提供"
    "{unable=4}件，其他处理{otherwise=2}件。{!answered=19|}",
    "（二）依申请公开。全年共{received=33}件。其中：予以公开的{granted=14}件，不予公开的"
    "{refused=9}件，无法提供的{unable=10}件。",
    "申请办理结果分别为予以公开{granted=7}件、部分公开{partly_granted=3}件、"
    "不予公开{refused=1}件。",
    "在答复结果上，予以公开的{granted=5}件、部分公开的{partly_granted=2}件、其余为无法提供。",
    "收到的申请已全部办结，公开{granted=29}件；{unable=1}件因本机关不掌握相关信息无法提供。"
    "{!answered=30|}",
    "所有申请均按时答复，其中全部公开{granted=8}件，部分公开{partly_granted=2}件。",
    "对政府信息公开申请，同意公开{granted=11}件，同意部分公开{partly_granted=4}件，"
    "不同意公开{refused=2}件。",
    "政府信息公开申请答复情况：予以公开{granted=3}件，占比{?granted%=60}%；无法提供{unable=2}件，占比{?unable%=40}%。{!answered=5|}",
    "{granted=19}件申请予以公开，{partly_granted=6}件申请部分公开，{unprocessed=2}件申请不予处理。",
    "全年予以公开及部分公开政府信息公开申请{granted_or_partly=258}件，占答复总数{answered=761}件的{?granted_or_partly%=33.9}%。",
    "政府信息公开申请答复中，公开类（含部分公开）{granted_or_partly=42}件，无法提供类"
    "{unable=18}件。",
    "作出予以公开或者部分公开答复的{granted_or_partly=27}件，不予公开答复的{refused=5}件。",
)
"""Results behind a total, or without one."""

OTHER_WORDS = (
    "依申请公开答复中，因属于行政执法案卷等原因不予公开的{refused=4}件。",
    "政府信息公开申请中，因本机关不掌握相关政府信息、无现成信息需另行制作而无法提供的"
    "共{unable=9}件。",
    "全年无不予公开的政府信息公开申请。{refused=0|}",
    "申请人逾期不补正等作其他处理的申请{otherwise=3}件。",
    "属于信访、投诉举报等活动，不作为政府信息公开申请处理的{unprocessed=2}件。",
    "告知申请人不予处理的政府信息公开申请{unprocessed=7}件，均已说明理由。",
    "政府信息公开申请答复中，决定不予公开{refused=1}件，系涉及商业秘密且第三方不同意公开。",
    "依法向申请人提供所需政府信息{granted=10}件，无法提供政府信息{unable=3}件。",
    "全部申请均予以公开，共{granted=6}件。{!answered=6|}{?received=6|}",
    "对申请内容作区分处理后部分公开{partly_granted=5}件。",
    "无法提供政府信息{unable=15}件，其中本机关不掌握相关政府信息{@3.4.1=13}件、"
    "没有现成信息需要另行制作{@3.4.2=2}件。",
    "不予公开{refused=6}件，其中属于三类内部事务信息{@3.3.5=2}件，属于行政查询事项{@3.3.8=4}件。",
    "其中，其他法律行政法规禁止公开{@3.3.2=1}件，属于四类过程性信息{@3.3.6=3}件，"
    "保护第三方合法权益{@3.3.4=2}件。",
    "重复申请{@3.5.2=4}件，信访举报投诉类申请{@3.5.1=6}件，合计不予处理{unprocessed=10}件。",
)
"""Results in other words; rows of the table below a result are no result of their own."""

SHARES = (
    "{y}年办结{answered=3}件，其中予以公开{granted=1}件，占{?granted%=33.3}%；部分公开"
    "{partly_granted=1}件，占{?partly_granted%=33.3}%；无法提供{unable=1}件，占{?unable%=33.4}%。",
    "办结的{answered=7}件申请中，予以公开{granted=2}件（{?granted%=28.6}%），不予公开{refused=2}件"
    "（{?refused%=28.6}%），无法提供{unable=3}件（{?unable%=42.8}%）。",
    "全年受理申请{received=14}件，按时答复率100%，群众满意率100%。",
    "政府信息公开申请答复率、按时办结率均达到100%，全年共{received=20}件。",
    "政府信息公开申请答复{answered=8}件，予以公开率为{?granted%=62.5}%，较上年提高8个百分点。"
    "{@3.1=5|}{@3.4.1=3|}",
    "予以公开{granted=50}件，占答复总数的{granted%=50}%；无法提供{unable=50}件，占"
    "{unable%=50}%。{!answered=100|}",
    "全年答复{answered=8}件，予以公开{granted=8}件，占比{granted%=100}%。",
    "在全部{answered=40}件答复中，予以公开占{granted%=45}%，无法提供占{unable%=55}%。"
    "{@3.1=18|}{@3.4.1=22|}",
    Written("依申请公开网上受理率100%，回访满意率98%。", trap=True),
)
"""Shares: 100 per cent is no hundred requests, and shares are rounded to make 100."""

KINDS: dict[str, tuple[Written | str, ...]] = {
    "adding up": ADDED_UP,
    "after a total": AFTER_TOTAL,
    "other words": OTHER_WORDS,
    "shares": SHARES,
}
