"""Labels as people mistype, lengthen and explain them, drawn by rules."""

from __future__ import annotations

import re
from collections.abc import Iterable
from random import Random
from typing import Final

from tests.press.forms import FORMS, FormName

CONFUSED: Final = {
    "危及": ("危机", "危急", "危级"), "国家秘密": ("国家密秘", "国家机密", "国家秘蜜"),
    "内部事务": ("内部事物", "内务事务", "内部是务"), "权益": ("权利", "权意", "权宜"),
    "过程性": ("过成性", "过程型", "过城性"), "案卷": ("案券", "案件卷", "按卷"),
    "查询": ("查寻", "察询", "查讯"), "掌握": ("撑握", "掌渥", "掌据"),
    "现成": ("现呈", "现城", "先成"), "制作": ("制做", "治作", "制座"),
    "补正": ("补证", "补政"), "明确": ("明却", "名确", "明缺"),
    "信访": ("信仿", "信防", "信坊"), "投诉": ("投拆", "投述", "投速"),
    "举报": ("举抱", "据报", "举保"), "重复": ("重付", "重覆", "重负"),
    "要求": ("要球", "邀求"), "出版物": ("出版务", "出板物"),
    "正当": ("正挡", "证当"), "反复": ("反覆", "反付"), "确认": ("却认", "确任"),
    "获取": ("获曲", "或取"), "结转": ("接转", "结传", "节转"), "继续": ("继绪", "既续"),
    "予以": ("于以", "与以"), "部分": ("部份", "部芬"), "提供": ("题供", "提共"),
    "不予": ("不于", "不与"), "其他处理": ("其它处理", "其他处里"),
    "行政许可": ("行攻许可", "行政许克", "行政许司"), "处罚": ("处发", "处伐", "外罚"),
    "强制": ("强治", "强致", "强质"), "收费": ("收废", "收弗"),
    "商业企业": ("商业企叶", "商业企也"), "科研机构": ("科研机沟", "科研结构", "科验机构"),
    "社会公益": ("社会公意", "社会公溢"), "法律服务": ("法律服物", "法津服务", "法侓服务"),
    "自然人": ("自燃人",), "直接起诉": ("直接起拆", "直接启诉"), "复议后": ("复意后", "夏议后"),
    "维持": ("维特", "唯持"), "纠正": ("纠证", "究正"), "尚未": ("尚末", "上未"),
    "审结": ("审节", "审解"), "规范性": ("规犯性", "归范性", "规范行"),
    "有效": ("有校", "友效"), "废止": ("废只", "费止"), "制发": ("制法", "置发"),
    "决定": ("绝定", "决订"), "公开": ("公幵", "公天"), "申请": ("审请", "伸请"),
    "新收": ("新受", "新手"), "采购": ("彩购", "采构"), "情形": ("情型", "情况"),
    "勾稽": ("钩稽", "勾嵇"), "法律行政法规": ("法律行证法规", "法律行政法归"),
    "执法": ("执发", "直法"), "不掌握相关": ("不掌握向关",), "第三方": ("第三放",),
    "答复": ("达复", "答覆"), "渠道": ("区道", "渠到"), "微信": ("威信", "微心"),
    "舆情": ("與情", "舆清"), "解读": ("解续", "介读"), "隐私": ("隐思", "稳私"),
}  # fmt: skip
"""What an input method or a scanner's user puts in place of words of the form."""
_NUMBER: Final = re.compile(
    r"^(?:其中：)?(?:[（(][一二三四五六七八]+[）)]|[一二三四五六七八九]+、|\d+[.、．])?"
)
_SAME_SOUND: Final = "的地得在再作做己已以一有又及级极即记计其期起气"


def bare(label: str) -> str:
    """A label without its number and brackets behind."""
    return re.sub(r"[（(][^）)]{3,}[）)]$", "", _NUMBER.sub("", label))


