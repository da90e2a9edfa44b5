"""The forty colours of a status, by the index that is stored."""

import msgspec

NO_LABEL = 5
"""Grey: what a pulse without a status shows."""


class Color(msgspec.Struct, frozen=True):
    name: str
    hex: str
    border: str
    var_name: str


def _color(name: str, hex_: str, var_name: str, border: str | None = None) -> Color:
    return Color(name, hex_, border or _darker(hex_), var_name)


def _darker(hex_: str) -> str:
    parts = (int(hex_[at : at + 2], 16) * 9 // 10 for at in (1, 3, 5))
    return "#" + "".join(f"{part:02X}" for part in parts)


PALETTE: dict[int, Color] = {
    0: _color("working_orange", "#fdab3d", "orange", "#E99729"),
    1: _color("done_green", "#00c875", "green-shadow", "#00B461"),
    2: _color("stuck_red", "#e2445c", "red-shadow", "#CE3048"),
    3: _color("dark_blue", "#0086c0", "blue-links"),
    4: _color("purple", "#a25ddc", "purple"),
    5: _color("explosive", "#c4c4c4", "grey"),
    6: _color("grass_green", "#037f4c", "grass-green"),
    7: _color("bright_blue", "#579bfc", "bright-blue"),
    8: _color("saladish", "#cab641", "mustard"),
    9: _color("egg_yolk", "#ffcb00", "yellow"),
    10: _color("blackish", "#333333", "soft-black"),
    11: _color("dark_red", "#bb3354", "dark-red"),
    12: _color("sofia_pink", "#ff158a", "dark-pink"),
    13: _color("lipstick", "#ff5ac4", "light-pink"),
    14: _color("dark_purple", "#784bd1", "dark-purple"),
    15: _color("bright_green", "#9cd326", "lime-green"),
    16: _color("chili_blue", "#66ccff", "turquoise"),
    17: _color("american_gray", "#808080", "trolley-grey"),
    18: _color("brown", "#7f5347", "brown"),
    19: _color("dark_orange", "#ff642e", "dark-orange"),
    101: _color("sunset", "#ff7575", "sunset"),
    102: _color("bubble", "#faa1f1", "bubble"),
    103: _color("peach", "#ffadad", "peach"),
    104: _color("berry", "#7e3b8a", "berry"),
    105: _color("winter", "#9aadbd", "winter"),
    106: _color("river", "#68a1bd", "river"),
    107: _color("navy", "#225091", "navy"),
    108: _color("aquamarine", "#4eccc6", "aquamarine"),
    109: _color("indigo", "#5559df", "indigo"),
    110: _color("dark_indigo", "#401694", "dark-indigo"),
    151: _color("pecan", "#563e3e", "pecan"),
    152: _color("lavender", "#bda8f9", "lavender"),
    153: _color("royal", "#2b76e5", "royal"),
    154: _color("steel", "#a9bee8", "steel"),
    155: _color("orchid", "#d974b0", "orchid"),
    156: _color("lilac", "#9d99b9", "lilac"),
    157: _color("tan", "#ad967a", "tan"),
    158: _color("sky", "#a1e3f6", "sky"),
    159: _color("coffee", "#bd816e", "coffee"),
    160: _color("teal", "#175a63", "teal"),
}
INDEX_OF = {color.name: index for index, color in PALETTE.items()}
