"""Checks all pages of a tree together: links, languages, alternates, structured data, no script, nothing from elsewhere."""

import json
import re
import sys
from collections import defaultdict

from lxml import html

from tree import RFC3339, RTL, Tree

tree = Tree(sys.argv[1])
pages = {path: html.parse(str(path), html.HTMLParser(encoding="utf-8")).getroot() for path in tree.files("*.html")}


def ids(path):
    return set(pages[path].xpath("//@id")) if path in pages else set()


def one(page, path, xpath, what):
    found = page.xpath(xpath)
    tree.expect(len(found) == 1, path, f"has {len(found)} {what}, not one")
    return found[0] if found else None


def check_frame(path, page):
    """Language, direction, headings, and that nothing runs or is loaded from elsewhere."""
    lang = page.get("lang") or ""
    tree.expect(lang != "", path, "the root has no lang")
    expected = "rtl" if lang.split("-")[0] in RTL else "ltr"
    tree.expect(page.get("dir") == expected, path, f"dir is {page.get('dir')!r}, not {expected!r}, for {lang!r}")
    folder = tree.name(path).split("/")[0]
    if "/" in tree.name(path) and (tree.folder / folder / "index.html").exists():
        tree.expect(lang == folder, path, f"lang is {lang!r} in the folder {folder!r}")
    one(page, path, "//h1", "h1")
    title = one(page, path, "/html/head/title", "title")
    tree.expect(title is not None and (title.text or "").strip() != "", path, "the title is empty")
    for script in page.xpath("//script"):
        tree.expect(script.get("type") == "application/ld+json", path, "has a script")
    handlers = [a for a in page.xpath("//@*") if a.attrname.lower().startswith("on")]
    tree.expect(not handlers, path, f"has event handlers: {[a.attrname for a in handlers]}")
    tree.expect(not page.xpath("//@style | //style"), path, "has inline styles, which a strict Content-Security-Policy forbids")
    for element in page.xpath("//*[@lang and not(self::html)]"):
        own = element.get("lang").split("-")[0]
        around = page.get("dir")
        is_rtl = "rtl" if own in RTL else "ltr"
        if is_rtl != around:
            tree.expect(element.get("dir") in (is_rtl, "auto"), path, f"<{element.tag} lang={own}> has no dir of its own")
    levels = [int(h.tag[1]) for h in page.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
    for before, after in zip(levels, levels[1:]):
        tree.expect(after <= before + 1, path, f"h{after} follows h{before}")


def check_links(path, page):
    for element in page.xpath("//*[@href or @src]"):
        link = element.get("href") or element.get("src") or ""
        target = tree.target(path, link)
        tree.expect(target is not False, path, f"broken link {link}")
        # A picture may stand elsewhere: its address is the editor's word.
        loads = element.tag in ("script", "iframe") or "stylesheet" in (element.get("rel") or "")
        tree.expect(not loads or target is not None, path, f"loads {link} from elsewhere")
        scheme = link.split(":")[0].lower() if ":" in link.split("/")[0] else "https"
        tree.expect(scheme in ("http", "https", "mailto", "tel"), path, f"link with the scheme {scheme}")
        if target and target[1] and target[0].suffix == ".html":
            tree.expect(target[1] in ids(target[0]), path, f"no #{target[1]} in {tree.name(target[0])}")
    found = page.xpath("//@id")
    tree.expect(len(found) == len(set(found)), path, "an id stands twice")


def alternates(page):
    return {a.get("hreflang"): a.get("href") for a in page.xpath("/html/head/link[@rel='alternate'][@hreflang]")}


def check_alternates(path, page):
    canonical = page.xpath("/html/head/link[@rel='canonical']/@href")
    listed = alternates(page)
    if not canonical:
        tree.expect(not listed, path, "has alternates but no canonical address")
        return
    tree.expect(tree.target(path, canonical[0]) and tree.target(path, canonical[0])[0] == path, path, f"canonical is {canonical[0]}")
    tree.expect(canonical[0].startswith("https://") or canonical[0].startswith("http://"), path, "canonical is not absolute")
    if not listed:
        return
    tree.expect(listed.get(page.get("lang")) == canonical[0], path, "its alternates do not name the page itself")
    tree.expect("x-default" in listed, path, "no x-default")
    for lang, address in listed.items():
        tree.expect("://" in address, path, f"hreflang {lang} is not absolute")
        target = tree.target(path, address)
        tree.expect(bool(target), path, f"hreflang {lang} leads to {address}, which is not there")
        other = pages.get(target[0]) if target else None
        if other is not None and lang != "x-default":
            tree.expect(other.get("lang") == lang, path, f"hreflang {lang} leads to a page in {other.get('lang')!r}")
            tree.expect(alternates(other) == listed, path, f"{tree.name(target[0])} does not list the same alternates")


def articles(path, page):
    for script in page.xpath("//script[@type='application/ld+json']"):
        try:
            data = json.loads(script.text or "")
        except ValueError as error:
            tree.say(path, f"JSON-LD: {error}")
            continue
        for item in data if isinstance(data, list) else data.get("@graph", [data]):
            if item.get("@type") == "NewsArticle":
                yield item


def text_of(element):
    # Spaces that do not break are a part of the text; those of the layout are not.
    return re.sub(r"[ \t\r\n]+", " ", "".join(element.itertext())).strip(" ")


def check_article(path, page):
    found = list(articles(path, page))
    release = bool(page.xpath("//main//article | //article"))
    og_type = page.xpath("/html/head/meta[@property='og:type']/@content")
    if og_type == ["article"] or found:
        tree.expect(len(found) == 1, path, f"has {len(found)} NewsArticle, not one")
    for item in found:
        tree.expect(release, path, "NewsArticle without an article")
        for key in ("headline", "datePublished", "dateModified", "inLanguage", "publisher", "mainEntityOfPage"):
            tree.expect(item.get(key), path, f"JSON-LD has no {key}")
        h1 = page.xpath("//h1")
        tree.expect(h1 and item.get("headline") == text_of(h1[0]), path, f"JSON-LD headline is not the h1: {item.get('headline')!r}")
        tree.expect(item.get("inLanguage") == page.get("lang"), path, "JSON-LD inLanguage is not the lang of the page")
        tree.expect((item.get("publisher") or {}).get("name"), path, "JSON-LD publisher has no name")
        others = [lang for lang in alternates(page) if lang not in ("x-default", page.get("lang"))]
        if others:
            tree.expect("workTranslation" in item or "translationOfWork" in item, path, "JSON-LD names no translation")
    if og_type == ["article"]:
        described = page.xpath("/html/head/meta[@name='description']")
        for key in ("og:title", "og:url", "og:locale", "article:published_time", *(["og:description"] if described else [])):
            tree.expect(page.xpath(f"/html/head/meta[@property='{key}']/@content"), path, f"no {key}")
        for moment in page.xpath("/html/head/meta[starts-with(@property,'article:')][contains(@property,'_time')]/@content"):
            ok = RFC3339.fullmatch(moment) or len(moment) == 10
            tree.expect(ok, path, f"{moment!r} is no date")


def check_anchors():
    """The same block has the same anchor in every language: "paragraph 4" means the same everywhere."""
    editions = defaultdict(dict)
    for path, page in pages.items():
        parts = tree.name(path).split("/")
        if len(parts) > 1 and (tree.folder / parts[0] / "index.html").exists() and list(articles(path, page)):
            inside = page.xpath("//article//@id")
            editions["/".join(parts[1:])][parts[0]] = (path, inside)
    for name, by_locale in editions.items():
        reference = next(iter(by_locale.values()))[1]
        for locale, (path, inside) in by_locale.items():
            tree.expect(inside == reference, path, f"its anchors are not those of the other languages of {name}: {sorted(set(inside) ^ set(reference))[:6]}")


def check_switcher(path, page):
    for link in page.xpath("//nav//a[@hreflang]"):
        tree.expect(link.get("lang") == link.get("hreflang"), path, f"the switcher's {link.get('hreflang')} has no lang of its own")


for path, page in pages.items():
    for check in (check_frame, check_links, check_alternates, check_article, check_switcher):
        check(path, page)
check_anchors()
tree.end(f"{len(pages)} pages")
