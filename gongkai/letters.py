"""Letters that are written in more than one way: traditional ones, and radicals some fonts use.

NFKC makes one of full and half width; these it leaves as they are. Labels are
compared after this; what is printed is kept as printed.
"""

from __future__ import annotations

import unicodedata

_PAIRS = """
    個个 為为 爲为 舉举 業业 專专 於于 從从 眾众 衆众 會会 傳传 體体 關关 決决 況况 減减 辦办
    務务 動动 區区 單单 歷历 曆历 參参 發发 號号 後后 員员 圍围 國国 處处 復复 複复 審审 對对
    屬属 應应 廢废 開开 強强 當当 徑径 徵征 總总 執执 護护 報报 據据 數数 無无 時时 機机 權权
    條条 構构 標标 沒没 濟济 點点 熱热 現现 確确 稱称 穩稳 類类 糾纠 納纳 線线 組组 織织 經经
    結结 絡络 統统 繼继 續续 維维 編编 繳缴 網网 罰罚 職职 輿舆 獲获 範范 補补 規规 計计 認认
    訓训 議议 許许 訟讼 設设 訪访 訴诉 詢询 請请 讀读 談谈 負负 責责 購购 費费 轉转 輯辑 過过
    這这 採采 錯错 門门 聞闻 閱阅 閲阅 隱隐 項项 題题 額额 駁驳 內内 製制 係系 繫系 隻只 祇只
    說说 説说 註注 備备 實实 際际 與与 級级 億亿 萬万 種种 檔档 縣县 鄉乡 鎮镇 廳厅 錄录
"""
"""Traditional letters of the forms' labels and the words beside them, each with its simple one."""

_TRADITIONAL = {pair[0]: pair[1] for pair in _PAIRS.split()}
_RADICALS = dict(
    zip(
        "⺠⻓⻔⻋⻢⻰⻥⻦⻩⻬⻘⻛⻜⻉⻅⻚⻝⻄⺟⺫⺼⻮⻨",
        "民长门车马龙鱼鸟黄齐青风飞贝见页食西母目肉齿麦",
        strict=True,
    )
)
"""CJK radicals some fonts map their letters to."""

RADICALS = str.maketrans(_RADICALS)
_ONE_WAY = str.maketrans(_TRADITIONAL | _RADICALS)


def unified(text: str) -> str:
    """A text with each letter written in one way only.

    >>> unified("行政復議、⻔户")
    '行政复议、门户'
    """
    return text.translate(_ONE_WAY)


def tight(text: str) -> str:
    """A text in NFKC without white space and radicals, as sentences are searched in it."""
    return "".join(unicodedata.normalize("NFKC", text).translate(RADICALS).split())
