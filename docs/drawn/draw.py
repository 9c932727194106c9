#!/usr/bin/env python3
"""Draws the pictures of the demonstration.

Every SVG beside this file is output of this script: `python3 draw.py` writes all of them, `python3 draw.py market sahel`
writes two. Standard library only; each picture has its own fixed seed, so that the same script always draws the same
lines. `render.sh` makes the JPEGs in demo/media from them.

All pictures share one palette, one horizon (y = 560 outdoors, 660 for the floor of a room) and one light, low and warm.
They bear no words, no emblem, no flag and nobody's face; the places are of the mind. The subject stands in the middle
900 units of the 1600, so that a square cut of a picture still shows it.
"""

import math
import random
import sys
from contextlib import contextmanager
from pathlib import Path

W, H, HORIZON, FLOOR = 1600, 900, 560, 660

# The palette.
INK, NAVY, DEEP, TEAL, SEA, MIST, PALE = "#0f2836", "#17384a", "#1f5061", "#2f7080", "#679da1", "#a9c8c2", "#d5e2d6"
WHITE, CREAM, SAND, DUNE, OCHRE, HONEY = "#fdf8ec", "#f6ead0", "#e9d3a8", "#d8b784", "#cf9a4a", "#f2c987"
ROSE, CLAY, BRICK, RUST = "#e3a682", "#c96f4e", "#a5523b", "#7a3b2e"
LEAF, MOSS, FERN, PINE = "#a3b07a", "#7c9670", "#55785f", "#33574d"
WOOD, PLANK, BARK = "#a9744c", "#8a5a3c", "#5b3b2c"
SKIN = ("#e0b08c", "#c58d66", "#9c6746", "#6f4631", "#533326")

SKIES = {
    "dawn": ((0, "#3c7c8a"), (.35, "#8fbcb6"), (.62, "#f0dfb9"), (1, "#efb98a")),
    "day": ((0, "#5b9aa8"), (.45, "#a5cdc7"), (1, "#f3ead0")),
    "dusk": ((0, "#1b4658"), (.38, "#4b7f88"), (.7, "#e0aa80"), (1, "#f6d59c")),
    "sand": ((0, "#7fb0b0"), (.45, "#cfdcc6"), (1, "#f8e5bd")),
    "night": ((0, "#0d2433"), (.45, "#1f5061"), (.8, "#64909a"), (1, "#e2b283")),
}


def number(value):
    if not isinstance(value, float):
        return str(value)
    return f"{value:.1f}".rstrip("0").rstrip(".") if abs(value) < 100 else f"{value:.0f}"


def points(pairs):
    return " ".join(f"{number(float(x))},{number(float(y))}" for x, y in pairs)


def blend(one, other, share):
    """The colour that lies `share` of the way from one to the other."""
    first, second = (tuple(int(c[i:i + 2], 16) for i in (1, 3, 5)) for c in (one, other))
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in zip(first, second))


class Picture:
    """Collects shapes, back to front."""

    def __init__(self, seed):
        self.shapes, self.defs, self.count = [], [], 0
        self.chance = random.Random(seed)

    # -- the plain shapes

    def put(self, text):
        self.shapes.append(text)

    def shape(self, tag, fill, **more):
        words = [f'fill="{fill}"'] if fill else []
        for key, value in more.items():
            if value is not None:
                words.append(f'{key.replace("_", "-")}="{number(value) if not isinstance(value, str) else value}"')
        self.put(f"<{tag} {' '.join(words)}/>")

    def rect(self, x, y, w, h, fill, rx=None, **more):
        self.shape("rect", fill, x=float(x), y=float(y), width=float(w), height=float(h),
                   rx=None if rx is None else float(rx), **more)

    def circle(self, x, y, r, fill, **more):
        self.shape("circle", fill, cx=float(x), cy=float(y), r=float(r), **more)

    def ellipse(self, x, y, rx, ry, fill, **more):
        self.shape("ellipse", fill, cx=float(x), cy=float(y), rx=float(rx), ry=float(ry), **more)

    def poly(self, pairs, fill, **more):
        self.shape("polygon", fill, points=points(pairs), **more)

    def path(self, d, fill, **more):
        self.shape("path", fill, d=d, **more)

    def draw(self, fill, *steps, **more):
        """A path out of letters and numbers: draw(CLAY, "M", 0, 0, "L", 5, 5)."""
        self.path(" ".join(s if isinstance(s, str) else number(float(s)) for s in steps), fill, **more)

    def stroke(self, colour, width, *steps, **more):
        more.setdefault("stroke_linecap", "round")
        more.setdefault("stroke_linejoin", "round")
        self.draw("none", *steps, stroke=colour, stroke_width=float(width), **more)

    # -- gradients, groups, things drawn once and used often

    def name(self, letter):
        self.count += 1
        return f"{letter}{self.count}"

    def fade(self, *stops, across=False):
        """A gradient from top to bottom, or from left to right: (offset, colour) or (offset, colour, opacity)."""
        key = self.name("g")
        body = "".join(f'<stop offset="{number(float(s[0]))}" stop-color="{s[1]}"' +
                       (f' stop-opacity="{s[2]}"' if len(s) > 2 else "") + "/>" for s in stops)
        ends = 'x1="0" y1="0" x2="1" y2="0"' if across else 'x1="0" y1="0" x2="0" y2="1"'
        self.defs.append(f'<linearGradient id="{key}" {ends}>{body}</linearGradient>')
        return f"url(#{key})"

    def glow(self, x, y, r, colour, strength=.8):
        key = self.name("r")
        self.defs.append(f'<radialGradient id="{key}"><stop offset="0" stop-color="{colour}" stop-opacity="{strength}"/>'
                         f'<stop offset=".4" stop-color="{colour}" stop-opacity="{strength * .4:.2f}"/>'
                         f'<stop offset="1" stop-color="{colour}" stop-opacity="0"/></radialGradient>')
        self.circle(x, y, r, f"url(#{key})")

    @contextmanager
    def group(self, **more):
        words = " ".join(f'{k.replace("_", "-")}="{v}"' for k, v in more.items())
        self.put(f"<g {words}>")
        yield
        self.put("</g>")

    @contextmanager
    def once(self, key):
        """What is drawn inside becomes a thing to be used by its key."""
        kept, self.shapes = self.shapes, []
        yield
        self.defs.append(f'<g id="{key}">{"".join(self.shapes)}</g>')
        self.shapes = kept

    def use(self, key, x=0, y=0, sx=1, sy=None, **more):
        sy = sx if sy is None else sy
        words = "".join(f' {k.replace("_", "-")}="{v}"' for k, v in more.items())
        self.put(f'<use href="#{key}" transform="translate({number(float(x))} {number(float(y))}) '
                 f'scale({round(sx, 3)} {round(sy, 3)})"{words}/>')

    @contextmanager
    def inside(self, tag, **more):
        """Cuts what is drawn to a shape."""
        key = self.name("c")
        words = " ".join(f'{k.replace("_", "-")}="{v}"' for k, v in more.items())
        self.defs.append(f'<clipPath id="{key}"><{tag} {words}/></clipPath>')
        with self.group(clip_path=f"url(#{key})"):
            yield

    def svg(self):
        return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {W} {H}" width="{W}" height="{H}">\n'
                f'<defs>{"".join(self.defs)}</defs>\n<rect width="{W}" height="{H}" fill="{DUNE}"/>\n' + "\n".join(self.shapes) + "\n</svg>\n")


# -- sky, land and water

def sky(p, kind="day", sun=None, size=62, bottom=HORIZON + 60, clouds=5):
    p.rect(0, 0, W, bottom, p.fade(*SKIES[kind]))
    if sun:
        p.glow(*sun, size * 7, "#fff0c8", .75)
        p.circle(*sun, size, "#fff3d4")
    for i in range(clouds):
        x, y = 1600 * (i + p.chance.uniform(.15, .85)) / clouds, p.chance.randrange(60, 280)
        if not sun or abs(x - sun[0]) > 250 or abs(y - sun[1]) > 110:
            cloud(p, x, y, p.chance.uniform(.5, 1.1))


def cloud(p, x, y, s=1.0, colour=WHITE, opacity=.42):
    """Flat bands, drawn out by the wind."""
    with p.group(fill=colour, opacity=opacity):
        for dx, dy, w in ((-60, 0, 210), (-110, 16, 250), (0, 30, 190)):
            p.rect(x + dx * s, y + dy * s, w * s, 15 * s, None, rx=7.5 * s)


def ridge(p, y, height, colour, steps=9, bottom=H, rough=.6):
    """A line of hills from edge to edge."""
    c, step = p.chance, W / steps
    tops = [(i * step, y - height * (.35 + c.random() * rough)) for i in range(-1, steps + 2)]
    d = f"M{number(float(tops[0][0]))} {bottom} L{points(tops[:1])}"
    for (x0, y0), (x1, y1) in zip(tops, tops[1:]):
        mid = (x0 + x1) / 2
        d += f" C{number(mid)} {number(y0)} {number(mid)} {number(y1)} {number(x1)} {number(y1)}"
    p.path(d + f" V{bottom} Z", colour)


def peaks(p, y, tops, colour, snow=None):
    """Mountains, each (x, height, half width), with a lit and a shaded side."""
    for x, h, w in tops:
        p.poly([(x - w, y), (x - w * .3, y - h * .62), (x, y - h), (x + w * .35, y - h * .55), (x + w, y)], colour)
        p.poly([(x, y - h), (x + w * .35, y - h * .55), (x + w, y), (x + w * .1, y), (x + w * .16, y - h * .45)],
               blend(colour, NAVY, .16))
        if snow:
            p.poly([(x, y - h), (x - w * .18, y - h * .77), (x - w * .1, y - h * .74), (x - w * .03, y - h * .8),
                    (x + w * .08, y - h * .7), (x + w * .14, y - h * .76), (x + w * .2, y - h * .74)], snow)


def haze(p, y0, y1, colour=CREAM, strength=.6):
    p.rect(0, y0, W, y1 - y0, p.fade((0, colour, 0), (.75, colour, strength), (1, colour, 0)))


def water(p, y0, y1, near=DEEP, far=MIST, sun=None, ripples=46, x0=0, x1=W):
    p.rect(x0, y0, x1 - x0, y1 - y0, p.fade((0, far), (.35, blend(far, near, .55)), (1, near)))
    if sun is not None:
        for i in range(15):
            t = i / 14
            w = 26 + 150 * t * p.chance.uniform(.5, 1.1)
            p.rect(sun - w / 2 + p.chance.uniform(-30, 30) * t, y0 + 5 + (y1 - y0 - 14) * t ** 1.25, w, 3 + 5 * t,
                   "#fff0c8", rx=3, opacity=round(.75 - .4 * t, 2))
    with p.group(fill=WHITE, opacity=.2):
        for _ in range(ripples):
            t = p.chance.random() ** 1.3
            w = (20 + 120 * t) * p.chance.uniform(.5, 1.2)
            p.rect(p.chance.uniform(x0, x1 - w), y0 + 6 + (y1 - y0 - 12) * t, w, 1.5 + 3 * t, None, rx=2)


def mirrored(p, key, y, opacity=.3, squeeze=.8):
    """What stands on the shore, upside down in the water."""
    p.use(key, 0, y + y * squeeze, 1, -squeeze, opacity=opacity)


def front(p, y, colour, height=40, steps=6):
    """The dark ground at the viewer's feet."""
    ridge(p, y + height, height * 1.6, colour, steps)


def tufts(p, many, y0, y1, colour, size=30, bare=(0, 0)):
    with p.group(stroke=colour, stroke_width=4, fill="none", stroke_linecap="round"):
        for _ in range(many):
            x, y = p.chance.uniform(0, W), p.chance.uniform(y0, y1)
            if bare[0] < x < bare[1]:
                continue
            s = size * p.chance.uniform(.6, 1.2)
            d = "".join(f"M{x:.0f} {y:.0f}q{lean * s * .2:.0f} {-s * .6:.0f} {lean * s * .6:.0f} {-s * tall:.0f}"
                        for lean, tall in ((-1, .7), (-.3, 1), (.4, .95), (1, .65)))
            p.put(f'<path d="{d}"/>')


# -- plants

def palm(p, x, y, h, trunk=BARK, leaf=FERN, lean=0.0):
    top, s = (x + lean * h, y - h), h / 100
    if h > 150:
        p.ellipse(x + h * .03, y, h * .16, h * .018, INK, opacity=.22)
    p.draw(trunk, "M", x - 3.4 * s, y, "Q", x - 2 * s + lean * h * .2, y - h * .5, top[0] - 1.5 * s, top[1],
           "L", top[0] + 1.5 * s, top[1], "Q", x + 2.4 * s + lean * h * .3, y - h * .5, x + 3.8 * s, y, "Z")
    dark = blend(leaf, INK, .28)
    for i, (angle, long) in enumerate(((-178, 38), (-2, 38), (-205, 33), (25, 33), (-160, 43), (-20, 43), (-138, 41),
                                       (-42, 41), (-112, 34), (-68, 34), (-90, 30))):
        a = math.radians(angle)
        tip = (top[0] + math.cos(a) * long * s, top[1] + math.sin(a) * long * s * .72 + abs(math.cos(a)) * 15 * s)
        up = (top[0] + math.cos(a) * long * s * .55, top[1] + math.sin(a) * long * s * .8 - 9 * s)
        low = (top[0] + math.cos(a) * long * s * .5, top[1] + math.sin(a) * long * s * .62 + 1.5 * s)
        p.draw(dark if i < 4 else leaf, "M", *top, "Q", *up, *tip, "Q", *low, *top, "Z")
    p.ellipse(top[0] - 3 * s, top[1] + 4 * s, 2.6 * s, 3.6 * s, OCHRE)
    p.ellipse(top[0] + 3 * s, top[1] + 4.5 * s, 2.6 * s, 3.6 * s, BRICK)


def acacia(p, x, y, h, colour=PINE, trunk=BARK):
    s = h / 100
    p.stroke(trunk, 5 * s, "M", x, y, "Q", x + 3 * s, y - 35 * s, x - 2 * s, y - 55 * s)
    for dx, top in ((-38, -82), (-16, -86), (14, -88), (36, -80)):
        p.stroke(trunk, 2.6 * s, "M", x - 2 * s, y - 50 * s, "Q", x + dx * .3 * s, y - 66 * s, x + dx * s, y + top * s)
    for dx, dy, rx, ry in ((0, -92, 62, 9), (-30, -84, 44, 8), (34, -85, 42, 8), (4, -99, 36, 7)):
        p.ellipse(x + dx * s, y + dy * s, rx * s, ry * s, colour if dy != -99 else blend(colour, LEAF, .3))


def tree(p, x, y, h, colour=FERN, trunk=BARK):
    s = h / 100
    p.ellipse(x, y + 2 * s, 26 * s, 4 * s, INK, opacity=.18)
    p.stroke(trunk, 7 * s, "M", x, y, "V", y - 50 * s)
    p.stroke(trunk, 3.5 * s, "M", x, y - 40 * s, "L", x + 14 * s, y - 58 * s)
    for dx, dy, r in ((-20, -62, 22), (20, -64, 23), (0, -80, 26), (-6, -58, 22)):
        p.circle(x + dx * s, y + dy * s, r * s, colour)
    for dx, dy, r in ((-16, -74, 14), (6, -90, 14)):
        p.circle(x + dx * s, y + dy * s, r * s, blend(colour, LEAF, .35))


def pine(p, x, y, h, colour=PINE):
    """An umbrella pine."""
    s = h / 100
    p.stroke(BARK, 4.5 * s, "M", x, y, "Q", x - 3 * s, y - 50 * s, x + 1 * s, y - 76 * s)
    p.stroke(BARK, 2.5 * s, "M", x - 1 * s, y - 58 * s, "L", x - 20 * s, y - 80 * s)
    p.stroke(BARK, 2.5 * s, "M", x, y - 62 * s, "L", x + 20 * s, y - 82 * s)
    for dx, dy, rx, ry in ((-22, -82, 26, 10), (22, -83, 26, 10), (0, -88, 34, 13)):
        p.ellipse(x + dx * s, y + dy * s, rx * s, ry * s, colour)
    p.ellipse(x - 5 * s, y - 94 * s, 24 * s, 6 * s, blend(colour, LEAF, .3))


def cypress(p, x, y, h, colour=PINE):
    w = h * .11
    p.draw(colour, "M", x, y - h, "C", x + w * 1.3, y - h * .5, x + w * 1.2, y - h * .1, x + w * .3, y,
           "H", x - w * .3, "C", x - w * 1.2, y - h * .1, x - w * 1.3, y - h * .5, x, y - h, "Z")


def reeds(p, x0, x1, y, h, many, colour):
    with p.group(stroke=colour, fill="none", stroke_linecap="round"):
        for _ in range(many):
            x, tall, lean = p.chance.uniform(x0, x1), h * p.chance.uniform(.55, 1), p.chance.uniform(-26, 26)
            p.put(f'<path d="M{x:.0f} {y:.0f}q{lean * .2:.0f} {-tall * .6:.0f} {lean:.0f} {-tall:.0f}" stroke-width="4"/>')
            if p.chance.random() < .45:
                p.put(f'<path d="M{x + lean:.0f} {y - tall:.0f}l{lean * .12:.0f} -24" stroke-width="9"/>')


# -- buildings

def arch(p, x, y, w, h, fill, pointed=False, **more):
    """An opening with an arch; (x, y) is the middle of its sill."""
    r = w / 2
    if pointed:
        p.draw(fill, "M", x - r, y, "V", y - h + r, "Q", x - r, y - h + r * .25, x, y - h, "Q", x + r, y - h + r * .25,
               x + r, y - h + r, "V", y, "Z", **more)
    else:
        p.draw(fill, "M", x - r, y, "V", y - h + r, "A", r, r, 0, 0, 1, x + r, y - h + r, "V", y, "Z", **more)


