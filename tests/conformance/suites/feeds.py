"""Checks Atom feeds against RFC 4287, and that the sitemap and the tree say the same."""

import sys
from datetime import datetime

from lxml import etree

from tree import RFC3339, Tree

ATOM = "{http://www.w3.org/2005/Atom}"
SITE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# RFC 4287 §4.1.1 and §4.1.2: what may stand at most once, and what must stand.
FEED_ONCE = {"generator", "icon", "id", "logo", "rights", "subtitle", "title", "updated"}
ENTRY_ONCE = {"content", "id", "published", "rights", "source", "summary", "title", "updated"}
KNOWN = FEED_ONCE | ENTRY_ONCE | {"author", "category", "contributor", "link", "entry"}

tree = Tree(sys.argv[1])


def moment(path, text):
    ok = bool(RFC3339.fullmatch(text or ""))
    tree.expect(ok, path, f"{text!r} is no RFC 3339 time")
    return datetime.fromisoformat(text.replace("Z", "+00:00")) if ok else None


def check_common(path, element, once, where):
    names = [etree.QName(child).localname for child in element if child.tag.startswith(ATOM)]
    for name in once:
        tree.expect(names.count(name) <= 1, path, f"{where} has {names.count(name)} {name}")
    for name in ("id", "title", "updated"):
        tree.expect((element.findtext(ATOM + name) or "").strip(), path, f"{where} has no {name}")
    for name in names:
        tree.expect(name in KNOWN, path, f"{where} has an element {name}, which Atom does not know")
    tree.expect(":" in (element.findtext(ATOM + "id") or ""), path, f"the id of {where} is no IRI")
    for text in element.iterchildren(ATOM + "title", ATOM + "subtitle", ATOM + "summary", ATOM + "rights", ATOM + "content"):
        kind = text.get("type", "text")
        allowed = kind in ("text", "html", "xhtml") or (text.tag == ATOM + "content" and "/" in kind)
        tree.expect(allowed, path, f"{where}: type {kind!r} of {text.tag}")
        if kind == "text":
            tree.expect(len(text) == 0, path, f"{where}: elements inside plain text")
        if kind == "xhtml":
            tree.expect(len(text) == 1 and text[0].tag == XHTML + "div", path, f"{where}: xhtml without its div")
    seen = set()
    for link in element.iterchildren(ATOM + "link"):
        tree.expect(link.get("href"), path, f"{where}: a link without href")
        key = (link.get("rel", "alternate"), link.get("type"), link.get("hreflang"))
        tree.expect(key[0] != "alternate" or key not in seen, path, f"{where}: two alternate links of the same type and language")
        seen.add(key)
        target = tree.target(path, link.get("href") or "")
        tree.expect(target is not False, path, f"{where}: {link.get('href')} is not there")
        tree.expect("://" in (link.get("href") or ""), path, f"{where}: {link.get('href')} is not absolute")
    for author in element.iterchildren(ATOM + "author"):
        tree.expect((author.findtext(ATOM + "name") or "").strip(), path, f"{where}: an author without a name")


def check_feed(path):
    feed = etree.parse(str(path)).getroot()
    tree.expect(feed.tag == ATOM + "feed", path, f"the root is {feed.tag}")
    check_common(path, feed, FEED_ONCE, "the feed")
    own = [link.get("href") for link in feed.iterchildren(ATOM + "link") if link.get("rel") == "self"]
    tree.expect(own == [tree.address(path)], path, f"self is {own}, not {tree.address(path)}")
    folder = tree.name(path).split("/")[0]
    tree.expect(feed.get(LANG) == folder, path, f"xml:lang is {feed.get(LANG)!r} in the folder {folder!r}")
    entries = feed.findall(ATOM + "entry")
    found = [entry.findtext(ATOM + "id") for entry in entries]
    tree.expect(len(set(found)) == len(found), path, "two entries have the same id")
    updated = []
    for entry, entry_id in zip(entries, found):
        where = f"entry {entry_id}"
        check_common(path, entry, ENTRY_ONCE, where)
        author = entry.find(ATOM + "author") is not None or feed.find(ATOM + "author") is not None
        tree.expect(author, path, f"{where} has no author, nor has the feed")
        alternate = [link for link in entry.iterchildren(ATOM + "link") if link.get("rel", "alternate") == "alternate"]
        tree.expect(alternate or entry.find(ATOM + "content") is not None, path, f"{where} has neither content nor alternate")
        when = moment(path, entry.findtext(ATOM + "updated"))
        published = entry.findtext(ATOM + "published")
        if published is not None:
            first = moment(path, published)
            tree.expect(not (first and when) or first <= when, path, f"{where} was updated before it was published")
        updated.append(when)
    of_feed = moment(path, feed.findtext(ATOM + "updated"))
    if of_feed and updated and all(updated):
        tree.expect(of_feed >= max(updated), path, "the feed is older than its newest entry")


def check_sitemap(path):
    listed = {}
    for url in etree.parse(str(path)).getroot().findall(SITE + "url"):
        address = url.findtext(SITE + "loc")
        listed[address] = {link.get("hreflang"): link.get("href") for link in url.findall(XHTML + "link")}
    tree.expect(listed, path, "is empty")
    for address, alternates in listed.items():
        tree.expect(tree.target(path, address), path, f"{address} is not there")
        for lang, other in alternates.items():
            tree.expect(tree.target(path, other), path, f"{address}: {lang} leads to {other}, which is not there")
            tree.expect(lang == "x-default" or listed.get(other) == alternates, path, f"{other} does not list the alternates of {address}")
        tree.expect(not alternates or address in alternates.values(), path, f"{address} is not among its own alternates")


feeds = tree.files("feed*.xml")
for feed in feeds:
    check_feed(feed)
check_sitemap(tree.folder / "sitemap.xml")
tree.end(f"{len(feeds)} feeds and the sitemap")
