"""Passages that say in words what table 二 counts."""

from __future__ import annotations

from tests.spoken.passage import Written

DECIDED = (
    "行政许可共处理决定{licensing_decided=62}起；行政处罚{penalties_decided=8}件；"
    "无行政强制。{coercion_decided=0|}",
    "{y}年作出行政许可决定{licensing_decided=1240}件，行政处罚决定{penalties_decided=97}件，"
    "行政强制决定{coercion_decided=3}件，均已按规定公开。",
    "全年办理行政许可事项{!licensing_decided=318}件，全部在“信用中国”网站公示。",
    "{s}本年度行政许可处理决定数量{licensing_decided=45}件，行政处罚处理决定数量"
    "{penalties_decided=12}件。",
    "本年共实施行政处罚{penalties_decided=26}宗，处罚信息在7个工作日内公示。",
    "全年作出行政强制{coercion_decided=5}起，均及时公开。",
    "{y}年，公开行政许可{!licensing_decided=560}条、行政处罚{!penalties_decided=33}条。",
    "本年度未作出行政处罚、行政强制决定。{penalties_decided=0|}{coercion_decided=0|}",
    "行政许可方面，全年处理决定{licensing_decided=17}件；行政强制方面，处理决定"
    "{coercion_decided=0|零}件。",
    "全年共作出行政处罚决定{penalties_decided=204}件，罚没款156.3万元。",
    "第二十条第（五）项：行政许可本年处理决定数量{licensing_decided=73}。第二十条第（六）项："
    "行政处罚本年处理决定数量{penalties_decided=6}，行政强制{coercion_decided=1}。",
    "准予行政许可{licensing_decided=88}件，没有不予许可的情况；立案查处并作出处罚"
    "{penalties_decided=9}件。",
    "我局全年行政许可办件量为{licensing_decided=2046|2,046}件，同比增长{?licensing_decided^=6.2}%。",
)
"""Decisions of licensing, penalty and coercion."""

FEES = (
    "本年度行政事业性收费共约{fees_charged=47.10}万元。",
    "{y}年行政事业性收费{fees_charged=312.6}万元，收费项目2项。",
    "全年共收取行政事业性收费{fees_charged=1085.27}万元，收费标准已在网站公示。",
    "本年未收取行政事业性收费。{fees_charged=0|}",
    "{y}年行政事业性收费金额合计{fees_charged=56}万元，其中不动产登记费48万元、其他8万元。",
    "行政事业性收费收入为{fees_charged=0|零}。",
    "行政事业性收费{fees_charged=23.5|235000}元。",
    Written("对低收入家庭减免行政事业性收费3.2万元，惠及学生41人。", trap=True),
    Written("未收取政府信息公开信息处理费，涉及金额0元。{?fee_notices=0|}", trap=True),
    Written("全年政府信息公开工作经费支出12.8万元。", trap=True),
)
"""Fees of the agency; not those for handling requests."""

DOCUMENTS = (
    "{y}年制发规范性文件{documents_issued=3}件，均同步公开并解读。",
    "全年制定行政规范性文件{documents_issued=5}件、废止{documents_repealed=2}件，"
    "现行有效{documents_in_force=31}件。",
    "本年度出台规范性文件{documents_issued=1}份，配套发布解读材料2份。",
    "印发行政规范性文件{documents_issued=8}件，主动公开率100%。{?documents_published=8|}",
    "{y}年新制定规范性文件{documents_issued=2|两}件，清理后废止规范性文件"
    "{documents_repealed=4}件。",
    "截至{y}年底，{s}现行有效行政规范性文件{documents_in_force=19}件。",
    "本年度未制发、未废止行政规范性文件。{documents_issued=0|}{documents_repealed=0|}",
    "{y}年，没有出台规范性文件。{documents_issued=0|}",
    Written(
        "{y}年，以市政府令形式公布规章{regulations_issued=2}件，制发行政规范性文件"
        "{documents_issued=14}件。",
        "市",
    ),
    Written("全年制定政府规章{regulations_issued=1}部。", "市"),
    "本年度主动公开行政规范性文件{documents_published=6}件。",
    "全年发布行政规范性文件{documents_issued/documents_published=9}件，宣布失效或废止{!documents_repealed=3}件。",
    "行政规范性文件本年制发件数{documents_issued=4}件、本年废止件数{documents_repealed=0}件、"
    "现行有效件数{documents_in_force=22}件。",
    "对现行有效的{documents_in_force=27}件行政规范性文件进行集中公开。{?documents_published=27|}",
    "{y}年度{s}共制发规范性文件{documents_issued=7}件，较上年减少1件。",
    Written("无规章制定权，本年度规章制发数为{regulations_issued=0}。", "县"),
)
"""Rules and normative documents."""

OTHER_DOCUMENTS = (
    Written("全年失效、废止的规范性文件和其他文件85件。", trap=True),
    Written("{y}年向市政府备案规范性文件6件，备案审查通过率100%。", "县"),
    Written("审查各部门报备的行政规范性文件23件，提出修改意见41条。", "县"),
    Written("历年累计制定行政规范性文件118件。", trap=True),
    Written(
        "收到各乡镇报送备案的规范性文件11件；县政府制发行政规范性文件{documents_issued=3}件。", "县"
    ),
    Written("主动公开部门文件54件、工作动态310条、通知公告87条。", trap=True),
    Written("参与起草地方性法规2件，配合省厅修订规章1件。", trap=True),
    Written("{next}年计划制发规范性文件4件，拟废止2件。", trap=True),
    Written("转发上级规范性文件12件，转载国务院政策文件36条。", trap=True),
    Written("对规范性文件进行公平竞争审查13件次。", trap=True),
    Written("{last}年制发规范性文件5件，已全部完成解读。", trap=True),
    Written("为{s}起草、由区政府印发的行政规范性文件2件提供了图解。", "教育", trap=True),
    Written("本年度制作规范性文件解读9篇，其中图片解读5篇、视频解读1篇。", trap=True),
)
"""Documents that table 二 does not count."""

OTHER_DECISIONS = (
    Written("下放行政许可事项14项，取消行政处罚事项3项。", trap=True),
    Written("更新权责清单，列明行政许可28项、行政处罚116项、行政强制7项。", trap=True),
    Written("实施告知承诺制的行政许可事项达到35项。", trap=True),
    "其中，食品经营许可412件、药品经营许可36件；全年行政许可决定合计{licensing_decided=448}件。",
    Written("对行政处罚案卷开展评查，抽查案卷20份，优秀案卷12份。", trap=True),
    Written("双公示平台累计归集行政许可信息9360条、行政处罚信息1208条。", trap=True),
    Written("{last}年作出行政处罚决定19件。", trap=True),
    Written("所属乡镇综合执法队作出行政处罚决定31件。", "县", trap=True),
)
"""Licences and penalties that are items or records or of others, not decisions of this year."""

KINDS: dict[str, tuple[Written | str, ...]] = {
    "decided": DECIDED,
    "fees": FEES,
    "documents": DOCUMENTS,
    "other documents": OTHER_DOCUMENTS,
    "other decisions": OTHER_DECISIONS,
}
