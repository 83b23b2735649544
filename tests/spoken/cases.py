"""Passages on reviews and lawsuits."""

from __future__ import annotations

from tests.spoken.passage import Written

REVIEWS = (
    "因政府信息公开被申请行政复议{reviewed=3}件，维持{@reconsideration.upheld=2}件，"
    "纠正{reviews_corrected=1}件。",
    "全年因信息公开引发的行政复议案件{reviewed=5}宗，其中结果维持"
    "{@reconsideration.upheld=4}宗，尚未审结{@reconsideration.pending=1}宗。",
    "{y}年，涉及政府信息公开的行政复议{reviewed=12}起，被纠错{reviews_corrected=2}起。",
    "申请人不服政府信息公开答复申请行政复议的{reviewed=4}件，复议机关均予以维持。{?reviews_corrected=0|}",
    "本年度政府信息公开行政复议{reviewed=1}件，结果为其他。{@reconsideration.other=1|}"
    "{@reconsideration.upheld=0|}",
    "{s}因依申请公开答复被提起行政复议{reviewed=7}件，无被纠正情况。{reviews_corrected=0|}",
    "涉政府信息公开复议案{reviewed=21}件，复议纠错率{?reviews_corrected%=9.5}%。{@reconsideration.upheld=19|}"
    "{@reconsideration.corrected=2|}",
    "发生政府信息公开类行政复议{reviewed=6}例，其中被责令重新答复{reviews_corrected=1}例。",
    "因政府信息公开工作，申请人向市政府提起行政复议{reviewed=2}次。",
    "政府信息公开行政复议案件共{reviewed=10}件，同比减少3件。",
)
"""Requests for review."""

LAWSUITS = (
    "因政府信息公开被提起行政诉讼{litigated=3}件，其中未经复议直接起诉"
    "{litigated_directly=2}件，复议后起诉{litigated_after_review=1}件。",
    "全年政府信息公开类行政诉讼案件{litigated=8}宗，均胜诉。{?lawsuits_lost=0|}",
    "申请人对答复不服直接向法院起诉{litigated_directly=1}件，经复议后起诉"
    "{litigated_after_review=4}件。",
    "政府信息公开引发的行政诉讼{litigated=6}起，败诉{lawsuits_lost=1}起。",
    "{y}年涉及政府信息公开的行政应诉案件{litigated=2}件，法院均判决驳回原告诉讼请求。"
    "{?lawsuits_lost=0|}",
    "本年度因政府信息公开申请行政复议{reviewed=9}件、提起行政诉讼{litigated=5}件，"
    "无败诉案件。{lawsuits_lost=0|}",
    "因信息公开产生的行政复议、行政诉讼分别为{reviewed=4}件和{litigated=2}件。",
    "政府信息公开行政诉讼{litigated=11}件，其中结果纠正{lawsuits_lost=1}件，"
    "尚未审结{@litigation_direct.pending=3}件。",
    "因不服政府信息公开答复，全年被复议{reviewed=1}件、被诉{litigated=1}件。",
    "复议后又提起政府信息公开行政诉讼的{litigated_after_review=3}件。",
    "涉信息公开诉讼共{litigated=14|十四}件，同比增加两件。",
)
"""Lawsuits."""

NO_CASES = (
    "{y}年，未产生因政府信息公开提请的行政复议、行政诉讼。{reviewed=0|}{litigated=0|}",
    "本年度政府信息公开行政复议、行政诉讼均为{reviewed=0}件。{litigated=0|}",
    "未发生因依申请公开答复引起的复议和诉讼。{reviewed=0|}{litigated=0|}",
    "全年没有公民、法人或其他组织因政府信息公开申请行政复议。{reviewed=0|}",
    "无因政府信息公开被提起的行政诉讼案件。{litigated=0|}",
    "{y}年度本机关无政府信息公开行政复议案件，也没有行政诉讼案件。{reviewed=0|}{litigated=0|}",
    "全年收到政府信息公开申请{received=6}件，均未引发行政复议或行政诉讼。"
    "{reviewed=0|}{litigated=0|}",
    "政府信息公开行政复议、诉讼“零发生”。{reviewed=0|}{litigated=0|}",
    "{s}未涉及政府信息公开方面的行政复议和行政诉讼。{reviewed=0|}{litigated=0|}",
    "本年度因政府信息公开被申请行政复议{reviewed=2}件，没有被提起行政诉讼。{litigated=0|}",
    "{y}年无一起因政府信息公开而引发的行政诉讼。{litigated=0|}",
    "没有因政府信息公开问题被上级行政机关或法院纠错、判决败诉的情形。"
    "{reviews_corrected=0|}{lawsuits_lost=0|}",
)
"""Denials of reviews and lawsuits."""

OTHER_CASES = (
    Written("全年因具体行政行为被提起行政诉讼2起，均已开庭审理。", trap=True),
    Written("{y}年办理各类行政复议案件86件，行政应诉案件41件，负责人出庭应诉率100%。", "县"),
    Written("全年作为被申请人参加行政复议5件，涉及行政处罚4件、工伤认定1件。", "人社"),
    "本机关共办理行政诉讼案件19件，其中政府信息公开类{litigated=4}件。",
    "全年行政复议案件33件，因政府信息公开申请行政复议{reviewed=6}件，占18.2%。",
    Written("组织旁听行政诉讼庭审3次，开展复议应诉培训2次。", trap=True),
    Written("{last}年因政府信息公开被申请行政复议8件，{y}年有所减少。", trap=True),
    Written("自2008年以来，累计发生政府信息公开行政复议15件、行政诉讼7件。", trap=True),
    Written("区政府收到以我局为被申请人的信访复查复核申请4件。", "教育", trap=True),
    Written("指导下级机关妥善处理政府信息公开行政复议9件、行政诉讼3件。", "市", trap=True),
    Written(
        "若发生行政复议、行政诉讼，及时与司法部门会商，力争{next}年政府信息公开案件降至1件以下。",
        trap=True,
    ),
    Written("其中，因不服县教育局政府信息公开答复申请行政复议的2件。", "县", trap=True),
)
"""Cases that are none of table 四, or only a part or of another year."""

KINDS: dict[str, tuple[Written | str, ...]] = {
    "reviews": REVIEWS,
    "lawsuits": LAWSUITS,
    "no cases": NO_CASES,
    "other cases": OTHER_CASES,
}