def house(p, x, y, w, h, colour, windows=(2, 2), arched=False, door=False, lit=0.0, shade=True, parapet=True):
    """A flat-roofed house; (x, y) is its lower left corner."""
    p.rect(x, y - h, w, h, colour)
    if shade:
        p.rect(x + w * .68, y - h, w * .32, h, INK, opacity=.1)
    if parapet:
        p.rect(x - 4, y - h - 7, w + 8, 9, blend(colour, WHITE, .3))
    cols, rows = windows
    glass = blend(colour, INK, .5)
    for i in range(cols):
        for j in range(rows):
            if door and j == rows - 1 and i == cols // 2:
                continue
            ww, wh = min(w / cols * .38, 34), min(h / max(rows, 1) * .46, 52)
            wx, wy = x + w * (i + .5) / cols, y - h + h * (j + .72) / rows
            tone = HONEY if p.chance.random() < lit else glass
            if arched:
                arch(p, wx, wy, ww, wh, tone)
            else:
                p.rect(wx - ww / 2, wy - wh, ww, wh, tone)
    if door:
        arch(p, x + w * (cols // 2 + .5) / cols, y, min(w * .22, 46), min(h * .4, 92), blend(colour, INK, .6))


def dome(p, x, y, r, colour, drum=.35, tall=1.05, finial=True, light=True):
    """A dome on a drum; (x, y) is the middle of the drum's foot."""
    d = r * drum
    p.rect(x - r * .88, y - d, r * 1.76, d + 1, blend(colour, CREAM, .35))
    t = r * tall
    p.draw(colour, "M", x - r * .92, y - d, "C", x - r * 1.18, y - d - t * .6, x - r * .5, y - d - t * .92, x, y - d - t * 1.16,
           "C", x + r * .5, y - d - t * .92, x + r * 1.18, y - d - t * .6, x + r * .92, y - d, "Z")
    if light:
        p.draw(WHITE, "M", x - r * .7, y - d - t * .1, "C", x - r * .9, y - d - t * .6, x - r * .42, y - d - t * .85, x - r * .08,
               y - d - t * 1.06, "C", x - r * .42, y - d - t * .7, x - r * .55, y - d - t * .4, x - r * .42, y - d - t * .05, "Z",
               opacity=.26)
    if finial:
        p.stroke(OCHRE, max(2, r * .05), "M", x, y - d - t * 1.14, "v", -r * .3)
        p.circle(x, y - d - t * 1.28, max(2.5, r * .06), OCHRE)


def minaret(p, x, y, h, colour, cap=TEAL, w=None):
    w = w or h * .085
    p.rect(x - w * .62, y - h * .24, w * 1.24, h * .24, colour)
    p.rect(x - w / 2, y - h * .7, w, h * .5, colour)
    p.rect(x + w * .14, y - h * .7, w * .36, h * .7, INK, opacity=.14)
    p.poly([(x - w / 2, y - h * .68), (x + w / 2, y - h * .68), (x + w * .85, y - h * .72), (x - w * .85, y - h * .72)],
           blend(colour, INK, .2))
    p.rect(x - w * .85, y - h * .745, w * 1.7, h * .028, blend(colour, WHITE, .35))
    p.rect(x - w * .34, y - h * .89, w * .68, h * .15, colour)
    arch(p, x, y - h * .755, w * .3, h * .075, blend(colour, INK, .55))
    dome(p, x, y - h * .88, w * .42, cap, drum=.3, tall=1.3)
    for t in (.3, .42, .54):
        arch(p, x, y - h * t, w * .24, h * .045, blend(colour, INK, .5))


def tower(p, x, y, w, h, colour, top="flat", bands=True):
    """A tall modern building; (x, y) is the middle of its foot."""
    shade = blend(colour, INK, .18)
    if top == "slant":
        p.poly([(x - w / 2, y), (x - w / 2, y - h * .9), (x + w / 2, y - h), (x + w / 2, y)], colour)
        p.poly([(x + w * .12, y), (x + w * .12, y - h * .962), (x + w / 2, y - h), (x + w / 2, y)], shade)
    elif top == "curve":
        p.draw(colour, "M", x - w / 2, y, "Q", x - w * .56, y - h * .7, x + w * .1, y - h, "Q", x + w * .62, y - h * .6,
               x + w / 2, y, "Z")
        p.draw(shade, "M", x + w * .1, y - h, "Q", x + w * .62, y - h * .6, x + w / 2, y, "H", x + w * .12, "Z")
    else:
        p.rect(x - w / 2, y - h, w, h, colour)
        p.rect(x + w * .12, y - h, w * .38, h, shade)
        if top == "needle":
            p.stroke(colour, 4, "M", x, y - h, "v", -h * .22)
            p.rect(x - w * .3, y - h * 1.06, w * .6, h * .06 + 1, colour)
    if bands:
        with p.group(fill=WHITE, opacity=.2):
            yy = y - h * (.86 if top != "curve" else .55)
            while yy < y - 18:
                p.rect(x - w * .38, yy, w * .42, 4, None)
                yy += 19


def hut(p, x, y, s=1.0, wall=CLAY, thatch=DUNE):
    p.rect(x - 48 * s, y - 52 * s, 96 * s, 52 * s, wall)
    p.rect(x + 14 * s, y - 52 * s, 34 * s, 52 * s, INK, opacity=.14)
    arch(p, x - 8 * s, y, 24 * s, 40 * s, blend(wall, INK, .6))
    p.draw(thatch, "M", x - 68 * s, y - 46 * s, "Q", x - 22 * s, y - 92 * s, x, y - 124 * s, "Q", x + 22 * s, y - 92 * s,
           x + 68 * s, y - 46 * s, "Q", x, y - 36 * s, x - 68 * s, y - 46 * s, "Z")
    p.draw(INK, "M", x, y - 124 * s, "Q", x + 22 * s, y - 92 * s, x + 68 * s, y - 46 * s, "Q", x + 44 * s, y - 41 * s, x + 22 * s,
           y - 40 * s, "Q", x + 16 * s, y - 84 * s, x, y - 124 * s, "Z", opacity=.14)


def gable(p, x, y, w, h, colour, steps=4, roof=None):
    """A town house with a stepped gable; (x, y) is its lower left corner."""
    rise, run = h * .26, w / (2 * steps + 1)
    out = [(x, y), (x, y - h + rise)]
    for i in range(steps):
        out += [(x + run * (i + 1), y - h + rise - rise * i / steps), (x + run * (i + 1), y - h + rise - rise * (i + 1) / steps)]
    out[2:2] = []
    right = [(2 * x + w - px, py) for px, py in reversed(out)]
    p.poly(out + right, colour)
    p.rect(x + w * .72, y - h + rise, w * .28, h - rise, INK, opacity=.08)
    glass = blend(colour, NAVY, .62)
    for j in range(3):
        for i in range(3):
            arch(p, x + w * (i + .5) / 3, y - h * .3 - j * h * .155, w * .16, h * .105, glass)
    arch(p, x + w / 2, y - h + rise * .95, w * .14, h * .09, glass)
    for i in range(3):
        arch(p, x + w * (i + .5) / 3, y, w * .22, h * .2, blend(colour, NAVY, .75))
    p.rect(x, y - h * .235, w, 5, blend(colour, WHITE, .45))


def stall(p, x, y, w, h, one, two, goods):
    """A market stall: awning in two colours, a table of crates; (x, y) is its lower left corner."""
    p.rect(x + 6, y - h, 7, h, BARK)
    p.rect(x + w - 13, y - h, 7, h, BARK)
    p.rect(x + 14, y - h * .82, w - 28, h * .5, INK, opacity=.3)
    p.rect(x, y - h * .36, w, h * .36, PLANK)
    p.rect(x, y - h * .36, w, h * .36, p.fade((0, INK, 0), (1, INK, .35)))
    for i in range(1, 4):
        p.rect(x, y - h * .36 + i * h * .09, w, 2, INK, opacity=.25)
    n = len(goods)
    for i, colour in enumerate(goods):
        cx, cw = x + w * i / n, w / n
        r = cw / 7.4
        for row, count in ((0, 4), (1, 3), (2, 2)):
            for k in range(count):
                gx, gy = cx + cw / 2 + (k - (count - 1) / 2) * r * 1.7, y - h * .40 - row * r * 1.4 - r * .5
                p.circle(gx, gy, r, colour if (k + row) % 2 else blend(colour, WHITE, .2))
        p.poly([(cx + 4, y - h * .42), (cx + cw - 4, y - h * .42), (cx + cw - 10, y - h * .33), (cx + 10, y - h * .33)], WOOD)
    over, bands = w * .06, max(6, int(w // 44))
    bw, top, low = (w + 2 * over) / bands, y - h * 1.14, y - h * .9
    for i in range(bands):
        x0 = x - over + i * bw
        t0, t1 = (x + w * i / bands), (x + w * (i + 1) / bands)
        tone = one if i % 2 else two
        p.draw(tone, "M", t0, top, "L", t1, top, "L", x0 + bw, low, "v", 10, "A", bw / 2, bw / 2.6, 0, 0, 1, x0, low + 10, "V",
               low, "Z")
    p.rect(x - over, low - 2, w + 2 * over, 5, INK, opacity=.12)


# -- boats and lorries

def dhow(p, x, y, s=1.0, hull=BARK, sail=CREAM, flip=False):
    f = -1 if flip else 1
    p.draw(hull, "M", x - 120 * s * f, y - 34 * s, "Q", x - 90 * s * f, y + 16 * s, x - 40 * s * f, y + 18 * s, "H", x + 70 * s * f,
           "Q", x + 110 * s * f, y + 12 * s, x + 138 * s * f, y - 52 * s, "Q", x + 60 * s * f, y - 12 * s, x - 120 * s * f,
           y - 34 * s, "Z")
    p.draw(WHITE, "M", x - 112 * s * f, y - 26 * s, "Q", x + 50 * s * f, y - 4 * s, x + 130 * s * f, y - 42 * s, "L",
           x + 127 * s * f, y - 36 * s, "Q", x + 50 * s * f, y + 4 * s, x - 109 * s * f, y - 19 * s, "Z", opacity=.4)
    p.stroke(BARK, 6 * s, "M", x - 6 * s * f, y - 16 * s, "L", x + 6 * s * f, y - 230 * s)
    p.draw(sail, "M", x - 92 * s * f, y - 52 * s, "Q", x - 40 * s * f, y - 190 * s, x + 76 * s * f, y - 280 * s, "Q",
           x + 104 * s * f, y - 150 * s, x + 84 * s * f, y - 56 * s, "Q", x, y - 76 * s, x - 92 * s * f, y - 52 * s, "Z")
    p.draw(INK, "M", x + 76 * s * f, y - 280 * s, "Q", x + 104 * s * f, y - 150 * s, x + 84 * s * f, y - 56 * s, "Q",
           x + 58 * s * f, y - 66 * s, x + 32 * s * f, y - 66 * s, "Q", x + 74 * s * f, y - 160 * s, x + 76 * s * f, y - 280 * s, "Z",
           opacity=.1)
    p.stroke(BARK, 4 * s, "M", x - 96 * s * f, y - 48 * s, "Q", x - 42 * s * f, y - 190 * s, x + 84 * s * f, y - 288 * s)


def canoe(p, x, y, w, colour=BARK, rim=DUNE):
    p.draw(colour, "M", x - w / 2, y - w * .09, "Q", x - w * .36, y + w * .03, x - w * .16, y + w * .035, "H", x + w * .16, "Q",
           x + w * .36, y + w * .03, x + w / 2, y - w * .09, "Q", x, y - w * .012, x - w / 2, y - w * .09, "Z")
    p.stroke(rim, max(2, w * .012), "M", x - w * .48, y - w * .082, "Q", x, y - w * .006, x + w * .48, y - w * .082)


def lorry(p, x, y, s, colour, cover=SAND):
    """A lorry under canvas, driving to the right; (x, y) is the ground under its middle."""
    p.ellipse(x, y + 2 * s, 132 * s, 8 * s, INK, opacity=.25)
    p.rect(x - 118 * s, y - 42 * s, 236 * s, 18 * s, INK, rx=4)
    p.draw(cover, "M", x - 118 * s, y - 42 * s, "V", y - 122 * s, "Q", x - 118 * s, y - 136 * s, x - 100 * s, y - 136 * s, "H",
           x + 22 * s, "Q", x + 38 * s, y - 136 * s, x + 38 * s, y - 122 * s, "V", y - 42 * s, "Z")
    p.rect(x - 118 * s, y - 68 * s, 156 * s, 26 * s, INK, opacity=.16)
    for i in range(1, 5):
        p.rect(x - 118 * s + i * 31 * s, y - 134 * s, 3 * s, 92 * s, INK, opacity=.12)
    p.draw(colour, "M", x + 46 * s, y - 36 * s, "V", y - 112 * s, "Q", x + 46 * s, y - 120 * s, x + 56 * s, y - 120 * s, "H",
           x + 88 * s, "Q", x + 98 * s, y - 120 * s, x + 102 * s, y - 110 * s, "L", x + 114 * s, y - 74 * s, "Q", x + 120 * s,
           y - 70 * s, x + 120 * s, y - 60 * s, "V", y - 36 * s, "Z")
    p.draw(MIST, "M", x + 66 * s, y - 76 * s, "V", y - 108 * s, "H", x + 88 * s, "L", x + 102 * s, y - 76 * s, "Z")
    p.rect(x + 110 * s, y - 58 * s, 11 * s, 9 * s, HONEY, rx=2)
    for dx in (-84, -46, 82):
        p.circle(x + dx * s, y - 20 * s, 21 * s, INK)
        p.circle(x + dx * s, y - 20 * s, 9 * s, SEA)


# -- people: shapes without faces

def person(p, x, y, h, coat, kind="man", skin=SKIN[1], hair=INK, legs=NAVY, scarf=None, back=False, stride=0.0, turn=1,
           arm=None, bag=None):
    """Somebody who stands or walks at (x, y). Kinds: man, robe (a long shirt), woman (a long dress and a scarf), officer (a woman
    in uniform), child. `arm` lifts the forward arm, 0 to 1."""
    u = h / 100
    p.ellipse(x + 5 * u, y, 17 * u, 2.2 * u, INK, opacity=.2)
    child = kind == "child"
    hip, neck, r = (38, 72, 9) if child else (47, 84, 6.6)
    head = neck + r + 2
    dark = blend(coat, INK, .2)
    wide = 11 if child or kind == "woman" else 12.5
    if kind in ("man", "child", "officer"):
        for side in (-1, 1):
            foot = x + side * (4.4 + stride * 7) * u
            p.stroke(legs if side * turn > 0 else blend(legs, INK, .3), 8 * u, "M", x + side * 4.4 * u, y - hip * u, "L", foot, y - 4 * u)
            p.rect(foot - 4.4 * u + turn * 1.4 * u, y - 4.5 * u, 9 * u, 4.5 * u, blend(legs, INK, .6), rx=2 * u)
    else:
        for side in (-1, 1):
            p.rect(x + side * 4.5 * u - 3.6 * u + turn * u, y - 4 * u, 8 * u, 4 * u, INK, rx=2 * u)
    rear = -turn
    p.stroke(dark, 6 * u, "M", x + rear * (wide - 2) * u, y - (neck - 7) * u, "Q", x + rear * (wide + 2.5) * u, y - (neck - 20) * u,
             x + rear * (wide + 1 - stride * 3) * u, y - (hip + 2) * u)
    if kind == "robe" or kind == "woman":
        low, hem = 3, (13 if kind == "robe" else 15)
        p.draw(coat, "M", x - wide * u, y - (neck - 5) * u, "Q", x - wide * u, y - (neck - 1) * u, x - 5 * u, y - neck * u, "H",
               x + 5 * u, "Q", x + wide * u, y - (neck - 1) * u, x + wide * u, y - (neck - 5) * u, "L", x + hem * u, y - low * u, "Q",
               x, y - (low - 2.4) * u, x - hem * u, y - low * u, "Z")
        p.draw(INK, "M", x + rear * 3 * u, y - neck * u, "L", x + rear * wide * u, y - (neck - 5) * u, "L", x + rear * hem * u,
               y - low * u, "L", x + rear * 4 * u, y - (low - 1) * u, "Z", opacity=.13)
    else:
        p.draw(coat, "M", x - wide * u, y - (neck - 6) * u, "Q", x - wide * u, y - neck * u, x - 5 * u, y - neck * u, "H", x + 5 * u,
               "Q", x + wide * u, y - neck * u, x + wide * u, y - (neck - 6) * u, "L", x + 10.5 * u, y - (hip - 3) * u, "Q", x,
               y - (hip - 5) * u, x - 10.5 * u, y - (hip - 3) * u, "Z")
        p.draw(INK, "M", x + rear * 3 * u, y - neck * u, "L", x + rear * wide * u, y - (neck - 5) * u, "L", x + rear * 10.5 * u,
               y - (hip - 3) * u, "L", x + rear * 3 * u, y - (hip - 4.6) * u, "Z", opacity=.13)
    if bag:
        if back:
            p.rect(x - 8.5 * u, y - (neck - 5) * u, 17 * u, 25 * u, bag, rx=5 * u)
            p.rect(x - 6 * u, y - (neck - 17) * u, 12 * u, 10 * u, blend(bag, INK, .22), rx=3 * u)
        else:
            p.rect(x + rear * 12 * u - 5 * u, y - (neck - 6) * u, 10 * u, 22 * u, bag, rx=4 * u)
    if scarf is None:
        p.rect(x - 2.6 * u, y - (head - r + 2) * u, 5.2 * u, 6 * u, skin if not back else blend(skin, INK, .15))
    lift = arm
    if lift is None:
        hand = (x + turn * (wide + 1.5 + stride * 4) * u, y - (hip + 2) * u)
        elbow = (x + turn * (wide + 2) * u, y - (neck - 20) * u)
    else:
        hand = (x + turn * (wide + 9 + 12 * (1 - abs(lift - .5))) * u, y - (neck - 22 + 36 * lift) * u)
        elbow = (x + turn * (wide + 8) * u, y - (neck - 20 + 10 * lift) * u)
    p.stroke(blend(coat, INK, .09), 6 * u, "M", x + turn * (wide - 2.5) * u, y - (neck - 6) * u, "Q", *elbow, *hand)
    p.circle(*hand, 2.9 * u, skin)
    if scarf:
        p.draw(scarf, "M", x - (r + 1.4) * u, y - (head - 1) * u, "C", x - (r + 5) * u, y - (neck - 1) * u, x - (wide + .6) * u, y - (neck - 6) * u,
               x - (wide - 1) * u, y - (neck - 11) * u, "Q", x, y - (neck - 17) * u, x + (wide - 1) * u, y - (neck - 11) * u, "C",
               x + (wide + .6) * u, y - (neck - 6) * u, x + (r + 5) * u, y - (neck - 1) * u, x + (r + 1.4) * u, y - (head - 1) * u, "Z")
        p.ellipse(x, y - head * u, (r + 1.5) * u, (r + 2.1) * u, scarf)
        if not back:
            p.ellipse(x + turn * 1.6 * u, y - (head - .6) * u, (r - 1.3) * u, (r - .2) * u, skin)
    else:
        p.ellipse(x, y - head * u, r * u, (r + .9) * u, hair if back else skin)
        if not back:
            p.draw(hair, "M", x - turn * (r + .3) * u, y - (head - 1.5) * u, "C", x - turn * (r + 1) * u, y - (head + r + 2) * u,
                   x + turn * (r + 1) * u, y - (head + r + 2.6) * u, x + turn * (r - .2) * u, y - (head + 2.4) * u, "Q", x - turn * 1 * u,
                   y - (head + 4) * u, x - turn * (r - 3) * u, y - (head - 1.5) * u, "Z")
    if kind == "officer":
        top = head + r * .7
        p.draw(NAVY, "M", x - (r + 2) * u, y - top * u, "Q", x - (r + 4) * u, y - (top + 7) * u, x, y - (top + 7.4) * u, "Q",
               x + (r + 4) * u, y - (top + 7) * u, x + (r + 2) * u, y - top * u, "Z")
        p.rect(x - (r + 1.8) * u, y - (top + 1.6) * u, (2 * r + 3.6) * u, 2.6 * u, SEA)
        if not back:
            p.ellipse(x + turn * 3.5 * u, y - (top - 1.4) * u, (r + .6) * u, 1.8 * u, INK)
        p.rect(x - 10.9 * u, y - (hip + 1) * u, 21.8 * u, 3.4 * u, INK)


def seated(p, x, y, h, coat, hair=INK, scarf=None):
    """The back of somebody who sits; y is the seat, h from seat to crown."""
    u = h / 100
    p.draw(coat, "M", x - 34 * u, y, "C", x - 40 * u, y - 36 * u, x - 38 * u, y - 56 * u, x - 12 * u, y - 60 * u, "H", x + 12 * u, "C",
           x + 38 * u, y - 56 * u, x + 40 * u, y - 36 * u, x + 34 * u, y, "Z")
    p.draw(INK, "M", x + 8 * u, y - 60 * u, "H", x + 12 * u, "C", x + 38 * u, y - 56 * u, x + 40 * u, y - 36 * u, x + 34 * u, y, "H",
           x + 16 * u, "Z", opacity=.12)
    if scarf:
        p.draw(scarf, "M", x - 18 * u, y - 80 * u, "C", x - 24 * u, y - 62 * u, x - 32 * u, y - 58 * u, x - 27 * u, y - 49 * u, "Q", x, y - 38 * u,
               x + 27 * u, y - 49 * u, "C", x + 32 * u, y - 58 * u, x + 24 * u, y - 62 * u, x + 18 * u, y - 80 * u, "Z")
        p.ellipse(x, y - 80 * u, 18.5 * u, 21 * u, scarf)
    else:
        p.rect(x - 7 * u, y - 68 * u, 14 * u, 14 * u, SKIN[2])
        p.ellipse(x, y - 80 * u, 17 * u, 19.5 * u, hair)


# -- rooms

def room(p, wall, floor, left=None):
    p.rect(0, 0, W, FLOOR, p.fade((0, blend(wall, INK, .12)), (1, wall)))
    p.rect(0, FLOOR, W, H - FLOOR, p.fade((0, floor), (1, blend(floor, INK, .35))))
    p.rect(0, FLOOR - 14, W, 14, blend(wall, INK, .22))


def window(p, x, y, w, h, kind="dawn", arched=True, view=True, bars=2, frame=CREAM):
    """A window with a sky behind it; (x, y) is the middle of its sill."""
    r = w / 2
    if arched:
        arch(p, x, y + 9, w + 22, h + 20, frame)
        d = f"M{x - r:.0f} {y:.0f}V{y - h + r:.0f}A{r:.0f} {r:.0f} 0 0 1 {x + r:.0f} {y - h + r:.0f}V{y:.0f}Z"
    else:
        p.rect(x - r - 11, y - h - 11, w + 22, h + 20, frame)
        d = f"M{x - r:.0f} {y:.0f}V{y - h:.0f}H{x + r:.0f}V{y:.0f}Z"
    with p.inside("path", d=d):
        p.rect(x - r, y - h, w, h, p.fade(*SKIES[kind]))
        if view:
            base = y - h * .02
            for i in range(7):
                bw = w * p.chance.uniform(.12, .26)
                p.rect(x - r + i * w / 6 - bw / 2, base - h * p.chance.uniform(.1, .26), bw, h, blend(TEAL, HONEY, .45), opacity=.6)
            for i in range(5):
                bw = w * p.chance.uniform(.2, .34)
                p.rect(x - r + i * w / 4 - bw / 2, base - h * p.chance.uniform(.04, .14), bw, h, DEEP, opacity=.75)
        for i in range(1, bars):
            p.rect(x - r + w * i / bars - 4, y - h, 8, h, frame)
        p.rect(x - r, y - h * .6, w, 7, frame)
    p.rect(x - r - 22, y + 6, w + 44, 12, blend(frame, INK, .12))


def beam(p, x, y, w, dx, dy, opacity=.2):
    """Light that falls from a window to the floor."""
    p.poly([(x - w / 2, y), (x + w / 2, y), (x + w / 2 + dx + w * .25, y + dy), (x - w / 2 + dx - w * .05, y + dy)],
           p.fade((0, "#fff0c8", opacity * 1.4), (1, "#fff0c8", opacity * .25)))


def shelf(p, x, y, w, h, rows, wood=PLANK):
    p.rect(x - 8, y - h - 8, w + 16, h + 8, wood)
    p.rect(x, y - h, w, h, blend(wood, INK, .5))
    tones = (TEAL, CLAY, SAND, FERN, DEEP, OCHRE, BRICK, MIST, CREAM, SEA)
    step = h / rows
    for j in range(rows):
        base, bx = y - h + (j + 1) * step - 8, x + 6
        while bx < x + w - 24:
            bw = p.chance.randrange(16, 29)
            if p.chance.random() < .1:
                bx += bw
                continue
            bh = step * p.chance.uniform(.6, .82)
            tone = p.chance.choice(tones)
            p.rect(bx, base - bh, bw, bh, tone)
            if bw > 18:
                p.rect(bx, base - bh * .8, bw, 5, blend(tone, INK, .3))
            bx += bw + 1
        p.rect(x, base, w, 8, wood)


def microphone(p, x, y, s=1.0, body=NAVY):
    """A large studio microphone; (x, y) is the middle of its head."""
    p.rect(x - 44 * s, y - 86 * s, 88 * s, 150 * s, p.fade((0, SEA), (.55, TEAL), (1, DEEP), across=True), rx=44 * s)
    for i in range(6):
        p.rect(x - 44 * s, y - (54 - i * 15) * s, 88 * s, 4 * s, INK, opacity=.28)
    p.rect(x - 48 * s, y + 34 * s, 96 * s, 13 * s, HONEY)
    p.rect(x - 44 * s, y + 46 * s, 88 * s, 42 * s, body, rx=16 * s)
    p.stroke(INK, 9 * s, "M", x - 66 * s, y - 22 * s, "V", y + 44 * s, "Q", x - 66 * s, y + 106 * s, x, y + 108 * s, "Q", x + 66 * s,
             y + 106 * s, x + 66 * s, y + 44 * s, "V", y - 22 * s)
    p.rect(x - 7 * s, y + 106 * s, 14 * s, 60 * s, INK)


# -- the pictures

PICTURES = {}


def picture(seed):
    def keep(draw):
        PICTURES[draw.__name__.replace("_", "-")] = (seed, draw)
        return draw
    return keep


def far_town(p, y, colour, many=26, tall=(26, 90), x0=-20, x1=W):
    """Houses of a town seen from afar, one colour."""
    step = (x1 - x0) / many
    for i in range(many):
        w = step * p.chance.uniform(.8, 1.5)
        p.rect(x0 + i * step, y - p.chance.uniform(*tall), w, tall[1] + 4, colour)


@picture(11)
def river_city(p):
    """An old town on a river at sunset."""
    sky(p, "dusk", (800, 452), 66)
    ridge(p, 560, 90, "#b99a8a", 8)
    far_town(p, 540, "#8f8786", 34, (10, 52))
    with p.once("town"):
        for x, h, c in ((60, 200, TEAL), (1530, 210, TEAL), (400, 330, DEEP), (1216, 350, DEEP)):
            minaret(p, x, 562, h, blend(c, ROSE, .32), cap=SEA)
        for x, w, h, c in ((0, 90, 80, "#4f6f77"), (92, 120, 110, "#5d7478"), (205, 100, 84, "#48676f"), (300, 70, 120, "#5d7478"),
                           (1010, 120, 96, "#55707a"), (1120, 80, 122, "#48676f"), (1240, 110, 90, "#5d7478"), (1345, 130, 124, "#48676f"),
                           (1470, 140, 84, "#5d7478")):
            house(p, x, 562, w, h, c, (3, 2), True, lit=.45)
        house(p, 440, 562, 330, 100, "#3f626d", (6, 1), True, lit=.6)
        dome(p, 606, 464, 96, SEA)
        dome(p, 488, 464, 42, TEAL)
        dome(p, 722, 464, 42, TEAL)
        house(p, 775, 562, 130, 140, "#56727a", (3, 2), True, lit=.4)
        house(p, 905, 562, 100, 100, "#456570", (2, 2), True, lit=.5)
        for x, h in ((270, 120), (386, 96), (790, 110), (1002, 130), (1320, 110)):
            palm(p, x, 564, h, trunk="#39505a", leaf="#34585c", lean=.04)
    p.use("town")
    water(p, 560, H, DEEP, "#d9b08c", 800)
    mirrored(p, "town", 560, .24, .75)
    p.rect(0, 556, W, 9, "#3b5a65")
    bridge(p, 700, INK, 5)
    front(p, 852, INK, 40)
    palm(p, 120, 880, 430, "#0c1f2b", "#12303c", .05)
    palm(p, 232, 900, 320, "#0c1f2b", "#163a45", -.05)
    palm(p, 1500, 890, 380, "#0c1f2b", "#12303c", -.08)
    reeds(p, 320, 620, 890, 90, 26, "#12303c")


def bridge(p, y, colour, arches):
    """A bridge of stone from bank to bank, with people on it."""
    span = W / arches
    d = f"M0 {y - 42} Q{W / 2:.0f} {y - 78} {W} {y - 42} V{y + 66} H{W - 10}"
    for i in reversed(range(arches)):
        x0, x1 = i * span + 26, (i + 1) * span - 26
        d += f" H{x1:.0f} V{y + 50} A{(x1 - x0) / 2:.0f} {84} 0 0 0 {x0:.0f} {y + 50} V{y + 66}"
    tone = "#274b58"
    p.path(d + " H0 Z", tone)
    p.stroke(blend(tone, ROSE, .45), 7, "M", 0, y - 42, "Q", W / 2, y - 78, W, y - 42)
    for i in range(1, arches):
        p.rect(i * span - 36, y + 56, 72, 20, blend(tone, INK, .3), rx=6)
    for x, kind, coat, turn in ((560, "man", CLAY, 1), (640, "robe", CREAM, 1), (690, "child", OCHRE, 1), (930, "woman", TEAL, -1),
                                (1010, "man", SAND, -1)):
        top = y - 42 - 36 * (1 - ((x - 800) / 800) ** 2) * .5 - 1
        person(p, x, top, 66 if kind != "child" else 44, coat, kind, turn=turn, stride=.6, scarf=DEEP if kind == "woman" else None)


@picture(12)
def restoration(p):
    """A dome and a minaret under scaffolding."""
    sky(p, "dawn", (1010, 250), 58)
    ridge(p, 560, 120, "#b9bfae", 7)
    far_town(p, 566, "#9bb0a8", 26, (20, 84))
    haze(p, 440, 600, "#f6e2bd", .7)
    p.rect(0, 560, W, 340, p.fade((0, DUNE), (1, "#b88f63")))
    house(p, 60, 600, 250, 190, "#cdb08a", (4, 2), True)
    house(p, 1290, 604, 260, 170, "#c9a981", (4, 2), True)
    minaret(p, 1130, 640, 500, "#dcc096", cap=TEAL, w=50)
    house(p, 430, 652, 560, 200, "#e2c79d", (0, 0), shade=False)
    p.rect(830, 452, 160, 200, INK, opacity=.09)
    for x in (500, 580, 840, 920):
        arch(p, x, 652, 52, 118, "#6e5a4c", True)
    arch(p, 710, 652, 128, 176, "#cfae80", True)
    arch(p, 710, 652, 100, 150, "#4d4541", True)
    dome(p, 710, 452, 172, TEAL)
    p.draw("#d5b98f", "M", 740, 244, "C", 800, 268, 868, 300, 866, 388, "L", 800, 390, "C", 800, 330, 770, 280, 740, 244, "Z")
    with p.group(stroke=INK, stroke_width=2.5, opacity=.35, fill="none"):
        p.put('<path d="M752 262 858 350M770 300 862 372M800 268 800 392M836 300 832 390M780 340 866 330"/>')
    with p.group(stroke=BARK, fill="none", stroke_linecap="round"):
        for x in (756, 830, 904, 978):
            p.put(f'<path d="M{x} 652V216" stroke-width="7"/>')
        for y in (590, 506, 422, 338, 254):
            p.put(f'<path d="M742 {y}H996" stroke-width="5"/>')
        p.put('<path d="M756 590 830 506M904 506 978 422M756 422 830 338M904 338 978 254" stroke-width="4" opacity=".7"/>')
    for y in (586, 502, 418, 334):
        p.rect(742, y, 256, 10, WOOD)
    person(p, 868, 334, 82, CLAY, "man", arm=.7, turn=-1)
    person(p, 940, 418, 82, OCHRE, "man", arm=.45, turn=-1)
    person(p, 790, 502, 82, DEEP, "man", arm=.55, turn=1)
    p.stroke("#6d5a4c", 9, "M", 1370, 700, "V", 150)
    p.stroke("#6d5a4c", 7, "M", 1460, 182, "L", 930, 160)
    p.stroke("#6d5a4c", 4, "M", 1370, 120, "L", 960, 160, "M", 1370, 120, "L", 1452, 180)
    p.stroke("#6d5a4c", 3, "M", 1010, 164, "V", 262)
    p.rect(1336, 690, 68, 26, "#5b4a3f")
    p.rect(1430, 180, 44, 40, "#6d5a4c")
    p.rect(984, 262, 54, 34, CREAM)
    p.rect(984, 284, 54, 12, DUNE)
    ridge(p, 760, 60, "#a67c55", 5)
    for x, y, w, h in ((330, 790, 120, 62), (452, 790, 100, 62), (380, 728, 110, 60), (1120, 800, 130, 64), (1252, 800, 96, 64)):
        p.rect(x, y - h, w, h, SAND, rx=3)
        p.rect(x + w * .72, y - h, w * .28, h, INK, opacity=.14, rx=3)
        p.rect(x, y - h, w, 8, CREAM, rx=3)
    person(p, 620, 822, 190, DEEP, "man", arm=.42, turn=1, hair=BARK)
    person(p, 862, 824, 184, BRICK, "woman", scarf=SAND, turn=-1, arm=.4)
    p.poly([(676, 664), (812, 672), (806, 748), (670, 740)], WHITE)
    p.draw("none", "M", 700, 728, "V", 704, "Q", 740, 668, 780, 708, "V", 732, "M", 688, 729, "L", 794, 735, "M", 740, 686, "V", 676, stroke=TEAL,
           stroke_width=4.0, stroke_linecap="round")
    p.circle(682, 676, 6, SKIN[1])
    p.circle(806, 684, 6, SKIN[1])
    front(p, 872, "#6f4f39", 30)


@picture(13)
def round_table(p):
    """A hall with a round table and empty chairs."""
    room(p, "#e6d8bc", "#8a6246")
    p.rect(0, 0, W, 74, "#b99c74")
    p.rect(0, 74, W, 10, OCHRE)
    for x in (200, 500, 800, 1100, 1400):
        window(p, x, 530, 180, 400, "dawn", bars=3)
    for x in (50, 350, 650, 950, 1250, 1550):
        p.rect(x - 26, 84, 52, FLOOR - 98, "#dac7a2")
        p.rect(x + 8, 84, 18, FLOOR - 98, INK, opacity=.08)
        p.rect(x - 34, 84, 68, 16, "#cbb388")
        p.rect(x - 34, FLOOR - 40, 68, 26, "#cbb388")
    for x in (200, 500, 800, 1100, 1400):
        beam(p, x, 540, 170, 120, 330, .16)
    p.ellipse(800, 780, 860, 190, INK, opacity=.16)
    p.ellipse(800, 772, 800, 168, "#446d74")
    p.ellipse(800, 772, 740, 150, "#4d7a80")
    for side in range(11):
        a = math.radians(188 + side * 16.4)
        chair(p, 800 + math.cos(a) * 560, 730 + math.sin(a) * 118, 1 - .12 * abs(math.sin(a)), False)
    p.ellipse(800, 770, 548, 118, INK, opacity=.35)
    p.path("M262 716 V752 A538 116 0 0 0 1338 752 V716 Z", "#6d4934")
    p.ellipse(800, 716, 538, 116, "#a87650")
    p.ellipse(800, 712, 528, 110, p.fade((0, "#d9b183"), (1, "#b98257")))
    p.ellipse(800, 708, 300, 56, "#7b5138")
    p.ellipse(800, 716, 300, 52, "#3f6b72")
    for x, y, s in ((740, 706, .8), (860, 706, .8), (800, 700, 1)):
        p.poly([(x - 26 * s, y), (x + 26 * s, y), (x + 18 * s, y + 34 * s), (x - 18 * s, y + 34 * s)], SAND)
        for k in range(9):
            a = math.radians(200 + k * 17.5)
            p.ellipse(x + math.cos(a) * 30 * s, y - 12 * s + math.sin(a) * 30 * s, 16 * s, 11 * s, FERN if k % 2 else MOSS)
        for k in (-18, 0, 16):
            p.circle(x + k * s, y - 30 * s + abs(k) * .5, 8 * s, CREAM)
    for i in range(17):
        a = math.radians(i * 360 / 17 + 6)
        x, y, s = 800 + math.cos(a) * 448, 712 + math.sin(a) * 86, .82 + .3 * math.sin(a)
        p.poly([(x - 25 * s, y + 6 * s), (x + 21 * s, y + 6 * s), (x + 26 * s, y - 7 * s), (x - 20 * s, y - 7 * s)], WHITE)
        p.stroke(INK, 3 * s, "M", x + 38 * s, y + 3, "Q", x + 38 * s, y - 20 * s, x + 30 * s, y - 26 * s)
        p.circle(x + 30 * s, y - 26 * s, 4.4 * s, INK)
    for x, s in ((330, 1.0), (565, 1.18), (800, 1.24), (1035, 1.18), (1270, 1.0)):
        chair(p, x, 868 + (s - 1) * 90, s * 1.32, True)


def chair(p, x, y, s, back):
    """A chair with a high back, seen from the front or from behind; y is the height of its seat."""
    tone = "#2b5866" if back else "#3b6b77"
    p.rect(x - 5 * s, y, 10 * s, 60 * s, INK)
    p.rect(x - 42 * s, y - 10 * s, 84 * s, 24 * s, blend(tone, INK, .3), rx=10 * s)
    p.rect(x - 38 * s, y - 104 * s, 76 * s, 104 * s, tone, rx=20 * s)
    p.rect(x - 30 * s, y - 96 * s, 60 * s, 86 * s, blend(tone, WHITE, .1 if back else .18), rx=15 * s)
    p.rect(x + 12 * s, y - 96 * s, 18 * s, 86 * s, INK, opacity=.12, rx=9 * s)


@picture(14)
def podium(p):
    """A lectern with microphones, and the room that waits for words."""
    room(p, "#20505f", "#3c5560")
    for i in range(23):
        x = i * 72 - 20
        p.rect(x, 0, 72, FLOOR, p.fade((0, "#1b4656"), (.45, "#3a7380"), (1, "#1a4252"), across=True))
    p.glow(800, 330, 620, "#ffe9bd", .5)
    p.rect(0, FLOOR - 18, W, 18, "#163644")
    p.ellipse(800, 740, 640, 80, "#244a57")
    p.path("M160 740 V772 A640 80 0 0 0 1440 772 V740 A640 80 0 0 1 160 740 Z", "#17333f")
    for x in (330, 1270):
        p.poly([(x - 46, 736), (x + 46, 736), (x + 34, 640), (x - 34, 640)], CLAY)
        p.poly([(x + 12, 736), (x + 46, 736), (x + 34, 640), (x + 12, 640)], BRICK)
        for k in range(11):
            a = math.radians(190 + k * 16)
            p.draw(FERN if k % 2 else MOSS, "M", x, 644, "Q", x + math.cos(a) * 40, 590 + math.sin(a) * 60,
                   x + math.cos(a) * 110, 640 + math.sin(a) * 150, "Q", x + math.cos(a) * 70, 630 + math.sin(a) * 60, x, 644, "Z")
    p.ellipse(800, 772, 190, 20, INK, opacity=.4)
    p.poly([(690, 770), (910, 770), (936, 452), (664, 452)], p.fade((0, "#b98458"), (.6, "#9a6844"), (1, "#7b5036"), across=True))
    p.poly([(722, 740), (878, 740), (892, 500), (708, 500)], INK, opacity=.1)
    p.poly([(730, 732), (870, 732), (882, 508), (718, 508)], p.fade((0, "#b07a50"), (1, "#8d5d3d"), across=True))
    p.poly([(630, 456), (970, 456), (944, 408), (656, 408)], "#c99b6d")
    p.rect(626, 452, 348, 18, "#6d4631", rx=4)
    p.poly([(726, 446), (874, 446), (866, 418), (734, 418)], WHITE)
    for x, tip, s in ((690, 716, 1), (748, 762, .92), (800, 800, 1.05), (852, 838, .92), (910, 884, 1)):
        p.stroke(INK, 7, "M", x, 440, "Q", x - (800 - x) * .1, 360, tip, 330)
        with p.group(transform=f"rotate({(800 - tip) * -.16:.1f} {tip} 330)"):
            p.rect(tip - 17 * s, 262, 34 * s, 74, INK, rx=17 * s)
            p.rect(tip - 17 * s, 262, 34 * s, 40, "#4b7a84", rx=17 * s)
            p.rect(tip - 17 * s, 300, 34 * s, 7, (HONEY, CLAY, SAND, CLAY, HONEY)[int((tip - 690) / 45) % 5])
    tones = ("#0f2936", "#132f3d", "#102a38")
    for i, x in enumerate(range(40, 1600, 152)):
        if abs(x - 240) < 90 or abs(x - 1340) < 90:
            continue
        seated(p, x + 10, 930, 150, tones[i % 3], "#0b1f2a", scarf="#0e2633" if i % 4 == 1 else None)
    for x, y, s in ((250, 850, 1), (1330, 846, 1)):
        p.stroke("#0b1f2a", 10, "M", x, y, "L", x - 46, 900, "M", x, y, "V", 900, "M", x, y, "L", x + 46, 900)
        p.rect(x - 60 * s, y - 64 * s, 120 * s, 84 * s, "#0b1f2a", rx=12)
        p.circle(x + (24 if x < 800 else -24), y - 22 * s, 30 * s, "#2a5563")
        p.circle(x + (24 if x < 800 else -24), y - 22 * s, 17 * s, "#0b1f2a")


@picture(15)
def town_square(p):
    """Gabled town houses around a paved square."""
    sky(p, "dawn", (1180, 190), 50, 700)
    far_town(p, 560, "#a9bfb6", 24, (60, 150))
    p.rect(1010, 210, 70, 360, "#a3b8b0")
    p.poly([(1004, 212), (1086, 212), (1045, 96)], "#8fa9a5")
    rows = ((-40, 190, 380, "#b8907a"), (150, 170, 430, "#d3b58c"), (320, 180, 400, "#8fa79b"), (500, 190, 470, "#c98b6b"),
            (690, 220, 520, "#e4cba0"), (910, 180, 450, "#7ba0a0"), (1090, 190, 420, "#cfa27c"), (1280, 180, 400, "#a9b295"),
            (1460, 190, 440, "#bd8a70"))
    for x, w, h, c in rows:
        gable(p, x, 640, w, h, c)
    p.rect(0, 636, W, 264, p.fade((0, "#c8b393"), (1, "#85705d")))
    for i in range(1, 11):
        y = 640 + 26 * i * (.6 + i * .06)
        p.rect(0, y, W, 2 + i * .4, INK, opacity=.08)
    for i in range(-12, 13):
        p.stroke(INK, 2, "M", 800 + i * 90, 640, "L", 800 + i * 250, 900, opacity=.07)
    p.poly([(0, 640), (W, 640), (W, 690), (0, 664)], INK, opacity=.1)
    for x in (250, 1350):
        p.stroke(INK, 9, "M", x, 812, "V", 520)
        p.stroke(INK, 5, "M", x - 34, 540, "H", x + 34)
        for dx in (-34, 34):
            p.poly([(x + dx - 13, 500), (x + dx + 13, 500), (x + dx + 9, 540), (x + dx - 9, 540)], HONEY)
            p.poly([(x + dx - 17, 501), (x + dx + 17, 501), (x + dx, 482)], INK)
        p.rect(x - 18, 800, 36, 14, INK, rx=4)
    for x, y, h, coat, kind, turn, scarf in ((700, 790, 156, NAVY, "man", 1, None), (772, 800, 160, "#4a6772", "man", -1, None),
                                             (850, 792, 150, BRICK, "woman", -1, SAND), (930, 806, 164, CREAM, "robe", -1, None),
                                             (470, 730, 104, FERN, "man", 1, None), (1130, 736, 108, TEAL, "woman", -1, DEEP)):
        person(p, x, y, h, coat, kind, turn=turn, scarf=scarf, skin=SKIN[(x // 70) % 4], stride=.4 if y < 760 else 0)
    for x, y in ((560, 830), (596, 842), (1040, 850), (1078, 838), (1010, 836)):
        p.ellipse(x, y, 13, 8, "#4b6069")
        p.circle(x + 11, y - 8, 5, "#4b6069")


@picture(16)
def stone_pines(p):
    """Domes and umbrella pines above an arcade."""
    sky(p, "dusk", (560, 420), 64, 640)
    ridge(p, 570, 150, "#c0a294", 7)
    with p.group():
        far_town(p, 560, "#9a8c8a", 30, (30, 96))
        dome(p, 330, 500, 70, "#84868a", tall=.95)
        dome(p, 1230, 506, 60, "#84868a", tall=.95)
        p.rect(1320, 420, 42, 150, "#8e898a")
        p.poly([(1312, 422), (1370, 422), (1341, 380)], "#7d7f86")
    haze(p, 430, 590, "#f4cf9a", .55)
    house(p, 600, 600, 400, 130, "#8f7d7a", (8, 1), True, lit=.3)
    p.rect(690, 420, 220, 60, "#a28d84")
    dome(p, 800, 430, 124, "#5f8084", tall=1)
    p.rect(776, 236, 48, 40, "#a28d84")
    dome(p, 800, 240, 26, "#5f8084")
    for x, w, h, c in ((70, 180, 150, "#a9745f"), (250, 150, 120, "#b98a6c"), (400, 200, 160, "#96665a"), (1000, 190, 150, "#a9745f"),
                       (1190, 160, 120, "#b98a6c"), (1350, 210, 164, "#96665a")):
        house(p, x, 640, w, h, c, (3, 2), lit=.4, parapet=False)
        p.poly([(x - 10, 640 - h), (x + w + 10, 640 - h), (x + w - 22, 640 - h - 34), (x + 22, 640 - h - 34)], "#7d4536")
    p.rect(0, 636, W, 264, p.fade((0, "#4d6b62"), (1, "#233f42")))
    with p.group():
        d = "M0 760 V640 H1600 V760 H1590"
        for i in reversed(range(10)):
            x0 = i * 160 + 24
            d += f" H{x0 + 112} V702 A56 50 0 0 0 {x0} 702 V760"
        p.path(d + " H0 Z", "#d9b48a")
        p.rect(0, 636, W, 10, "#f0d6a8")
        p.rect(0, 668, W, 5, INK, opacity=.15)
    for i in range(10):
        p.rect(i * 160 - 24 + 34, 690, 14, 70, INK, opacity=.1)
    ridge(p, 810, 70, "#2c4d4c", 6)
    pine(p, 270, 800, 420, "#23454a")
    pine(p, 120, 830, 330, "#1d3b42")
    pine(p, 1330, 806, 440, "#23454a")
    for x, h in ((1480, 300), (1540, 250), (440, 190), (1180, 200)):
        cypress(p, x, 820, h, "#1b3a40")
    p.path("M560 900 Q760 820 740 766 L800 766 Q830 820 1010 900 Z", "#8c7f6c", opacity=.75)
    for x, y, h, coat in ((742, 830, 74, CREAM), (800, 838, 78, CLAY)):
        person(p, x, y, h, coat, "man", back=True, stride=.5)
    front(p, 890, "#16323a", 20)


@picture(17)
def gulf_skyline(p):
    """New towers and old boats."""
    sky(p, "dawn", (1010, 330), 60)
    for x, w, h, t in ((120, 70, 170, "flat"), (230, 60, 240, "slant"), (330, 80, 190, "flat"), (1240, 70, 230, "flat"),
                       (1350, 64, 180, "curve"), (1450, 80, 220, "slant"), (1540, 60, 150, "flat"), (560, 80, 240, "flat"), (1090, 70, 260, "slant")):
        tower(p, x, 562, w, h, "#a7bfb8", t, bands=False)
    haze(p, 400, 570, "#f6e3bd", .7)
    with p.once("town"):
        for x, w, h, t, c in ((420, 84, 300, "slant", "#5a8a92"), (520, 70, 230, "flat", "#7fa6a5"), (622, 92, 400, "curve", "#3b7280"),
                              (722, 76, 270, "flat", "#6c989b"), (812, 84, 360, "needle", "#2f6574"), (916, 80, 300, "slant", "#5a8a92"),
                              (1010, 90, 220, "flat", "#86aba8"), (1130, 80, 290, "curve", "#4a7d88"), (310, 70, 200, "flat", "#7fa6a5")):
            tower(p, x, 562, w, h, c, t)
        dome(p, 250, 548, 34, CREAM)
        house(p, 200, 562, 100, 24, CREAM, (4, 1), True, parapet=False)
        minaret(p, 186, 562, 120, CREAM, cap=CREAM)
        for x in range(40, 1600, 88):
            palm(p, x + (x * 7) % 30, 564, 62 + (x * 13) % 24, "#4b5f5c", "#4d7565")
        p.rect(0, 552, W, 12, SAND)
    p.use("town")
    water(p, 562, H, TEAL, "#e8cfa4", 1010)
    mirrored(p, "town", 562, .26, .7)
    dhow(p, 360, 690, .62, BARK, CREAM)
    dhow(p, 850, 770, 1.0, "#55382b", WHITE)
    dhow(p, 1270, 660, .42, BARK, SAND, True)
    p.ellipse(850, 800, 150, 9, INK, opacity=.25)
    p.ellipse(360, 706, 86, 6, INK, opacity=.22)


@picture(18)
def harbour(p):
    """A harbour on the Gulf, boats at the quay."""
    sky(p, "sand", (520, 300), 54)
    far_town(p, 556, "#b4c4b4", 30, (20, 80))
    for x, w, h, t in ((1120, 50, 190, "flat"), (1190, 60, 250, "slant"), (1270, 46, 170, "flat"), (240, 56, 180, "curve")):
        tower(p, x, 560, w, h, "#a2bab0", t, bands=False)
    haze(p, 460, 570, CREAM, .7)
    with p.once("town"):
        for x, w, h, c in ((0, 150, 90, "#d8b88e"), (150, 120, 120, "#c9a27c"), (1300, 150, 96, "#d8b88e"), (1450, 160, 126, "#c49a76")):
            house(p, x, 572, w, h, c, (3, 2), True)
        for x in (90, 290, 1290, 1420):
            palm(p, x, 574, 110, BARK, FERN, .03)
    p.use("town")
    water(p, 568, H, "#2f7080", "#cfdcc4", 520)
    mirrored(p, "town", 570, .25)
    p.draw("#b99b78", "M", 0, 604, "H", 330, "L", 300, 632, "H", 0, "Z")
    p.draw("#b99b78", "M", 1600, 604, "H", 1270, "L", 1300, 632, "H", 1600, "Z")
    dhow(p, 610, 640, .62, "#6b4633", SAND, True)
    dhow(p, 1000, 628, .5, "#6b4633", CREAM)
    dhow(p, 790, 752, 1.04, "#55382b", CREAM)
    p.ellipse(790, 782, 160, 9, INK, opacity=.25)
    p.path("M0 900 V806 H560 L640 856 H1010 L1080 806 H1600 V900 Z", "#8d6f57")
    p.path("M0 806 H560 L640 856 H1010 L1080 806 H1600 V822 H1086 L1014 872 H634 L554 822 H0 Z", "#c7a57f")
    for x in (100, 300, 1260, 1480):
        p.rect(x - 13, 776, 26, 34, INK, rx=6)
        p.ellipse(x, 776, 18, 7, "#35525c")
    crate(p, 350, 808, 84)
    crate(p, 436, 808, 64)
    crate(p, 366, 724, 60)
    p.ellipse(1190, 800, 54, 14, "#a88a5e")
    p.ellipse(1190, 790, 46, 12, "#c6a674")
    p.ellipse(1190, 784, 22, 6, "#8d6f4a")
    person(p, 500, 812, 150, SAND, "robe", turn=1, arm=.5, skin=SKIN[2])
    person(p, 1360, 812, 148, DEEP, "man", turn=-1, skin=SKIN[1])


def crate(p, x, y, s, colour=WOOD):
    p.rect(x, y - s, s, s, colour)
    for i in (0, 1, 2):
        p.rect(x, y - s + i * s / 3 + s * .26, s, 3, INK, opacity=.3)
    p.rect(x, y - s, s * .12, s, blend(colour, INK, .2))
    p.rect(x + s * .88, y - s, s * .12, s, blend(colour, INK, .3))
    p.rect(x, y - s, s, s * .1, blend(colour, WHITE, .25))


@picture(19)
def red_city(p):
    """A walled town of red earth under snowy mountains."""
    sky(p, "day", (430, 190), 52)
    peaks(p, 540, ((160, 240, 240), (520, 210, 240), (1120, 300, 330), (1420, 250, 260), (820, 250, 300)), "#8fb0b4", WHITE)
    ridge(p, 560, 90, "#9bb09c", 7)
    haze(p, 430, 580, CREAM, .6)
    far_town(p, 566, "#d6a684", 26, (20, 70))
    for x, h in ((90, 120), (170, 150), (1330, 150), (1420, 120), (1520, 160), (360, 110), (1190, 120)):
        palm(p, x, 580, h, BARK, FERN, .03)
    p.shapes.append('<g transform="translate(0 66)">')
    p.rect(735, 130, 130, 450, "#cd8660")
    p.rect(825, 130, 40, 450, INK, opacity=.13)
    for x in (735, 768, 801, 834):
        p.poly([(x, 131), (x + 6, 112), (x + 25, 112), (x + 31, 131)], "#cd8660")
    p.rect(772, 50, 56, 82, "#c47c58")
    p.rect(812, 50, 16, 82, INK, opacity=.13)
    dome(p, 800, 52, 28, "#c47c58", drum=.15)
    p.rect(735, 160, 130, 26, TEAL, opacity=.85)
    for i in range(6):
        p.poly([(738 + i * 21, 173), (748 + i * 21, 162), (758 + i * 21, 173), (748 + i * 21, 184)], SAND)
    for y in (280, 400):
        p.rect(760, y - 70, 80, 92, "#b5704e")
        for dx in (-20, 20):
            arch(p, 800 + dx, y + 14, 28, 64, "#6f4232")
    p.shapes.append("</g>")
    p.rect(0, 520, W, 130, p.fade((0, "#d3906a"), (1, "#b56d4c")))
    for x in range(0, 1600, 40):
        p.poly([(x + 4, 521), (x + 8, 500), (x + 28, 500), (x + 32, 521)], "#d3906a")
    for x in (130, 420, 1180, 1470):
        p.rect(x - 56, 466, 112, 190, "#c98160")
        p.rect(x + 18, 466, 38, 190, INK, opacity=.12)
        for k in range(4):
            p.rect(x - 56 + k * 30, 448, 20, 20, "#c98160")
        for k in range(3):
            p.rect(x - 30 + k * 28, 560, 8, 8, RUST)
    p.rect(640, 470, 320, 186, "#c77e5b")
    for k in range(10):
        p.rect(640 + k * 33, 452, 22, 20, "#c77e5b")
    p.rect(676, 492, 248, 164, "#b86d4b")
    arch(p, 800, 656, 148, 150, "#e2b98d", False)
    arch(p, 800, 656, 116, 128, p.fade((0, "#3f5f63"), (.5, "#e8cfa0"), (1, "#caa071")), False)
    p.rect(0, 650, W, 250, p.fade((0, "#dfb789"), (1, "#b5825b")))
    p.poly([(744, 652), (856, 652), (1130, 900), (470, 900)], "#ecd0a2", opacity=.7)
    for x, y, h, coat, kind, turn, scarf in ((780, 690, 74, CREAM, "robe", 1, None), (830, 696, 76, TEAL, "woman", 1, SAND),
                                             (640, 760, 118, DEEP, "robe", 1, None), (960, 776, 122, BRICK, "woman", -1, CREAM),
                                             (1016, 782, 84, OCHRE, "child", -1, None)):
        person(p, x, y, h, coat, kind, turn=turn, scarf=scarf, back=y < 720, skin=SKIN[2], stride=.3)
    palm(p, 280, 800, 360, BARK, FERN, -.05)
    palm(p, 380, 820, 270, BARK, MOSS, .06)
    palm(p, 1300, 810, 380, BARK, FERN, .06)
    front(p, 880, "#7a4a36", 34)
    tufts(p, 24, 850, 895, "#5b3b2c", 34, (440, 1160))


@picture(20)
def city_gate(p):
    """A street that leads through an old gate into the light."""
    sky(p, "dawn", (800, 330), 60, 700)
    far_town(p, 520, "#b9b49c", 18, (40, 130), 500, 1100)
    minaret(p, 872, 540, 230, "#a9a48e", cap=SEA)
    dome(p, 742, 470, 54, "#7fa6a3")
    p.rect(640, 500, 320, 130, "#cdb48c")
    p.rect(560, 615, 480, 285, p.fade((0, "#f5e0b4"), (1, "#cfa878")))
    wall = p.fade((0, "#c99a72"), (1, "#a8744f"))
    p.path("M240 900 V150 H1360 V900 H1010 V470 C1010 330 930 270 800 250 C670 270 590 330 590 470 V900 Z", wall)
    p.path("M590 900 V470 C590 330 670 270 800 250 C930 270 1010 330 1010 470 V900 H1050 V466 C1050 300 950 232 800 208 C650 232 550 300 550 466 V900 Z", "#e6cda0")
    p.path("M590 900 V470 C590 330 670 270 800 250 L800 268 C690 290 628 350 628 470 V900 Z", INK, opacity=.28)
    for i in range(15):
        a = math.radians(180 + i * 180 / 14)
        x, y = 800 + math.cos(a) * 214, 462 + math.sin(a) * 224
        p.circle(x, y, 9, TEAL if i % 2 else CLAY)
    p.rect(240, 150, 1120, 20, "#e6cda0")
    for x in range(250, 1350, 74):
        p.poly([(x, 152), (x, 116), (x + 12, 96), (x + 36, 96), (x + 48, 116), (x + 48, 152)], "#c99a72")
    for x in (300, 1130):
        p.rect(x, 250, 170, 290, "#b98660")
        arch(p, x + 85, 524, 118, 240, "#8d5e42", True)
        for k in range(5):
            p.rect(x + 40 + k * 20, 330, 4, 190, "#c99a72")
        for k in range(6):
            p.rect(x + 30, 350 + k * 30, 110, 4, "#c99a72")
    for side, x in ((-1, 0), (1, 1360)):
        p.rect(x, 60, 240, 840, "#7d5642")
        p.rect(x + (0 if side < 0 else 216), 60, 24, 840, INK, opacity=.2)
        for j, y in enumerate((240, 450)):
            for dx in (60, 150):
                arch(p, x + dx + 15, y + 60, 46, 96, HONEY if (j + dx) % 4 == 1 else "#4a3329")
        p.rect(x, 330, 240, 10, "#93684f")
    for x, tone in ((-10, CLAY), (1396, TEAL)):
        p.poly([(x, 590), (x + 214, 590), (x + 250, 650), (x - 30, 650)], tone)
        for k in range(4):
            p.poly([(x + 27 + k * 54, 590), (x + 54 + k * 54, 590), (x + 40 + k * 70, 650), (x + 5 + k * 70, 650)], CREAM)
    p.poly([(240, 760), (590, 700), (590, 900), (120, 900)], INK, opacity=.12)
    p.poly([(1360, 760), (1010, 700), (1010, 900), (1480, 900)], INK, opacity=.12)
    for x, y, h, coat, kind, turn, scarf, bag in ((770, 664, 92, DEEP, "robe", 1, None, None), (826, 668, 90, CLAY, "woman", 1, SAND, None),
                                                  (690, 812, 190, TEAL, "woman", 1, DEEP, None), (770, 824, 128, OCHRE, "child", 1, None, CLAY),
                                                  (920, 800, 186, CREAM, "robe", -1, None, None)):
        person(p, x, y, h, coat, kind, turn=turn, scarf=scarf, back=True, bag=bag, skin=SKIN[1], stride=.5)


@picture(21)
def sahel(p):
    """Acacias and round huts before a large sun."""
    sky(p, "sand", (830, 400), 112, clouds=4)
    ridge(p, 560, 80, "#c9b48e", 6)
    ridge(p, 590, 60, "#c09a6b", 8)
    haze(p, 470, 610, "#f7dca6", .55)
    p.rect(0, 570, W, 330, p.fade((0, "#dcb37a"), (1, "#b87a4d")))
    for x, h in ((150, 70), (350, 90), (1180, 84), (1420, 74), (560, 60), (1060, 64)):
        acacia(p, x, 590, h, "#8d9468", "#8a6a4c")
    for x, s in ((470, .55), (560, .62), (1030, .6), (1120, .52)):
        hut(p, x, 640, s, "#bf7552", "#c9a56e")
    p.path("M640 900 Q800 800 790 720 Q784 670 806 620 L814 620 Q812 670 836 720 Q870 800 980 900 Z", "#eecb94", opacity=.7)
    hut(p, 480, 742, 1.25, CLAY, DUNE)
    hut(p, 690, 716, 1.0, "#b9623f", "#d9b780")
    hut(p, 1110, 748, 1.3, "#c06a48", DUNE)
    acacia(p, 930, 742, 330, PINE)
    for x, y, h, coat, kind, turn, scarf in ((812, 762, 112, TEAL, "woman", 1, OCHRE), (862, 768, 72, CREAM, "child", -1, None),
                                             (596, 770, 116, CREAM, "robe", 1, None), (1000, 762, 114, DEEP, "robe", -1, None)):
        person(p, x, y, h, coat, kind, turn=turn, scarf=scarf, skin=SKIN[4])
    for x, y in ((1240, 790), (1300, 806), (1196, 812), (300, 800), (364, 816)):
        goat(p, x, y, 1.0, CREAM if x % 4 else BARK)
    front(p, 870, "#6b4230", 40)
    tufts(p, 34, 845, 895, "#4c3026", 40, (640, 960))
    acacia(p, 160, 890, 420, "#27473f", "#3a261f")


def goat(p, x, y, s, colour):
    p.ellipse(x, y, 26 * s, 4 * s, INK, opacity=.2)
    for dx in (-14, -7, 8, 15):
        p.stroke(colour, 4 * s, "M", x + dx * s, y - 20 * s, "V", y - 2)
    p.ellipse(x, y - 26 * s, 24 * s, 12 * s, colour)
    p.stroke(colour, 9 * s, "M", x + 18 * s, y - 30 * s, "L", x + 27 * s, y - 42 * s)
    p.ellipse(x + 32 * s, y - 43 * s, 9 * s, 5.5 * s, colour)
    p.stroke(BARK, 2.5 * s, "M", x + 26 * s, y - 47 * s, "Q", x + 22 * s, y - 56 * s, x + 16 * s, y - 57 * s)


@picture(22)
def green_river(p):
    """A slow river between green banks."""
    sky(p, "day", (690, 260), 54)
    ridge(p, 540, 150, "#9fbcb0", 6)
    ridge(p, 560, 110, "#84a793", 8)
    haze(p, 430, 570, CREAM, .6)
    ridge(p, 578, 60, "#6b937b", 12)
    for i in range(26):
        x = i * 66 - 20
        if 640 < x < 860:
            continue
        tree(p, x, 584, p.chance.uniform(70, 130), p.chance.choice(("#5c8670", "#6b937b", "#4f7a66")), "#54604f")
    water(p, 574, H, "#2f6d74", "#d8dfc5", 700)
    p.path("M0 574 H560 Q640 590 560 620 Q420 668 500 720 Q380 800 0 830 Z", "#6f9a6c")
    p.path("M1600 574 H860 Q800 590 900 616 Q1080 660 1010 724 Q1120 800 1600 840 Z", "#66906a")
    p.path("M560 620 Q420 668 500 720 Q380 800 0 830 V842 Q390 812 512 724 Q436 668 570 622 Z", "#d6bd8c")
    p.path("M900 616 Q1080 660 1010 724 Q1120 800 1600 840 V852 Q1110 812 998 726 Q1066 662 890 618 Z", "#d6bd8c")
    for x, y, s in ((1150, 690, .8), (1260, 712, .95), (1376, 690, .8), (330, 690, .8), (240, 716, .9)):
        hut(p, x, y, s, "#bf7552", "#c6a56c")
    for x, y, h in ((110, 740, 220), (1490, 742, 240), (420, 660, 130), (1080, 650, 120)):
        tree(p, x, y, h, FERN)
    palm(p, 1200, 780, 250, BARK, FERN, .06)
    palm(p, 300, 800, 260, BARK, FERN, -.05)
    canoe(p, 700, 668, 130, "#6b4633")
    p.stroke(BARK, 3, "M", 742, 590, "L", 716, 680)
    person(p, 716, 662, 74, CLAY, "man", skin=SKIN[4], turn=1, arm=.6)
    canoe(p, 770, 800, 330, "#5b3b2c")
    p.stroke(BARK, 6, "M", 896, 640, "L", 850, 830)
    person(p, 846, 788, 168, CREAM, "man", skin=SKIN[4], legs=BRICK, turn=1, arm=.62)
    person(p, 700, 790, 132, OCHRE, "woman", scarf=TEAL, skin=SKIN[4], turn=1)
    p.draw("#5b3b2c", "M", 640, 772, "Q", 770, 800, 906, 772, "L", 880, 806, "H", 660, "Z")
    p.ellipse(770, 822, 176, 8, INK, opacity=.2)
    reeds(p, 0, 330, 905, 130, 34, "#2f5a4c")
    reeds(p, 1240, 1600, 905, 140, 36, "#2f5a4c")


@picture(23)
def desert_coast(p):
    """Dunes that run down to the sea, painted boats on the beach."""
    sky(p, "dawn", (700, 420), 70)
    water(p, 500, 700, TEAL, "#e4c9a0", 700)
    p.rect(0, 696, W, 204, "#ecd2a0")
    p.rect(0, 690, W, 10, WHITE, rx=5, opacity=.7)
    p.path("M1600 470 Q1380 440 1260 500 Q1120 560 980 560 Q860 566 760 640 L500 900 H1600 Z", "#e3bf87")
    p.path("M1600 470 Q1380 440 1260 500 Q1330 540 1290 620 Q1250 740 1420 900 H1600 Z", "#cda06a")
    p.path("M1600 560 Q1460 560 1400 640 Q1480 700 1470 900 H1600 Z", "#b98455")
    p.path("M980 560 Q860 566 760 640 L500 900 H620 L850 656 Q920 590 1060 556 Z", WHITE, opacity=.55)
    p.path("M0 900 V690 Q240 664 420 700 Q620 740 560 900 Z", "#d9b27b")
    for x, y, w in ((330, 560, 120), (520, 590, 150), (170, 600, 110)):
        canoe(p, x, y, w, BARK, SAND)
        person(p, x, y - 2, w * .5, DEEP, "man", skin=SKIN[4])
        p.ellipse(x, y + w * .05, w * .5, 4, INK, opacity=.2)
    for x, y, w, one, two, angle in ((980, 700, 330, TEAL, CREAM, -7), (840, 800, 460, CLAY, HONEY, -6)):
        with p.group(transform=f"rotate({angle} {x} {y})"):
            p.ellipse(x, y + w * .055, w * .46, w * .035, INK, opacity=.25)
            canoe(p, x, y, w, one, two)
            p.stroke(two, w * .02, "M", x - w * .4, y - w * .045, "Q", x, y + w * .03, x + w * .4, y - w * .045)
            for k in range(-3, 4):
                p.circle(x + k * w * .1, y + w * .012 - abs(k) * w * .008, w * .012, two)
    for x, y, h, coat, kind, turn, scarf in ((1120, 690, 120, "#6f9fae", "robe", -1, None), (1176, 700, 116, CREAM, "robe", -1, None),
                                             (640, 760, 140, CREAM, "robe", 1, None), (1140, 826, 150, OCHRE, "woman", -1, TEAL)):
        person(p, x, y, h, coat, kind, turn=turn, scarf=scarf, skin=SKIN[3])
    for x, y in ((420, 300), (470, 280), (1010, 260), (560, 330)):
        p.stroke("#4f6a70", 5, "M", x - 18, y - 6, "Q", x - 8, y - 12, x, y, "Q", x + 8, y - 12, x + 18, y - 6)
    tufts(p, 22, 820, 892, "#8a6a44", 44, (470, 1180))


@picture(24)
def lake_boats(p):
    """A shallow lake with reed islands, boats at daybreak."""
    sky(p, "dawn", (800, 440), 84)
    ridge(p, 562, 40, "#a9b6a2", 8)
    haze(p, 480, 570, "#f4d6a2", .7)
    for x in (120, 260, 1270, 1430, 1520):
        acacia(p, x, 564, 74, "#7f9c86", "#6d7c6a")
    water(p, 560, H, "#28606d", "#efc896", 800)
    for x, y, w in ((300, 606, 340), (1250, 612, 380), (60, 660, 260), (1520, 680, 260)):
        p.ellipse(x, y, w / 2, 12, "#6f8f6b")
        with p.group():
            reeds(p, x - w * .42, x + w * .42, y + 4, 70, int(w / 13), "#5f8264" if y < 640 else "#466e58")
    for x, y, w, tone in ((520, 640, 170, "#5b6b62"), (1040, 650, 180, "#5b6b62")):
        canoe(p, x, y, w, "#4d4a40", SAND)
        person(p, x - 24, y - 4, w * .5, tone, "man", skin=SKIN[4], arm=.6)
        p.ellipse(x, y + w * .06, w * .45, 5, INK, opacity=.18)
    canoe(p, 800, 790, 480, "#4a3227", DUNE)
    p.stroke(BARK, 7, "M", 1010, 560, "L", 930, 850)
    person(p, 912, 776, 210, CREAM, "man", skin=SKIN[4], legs=DEEP, arm=.64)
    person(p, 770, 782, 168, TEAL, "woman", skin=SKIN[4], scarf=CLAY)
    for x, r in ((640, 30), (690, 34)):
        p.draw("#b58650", "M", x - r, 768, "Q", x - r * 1.2, 796, x, 800, "Q", x + r * 1.2, 796, x + r, 768, "Z")
        p.ellipse(x, 768, r, 9, "#7a5233")
        for k in (-.5, 0, .5):
            p.ellipse(x + k * r, 763, r * .36, 7, MIST)
    p.draw("#4a3227", "M", 570, 750, "Q", 800, 796, 1030, 750, "Q", 980, 800, 920, 806, "H", 680, "Q", 620, 800, 570, 750, "Z")
    p.stroke(DUNE, 6, "M", 572, 752, "Q", 800, 798, 1028, 752)
    p.ellipse(800, 818, 250, 10, INK, opacity=.25)
    reeds(p, -10, 300, 910, 220, 40, "#1f4a48")
    reeds(p, 1290, 1610, 910, 240, 42, "#1f4a48")
    for x, y in ((560, 330), (610, 310), (660, 336), (700, 300), (1060, 280)):
        p.stroke("#3f6470", 5, "M", x - 18, y - 6, "Q", x - 8, y - 12, x, y, "Q", x + 8, y - 12, x + 18, y - 6)


@picture(25)
def highlands(p):
    """Table mountains and terraced fields."""
    sky(p, "day", (980, 220), 54)
    for y, h, c, cuts in ((560, 270, "#a9c4bd", ((0, .5), (230, .9), (520, .55), (760, 1), (1080, .65), (1330, .95), (1600, .6))),
                          (600, 220, "#8aada4", ((0, .9), (260, .5), (560, .85), (820, .4), (1120, .9), (1420, .5), (1600, .8)))):
        d, shades = f"M0 {H}", []
        for i, (x, t) in enumerate(cuts):
            top, w = y - h * t, 62 + 26 * (i % 3)
            d += (f" L{x - w - 84} {y - h * .16:.0f} L{x - w - 34} {y - h * t * .5:.0f} L{x - w - 26} {top + 16:.0f} L{x - w + 6} {top:.0f}"
                  f" L{x + w * .4:.0f} {top + 4:.0f} L{x + w} {top + 20:.0f} L{x + w + 14} {y - h * t * .55:.0f} L{x + w + 78} {y - h * .16:.0f}")
            shades.append([(x + w * .4, top + 4), (x + w, top + 20), (x + w + 14, y - h * t * .55), (x + w + 78, y - h * .16), (x + w * .3, y - h * .1)])
        p.path(d + f" L{W} {H} Z", c)
        for pairs in shades:
            p.poly(pairs, blend(c, TEAL, .22))
    haze(p, 420, 620, CREAM, .6)
    ridge(p, 640, 90, "#83a06f", 7)
    for i, (y, c) in enumerate(((640, "#9db079"), (672, "#c6b67c"), (708, "#8aa56c"), (748, "#b7ab6c"), (792, "#6f935f"), (842, "#a49a5c"))):
        d = f"M0 {y + 20} C300 {y - 34} 520 {y + 44} 820 {y + 4} S1360 {y - 26} {W} {y + 14} V{H} H0 Z"
        p.path(d, c)
        p.stroke(blend(c, INK, .28), 4, "M", 0, y + 20, "C", 300, y - 34, 520, y + 44, 820, y + 4, "S", 1360, y - 26, W, y + 14, opacity=.6)
    for x, y, s in ((610, 690, .62), (700, 694, .7), (1020, 680, .62), (1110, 672, .55)):
        hut(p, x, y, s, "#b98a62", "#c9ad76")
    for x, y, h in ((520, 690, 90), (1210, 676, 96), (360, 676, 80), (1400, 690, 110), (1330, 676, 80)):
        tree(p, x, y, h, "#55785f")
    p.path("M740 900 Q900 840 830 780 Q780 730 870 690 L890 690 Q820 734 880 780 Q980 840 900 900 Z", "#ecd6a4", opacity=.85)
    for x, y, h, coat, kind, scarf, turn in ((842, 782, 96, WHITE, "woman", CREAM, 1), (788, 824, 124, CREAM, "robe", None, 1), (900, 836, 130, CLAY, "woman", SAND, -1)):
        person(p, x, y, h, coat, kind, scarf=scarf, skin=SKIN[3], turn=turn, back=True, stride=.3)
    tree(p, 180, 850, 300, PINE)
    tree(p, 1460, 860, 280, PINE)
    tufts(p, 30, 850, 895, "#4c6b48", 34, (680, 960))


@picture(26)
def classroom(p):
    """A lesson in a bright room, seen from the last row."""
    room(p, "#eadab8", "#b98a60")
    p.poly([(0, 0), (300, 90), (300, 600), (0, 760)], p.fade((0, "#d8c49c"), (1, "#e2d0aa"), across=True))
    p.poly([(0, 760), (300, 600), (1300, 600), (1600, 760), (1600, 900), (0, 900)], p.fade((0, "#c99b6c"), (1, "#8f6444")))
    p.poly([(1600, 0), (1300, 90), (1300, 600), (1600, 760)], p.fade((0, "#dcc8a0"), (1, "#cdb78e"), across=True))
    p.poly([(0, 0), (300, 90), (1300, 90), (1600, 0)], "#f4e7ca")
    p.rect(300, 90, 1000, 510, "#efe0be")
    for x0, x1 in ((34, 108), (136, 196), (218, 268)):
        a0, a1 = 90 + (x0 / 300) * 60, 90 + (x1 / 300) * 60
        b0, b1 = 600 - x0 * .42, 600 - x1 * .42
        p.poly([(x0, a0 + 30), (x1, a1 + 30), (x1, b1), (x0, b0)], p.fade((0, "#7fb4b6"), (.6, "#d8e2c8"), (1, "#f8dfae")))
        m0, m1 = (a0 + 30 + b0) / 2, (a1 + 30 + b1) / 2
        p.stroke(WHITE, 7, "M", x0, m0, "L", x1, m1)
        p.stroke(WHITE, 7, "M", (x0 + x1) / 2, (a0 + a1) / 2 + 30, "V", (b0 + b1) / 2)
        p.draw(FERN, "M", x0, b0, "Q", (x0 + x1) / 2, b0 - 110, x1, b1, "Z", opacity=.75)
        p.stroke(WHITE, 9, "M", x0, a0 + 30, "L", x1, a1 + 30, "V", b1, "L", x0, b0, "Z")
    for x, dx in ((60, 330), (160, 420), (240, 470)):
        p.poly([(x, 420), (x + 60, 420), (x + dx + 160, 900), (x + dx - 80, 900)], p.fade((0, "#fff0c8", .42), (1, "#fff0c8", .12)))
    p.rect(480, 150, 640, 300, "#a9744c")
    p.rect(494, 164, 612, 272, p.fade((0, "#2f5f58"), (1, "#274f4d")))
    with p.group(stroke="#d5e2d6", stroke_width=5, fill="none", stroke_linecap="round", stroke_linejoin="round", opacity=.8):
        p.put('<path d="M560 390 640 250 720 390Z"/><circle cx="810" cy="320" r="62"/><path d="M810 320 854 276M900 390H1050M900 390V230M900 390 1040 262"/>')
        p.put('<path d="M640 250V390" stroke-dasharray="10 12"/>')
    p.rect(480, 448, 640, 12, "#8a5a3c")
    p.rect(1170, 250, 84, 190, PALE)
    for k in range(3):
        p.circle(1212, 290 + k * 54, 18, (CLAY, OCHRE, SEA)[k])
    p.rect(340, 460, 110, 140, "#a9744c")
    for k in range(9):
        p.rect(348 + k * 11, 470, 9, 54, (TEAL, CLAY, SAND, FERN, OCHRE, DEEP)[k % 6])
        p.rect(348 + k * 11, 534, 9, 56, (OCHRE, SAND, DEEP, CLAY, SEA, FERN)[k % 6])
    person(p, 950, 634, 300, TEAL, "woman", scarf=CREAM, turn=-1, arm=.62, skin=SKIN[1])
    coats = (CLAY, CREAM, TEAL, OCHRE, FERN, DEEP, ROSE, SAND)
    for row, (y, s, xs) in enumerate(((690, .62, (430, 610, 790, 1150)), (776, .86, (300, 550, 800, 1050, 1300)), (900, 1.24, (80, 440, 800, 1160, 1520)))):
        for i, x in enumerate(xs):
            n = i + row * 3
            w = 168 * s
            p.rect(x - w * .52, y - 38 * s, w * 1.04, 14 * s, "#d6ac78", rx=4)
            p.rect(x - w * .52, y - 26 * s, w * 1.04, 6 * s, "#8a5a3c")
            p.poly([(x + 40 * s, y - 40 * s), (x + 78 * s, y - 40 * s), (x + 72 * s, y - 50 * s), (x + 42 * s, y - 50 * s)], WHITE)
            for side in (-1, 1):
                p.rect(x + side * w * .46 - 4 * s, y - 24 * s, 8 * s, 70 * s, "#6d4833")
            seated(p, x, y + 10 * s, 130 * s, coats[n % 8], (INK, BARK, "#3a261f")[n % 3],
                   scarf=(SAND, WHITE, MIST)[n % 3] if n % 3 == 1 else None)
            p.rect(x - 46 * s, y - 6 * s, 92 * s, 16 * s, "#b98352", rx=5)
            p.rect(x - 46 * s, y + 18 * s, 92 * s, 12 * s, "#9a6a42", rx=5)
            for side in (-1, 1):
                p.rect(x + side * 40 * s - 4 * s, y - 12 * s, 8 * s, 90 * s, "#7d5238")


@picture(27)
def way_to_school(p):
    """Children on the path to a school on the river."""
    sky(p, "dawn", (560, 330), 62)
    ridge(p, 560, 110, "#b2c2b0", 7)
    far_town(p, 562, "#a9baa9", 24, (14, 60), 900, 1620)
    haze(p, 440, 580, "#f6dfb4", .65)
    water(p, 562, 650, SEA, "#efd3a4", 560)
    for x, h in ((40, 150), (130, 120), (330, 110), (420, 140), (1490, 160), (1560, 130)):
        palm(p, x, 600, h, "#6d6b55", "#6f9272", .04)
    p.path("M0 650 Q400 600 760 632 Q1200 660 1600 610 V900 H0 Z", p.fade((0, "#a9b67f"), (1, "#6f8f5f")))
    house(p, 640, 640, 520, 190, "#ecd4a6", (0, 0))
    p.rect(620, 440, 560, 22, CLAY)
    for i in range(6):
        arch(p, 690 + i * 84, 566, 44, 84, TEAL)
        p.rect(686 + i * 84, 488, 8, 78, CREAM)
    for i in range(7):
        p.rect(640 + i * 84, 590, 14, 52, "#d3b27e")
    p.rect(640, 580, 520, 14, "#d3b27e")
    p.rect(866, 556, 68, 86, "#7a4b35")
    p.rect(862, 370, 76, 76, "#ecd4a6")
    p.rect(908, 370, 30, 76, INK, opacity=.1)
    p.poly([(850, 372), (950, 372), (900, 330)], CLAY)
    arch(p, 900, 436, 34, 50, "#8a5a3c")
    p.draw(OCHRE, "M", 886, 424, "Q", 888, 402, 900, 400, "Q", 912, 402, 914, 424, "Z")
    p.path("M866 640 H936 Q930 690 1010 760 Q1120 850 1180 900 H560 Q760 830 800 760 Q860 690 866 640 Z", p.fade((0, "#f4e0b4"), (1, "#d9b27e")))
    tree(p, 1290, 690, 280, FERN)
    tree(p, 520, 680, 220, MOSS)
    for x, y, h, coat, kind, scarf, bag in ((882, 668, 58, CREAM, "child", None, CLAY), (916, 676, 62, DEEP, "child", None, OCHRE),
                                            (850, 716, 92, ROSE, "child", WHITE, TEAL), (942, 724, 96, CREAM, "child", None, BRICK),
                                            (760, 838, 186, TEAL, "child", CREAM, CLAY), (880, 850, 200, CREAM, "child", None, DEEP),
                                            (1000, 830, 178, OCHRE, "child", None, FERN)):
        person(p, x, y, h, coat, kind, scarf=scarf, bag=bag, back=True, stride=.6, legs=NAVY, hair=(INK, BARK)[x % 2])
    front(p, 884, "#4b6b4d", 24)
    tufts(p, 44, 850, 896, "#3f5d45", 42, (500, 1230))
    palm(p, 250, 880, 460, BARK, PINE, .07)
    palm(p, 1440, 890, 420, BARK, PINE, -.06)


@picture(28)
def library(p):
    """Readers between tall shelves."""
    room(p, "#d9c6a0", "#8a5f43")
    window(p, 800, 600, 300, 500, "dawn", bars=3)
    for x in (40, 330, 1010, 1300):
        shelf(p, x, FLOOR - 10, 260, 560, 6)
    p.rect(0, 60, W, 26, PLANK)
    p.rect(0, 86, W, 8, INK, opacity=.25)
    p.stroke(WOOD, 9, "M", 1076, 660, "L", 1120, 150, "M", 1136, 660, "L", 1166, 150)
    for i in range(9):
        t = i / 9
        p.stroke(WOOD, 7, "M", 1080 + 40 * t, 610 - 470 * t, "L", 1138 + 27 * t, 610 - 470 * t)
    beam(p, 800, 606, 300, 60, 300, .3)
    p.ellipse(800, 880, 720, 60, "#6d4a3a", opacity=.6)
    p.poly([(300, 760), (1300, 760), (1420, 820), (180, 820)], p.fade((0, "#c08a5c"), (1, "#a9744c")))
    for x, coat, scarf in ((520, DEEP, None), (800, CLAY, SAND), (1080, TEAL, None)):
        reader(p, x, 762, 1.0, coat, scarf)
    p.poly([(300, 760), (1300, 760), (1420, 820), (180, 820)], p.fade((0, "#cc9968"), (1, "#a9744c")))
    p.rect(180, 820, 1240, 22, "#7d5238")
    for x in (230, 1350):
        p.rect(x - 14, 842, 36, 60, "#6d4631")
    for x, tone in ((520, WHITE), (800, WHITE), (1080, WHITE)):
        p.draw(tone, "M", x, 788, "Q", x - 40, 770, x - 82, 782, "L", x - 92, 804, "Q", x - 40, 794, x, 810, "Q", x + 40, 794, x + 92, 804,
               "L", x + 82, 782, "Q", x + 40, 770, x, 788, "Z")
        p.stroke(DUNE, 3, "M", x, 788, "V", 810)
        for k in range(3):
            p.stroke(MIST, 2.5, "M", x - 72 - k * 2, 786 + k * 5, "Q", x - 40, 777 + k * 6, x - 12, 788 + k * 5)
            p.stroke(MIST, 2.5, "M", x + 72 + k * 2, 786 + k * 5, "Q", x + 40, 777 + k * 6, x + 12, 788 + k * 5)
    for x in (660, 940):
        p.glow(x, 730, 150, "#ffe2a0", .6)
        p.rect(x - 32, 788, 64, 10, OCHRE, rx=5)
        p.rect(x - 4, 716, 8, 76, OCHRE)
        p.draw(PINE, "M", x - 54, 724, "Q", x - 50, 688, x, 686, "Q", x + 50, 688, x + 54, 724, "Z")
        p.rect(x - 50, 722, 100, 5, "#fff0c8")
    for x, tones in ((360, (CLAY, TEAL, SAND)), (1230, (DEEP, OCHRE, BRICK, CREAM))):
        for k, tone in enumerate(tones):
            p.rect(x - 56 + (k % 2) * 8, 786 - k * 20, 112, 19, tone, rx=3)
            p.rect(x - 50 + (k % 2) * 8, 791 - k * 20, 30, 8, WHITE, opacity=.4)


def reader(p, x, y, s, coat, scarf=None, skin=SKIN[1], hair=INK):
    """Somebody behind a table, head bent over a book; y is the edge of the table."""
    p.draw(coat, "M", x - 84 * s, y + 20 * s, "C", x - 88 * s, y - 60 * s, x - 70 * s, y - 96 * s, x - 24 * s, y - 100 * s, "H", x + 24 * s,
           "C", x + 70 * s, y - 96 * s, x + 88 * s, y - 60 * s, x + 84 * s, y + 20 * s, "Z")
    p.draw(INK, "M", x + 24 * s, y - 100 * s, "C", x + 70 * s, y - 96 * s, x + 88 * s, y - 60 * s, x + 84 * s, y + 20 * s, "H", x + 44 * s, "Z", opacity=.13)
    if scarf:
        p.draw(scarf, "M", x - 40 * s, y - 150 * s, "C", x - 50 * s, y - 110 * s, x - 70 * s, y - 96 * s, x - 52 * s, y - 70 * s, "Q", x, y - 36 * s,
               x + 52 * s, y - 70 * s, "C", x + 70 * s, y - 96 * s, x + 50 * s, y - 110 * s, x + 40 * s, y - 150 * s, "Z")
        p.ellipse(x, y - 148 * s, 42 * s, 48 * s, scarf)
        p.ellipse(x, y - 136 * s, 29 * s, 33 * s, skin)
    else:
        p.rect(x - 15 * s, y - 122 * s, 30 * s, 34 * s, blend(skin, INK, .15))
        p.ellipse(x, y - 146 * s, 37 * s, 43 * s, skin)
        p.draw(hair, "M", x - 38 * s, y - 138 * s, "C", x - 46 * s, y - 206 * s, x + 46 * s, y - 206 * s, x + 38 * s, y - 138 * s, "C", x + 26 * s,
               y - 164 * s, x - 26 * s, y - 164 * s, x - 38 * s, y - 138 * s, "Z")


@picture(29)
def training_hall(p):
    """Women of the police at a lesson."""
    room(p, "#dfd6bb", "#7d8b84")
    for x in (170, 1430):
        window(p, x, 520, 190, 330, "day", arched=False)
    p.rect(420, 110, 760, 400, "#35525c", rx=6)
    p.rect(434, 124, 732, 372, p.fade((0, "#f7efd9"), (1, "#e6ddc2")))
    with p.group(opacity=.95):
        p.rect(474, 160, 200, 10, TEAL, rx=5)
        p.circle(560, 320, 96, MIST)
        p.path("M560 320 V224 A96 96 0 0 1 650 352 Z", CLAY)
        p.path("M560 320 L650 352 A96 96 0 0 1 520 407 Z", OCHRE)
        for k, w in enumerate((300, 240, 330, 190)):
            p.rect(740, 220 + k * 56, w, 18, (TEAL, SEA, FERN, SEA)[k], rx=9)
            p.circle(716, 229 + k * 56, 10, CLAY)
    beam(p, 170, 530, 190, 160, 300, .26)
    person(p, 1050, 716, 330, "#6f9fab", "officer", legs="#1b4152", scarf="#1f4a5a", turn=-1, arm=.6, skin=SKIN[1])
    p.poly([(690, 664), (930, 664), (950, 690), (670, 690)], "#b98257")
    p.rect(670, 690, 280, 60, "#8a5a3c")
    p.rect(720, 640, 74, 26, WHITE)
    p.rect(724, 646, 60, 8, SEA)
    for y, s, xs in ((800, .92, (200, 420, 640, 860, 1240, 1440)), (915, 1.3, (60, 330, 600, 870, 1140, 1410))):
        for i, x in enumerate(xs):
            p.rect(x - 96 * s, y - 40 * s, 192 * s, 13 * s, "#c99b6c", rx=4)
            p.poly([(x + 34 * s, y - 40 * s), (x + 80 * s, y - 40 * s), (x + 74 * s, y - 52 * s), (x + 38 * s, y - 52 * s)], WHITE)
            seated(p, x, y + 24 * s, 158 * s, ("#6f9fab", "#5f919e")[i % 2], scarf=("#1b4152", "#235062")[(i + 1) % 2])
            p.draw("#122f3e", "M", x - 30 * s, y - 112 * s, "Q", x - 36 * s, y - 142 * s, x, y - 143 * s, "Q", x + 36 * s, y - 142 * s, x + 30 * s,
                   y - 112 * s, "Q", x, y - 120 * s, x - 30 * s, y - 112 * s, "Z")
            p.stroke(SEA, 5 * s, "M", x - 30 * s, y - 112 * s, "Q", x, y - 120 * s, x + 30 * s, y - 112 * s)


@picture(30)
def neighbourhood(p):
    """Two policewomen among the people of a street."""
    sky(p, "dawn", (830, 300), 56, 720)
    far_town(p, 560, "#c2bd9f", 18, (50, 150), 420, 1180)
    dome(p, 760, 450, 60, "#7fa6a3")
    minaret(p, 880, 560, 280, "#b9ae8d", cap=SEA)
    haze(p, 380, 600, "#f8e4ba", .65)
    p.poly([(560, 600), (1040, 600), (1600, 690), (1600, 900), (0, 900), (0, 690)], p.fade((0, "#efd7a8"), (1, "#c29a6d")))
    for x, w, h, c, y in ((540, 130, 190, "#cfae80", 610), (930, 130, 200, "#c79f74", 610)):
        house(p, x, y, w, h, c, (2, 2), True)
    for pairs, c in ((((0, 60), (330, 170), (330, 690), (0, 860)), "#d3ab7d"), (((330, 230), (560, 330), (560, 630), (330, 690)), "#bf9166"),
                     (((1600, 40), (1270, 160), (1270, 690), (1600, 860)), "#b98860"), (((1270, 240), (1050, 340), (1050, 630), (1270, 690)), "#cda277")):
        p.poly(pairs, c)
    for x, y, w, h in ((70, 420, 70, 160), (200, 430, 60, 140), (390, 440, 44, 96), (480, 450, 36, 80)):
        arch(p, x + w / 2, y, w, h, "#7d563c", True)
        arch(p, x + w / 2, y, w * .7, h * .84, TEAL, True)
    for x, y, w, h in ((1130, 450, 40, 90), (1210, 440, 46, 104), (1330, 430, 66, 146), (1470, 420, 76, 170)):
        arch(p, x + w / 2, y, w, h, "#7d563c", True)
        arch(p, x + w / 2, y, w * .7, h * .84, HONEY, True)
    p.poly([(120, 800), (230, 744), (230, 560), (120, 580)], "#6d4532")
    p.poly([(1370, 740), (1480, 798), (1480, 570), (1370, 552)], "#4d7a80")
    p.poly([(1270, 500), (1420, 530), (1420, 590), (1190, 540)], CLAY)
    for k in range(3):
        p.poly([(1300 + k * 46, 506 + k * 9), (1322 + k * 46, 510 + k * 9), (1276 + k * 72, 562 + k * 13), (1240 + k * 66, 552 + k * 13)], CREAM)
    p.stroke(INK, 2.5, "M", 330, 250, "Q", 800, 360, 1270, 262, opacity=.5)
    for i, x in enumerate(range(400, 1230, 62)):
        y = 250 + 4 * (x - 330) * (1270 - x) / 940 ** 2 * 55 + 3
        p.poly([(x, y), (x + 34, y + 2), (x + 17, y + 40)], (CLAY, HONEY, SEA, CREAM, FERN)[i % 5])
    person(p, 590, 690, 120, CREAM, "robe", turn=1, skin=SKIN[1])
    person(p, 1010, 690, 116, BRICK, "woman", scarf=SAND, turn=-1)
    person(p, 700, 846, 330, "#6f9fab", "officer", legs="#1b4152", scarf="#1f4a5a", turn=1, stride=.25, skin=SKIN[1])
    person(p, 824, 852, 322, "#6f9fab", "officer", legs="#1b4152", scarf="#1f4a5a", turn=1, stride=.3, skin=SKIN[0], arm=.3)
    person(p, 1006, 852, 316, CLAY, "woman", scarf=CREAM, turn=-1, skin=SKIN[1], arm=.38)
    person(p, 1098, 858, 196, OCHRE, "child", turn=-1, bag=TEAL, skin=SKIN[1])
    for x in (300, 1270):
        p.poly([(x - 46, 860), (x + 46, 860), (x + 58, 780), (x - 58, 780)], CLAY)
        for k in range(9):
            a = math.radians(195 + k * 19)
            p.ellipse(x + math.cos(a) * 46, 764 + math.sin(a) * 52, 30, 24, FERN if k % 2 else MOSS)


@picture(31)
def stadium(p):
    """A full stadium under the lights."""
    sky(p, "night", None, bottom=560, clouds=4)
    p.glow(800, 420, 760, "#f7cf94", .55)
    p.path("M0 520 V330 Q400 210 800 200 Q1200 210 1600 330 V520 Z", "#1b4050")
    p.path("M0 332 Q400 212 800 202 Q1200 212 1600 332 V300 Q1200 176 800 166 Q400 176 0 300 Z", "#d5e2d6")
    p.path("M0 346 Q400 226 800 216 Q1200 226 1600 346 V332 Q1200 212 800 202 Q400 212 0 332 Z", "#6f9aa0")
    for i in range(17):
        x = i * 100
        t = ((x - 800) / 800) ** 2
        p.stroke("#4d7a84", 5, "M", x, 216 + 130 * t, "V", 262 + 130 * t, opacity=.8)
    tones = ("#e9d3a8", "#c96f4e", "#679da1", "#f6ead0", "#a5523b", "#cf9a4a", "#2f7080", "#a3b07a")
    rows = 8
    for j in range(rows):
        size, step = 5.5 + j * 1.3, 19 + j * 3.6
        groups = {t: [] for t in tones}
        x = -10 + (j % 2) * step / 2
        while x < 1620:
            t = ((x - 800) / 800) ** 2
            y = 276 + j * 31 + 126 * t * (1 - j / (rows + 3))
            groups[p.chance.choice(tones)].append((x + p.chance.uniform(-3, 3), y + p.chance.uniform(-3, 3)))
            x += step
        for tone, spots in groups.items():
            d = "".join(f"M{x:.0f} {y:.0f}v.1" for x, y in spots)
            if d:
                p.path(d, "none", stroke=tone, stroke_width=round(size * 1.7, 1), stroke_linecap="round", opacity=.9)
    p.path("M0 900 V590 Q400 534 800 528 Q1200 534 1600 590 V900 Z", p.fade((0, "#7fa26c"), (1, "#3f7257")))
    p.path("M0 590 Q400 534 800 528 Q1200 534 1600 590 V566 Q1200 508 800 502 Q400 508 0 566 Z", "#c96f4e")
    p.path("M0 568 Q400 510 800 504 Q1200 510 1600 568 V562 Q1200 504 800 498 Q400 504 0 562 Z", CREAM)
    for i in range(6):
        x0, x1 = -200 + i * 360, -700 + i * 560
        p.poly([(x0, 560), (x0 + 180, 560), (x1 + 280, 900), (x1, 900)], "#8fb279", opacity=.28)
    p.ellipse(800, 690, 250, 62, "none", stroke=WHITE, stroke_width=6, opacity=.85)
    p.stroke(WHITE, 6, "M", 800, 545, "V", 900, opacity=.85)
    p.stroke(WHITE, 6, "M", 60, 590, "Q", 800, 512, 1540, 590, opacity=.5)
    p.stroke(WHITE, 6, "M", 0, 676, "H", 150, "L", 40, 800, "H", 0, opacity=.8)
    p.stroke(WHITE, 6, "M", 1600, 676, "H", 1450, "L", 1560, 800, "H", 1600, opacity=.8)
    for x in (250, 620, 980, 1350):
        top = 52 + abs(x - 800) * .1
        p.stroke("#9fb9b6", 7, "M", x, 250 + abs(x - 800) * .12, "V", top + 40)
        p.glow(x, top + 16, 190, "#fff3d4", .85)
        p.rect(x - 62, top - 12, 124, 54, "#35525c", rx=6)
        for k in range(5):
            for m in range(2):
                p.circle(x - 46 + k * 23, top + 4 + m * 22, 8.5, "#fffbe8")
    for x, y, h, coat, turn in ((560, 690, 108, CLAY, 1), (1010, 660, 96, CREAM, -1), (1130, 770, 138, CREAM, -1), (420, 780, 136, CLAY, 1), (690, 624, 80, CREAM, 1), (900, 622, 80, CLAY, -1)):
        person(p, x, y, h, coat, "man", legs=coat if coat == CREAM else NAVY, turn=turn, stride=1.1, skin=SKIN[(x // 50) % 4])
    person(p, 760, 826, 176, CLAY, "man", legs=NAVY, turn=1, stride=1.2, skin=SKIN[1])
    p.ellipse(852, 828, 22, 5, INK, opacity=.3)
    p.circle(852, 808, 19, WHITE)
    p.poly([(852, 800), (860, 806), (857, 815), (847, 815), (844, 806)], NAVY)
    p.stroke(NAVY, 2.5, "M", 852, 800, "V", 790, "M", 860, 806, "L", 870, 803, "M", 857, 815, "L", 863, 824, "M", 847, 815, "L", 841, 824, "M", 844, 806, "L", 834, 803)


@picture(32)
def fans(p):
    """Fans with scarves and drums on the way to a match."""
    sky(p, "dusk", (800, 400), 70, clouds=3)
    far_town(p, 560, "#8c8588", 30, (20, 80))
    p.path("M500 560 V470 Q800 380 1100 470 V560 Z", "#54727a")
    p.path("M486 474 Q800 372 1114 474 V456 Q800 350 486 456 Z", CREAM)
    for i in range(9):
        x = 520 + i * 66
        p.stroke("#d9c9a4", 6, "M", x, 560, "L", x + 22, 476 - 52 * (1 - ((x - 800) / 300) ** 2))
    for x in (470, 1130):
        p.stroke("#54727a", 6, "M", x, 560, "V", 350)
        p.rect(x - 40, 330, 80, 34, "#35525c")
        p.glow(x, 346, 120, "#fff3d4", .7)
    haze(p, 420, 580, "#f6cf98", .45)
    water(p, 560, 640, "#3b6b77", "#d9b08c", 800)
    for x, h in ((80, 180), (210, 150), (330, 190), (1290, 180), (1420, 150), (1530, 200)):
        palm(p, x, 650, h, "#3f4d4b", "#3f6660", .03)
    p.rect(0, 632, W, 268, p.fade((0, "#c9a27e"), (1, "#7d6055")))
    p.rect(0, 632, W, 14, "#e6cda0")
    for x in range(20, 1600, 74):
        p.rect(x, 646, 8, 30, "#8d7463")
    p.rect(0, 676, W, 8, "#8d7463")
    tones = (CLAY, CREAM, TEAL, OCHRE, FERN, DEEP, SAND, BRICK)
    for i in range(9):
        x = 70 + i * 182 + p.chance.uniform(-26, 26)
        person(p, x, 742 + (i % 3) * 8, 120, blend(tones[i % 8], "#6d5a58", .25), ("man", "robe", "man", "woman")[i % 4], back=True,
               scarf=DEEP if i % 4 == 3 else None, arm=.9 if i % 3 == 0 else None, skin=SKIN[i % 4], turn=1 if i % 2 else -1)
    for i, (x, y, h, kind) in enumerate(((330, 840, 215, "man"), (1150, 846, 212, "woman"), (1275, 848, 220, "man"), (190, 850, 208, "robe"), (1410, 848, 214, "robe"), (425, 850, 210, "woman"))):
        person(p, x, y, h, tones[(i * 3) % 8], kind, back=True, scarf=NAVY if kind == "woman" else None, skin=SKIN[i % 3], turn=1 if x < 800 else -1,
               arm=.85 if kind != "woman" else None, legs=NAVY)
    person(p, 730, 862, 260, CREAM, "man", back=True, skin=SKIN[1], arm=1, turn=-1, legs=NAVY)
    person(p, 866, 866, 160, OCHRE, "child", back=True, skin=SKIN[1], arm=.9, turn=1, legs=DEEP)
    for x, y, h, one, two in ((540, 868, 270, CLAY, CREAM), (1010, 870, 262, TEAL, HONEY)):
        person(p, x, y, h, SAND if one == CLAY else DEEP, "man", back=True, skin=SKIN[1 if one == CLAY else 2], legs=NAVY, arm=.5, turn=0)
        held_scarf(p, x, y, h, one, two, SAND if one == CLAY else DEEP)


def held_scarf(p, x, y, h, one, two, sleeve):
    """Both arms up, a striped scarf held between the hands."""
    u = h / 100
    for side in (-1, 1):
        p.stroke(blend(sleeve, INK, .08), 6 * u, "M", x + side * 10 * u, y - 79 * u, "Q", x + side * 19 * u, y - 84 * u, x + side * 21 * u, y - 108 * u)
        p.circle(x + side * 21 * u, y - 110 * u, 3 * u, SKIN[1])
    for k in range(8):
        x0, x1 = x + (-24 + k * 6) * u, x + (-18 + k * 6) * u
        y0, y1 = (y - (112 - 3.4 * (1 - ((c - x) / (24 * u)) ** 2)) * u for c in (x0, x1))
        p.poly([(x0, y0), (x1, y1), (x1, y1 + 11 * u), (x0, y0 + 11 * u)], one if k % 2 else two)


@picture(33)
def courtroom(p):
    """A judge's bench with files and scales."""
    room(p, "#2f5a66", "#6d4a3a")
    for i in range(8):
        p.rect(i * 210 - 20, 70, 170, FLOOR - 150, "#386875")
        p.rect(i * 210 - 8, 84, 146, FLOOR - 178, "#2b5360")
    p.rect(0, 0, W, 50, "#244a57")
    p.rect(0, 50, W, 9, OCHRE)
    p.rect(0, FLOOR - 76, W, 62, "#6b4835")
    for x in (190, 1410):
        window(p, x, 520, 190, 400, "dawn", bars=2)
        beam(p, x, 530, 180, 140 if x < 800 else -260, 330, .22)
    for x, h in ((800, 320), (620, 260), (980, 260)):
        p.rect(x - 62, FLOOR - h - 60, 124, h, "#5b3b2c", rx=30)
        p.rect(x - 50, FLOOR - h - 46, 100, h - 20, BRICK, rx=24)
        p.rect(x + 10, FLOOR - h - 46, 40, h - 20, INK, opacity=.13, rx=20)
    p.poly([(360, 560), (1240, 560), (1270, 530), (330, 530)], "#c99464")
    p.rect(360, 560, 880, 210, p.fade((0, "#a06c46"), (1, "#7a4e35")))
    for i in range(6):
        p.rect(384 + i * 142, 590, 122, 150, INK, opacity=.12)
        p.rect(392 + i * 142, 598, 106, 134, p.fade((0, "#ac774e"), (1, "#8a5a3c")))
    p.rect(330, 768, 940, 24, "#5b3b2c")
    for x, tones in ((480, (TEAL, SAND, CLAY, CREAM)), (1130, (DEEP, CREAM, OCHRE))):
        for k, tone in enumerate(tones):
            p.rect(x - 66 + (k % 2) * 10, 508 - k * 22, 132, 21, tone, rx=3)
            p.rect(x - 60 + (k % 2) * 10, 515 - k * 22, 112, 5, WHITE, opacity=.4)
    p.rect(770, 514, 60, 16, OCHRE, rx=5)
    p.rect(794, 336, 12, 182, OCHRE)
    p.circle(800, 330, 13, HONEY)
    p.stroke(OCHRE, 9, "M", 668, 352, "Q", 800, 328, 932, 352)
    for x in (668, 932):
        p.stroke(HONEY, 3, "M", x, 352, "L", x - 46, 442, "M", x, 352, "L", x + 46, 442)
        p.draw(OCHRE, "M", x - 54, 440, "Q", x, 490, x + 54, 440, "Z")
        p.draw(HONEY, "M", x - 54, 440, "H", x + 54, "L", x + 48, 448, "H", x - 48, "Z")
    with p.group(transform="rotate(-14 960 506)"):
        p.rect(930, 486, 64, 34, PLANK, rx=6)
        p.rect(990, 498, 90, 11, WOOD, rx=5)
    for x, coat in ((380, "#173744"), (1220, "#173744")):
        p.poly([(x - 190, 850), (x + 190, 850), (x + 210, 828), (x - 210, 828)], "#b98257")
        p.rect(x - 190, 850, 380, 50, "#6b4530")
        for dx in (-96, 70):
            p.poly([(x + dx - 34, 840), (x + dx + 34, 840), (x + dx + 28, 824), (x + dx - 28, 824)], WHITE)
        seated(p, x - 86, 905, 200, coat, BARK)
        seated(p, x + 86, 905, 196, "#1d4654", INK, scarf=None if x < 800 else SAND)


@picture(34)
def relief_convoy(p):
    """Lorries with relief goods on a desert road."""
    sky(p, "dawn", (520, 320), 64)
    ridge(p, 560, 130, "#c4b79c", 6)
    ridge(p, 580, 70, "#cfa878", 8)
    haze(p, 430, 600, "#f8dfae", .6)
    p.rect(0, 572, W, 330, p.fade((0, "#e3be86"), (1, "#bd8655")))
    for i, x in enumerate(range(30, 1600, 190)):
        h = 150 - abs(x - 800) * .03
        p.stroke("#7d6a5a", 5, "M", x, 604, "V", 604 - h)
        p.stroke("#7d6a5a", 4, "M", x - 24, 604 - h + 18, "H", x + 24)
        if x < 1500:
            p.stroke("#7d6a5a", 2, "M", x + 24, 604 - h + 18, "Q", x + 95, 604 - h + 50, x + 166, 604 - h + 20, opacity=.7)
    for x, h in ((90, 100), (190, 74), (1390, 96), (1500, 80)):
        palm(p, x, 612, h, "#8a6a4c", "#7c9670", .03)
    p.path("M0 690 Q800 640 1600 676 V760 Q800 712 0 790 Z", "#5f6466")
    p.path("M0 690 Q800 640 1600 676 V682 Q800 646 0 698 Z", CREAM, opacity=.55)
    p.path("M0 782 Q800 706 1600 754 V762 Q800 714 0 792 Z", CREAM, opacity=.55)
    for x in range(30, 1600, 130):
        y = 728 - 36 * (1 - ((x - 840) / 840) ** 2) + (x < 800) * (800 - x) * .008
        p.poly([(x, y), (x + 60, y - 1), (x + 60, y + 4), (x, y + 5)], CREAM, opacity=.75)
    lorry(p, 250, 722, .78, "#4d7a80", CREAM)
    lorry(p, 1330, 716, .78, "#4d7a80", CREAM)
    lorry(p, 520, 720, .95, TEAL, SAND)
    lorry(p, 850, 736, 1.32, CLAY, CREAM)
    p.path("M0 812 Q500 750 1000 800 T1600 790 V900 H0 Z", "#c7935f")
    p.path("M0 850 Q600 800 1100 850 T1600 836 V900 H0 Z", "#a9744c")
    for x, y in ((150, 850), (1470, 846), (1250, 860)):
        p.ellipse(x, y, 40, 14, "#8a5a3c")
        p.ellipse(x - 6, y - 6, 30, 11, "#b98257")
    tufts(p, 26, 830, 895, "#6d5238", 36)


@picture(35)
def solar_field(p):
    """Panels and a power line that bring light to a town."""
    sky(p, "day", (1080, 230), 58)
    ridge(p, 560, 110, "#a4bfb4", 7)
    far_town(p, 566, "#b8b79c", 26, (16, 66), 380, 1100)
    dome(p, 700, 540, 32, "#7fa6a3")
    minaret(p, 780, 566, 140, "#c5bfa2", cap=SEA)
    haze(p, 450, 590, CREAM, .6)
    p.rect(0, 566, W, 334, p.fade((0, "#dcc08c"), (1, "#a98a5a")))
    for x, s in ((1460, .5), (1230, .72), (330, 1.15)):
        pylon(p, x, 600 + s * 46, s)
    for a, b in (((1460, .5), (1230, .72)), ((1230, .72), (330, 1.15))):
        for side in (-1, 0, 1):
            x0, y0 = a[0] + side * 58 * a[1], 600 + a[1] * 46 - 300 * a[1]
            x1, y1 = b[0] + side * 58 * b[1], 600 + b[1] * 46 - 300 * b[1]
            p.stroke("#35525c", 2.2, "M", x0, y0, "Q", (x0 + x1) / 2, max(y0, y1) + 40, x1, y1, opacity=.8)
    for side in (-1, 0, 1):
        p.stroke("#35525c", 2.6, "M", 330 + side * 67, 308, "Q", 150, 360, -20, 250 + side * 20, opacity=.8)
    for row, (y, s) in enumerate(((640, .5), (684, .68), (744, .94), (830, 1.3))):
        w = 250 * s
        n = int(900 / w) + 1
        for i in range(n + 1):
            x = 800 - (n / 2) * w * 1.12 + i * w * 1.12 - w / 2
            if row == 3 and not 100 < x < 800:
                continue
            panel(p, x, y, w, 92 * s)
    p.path("M0 900 V846 Q300 800 420 850 L470 900 Z M1600 900 V840 Q1360 800 1260 850 L1200 900 Z", "#6f8a5c")
    for x, y, h, coat, arm in ((1080, 852, 236, CLAY, .5), (1190, 858, 230, DEEP, None)):
        person(p, x, y, h, coat, "man", arm=arm, turn=-1, skin=SKIN[2 if arm else 1])
        u = h / 100
        p.draw(HONEY, "M", x - 8.6 * u, y - 94 * u, "C", x - 9 * u, y - 105 * u, x + 9 * u, y - 105 * u, x + 8.6 * u, y - 94 * u, "Z")
        p.rect(x - 10.6 * u, y - 95 * u, 18.4 * u, 2.2 * u, OCHRE, rx=u)
        p.rect(x - 8 * u, y - 72 * u, 16 * u, 3 * u, HONEY)
    tufts(p, 18, 860, 896, "#48653f", 40)


def pylon(p, x, y, s):
    with p.group(stroke="#35525c", stroke_width=number(5 * s), fill="none", stroke_linecap="round", stroke_linejoin="round"):
        t = lambda dx, dy: f"{x + dx * s:.0f} {y - dy * s:.0f}"
        p.put(f'<path d="M{t(-44, 0)}L{t(-10, 250)}L{t(0, 340)}L{t(10, 250)}L{t(44, 0)}M{t(-58, 300)}H{x + 58 * s:.0f}M{t(-46, 254)}H{x + 46 * s:.0f}'
              f'M{t(-58, 300)}L{t(0, 320)}L{t(58, 300)}M{t(-38, 44)}L{t(30, 104)}L{t(-24, 150)}L{t(18, 194)}L{t(-12, 236)}'
              f'M{t(38, 44)}L{t(-30, 104)}L{t(24, 150)}L{t(-18, 194)}L{t(12, 236)}"/>')


def panel(p, x, y, w, h):
    skew = h * .35
    p.rect(x + w * .2, y - h * .2, 5, h * .5, "#5f6a68")
    p.rect(x + w * .76, y - h * .2, 5, h * .5, "#5f6a68")
    p.ellipse(x + w * .5, y + h * .3, w * .5, h * .08, INK, opacity=.16)
    p.poly([(x, y), (x + w, y), (x + w + skew, y - h), (x + skew, y - h)], p.fade((0, "#5a97a6"), (.5, "#2f6b7f"), (1, "#1d4c60")))
    lines = [step for i in range(1, 4) for step in ("M", x + w * i / 4, y, "l", skew, -h)]
    lines += [step for j in range(1, 3) for step in ("M", x + skew * j / 3, y - h * j / 3, "h", w)]
    p.stroke(PALE, 2, *lines, opacity=.55)
    p.stroke(PALE, 3, "M", x, y, "h", w, "l", skew, -h, "h", -w, "Z", opacity=.9)


@picture(36)
def wheat_field(p):
    """Ripe wheat beside a canal, a village at the end of it."""
    sky(p, "dawn", (800, 380), 72)
    ridge(p, 560, 120, "#b5c2ac", 7)
    haze(p, 430, 575, "#f8dfae", .65)
    for x, w, h, c in ((600, 70, 60, "#cdb38a"), (668, 90, 84, "#c2a27a"), (880, 90, 70, "#cdb38a"), (960, 80, 52, "#b9976f")):
        house(p, x, 576, w, h, c, (2, 1), True)
    dome(p, 846, 560, 26, "#7fa6a3")
    minaret(p, 790, 578, 150, "#d3bd94", cap=SEA)
    for x, h in ((560, 90), (1060, 110), (1130, 86), (480, 100), (400, 80), (1230, 92)):
        palm(p, x, 580, h, "#7d6a50", "#7c9670", .03)
    p.rect(0, 572, W, 328, p.fade((0, "#ecc987"), (1, "#c58c45")))
    for side in (-1, 1):
        for i in range(8):
            x0, x1 = 800 + side * (60 + i * 110), 800 + side * (300 + i * 330)
            p.poly([(x0, 574), (x0 + side * 44, 574), (x1 + side * 150, 900), (x1, 900)], "#d9a552" if i % 2 else "#f1d596", opacity=.55)
    p.poly([(776, 574), (824, 574), (1060, 900), (540, 900)], "#8fa56a")
    p.poly([(782, 574), (818, 574), (1010, 900), (590, 900)], p.fade((0, "#f3d9a6"), (.4, "#7fb0ae"), (1, "#2f7080")))
    for i in range(9):
        t = (i / 9) ** 1.4
        p.rect(800 - (20 + 120 * t) / 2 + p.chance.uniform(-20, 20), 586 + 290 * t, 20 + 120 * t, 2 + 4 * t, WHITE, rx=3, opacity=.5)
    person(p, 1120, 780, 190, TEAL, "woman", scarf=CREAM, turn=-1, arm=.4, skin=SKIN[1])
    person(p, 1210, 784, 200, CREAM, "robe", turn=-1, skin=SKIN[2])
    person(p, 430, 740, 150, CLAY, "man", turn=1, skin=SKIN[2], arm=.4)
    for y, many, s in ((770, 46, 62), (830, 52, 88), (905, 60, 130)):
        tone = blend("#e6bd70", "#9a6a34", (y - 770) / 150)
        with p.group(stroke=tone, fill="none", stroke_linecap="round"):
            for i in range(many):
                x = i * W / many + p.chance.uniform(-12, 12)
                edge = 70 + (y - 574) * .86
                if abs(x - 800) < edge + 20:
                    continue
                tall, lean = s * p.chance.uniform(.75, 1.1), p.chance.uniform(4, 20)
                p.put(f'<path d="M{x:.0f} {y}q2 {-tall * .6:.0f} {lean:.0f} {-tall:.0f}" stroke-width="{s / 22:.1f}"/>'
                      f'<path d="M{x + lean:.0f} {y - tall:.0f}l{lean * .4:.0f} {-s * .26:.0f}" stroke-width="{s / 8:.1f}"/>')


@picture(37)
def clinic(p):
    """A corridor of a clinic, bright and calm."""
    p.rect(0, 0, W, H, "#dfe6d8")
    p.poly([(0, 0), (W, 0), (1010, 230), (590, 230)], p.fade((0, "#f6f1df"), (1, "#e8ead9")))
    p.poly([(0, 900), (W, 900), (1010, 600), (590, 600)], p.fade((0, "#c5d2c4"), (1, "#8fb0ab")))
    p.poly([(0, 0), (590, 230), (590, 600), (0, 900)], p.fade((0, "#a9c8c2"), (1, "#c9dbd0"), across=True))
    p.poly([(W, 0), (1010, 230), (1010, 600), (W, 900)], p.fade((0, "#ece3c8"), (1, "#d9cfb2"), across=True))
    p.poly([(0, 640), (590, 470), (590, 600), (0, 900)], "#679da1", opacity=.55)
    p.poly([(W, 640), (1010, 470), (1010, 600), (W, 900)], "#d8b784", opacity=.55)
    p.poly([(W, 628), (1010, 465), (1010, 474), (W, 648)], WOOD)
    p.rect(590, 230, 420, 370, "#f0ead2")
    window(p, 800, 556, 220, 290, "dawn", bars=2)
    p.poly([(690, 600), (910, 600), (1180, 900), (420, 900)], p.fade((0, "#fff0c8", .75), (1, "#fff0c8", .1)))
    for k in (0, 1, 2):
        t = (.12, .42, .7)[k]
        x0, x1 = 590 * t * .9, 590 * (t * .9 + .2)
        y0, y1 = 900 - 300 * x0 / 590, 900 - 300 * x1 / 590
        c0, c1 = 230 * x0 / 590 + 150, 230 * x1 / 590 + 150 - 10
        p.poly([(x0, c0), (x1, c1), (x1, y1), (x0, y0)], "#2f7080")
        p.poly([(x0 + 10, c0 + 12), (x1 - 8, c1 + 10), (x1 - 8, y1), (x0 + 10, y0)], "#7fb0ae")
        p.poly([(x0 + 24, c0 + 50), (x1 - 20, c1 + 46), (x1 - 20, c1 + 150), (x0 + 24, c0 + 170)], "#e6efe0")
    for k in (0, 1, 2):
        x0, x1 = 1600 - (50 + k * 180), 1600 - (180 + k * 150)
        y0, y1 = 150 + (1600 - x0) * .24, 150 + (1600 - x1) * .24
        p.poly([(x0, y0 + 60), (x1, y1 + 40), (x1, y1 + 220 - k * 30), (x0, y0 + 270 - k * 40)], p.fade((0, "#7fb4b6"), (1, "#f6e3b4")))
        p.stroke(WHITE, 8, "M", x0, y0 + 60, "L", x1, y1 + 40, "V", y1 + 220 - k * 30, "L", x0, y0 + 270 - k * 40, "Z")
    for y, s in ((60, 1), (120, .6), (160, .42)):
        p.poly([(800 - 120 * s, y), (800 + 120 * s, y), (800 + 100 * s, y + 34 * s), (800 - 100 * s, y + 34 * s)], WHITE)
        p.glow(800, y + 20, 150 * s, "#fffbe8", .7)
    for i in range(4):
        x, y, s = 1120 + i * 92, 690 + i * 44, .74 + i * .14
        p.rect(x - 40 * s, y - 34 * s, 80 * s, 14 * s, TEAL, rx=6)
        p.rect(x - 40 * s + 12, y - 100 * s, 70 * s, 62 * s, TEAL, rx=10)
        p.rect(x - 30 * s, y - 22 * s, 6, 44 * s, INK)
        p.rect(x + 28 * s, y - 22 * s, 6, 44 * s, INK)
    p.ellipse(470, 846, 150, 12, INK, opacity=.15)
    person(p, 712, 830, 320, "#c7dcd8", "woman", scarf=SEA, turn=1, arm=.42, skin=SKIN[1])
    p.poly([(757, 570), (811, 560), (817, 632), (763, 642)], WOOD)
    p.poly([(763, 578), (806, 570), (811, 626), (768, 634)], WHITE)
    p.circle(808, 586, 9, SKIN[1])
    person(p, 900, 836, 310, "#3b6b77", "woman", scarf=SAND, turn=-1, skin=SKIN[2])
    person(p, 980, 840, 180, OCHRE, "child", turn=-1, skin=SKIN[2], legs=DEEP)
    p.rect(330, 700, 240, 20, WHITE, rx=6)
    p.rect(326, 718, 248, 10, MIST)
    p.rect(346, 676, 70, 26, PALE, rx=12)
    for x in (346, 552):
        p.stroke("#5f7d80", 7, "M", x, 728, "V", 826)
        p.circle(x, 834, 11, INK)
    p.stroke("#5f7d80", 5, "M", 346, 790, "H", 552)
    p.poly([(52, 806), (172, 806), (158, 888), (66, 888)], CLAY)
    p.ellipse(112, 888, 60, 6, INK, opacity=.2)
    for k in range(11):
        a = math.radians(190 + k * 16)
        p.draw(FERN if k % 2 else MOSS, "M", 112, 818, "Q", 112 + math.cos(a) * 50, 740 + math.sin(a) * 70, 112 + math.cos(a) * 130, 800 + math.sin(a) * 190,
               "Q", 112 + math.cos(a) * 90, 790 + math.sin(a) * 80, 112, 818, "Z")


@picture(38)
def market(p):
    """Fruit stalls under awnings in an old street."""
    sky(p, "dawn", (800, 250), 56, 700)
    far_town(p, 520, "#c8bf9f", 16, (60, 160), 460, 1140)
    dome(p, 800, 400, 84, "#7fa6a3")
    minaret(p, 930, 560, 330, "#bcae8c", cap=SEA)
    haze(p, 330, 600, "#f8e2b4", .6)
    p.poly([(520, 590), (1080, 590), (1600, 700), (1600, 900), (0, 900), (0, 700)], p.fade((0, "#f0d9ac"), (1, "#b98d63")))
    for x, w, h, c, y in ((520, 120, 220, "#cfa87c", 600), (960, 120, 230, "#bf9368", 600), (330, 200, 330, "#c2936a", 640), (1070, 210, 340, "#cfa27a", 640),
                          (0, 340, 560, "#b5815a", 720), (1270, 340, 570, "#a9744f", 720)):
        house(p, x, y, w, h, c, (3 if w > 200 else 2, 4 if h > 500 else 3), True, lit=.2)
    for x0, y0, x1, y1, tone in ((340, 330, 620, 420, CLAY), (1260, 330, 980, 420, TEAL)):
        p.poly([(x0, y0), (x1, y1), (x1, y1 + 26), (x0, y0 + 50)], tone, opacity=.85)
    stall(p, 560, 652, 150, 120, TEAL, CREAM, (OCHRE, CLAY))
    stall(p, 900, 652, 150, 120, BRICK, SAND, (LEAF, OCHRE))
    for x, y, h, coat, kind, scarf, turn in ((780, 690, 120, CREAM, "robe", None, 1), (836, 700, 118, CLAY, "woman", SAND, -1), (730, 660, 88, DEEP, "man", None, 1)):
        person(p, x, y, h, coat, kind, scarf=scarf, turn=turn, skin=SKIN[1], stride=.3)
    stall(p, 60, 868, 480, 320, CLAY, CREAM, (OCHRE, "#8fae5c", BRICK, HONEY))
    stall(p, 1060, 868, 480, 320, DEEP, SAND, ("#b5473c", OCHRE, LEAF, CLAY))
    person(p, 690, 858, 250, TEAL, "woman", scarf=CREAM, turn=-1, arm=.4, skin=SKIN[1])
    person(p, 614, 868, 150, OCHRE, "child", turn=-1, skin=SKIN[1])
    p.draw("#b58650", "M", 716, 724, "Q", 720, 772, 752, 774, "Q", 784, 772, 788, 724, "Z")
    p.stroke("#8a5a3c", 6, "M", 718, 726, "Q", 752, 668, 786, 726)
    for k, tone in enumerate((CLAY, LEAF, OCHRE)):
        p.circle(732 + k * 20, 720, 13, tone)
    person(p, 968, 862, 256, "#4d6a74", "robe", turn=1, arm=.36, skin=SKIN[2])


@picture(39)
def workshop(p):
    """A carpenter at the bench, a door nearly finished."""
    room(p, "#c9a57c", "#8a6246")
    window(p, 420, 500, 220, 340, "dawn", bars=2)
    p.rect(640, 120, 560, 260, "#b48c62")
    for x, d in ((690, "M690 170v130M672 300h36v40h-36z"), (760, "M742 180h36v40h-36zM760 220v120"), (840, "M820 190l60 0-10 120h-40z"), (940, "M940 170v150M926 300l14 46 14-46z"),
                 (1030, "M1000 190h70M1035 190v140"), (1130, "M1100 190q60 0 60 60v90")):
        p.put(f'<path d="{d}" fill="none" stroke="{BARK}" stroke-width="13" stroke-linecap="round" stroke-linejoin="round"/>')
    p.rect(640, 380, 560, 12, PLANK)
    beam(p, 420, 508, 220, 330, 380, .34)
    for x, h in ((70, 470), (104, 520), (140, 440), (180, 500)):
        p.rect(x, FLOOR + 70 - h, 28, h, (WOOD, "#c79a6a", "#b98257", PLANK)[(x // 30) % 4])
        p.rect(x + 20, FLOOR + 70 - h, 8, h, INK, opacity=.15)
    p.rect(1270, 200, 250, 540, "#8a5a3c")
    p.rect(1284, 214, 222, 526, "#a9744c")
    for j in range(3):
        for i in range(2):
            x, y = 1300 + i * 102, 236 + j * 168
            p.rect(x, y, 90, 148, "#8a5a3c")
            p.poly([(x + 45, y + 12), (x + 80, y + 74), (x + 45, y + 136), (x + 10, y + 74)], "#c79a6a")
            p.poly([(x + 45, y + 40), (x + 64, y + 74), (x + 45, y + 108), (x + 26, y + 74)], "#8a5a3c")
    person(p, 760, 850, 480, DEEP, "man", turn=1, arm=.18, skin=SKIN[1], hair=INK)
    p.draw("#b08055", "M", 718, 520, "L", 802, 520, "L", 812, 690, "H", 708, "Z", opacity=.95)
    p.ellipse(820, 880, 520, 24, INK, opacity=.2)
    p.rect(380, 650, 860, 40, p.fade((0, "#dcb07c"), (1, "#b98352")), rx=5)
    p.rect(380, 684, 860, 12, "#7d5238")
    for x in (420, 1150):
        p.rect(x, 694, 50, 190, "#9a6a44")
        p.rect(x + 34, 694, 16, 190, INK, opacity=.18)
    p.rect(450, 800, 720, 26, "#8a5a3c")
    p.rect(560, 628, 560, 22, "#e8c896")
    p.rect(560, 644, 560, 6, "#b98257")
    p.path("M850 628 V606 H880 V592 Q890 576 904 592 V606 H960 L972 628 Z", BARK)
    p.rect(896, 610, 20, 18, MIST)
    person_hand(p, 880, 602)
    for x, y in ((985, 618), (1006, 610), (1020, 622), (600, 700), (1000, 872), (1040, 880), (700, 884), (640, 876), (930, 882)):
        p.stroke("#f0d6a4", 6, "M", x, y, "q", 14, -16, 22, 0, "q", -2, 12, -12, 6)
    p.rect(470, 612, 60, 38, CLAY, rx=4)
    for k, t in enumerate((TEAL, OCHRE, SAND)):
        p.rect(478 + k * 16, 570, 8, 46, t, rx=3)


def person_hand(p, x, y):
    p.circle(x, y, 15, SKIN[1])


@picture(40)
def weavers(p):
    """Two women weave baskets and fans in a courtyard."""
    room(p, "#d9b48a", "#c59a6c")
    for x in (240, 800, 1360):
        arch(p, x, FLOOR - 14, 330, 520, "#b98a60", True)
        arch(p, x, FLOOR - 14, 290, 490, p.fade((0, "#7fb4b6"), (.6, "#d8e2c8"), (1, "#f8dfae")), True)
    for x in (130, 330, 700, 910, 1270, 1450):
        p.draw(FERN, "M", x - 70, 646, "Q", x - 40, 560, x, 566, "Q", x + 50, 560, x + 76, 646, "Z", opacity=.8)
    palm(p, 300, 646, 330, "#7d6a50", MOSS, -.1)
    palm(p, 1290, 646, 350, "#7d6a50", MOSS, .1)
    for x in (520, 1080):
        p.rect(x - 50, 120, 100, FLOOR - 134, p.fade((0, "#e6c79a"), (1, "#c99b6e"), across=True))
        p.rect(x - 62, 240, 124, 22, "#efd9ae")
    p.rect(0, 60, W, 90, "#c2905f")
    p.rect(0, 146, W, 10, "#e6cda0")
    for x in (800,):
        beam(p, x, 640, 300, 20, 260, .4)
    p.ellipse(800, 850, 640, 66, CLAY)
    p.ellipse(800, 848, 600, 58, "#d98b66")
    p.ellipse(800, 846, 540, 48, BRICK, opacity=.5)
    for x, y, r, one in ((330, 800, 76, "#c79a5a"), (1270, 806, 82, "#b58650"), (1390, 830, 60, "#d8b06c"), (214, 830, 58, "#b58650")):
        basket(p, x, y, r, one)
    for x, coat, scarf, f in ((610, TEAL, CREAM, 1), (990, DEEP, OCHRE, -1)):
        p.draw(coat, "M", x - 150, 850, "Q", x - 140, 760, x - 76, 730, "C", x - 90, 640, x - 70, 590, x - 22, 584, "H", x + 22, "C", x + 70, 590, x + 90, 640, x + 76, 730,
               "Q", x + 140, 760, x + 150, 850, "Q", x, 880, x - 150, 850, "Z")
        p.draw(INK, "M", x - f * 20, 584, "C", x - f * 72, 590, x - f * 90, 640, x - f * 76, 730, "Q", x - f * 140, 760, x - f * 150, 850, "H", x - f * 60, "Z", opacity=.13)
        p.draw(scarf, "M", x - 40, 540, "C", x - 52, 590, x - 72, 600, x - 56, 630, "Q", x, 668, x + 56, 630, "C", x + 72, 600, x + 52, 590, x + 40, 540, "Z")
        p.ellipse(x, 536, 43, 49, scarf)
        p.ellipse(x + f * 9, 544, 29, 34, SKIN[2])
        p.stroke(blend(coat, WHITE, .1), 34, "M", x + f * 58, 636, "Q", x + f * 100, 700, x + f * 120, 742)
        p.stroke(blend(coat, INK, .12), 34, "M", x - f * 56, 640, "Q", x - f * 40, 730, x + f * 50, 762)
        p.circle(x + f * 122, 746, 16, SKIN[2])
        p.circle(x + f * 54, 764, 16, SKIN[2])
    basket(p, 712, 796, 62, "#d8b06c", True)
    fan(p, 900, 770, 74)
    for x, y in ((800, 812), (826, 822), (780, 826)):
        p.stroke("#e6c98a", 5, "M", x - 70, y, "Q", x, y - 14, x + 80, y + 6)


def basket(p, x, y, r, colour, open_=False):
    p.ellipse(x, y + r * .5, r * .9, r * .14, INK, opacity=.2)
    p.draw(colour, "M", x - r, y - r * .5, "Q", x - r * .95, y + r * .3, x - r * .6, y + r * .52, "H", x + r * .6, "Q", x + r * .95, y + r * .3, x + r,
           y - r * .5, "Z")
    for k in range(3):
        yy, ww = y - r * .2 + k * r * .24, r * (.95 - k * .1)
        p.stroke(blend(colour, (BRICK, DEEP, BRICK)[k], .7), r * .07, "M", x - ww, yy, "Q", x, yy + r * .13, x + ww, yy)
    p.ellipse(x, y - r * .5, r, r * .22, blend(colour, INK, .45))
    p.ellipse(x, y - r * .5, r, r * .22, "none", stroke=blend(colour, WHITE, .3), stroke_width=r * .09)
    if open_:
        for dx, tall in ((-.8, 50), (-.45, 66), (-.1, 58), (.3, 70), (.65, 52), (.9, 40)):
            p.stroke("#e6c98a", 5, "M", x + dx * r, y - r * .55, "q", dx * 12, -tall * .6, dx * 26, -tall)


def fan(p, x, y, r):
    p.stroke(PLANK, 9, "M", x, y, "L", x + r * .5, y + r * .9)
    for i, tone in enumerate(("#d8b06c", CLAY, "#e6c98a", TEAL, CREAM)):
        p.ellipse(x, y - r * .25, r * (1 - i * .18), r * (.8 - i * .15), tone)


@picture(41)
def radio_studio(p):
    """A microphone in a studio that looks out on a lake."""
    room(p, "#26505d", "#35424a")
    for i in range(11):
        for j in range(9):
            if 3 <= i <= 7 and 1 <= j <= 5:
                continue
            x, y = i * 150 - 20, j * 74
            p.poly([(x, y), (x + 75, y + 37), (x, y + 74)], "#2f5f6c")
            p.poly([(x + 150, y), (x + 75, y + 37), (x + 150, y + 74)], "#1d4350")
    p.rect(400, 80, 800, 420, "#163644", rx=12)
    with p.inside("rect", x=420, y=100, width=760, height=380):
        p.rect(420, 100, 760, 380, p.fade(*SKIES["dawn"]))
        p.glow(800, 360, 320, "#fff0c8", .8)
        p.circle(800, 360, 52, "#fff3d4")
        p.rect(420, 390, 760, 90, p.fade((0, "#efc896"), (1, "#4d8790")))
        for k in range(7):
            p.rect(800 - 20 - k * 9, 396 + k * 11, 40 + k * 18, 4, "#fff0c8", opacity=.7, rx=2)
        for x in (500, 560, 1060, 1120):
            acacia(p, x, 394, 70 + (x % 7) * 5, "#55785f", "#55604f")
        canoe(p, 960, 430, 110, "#3f4a44", SAND)
    p.poly([(420, 100), (700, 100), (540, 480), (420, 480)], WHITE, opacity=.08)
    p.glow(800, 560, 640, "#ffdfa4", .32)
    reader(p, 540, 700, 1.25, CLAY, CREAM, SKIN[3])
    reader(p, 1062, 700, 1.25, "#3b6b77", None, SKIN[4])
    for x in (1062,):
        p.stroke(INK, 14, "M", x - 54, 520, "Q", x - 50, 436, x, 434, "Q", x + 50, 436, x + 54, 520)
        for d in (-54, 54):
            p.rect(x + d - 14, 500, 28, 54, HONEY, rx=12)
    p.poly([(250, 690), (1350, 690), (1500, 780), (100, 780)], p.fade((0, "#c08a5c"), (1, "#96663f")))
    p.rect(100, 780, 1400, 34, "#6b4530")
    p.rect(140, 814, 1320, 90, "#3a2a25")
    for x, y in ((480, 726), (1090, 726)):
        p.poly([(x - 90, y + 22), (x + 66, y + 22), (x + 58, y - 12), (x - 76, y - 12)], WHITE)
        for k in range(3):
            p.stroke(MIST, 4, "M", x - 66, y + k * 9 - 4, "h", 108)
    microphone(p, 800, 470, 1.22)
    p.rect(792, 660, 16, 70, INK)
    p.ellipse(800, 736, 110, 20, INK)
    p.ellipse(800, 730, 104, 17, "#274a57")
    with p.group(fill="none", stroke=HONEY, stroke_width=6, stroke_linecap="round"):
        for k, r in enumerate((110, 150, 190)):
            p.put(f'<path d="M{800 - r} {440 - r * .35:.0f}Q{800 - r - 26 - k * 5} 450 {800 - r} {460 + r * .35:.0f}" opacity="{.75 - k * .2:.2f}"/>')
            p.put(f'<path d="M{800 + r} {440 - r * .35:.0f}Q{800 + r + 26 + k * 5} 450 {800 + r} {460 + r * .35:.0f}" opacity="{.75 - k * .2:.2f}"/>')


@picture(42)
def printing_press(p):
    """Fresh sheets run off the press."""
    room(p, "#c9bd9f", "#6d6a62")
    for x in (210, 530, 850, 1170, 1490):
        window(p, x, 380, 210, 270, "dawn", arched=False, bars=3)
        beam(p, x, 390, 210, 150, 460, .15)
    p.rect(0, 46, W, 20, "#5f6a68")
    for x in (350, 690, 1030, 1370):
        p.rect(x - 14, 60, 28, FLOOR - 60, "#8d8a7c")
        p.rect(x + 4, 60, 10, FLOOR - 60, INK, opacity=.15)
    p.ellipse(800, 846, 720, 36, INK, opacity=.25)
    sheet = "M120 300 C220 300 250 340 300 420 S 400 560 470 560"
    p.put(f'<path d="{sheet}" fill="none" stroke="{WHITE}" stroke-width="16"/>')
    p.rect(40, 250, 170, 170, "#8d8a7c", rx=85)
    p.circle(125, 335, 84, CREAM)
    p.circle(125, 335, 58, SAND)
    p.circle(125, 335, 18, "#35525c")
    p.rect(80, 420, 30, 420, "#35525c")
    p.rect(140, 420, 30, 420, "#35525c")
    for i, x in enumerate((400, 660, 920)):
        p.rect(x, 440, 230, 400, p.fade((0, "#3d7886"), (1, "#1f5061")), rx=14)
        p.rect(x + 160, 440, 70, 400, INK, opacity=.14, rx=14)
        p.rect(x + 22, 650, 186, 150, "#173f4e", rx=8)
        p.rect(x + 22, 650, 186, 10, "#4f8793", rx=4)
        for cy, r, tone in ((506, 56, MIST), (600, 44, (CLAY, OCHRE, TEAL)[i])):
            p.circle(x + 115, cy, r + 8, INK, opacity=.3)
            p.circle(x + 115, cy, r, tone)
            p.circle(x + 115, cy, r * .72, blend(tone, WHITE, .3))
            p.circle(x + 115, cy, r * .2, INK)
        p.circle(x + 40, 690, 9, CLAY)
        p.circle(x + 66, 690, 9, LEAF)
    p.put(f'<path d="M470 556 H1160 C1210 556 1220 600 1250 640" fill="none" stroke="{WHITE}" stroke-width="14"/>')
    p.put(f'<path d="M470 564 H1160 C1210 564 1214 604 1244 646" fill="none" stroke="{DUNE}" stroke-width="4"/>')
    p.poly([(1180, 700), (1500, 760), (1500, 790), (1180, 730)], "#35525c")
    p.rect(1210, 720, 20, 130, "#35525c")
    p.rect(1470, 780, 20, 80, "#35525c")
    for i in range(4):
        x, y = 1190 + i * 74, 676 + i * 14
        newspaper(p, x, y, 92, 34)
    for k in range(7):
        p.rect(1360 - (k % 2) * 6, 862 - k * 0 - k * 11 - 10, 130, 10, WHITE if k % 2 else CREAM, rx=2)
    person(p, 640, 862, 310, "#4d6a74", "man", turn=1, skin=SKIN[1], legs=NAVY)
    p.poly([(574, 640), (706, 628), (716, 728), (584, 742)], WHITE)
    for k in range(4):
        p.stroke("#5f7d80", 5, "M", 592 + k * 3, 672 + k * 16, "L", 640 + k * 3, 668 + k * 16, opacity=.8)
    p.poly([(654, 654), (696, 650), (702, 700), (660, 706)], OCHRE)
    p.rect(590, 650, 100, 9, "#35525c", rx=2)
    p.circle(578, 700, 11, SKIN[1])
    p.circle(712, 690, 11, SKIN[1])
    person(p, 930, 866, 300, CLAY, "woman", scarf=CREAM, turn=1, skin=SKIN[1], arm=.35)
    for x, n in ((250, 6), (1120, 4)):
        for k in range(n):
            p.rect(x - 70 + (k % 2) * 5, 860 - k * 17, 140, 16, (WHITE, CREAM)[k % 2], rx=2)
            p.rect(x - 70 + (k % 2) * 5, 872 - k * 17, 140, 4, DUNE)


def newspaper(p, x, y, w, h):
    p.poly([(x, y + h * .2), (x + w, y), (x + w + h, y + h * .7), (x + h, y + h)], WHITE)
    p.poly([(x + w * .3, y + h * .26), (x + w * .7, y + h * .18), (x + w * .86, y + h * .5), (x + w * .46, y + h * .58)], SEA)
    p.stroke("#5f7d80", 3, "M", x + w * .5, y + h * .74, "L", x + w * 1.1, y + h * .6)


@picture(43)
def voices(p):
    """Many voices: rounded shapes that speak from every side."""
    p.rect(0, 0, W, H, p.fade((0, "#17384a"), (.6, "#2a6272"), (1, "#679da1")))
    p.glow(800, 470, 720, "#ffe2aa", .6)
    ridge(p, 800, 120, "#1f5061", 8)
    spots = ((230, 180, 250, 130, DEEP, .7), (1380, 190, 260, 130, DEEP, .7), (520, 120, 210, 100, TEAL, .75), (1090, 130, 220, 104, TEAL, .75),
             (180, 430, 240, 126, TEAL, .8), (1430, 440, 250, 130, TEAL, .8), (470, 300, 290, 150, SEA, .95), (1150, 310, 290, 150, FERN, .95),
             (800, 210, 300, 150, SAND, 1), (420, 520, 280, 140, CLAY, 1), (1190, 530, 280, 140, OCHRE, 1), (800, 430, 380, 190, CREAM, 1))
    for i, (x, y, w, h, tone, opacity) in enumerate(spots):
        with p.group(opacity=opacity):
            f = 1 if x < 800 else -1
            p.rect(x - w / 2 + 7, y - h / 2 + 9, w, h, INK, rx=h * .36, opacity=.2)
            p.draw(tone, "M", x + f * w * .1, y + h * .42, "L", x + f * w * .36, y + h * .42, "L", x + f * w * .34, y + h * .8, "Z")
            p.rect(x - w / 2, y - h / 2, w, h, tone, rx=h * .36)
            ink = blend(tone, NAVY, .45)
            if i % 3 == 0:
                for k in range(3):
                    p.rect(x - w * .34, y - h * .22 + k * h * .19, w * (.68, .56, .4)[k], h * .085, ink, rx=h * .04)
            elif i % 3 == 1:
                for k in range(9):
                    t = h * (.14, .3, .46, .26, .52, .36, .2, .4, .16)[k]
                    p.rect(x - w * .32 + k * w * .075, y - t / 2, w * .035, t, ink, rx=w * .017)
            else:
                for k in (-1, 0, 1):
                    p.circle(x + k * w * .17, y, h * .085, ink)
    tones = ("#12303f", "#163a49", "#1b4354")
    for i in range(12):
        x = 20 + i * 142
        seated(p, x, 930, 235 + (i * 37) % 40, tones[i % 3], "#0d2633", scarf=("#0f2b39" if i % 3 == 1 else None))


@picture(44)
def ledger(p):
    """An open ledger, coins and a lamp on a desk."""
    room(p, "#2b5b68", "#1d4350")
    window(p, 1250, 480, 240, 380, "dusk", bars=2, frame="#c9b48a")
    shelf(p, 90, 560, 380, 470, 4, BARK)
    p.glow(560, 400, 620, "#ffd894", .7)
    p.poly([(120, 590), (1480, 590), (1640, 900), (-40, 900)], p.fade((0, "#b98257"), (1, "#7d5238")))
    p.poly([(120, 590), (1480, 590), (1488, 606), (112, 606)], "#d3a273")
    p.ellipse(800, 838, 420, 26, INK, opacity=.25)
    p.path("M800 668 Q640 612 446 656 L380 812 Q620 764 800 828 Q980 764 1220 812 L1154 656 Q960 612 800 668 Z", BRICK)
    p.path("M800 660 Q640 602 462 644 L402 794 Q628 748 800 812 Z", p.fade((0, "#fdf8ec"), (1, "#e6d8b8"), across=True))
    p.path("M800 660 Q960 602 1138 644 L1198 794 Q972 748 800 812 Z", p.fade((0, "#e2d3b0"), (.3, "#fdf8ec"), (1, "#f6ead0"), across=True))
    for k in range(6):
        t = k / 6
        x0, y0 = 452 - 46 * t, 668 + 110 * t
        p.stroke(SEA, 3.5, "M", x0, y0, "Q", 630, y0 - 44, 776, y0 + 12, opacity=.7)
        p.stroke(SEA, 3.5, "M", 1600 - x0, y0, "Q", 970, y0 - 44, 824, y0 + 12, opacity=.7)
    p.stroke(CLAY, 4, "M", 640, 626, "L", 606, 762, "M", 960, 626, "L", 994, 762, opacity=.8)
    for x, y, n in ((330, 690, 3), (250, 740, 6), (1300, 700, 7), (1390, 750, 4), (1260, 770, 2)):
        for k in range(n):
            yy = y - k * 17
            p.path(f"M{x - 46} {yy} V{yy + 15} A46 16 0 0 0 {x + 46} {yy + 15} V{yy} Z", "#a9752f")
            p.ellipse(x, yy, 46, 16, OCHRE)
            p.ellipse(x, yy, 34, 11, HONEY)
    p.stroke(INK, 10, "M", 560, 600, "V", 440)
    p.rect(500, 590, 120, 16, INK, rx=8)
    p.draw(PINE, "M", 440, 450, "Q", 450, 340, 560, 334, "Q", 670, 340, 680, 450, "Z")
    p.rect(448, 444, 224, 12, "#fff0c8")
    p.poly([(452, 456), (668, 456), (900, 800), (300, 800)], p.fade((0, "#fff0c8", .34), (1, "#fff0c8", 0)))
    p.rect(726, 340, 340, 226, BARK, rx=4)
    p.rect(738, 352, 316, 202, "#24505d")
    for k, (h, tone) in enumerate(((60, MIST), (110, SEA), (84, HONEY), (150, CLAY), (120, SEA), (190, CREAM))):
        p.rect(770 + k * 44, 534 - h * .85, 30, h * .85, tone, opacity=.9, rx=3)
    p.stroke(CREAM, 4, "M", 758, 536, "H", 1036)
    with p.group(transform="rotate(28 960 770)"):
        p.rect(900, 752, 220, 14, DEEP, rx=7)
        p.poly([(900, 752), (900, 766), (868, 759)], HONEY)


@picture(45)
def passport_hall(p):
    """Counters of a border crossing, travellers in line."""
    room(p, "#d3dccd", "#8fa6a2")
    p.rect(0, 60, W, 330, p.fade(*SKIES["day"]))
    peaks(p, 392, ((200, 120, 220), (620, 150, 260), (1060, 130, 240), (1460, 160, 260)), "#9bb7b3")
    ridge(p, 400, 40, "#a5b896", 7, bottom=400)
    p.path("M760 400 Q800 360 780 330 L792 330 Q822 360 850 400 Z", "#e6d6b0")
    for x in range(0, 1601, 160):
        p.rect(x - 6, 60, 12, 330, WHITE)
    p.rect(0, 50, W, 18, WHITE)
    p.rect(0, 386, W, 20, WHITE)
    p.rect(0, 0, W, 52, "#35626f")
    for x in (260, 620, 980, 1340):
        p.glow(x, 52, 100, "#fffbe8", .5)
        p.rect(x - 70, 44, 140, 12, "#fffbe8", rx=6)
    p.poly([(0, FLOOR), (W, FLOOR), (W, 900), (0, 900)], p.fade((0, "#b9c8bf"), (1, "#7d9894")))
    for x in (380, 800, 1220):
        p.rect(x - 150, 380, 300, 24, DEEP, rx=6)
        p.circle(x, 392, 8, LEAF if x != 1220 else CLAY)
        p.rect(x - 140, 404, 10, 110, "#5f7d80")
        p.rect(x + 130, 404, 10, 110, "#5f7d80")
        p.rect(x - 130, 404, 260, 110, PALE, opacity=.5)
        reader(p, x, 540, .62, "#2c5563", NAVY if x == 800 else None, SKIN[(x // 200) % 4])
        p.poly([(x - 130, 404), (x - 30, 404), (x - 90, 514), (x - 130, 514)], WHITE, opacity=.22)
        p.rect(x - 160, 512, 320, 18, WOOD, rx=4)
        p.rect(x - 150, 530, 300, 146, p.fade((0, "#3b7280"), (1, "#245160")))
        p.rect(x + 60, 530, 90, 146, INK, opacity=.12)
        p.rect(x + 50, 474, 60, 40, INK, rx=4)
        p.rect(x + 72, 512, 16, 6, INK)
    for x in (170, 590, 1010, 1430):
        p.rect(x - 5, 700, 10, 120, "#c9a25c")
        p.ellipse(x, 822, 30, 7, "#a9823f")
        p.circle(x, 698, 9, HONEY)
    for x in (170, 1010):
        p.stroke(BRICK, 10, "M", x, 714, "Q", x + 210, 756, x + 420, 714)
    for x, y, h, coat, kind, scarf, turn, bag in ((380, 740, 200, CLAY, "man", None, 1, None), (800, 746, 206, CREAM, "robe", None, 1, None), (1220, 744, 200, OCHRE, "woman", TEAL, -1, None),
                                                  (720, 850, 262, DEEP, "man", None, 1, CLAY), (860, 858, 258, BRICK, "woman", SAND, 1, None), (942, 862, 160, LEAF, "child", None, 1, TEAL)):
        person(p, x, y, h, coat, kind, scarf=scarf, turn=turn, back=True, bag=bag, skin=SKIN[(x // 90) % 4])
    for x, y, s, tone in ((640, 858, 1, TEAL), (1300, 760, .8, CLAY), (300, 752, .8, FERN)):
        p.rect(x - 30 * s, y - 90 * s, 60 * s, 82 * s, tone, rx=8)
        p.rect(x - 30 * s, y - 64 * s, 60 * s, 6, INK, opacity=.25)
        p.stroke(INK, 5 * s, "M", x - 14 * s, y - 90 * s, "v", -34 * s, "h", 28 * s, "v", 34 * s)
        p.circle(x - 18 * s, y - 4 * s, 6 * s, INK)
        p.circle(x + 18 * s, y - 4 * s, 6 * s, INK)


def main(wanted):
    here = Path(__file__).resolve().parent
    for name in wanted or PICTURES:
        seed, draw = PICTURES[name]
        p = Picture(seed)
        draw(p)
        (here / f"{name}.svg").write_text(p.svg(), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
