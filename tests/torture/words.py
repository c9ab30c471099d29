"""What a translation must not bring: other addresses (G10), and characters that nobody sees (G11)."""
import os
import re
import shutil

from common import ROOT, must, place, put, run, take, tell

# A release whose translations hold e-mail addresses, as the sample's do not; all six say the same.
MAIL = "releases/2018/mail.md"
MAIL_TEXTS = {
    "en": ("Where to write", "Write to <press@example.org> or to [the desk](mailto:desk@press.example.org), or see [our page](https://press.example.org/en/write?to=desk#form)."),
    "ar": ("عناوين المراسلة", "اكتبوا إلى <press@example.org> أو إلى [المكتب](mailto:desk@press.example.org)، أو انظروا [صفحتنا](https://press.example.org/en/write?to=desk#form)."),
    "es": ("Adónde escribir", "Escriba a <press@example.org> o a [la redacción](mailto:desk@press.example.org), o consulte [nuestra página](https://press.example.org/en/write?to=desk#form)."),
    "fr": ("Où écrire", "Écrivez à <press@example.org> ou à [la rédaction](mailto:desk@press.example.org), ou consultez [notre page](https://press.example.org/en/write?to=desk#form)."),
    "ru": ("Куда писать", "Пишите по адресу <press@example.org> или в [редакцию](mailto:desk@press.example.org) либо см. [нашу страницу](https://press.example.org/en/write?to=desk#form)."),
    "zh": ("联系方式", "请写信至<press@example.org>或[编辑部](mailto:desk@press.example.org)，或参阅[我们的网页](https://press.example.org/en/write?to=desk#form)。"),
}
ADDRESS = re.compile(r"https?://[^\s)\]>]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<=\[)(?:www\.)?[\w-]+(?:\.[\w-]+)+/[^\s\]]*")


def sample():
    """The sample of the repository with that release; nothing is found in it."""
    folder = place("sample")
    if os.path.isdir(folder):
        return folder
    for name in ("releases", "locales"):
        shutil.copytree(os.path.join(ROOT, name), os.path.join(folder, name))
    put(folder, "pressroom.toml", take(ROOT, "pressroom.toml"))
    title, text = MAIL_TEXTS["en"]
    put(folder, MAIL, f'+++\ntitle = "{title}"\ndate = 2018-06-01\n+++\n\n{text}\n')
    must(run(folder, "update"))
    for locale, texts in MAIL_TEXTS.items():
        path = f"locales/{locale}/releases/2018/mail.ftl"
        if locale != "en":
            content = take(folder, path).decode()
            for text in texts:
                content = content.replace('= { "" }', "= " + text, 1)
            put(folder, path, content)
    return folder


def host_of(address):
    return re.split(r"[/?#]", address.partition("://")[2] or address)[0]


def with_host(address, host):
    return address.replace(host_of(address), host, 1)


def mutations(address):
    """The address in twelve other wordings, none of which goes to the same place."""
    if "@" in address:
        name, host = address.split("@")
        return [
            f"{name}@evil.example", f"{name}@{host}.evil.example", f"{name}@{host[:-1]}", f"{name}e@{host}", f"{name[:-1]}@{host}",
            f"{name[1]}{name[0]}{name[2:]}@{host}", f"{name}@{host.replace('e', 'е', 1)}", f"{name.replace('e', 'е', 1)}@{host}",
            f"{name}+x@{host}", f"x.{name}@{host}", f"{name}@{host.replace('.', '-', 1)}", f"presse.{name}@mail.{host}",
        ]
    host = host_of(address)
    path = address.partition(host)[2]
    other = [
        with_host(address, "evil.example"), with_host(address, f"{host}.evil.example"), with_host(address, f"{host}@evil.example"),
        with_host(address, host.replace("o", "о", 1)), with_host(address, host.replace("o", "0", 1)), with_host(address, "xn--" + host),
        with_host(address, host + ":8443"), address[: len(address) - len(path)] + "/evil" + path, address + ("&" if "?" in address else "?") + "to=evil",
        address + "x", address[:-1], "http://" + address if "://" not in address else address.replace("https://", "//", 1),
    ]
    # A visible address without a scheme may gain one; to take its last part away is one more change.
    return other if "://" in address else [*other[:11], with_host(address, "un.org.example")]


