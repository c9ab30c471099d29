"""Checks the ninjs items of a tree against what else is published: one beside every page of a release, the same words in it, and
editions that name each other."""

import json
import sys

from lxml import html

from tree import Tree

tree = Tree(sys.argv[1])
items = {}
for path in tree.files("*.json"):
    items[path] = json.loads(path.read_text("utf-8"))
by_uri = {item.get("uri"): path for path, item in items.items()}
tree.expect(len(by_uri) == len(items), tree.folder, "two items have the same uri")


def words(text):
    return " ".join(text.split())


for text in tree.files("*.txt"):
    tree.expect(text.with_suffix(".json") in items, text, "has no ninjs beside it")

for path, item in items.items():
    page = path.with_suffix(".html")
    tree.expect(page.is_file(), path, "has no page beside it")
    if not page.is_file():
        continue
    root = html.parse(str(page), html.HTMLParser(encoding="utf-8")).getroot()
    tree.expect(item["language"] == root.get("lang"), path, f"is in {item['language']}, its page in {root.get('lang')}")
    titles = [words(heading.text_content()) for heading in root.xpath("//h1")]
    tree.expect([words(one["value"]) for one in item["headlines"]] == titles, path, "its headline is not that of the page")
    tree.expect(item["versionCreated"] >= item["firstCreated"], path, "was changed before it was made")
    withdrawn = item["pubStatus"] == "canceled"
    bodies = item.get("bodies", [])
    kinds = sorted(body["contentType"] for body in bodies)
    tree.expect(kinds == ([] if withdrawn else ["text/html", "text/plain"]), path, f"has the bodies {kinds}")
    for told in item.get("descriptions", []):
        there = words(root.xpath("//main")[0].text_content())
        tree.expect(words(told["value"]) in there, path, f"the page does not say: {told['value'][:60]}")
    for body in bodies:
        tree.expect(body["value"].strip() != "", path, f"{body['contentType']}: empty")
        if body["contentType"] != "text/html":
            continue
        fragment = html.fragment_fromstring(body["value"], create_parent="div")
        said = words(root.xpath("//article")[0].text_content())
        for paragraph in fragment.xpath(".//p"):
            text = words(paragraph.text_content())
            tree.expect(text in said, path, f"the page does not say: {text[:60]}")
        for link in fragment.xpath(".//@href | .//@src"):
            relative = not link.startswith("#") and ":" not in link.split("/")[0]
            tree.expect(not relative, path, f"{link} leads nowhere from another system")
    for other in item.get("associations", []):
        there = by_uri.get(other["uri"])
        tree.expect(there is not None, path, f"{other['uri']} is not there")
        if there is None:
            continue
        tree.expect(other["language"] == items[there]["language"], path, f"{other['uri']} is in another language")
        back = [one["uri"] for one in items[there].get("associations", [])]
        tree.expect(item["uri"] in back, path, f"{other['uri']} does not name it")

tree.end("ninjs")
