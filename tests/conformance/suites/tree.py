"""What the suites share: a tree of published files, addresses in it, and a list of complaints.

Run alone with a tree, it prints the path under which the tree will stand on its host: `/` or, say, `/press/`.
"""

import re
import sys
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

RTL = {"ar", "fa", "he", "ur", "ps", "sd", "ug", "yi", "dv", "ckb"}
RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")


class Tree:
    """The files below a folder, and where they will stand on the web."""

    def __init__(self, folder):
        self.folder = Path(folder).resolve()
        self.complaints = []
        self.checked = 0
        self.base = self._base()

    def _base(self):
        """The address of the root: what every `<loc>` of the sitemap begins with."""
        sitemap = self.folder / "sitemap.xml"
        found = re.search(r"<loc>(https?://[^<]*?/)(?:[^<]*)</loc>", sitemap.read_text("utf-8")) if sitemap.exists() else None
        if not found:
            return "https://press.example.org/"
        addresses = re.findall(r"<loc>([^<]+)</loc>", sitemap.read_text("utf-8"))
        # The longest folder that all addresses share and that is the folder of a file at the root of the tree.
        prefix = addresses[0]
        while not all(address.startswith(prefix) for address in addresses) or not prefix.endswith("/"):
            prefix = prefix[:-1]
        while not all(self._is_file(address[len(prefix):]) for address in addresses) and prefix.count("/") > 3:
            prefix = prefix[: prefix.rstrip("/").rfind("/") + 1]
        return prefix

    def _is_file(self, path):
        path = unquote(path)
        target = self.folder / path
        return target.is_file() or (target / "index.html").is_file()

    def files(self, pattern):
        found = sorted(path for path in self.folder.rglob(pattern) if path.is_file())
        if not found:
            self.say(self.folder, f"has no {pattern}")
        return found

    def name(self, path):
        return Path(path).relative_to(self.folder).as_posix()

    def address(self, path):
        """The absolute address of a file."""
        return self.base + self.name(path)

    def target(self, page, link):
        """The file that a link of a page leads to and the fragment; None for other sites; False where there is no file."""
        absolute = urljoin(self.address(page), link)
        parts = urlsplit(absolute)
        if parts.scheme not in ("http", "https"):
            return None
        if not absolute.startswith(self.base) and absolute + "/" != self.base:
            return None
        path = self.folder / unquote(absolute[len(self.base):].split("#")[0].split("?")[0])
        if path.is_dir():
            path = path / "index.html"
        return (path, unquote(parts.fragment)) if path.is_file() else False

    def say(self, path, complaint):
        where = "the tree" if path == self.folder else self.name(path)
        self.complaints.append(f"{where}: {complaint}")

    def expect(self, truth, path, complaint):
        self.checked += 1
        if not truth:
            self.say(path, complaint)

    def end(self, what):
        for complaint in self.complaints:
            print(complaint)
        print(f"{what}: {self.checked} checks, {len(self.complaints)} complaints")
        sys.exit(1 if self.complaints or not self.checked else 0)


if __name__ == "__main__":
    print(urlsplit(Tree(sys.argv[1]).base).path)