def addresses(short):
    """Every URL and e-mail address of every translation, in twelve other wordings."""
    folder = sample()
    clean = run(folder, "check", "--fail-on", "note", "--format", "short")
    total, worst = 0, []
    if clean.returncode:
        worst.append(f"a false alarm: {clean.stdout.decode()[:300]}")
    locales = [name for name in sorted(os.listdir(os.path.join(folder, "locales"))) if name != "en"]
    seen = 0
    for locale in locales:
        for name in ("eu-un-counter-terrorism-dialogue", "mail"):
            path = f"locales/{locale}/releases/2018/{name}.ftl"
            text = take(folder, path).decode()
            spans = [m.span() for m in ADDRESS.finditer(text) if not text[text.rfind("\n", 0, m.start()) + 1 :].startswith("#")]
            seen += len(spans)
            for start, end in spans[:: 3 if short else 1]:
                for changed in mutations(text[start:end]):
                    assert changed != text[start:end], changed
                    put(folder, path, text[:start] + changed + text[end:])
                    found = run(folder, "check", "--locale", locale, "--format", "short")
                    total += 1
                    if found.returncode != 1 or not re.search(r"error\[(link|email)\]", found.stdout.decode()):
                        worst.append(f"{locale} {text[start:end]} -> {changed}: {found.stdout.decode()[:200]}")
            put(folder, path, text)
    assert seen >= 50, f"only {seen} addresses"
    tell("G10", f"{total} changes of {seen} addresses in {len(locales)} languages, 12 of each", f"{len(worst)} not caught, or false alarms on the sample in six languages",
         not worst, worst)


# Sixty characters that no reader sees, or that turn what he sees.
HIDDEN = [
    *range(0x202A, 0x202F), 0x2066, 0x2067, 0x2068, 0x2069, 0x200B, 0x2060, 0x2061, 0x2062, 0x2063, 0x2064, 0xFEFF, 0xAD, 0x34F, 0x180E, 0x115F,
    0x1160, 0x3164, 0xFFA0, 0x17B4, 0x17B5, *range(0x206A, 0x2070), 0xFFF9, 0xFFFA, 0xFFFB, 0x2028, 0x2029, 0xE0001, 0xE0041, 0xE007F, 0xFE00,
    0xE0100, 0x1D173, 0x1D17A, 0x200C, 0x200D, 0x00, 0x01, 0x02, 0x07, 0x08, 0x0B, 0x0C, 0x1B, 0x1F, 0x7F, 0x80, 0x85, 0x90, 0x9B, 0x9D,
]
# Texts that are right: the marks, isolates and joiners that their scripts need.
RIGHT = {
    "ar": ["افتتحت المكتبة (UN)\u200f اليوم قاعتها.", "قال \u2067المدير\u2069: «أهلا»، القرار \u206660/288\u2069.", "العدد 3\u061c، ه\u200dـ."],
    "fa": ["می\u200cرود و کتاب\u200cها را می\u200cخواند.", "نامه\u200cای از \u2068UN\u2069 رسید؛ خانه\u200cهای آن\u200cها.", "بین\u200cالمللی\u200f (UN)\u200f است."],
    "he": ["הספרייה פתחה (UN)\u200f היום את אולמה.", "בְּרֵאשִׁית ה־\u200eUN\u200e אמר: ״שלום״.", "מסמך \u2066A/RES/60/288\u2069 התקבל."],
    "hi": ["क्\u200dष और क्\u200cष"],
    "th": ["ห้องสมุด\u200bเปิด\u200bแล้ว"],
}


def hidden(short):
    """Sixty characters, raw and as escapes of Fluent, in the middle of a word; and texts that are right."""
    folder, worst, total = place("hidden"), [], 0
    put(folder, "pressroom.toml", 'base-url = "https://example.org"\n')
    put(folder, "releases/a.md", '+++\ntitle = "Title"\ndate = 2026-01-01\n+++\n\nThe library opened its room today.\n')
    must(run(folder, "update", "fr", *RIGHT))
    path, id_ = "locales/fr/releases/a.ftl", None
    stub = take(folder, path).decode()
    before, _, after = stub.rpartition('{ "" }')
    codes = HIDDEN[:: 6 if short else 1]
    assert len(HIDDEN) == len(set(HIDDEN)) == 60, (len(HIDDEN), len(set(HIDDEN)))
    for code in codes:
        for way, written in (("raw", chr(code)), ("escaped", f'{{ "\\U{code:06X}" }}')):
            put(folder, path, f"{before}La biblio{written}thèque a ouvert sa salle.{after}")
            found = run(folder, "check", "--locale", "fr", "--format", "json").stdout.decode()
            total += 1
            if not re.search(r'"rule": ?"(bidi|invisible|syntax)"', found):
                worst.append(f"U+{code:04X} {way}: {found[:200]}")
    put(folder, path, stub)
    right = 0
    for locale, texts in RIGHT.items():
        path = f"locales/{locale}/releases/a.ftl"
        stub = take(folder, path).decode()
        before, _, after = stub.rpartition('{ "" }')
        for text in texts:
            put(folder, path, before + text + after)
            found = run(folder, "check", "--locale", locale, "--format", "short").stdout.decode()
            right += 1
            worst += [f"a false alarm, {locale}: {line}" for line in found.splitlines() if re.search(r"\[(bidi|invisible|syntax)\]", line)]
        put(folder, path, stub)
    tell("G11", f"{total} hidden characters, {len(codes)} of them raw and escaped; {right} right texts in {len(RIGHT)} scripts", f"{len(worst)} not reported, or false alarms",
         not worst, worst)