def distance(one: str, other: str) -> int:
    """How many characters must be changed, put in or left out, or two neighbours exchanged."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, a in enumerate(one, 1):
        new = [row]
        for column, b in enumerate(other, 1):
            cost = min(last[column] + 1, new[-1] + 1, last[column - 1] + (a != b))
            if row > 1 and column > 1 and a == other[column - 2] and one[row - 2] == b:
                cost = min(cost, before[column - 2] + 1)
            new.append(cost)
        before, last = last, new
    return last[-1]


def is_near(text: str, label: str, form: FormName) -> bool:
    """Whether a mistyped label is clearly the one meant, of all labels of the form."""
    own = distance(bare(text), bare(label))
    rest = {bare(other) for other in FORMS[form].labels.values()} - {bare(label)}
    return 0 < own <= 2 and all(distance(bare(text), other) >= own + 2 for other in rest)


def mistyped(label: str, rng: Random, form: FormName) -> str | None:
    """A label with one or two wrong characters, or None where no clear one was found."""
    number = _NUMBER.match(label)
    head = number[0] if number else ""
    body = label[len(head) :]
    cut = len(bare(label))
    for _ in range(12):
        text = _wrong(body[:cut], rng)
        if text and is_near(text, label, form):
            return head + text + body[cut:]
    return None


def _wrong(body: str, rng: Random) -> str | None:
    words = [word for word in CONFUSED if word in body]
    way = rng.choice(("word", "word", "lost", "doubled", "exchanged", "sound"))
    if way == "word" and words:
        word = rng.choice(words)
        return body.replace(word, rng.choice(CONFUSED[word]), 1)
    if len(body) < 6:
        return None
    at = rng.randrange(1, len(body) - 1)
    if way == "lost":
        # 不, 未 and the like turn the meaning: nobody would call their loss a slip for certain.
        return None if body[at] in "不未无非第" else body[:at] + body[at + 1 :]
    if way == "doubled":
        return body[:at] + body[at] + body[at:]
    if way == "exchanged":
        return body[:at] + body[at + 1] + body[at] + body[at + 2 :]
    return (
        body[:at] + rng.choice(_SAME_SOUND) + body[at + 1 :] if body[at] not in "不未无第" else None
    )


_REPLACED: Final = (
    ("本年处理决定数量", ("本年度处理决定数量", "本年处理决定数", "本年度处理决定数", "本年处理决定件数")),
    ("处理决定数量", ("处理决定数", "本年度处理决定数量", "处理决定件数")),
    ("本年制发件数", ("本年度制发件数", "本年度制发数", "本年制发数", "本年制发数量", "本年度制发文件数")),
    ("本年废止件数", ("本年度废止件数", "本年废止数", "本年度废止数量", "本年废止文件数")),
    ("现行有效件数", ("现行有效件", "现行有效数", "现行有效数量", "现行有效文件数", "目前现行有效件数")),
    ("本年收费金额", ("本年度收费金额", "本年收费总金额", "本年实际收费金额")),
    ("本年新制作数量", ("本年度新制作数量", "本年新制作数", "本年新制作件数")),
    ("本年新公开数量", ("本年度新公开数量", "本年新公开数")),
    ("对外公开总数量", ("对外公开总数", "对外公开的总数量")),
    ("上一年项目数量", ("上一年度项目数量", "上年项目数量", "上一年项目数")),
    ("本年增/减", ("本年增减", "本年度增/减", "本年增／减", "本年增、减")),
    ("第二十条第（", ("第二十条（", "《条例》第二十条第（", "条例第二十条第（")),
    ("规章", ("政府规章", "规章类")), ("行政规范性文件", ("各类行政规范性文件", "行政规范性文件数")),
    ("行政许可", ("行政许可件", "行政许可类", "各类行政许可")), ("行政处罚", ("行政处罚类", "各类行政处罚", "行政处罚案件")),
    ("行政强制", ("行政强制件", "各类行政强制", "行政强制类")), ("行政事业性收费", ("行政事业性收费项目", "各项行政事业性收费")),
    ("上年结转", ("上年度结转", "上一年度结转", "上一年结转")), ("本年新收", ("本年度新收", "本年度新收到")),
    ("申请数量", ("申请数", "申请的数量")), ("结转下年度", ("结转至下年度", "结转到下一年度", "结转下一年度")),
    ("本年度办理结果", ("本年办理结果", "本年度的办理结果")), ("自然人", ("自然人申请", "自然人（个人）")),
    ("属于国家秘密", ("属于国家秘密的", "属国家秘密", "涉及国家秘密")),
    ("公开出版物", ("公开出版物的", "公开出版物类")), ("重复申请", ("重复申请的", "属于重复申请")),
    ("内部事务信息", ("内部事务类信息", "内部事务的信息")), ("过程性信息", ("过程性的信息", "过程性信息的")),
    ("第三方合法权益", ("第三方的合法权益",)), ("（七）总计", ("（七）合计", "（七）办理结果总计")),
    ("结果维持", ("结果维持的", "维持结果")), ("结果纠正", ("结果纠正的", "纠正结果")),
    ("尚未审结", ("尚未审结的", "尚未审结案件")), ("采购总金额", ("采购总金额合计",)),
)  # fmt: skip


def reworded(label: str, rng: Random) -> str | None:
    """The form's term with a harmless word more, less or otherwise; None where there is none."""
    found = [(old, new) for old, new in _REPLACED if old in label]
    if not found:
        return None
    old, new = rng.choice(found)
    if (
        len(old) < 5
        and bare(label) != old
        and not label.startswith(("一", "二", "四", "第", "（七"))
    ):
        return None
    return label.replace(old, rng.choice(new), 1)


_WHOSE: Final = ("本机关", "本单位", "我局", "本级", "各科室", "全系统", "本行政机关")
_DID: Final = ("办理", "制作", "登记", "作出", "答复", "印发", "受理")
_AS: Final = (
    "以正式文号为准",
    "以系统登记为准",
    "以办结时间为准",
    "以台账为准",
    "以司法部门备案为准",
)
_LAW: Final = ("《条例》", "国办公开办函〔2021〕30号", "《格式》", "上级统一要求")


def explanation(rng: Random, *, count: bool, year: int | None = None) -> str:
    """A bracket behind a label, composed of phrases; it changes neither unit nor scope.

    Args:
        rng: the source of chance.
        count: whether what is explained is counted in 件.
        year: the year whose numbers they are, where that may be said.
    """
    inside = [
        f"指{rng.choice(_WHOSE)}{rng.choice(_DID)}的有关事项，{rng.choice(_AS)}",
        f"{rng.choice(_AS)}",
        f"按{rng.choice(_LAW)}口径填报",
        f"由{rng.choice(('办公室', '法规科', '综合科', '政务公开科'))}负责填报",
        f"根据{rng.choice(_LAW)}{rng.choice(('填写', '统计', '汇总'))}，没有的填“0”",
        f"{rng.choice(_WHOSE)}{rng.choice(_DID)}的{rng.choice(('全部', '所有'))}数量",
    ]
    if count:
        inside += ["单位：件", "件", f"单位：件，{rng.choice(_AS)}", "件数"]
    if year is not None:
        inside += [f"{year}年", f"指{year}年度数量", f"{year}年1月1日至12月31日"]
    left, right = rng.choice((("（", "）"), ("（", "）"), ("(", ")"), ("【", "】")))
    return f"{left}{rng.choice(inside)}{right}"


def some(rng: Random, among: Iterable[str], most: int = 3) -> list[str]:
    """One to a few of some labels."""
    found = sorted(among)
    return rng.sample(found, min(len(found), rng.randint(1, most)))
