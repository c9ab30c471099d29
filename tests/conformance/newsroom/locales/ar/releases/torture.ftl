# en: Every construct at once: the *Harbour & Rivers* conference “opens” \<today>
title = كل البنى معاً: مؤتمر *المرافئ & الأنهار* «يُفتتح» \<today>

# en: One release with every construct that a release may have, for the validators of pages and text.
summary = بيان فيه كل ما قد يحويه بيان من بنى، لأدوات التحقق من الصفحات والنصوص.

# en: Saint-Martin-d’Hères
place = سان مارتان ديير

# en: Office for Rivers & Harbours
issuer = مكتب الأنهار & المرافئ

# en: Press office
contact-role = المكتب الصحفي

# en: Zoë Nuñez-O’Brien
contact-name = زوي نونييز أوبراين

# en: Accreditation
contact-role-2 = الاعتماد

# en: In the third paragraph, the length of the river is 1,232.5 km, not 1,322.5 km.
correction = في الفقرة الثالثة، يبلغ طول النهر 1232.5 كم، لا 1322.5 كم.

# en: The name of the harbour master was misspelt.
correction-2 = كُتب اسم ربانة المرفأ على نحو خاطئ.

# en: The first conference on harbours and rivers opened on 4 March 2025 with **420 delegates** from 61 countries, *half of them engineers*, and ended its first day with a text of ~~nine~~ ten points. Its motto, `one < river & two > banks`, is printed on [every badge](https://example.org/badge?size=small&side=front "The badge, as printed"), and questions go to <press@example.org> or to <https://example.org/conference/a-very-long-address-that-no-line-of-seventy-two-columns-could-ever-hold/index.html>.
first-conference-harbours-rivers = افتُتح المؤتمر الأول المعني بالمرافئ والأنهار في 4 آذار/مارس 2025 بحضور **420 مندوباً** من 61 بلداً، *نصفهم من المهندسين*، واختتم يومه الأول بنص من ~~تسع~~ عشر نقاط. وشعاره `one < river & two > banks` مطبوع على [كل شارة](https://example.org/badge?size=small&side=front "الشارة كما طُبعت")، وتُوجَّه الأسئلة إلى <press@example.org> أو إلى <https://example.org/conference/a-very-long-address-that-no-line-of-seventy-two-columns-could-ever-hold/index.html>.

# en: “We measure what we love”, said Ms. Achterberg,\
# en: who has measured rivers for 30 years,\
# en: “and we love what we measure”.[^quote]
measure-love-said-ms-achterberg = { "" }

# en: The longest of the rivers is 1,232.5 km long and carries 12 per cent of the goods of the region; at 5:30 p.m. its harbour closes.[^hours] Unbreakable: Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft.
longest-rivers-12325-km-long = يبلغ طول أطول الأنهار 1232.5 كم ويحمل 12 في المائة من بضائع المنطقة؛ ويُغلق مرفأه في الساعة 17:30.[^hours] لا يُكسر: Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft.

# en: ![A river seen from above, with two bridges and a ship](img/river.png "The river on 3 March 2025")
river-seen-two-bridges-ship = ![نهر من الجو، عليه جسران وسفينة](img/river.png "النهر في 3 آذار/مارس 2025")

# en: What was agreed
heading-agreed = ما اتُّفق عليه

# en: The delegates agreed on three things:
delegates-agreed-three-things = اتفق المندوبون على ثلاثة أمور:

# en: to measure every river once a year, which means
measure-every-river-year = قياس كل نهر مرة في السنة، أي

# en: its length,
item-length = طوله،

# en: its depth,
item-depth = عمقه،

# en: at the source and
item-source = عند المنبع و

# en: at the mouth, and
item-mouth = عند المصب، و

# en: its colour;
item-colour = لونه؛

# en: to publish the figures;
publish-figures = نشر الأرقام؛

# en: not later than three months after they were measured, as the text says in its second paragraph;
later-three-months-measured = { "" }

# en: to meet again.
item-meet = الاجتماع مجدداً.

# en: A list that begins at another number:
list-begins-another-number = قائمة تبدأ برقم آخر:

# en: seven;
item-seven = سبعة؛

# en: eight.
item-eight = ثمانية.

# en: And what remains to be done:
remains-done = وما بقي عمله:

# en: find a place
find-place = إيجاد مكان

# en: find a date, **before 1 May**
find-date-1-may = إيجاد موعد **قبل 1 أيار/مايو**

# en: find a [chair](mailto:chair@example.org)
find-chair = إيجاد [رئاسة](mailto:chair@example.org)

# en: Figures
heading-figures = أرقام

# en: River
cell-river = النهر

# en: Length (km)
length-km = الطول (كم)

# en: Harbours
cell-harbours = المرافئ

# en: Remark
cell-remark = ملاحظة

# en: Aare
cell-aare = آره

# en: 288
cell-288 = 288

# en: 4
cell-4 = 4

# en: joins the **Rhine**
joins-rhine = يلتقي بنهر **الراين**

# en: Rhine
cell-rhine = الراين

# en: 1,232.5
cell-12325 = 1232.5

# en: 53
cell-53 = 53

# en: see [the map](map.pdf)
see-map = انظر [الخريطة](map.pdf)

# en: Inn | En
inn-en = إن | إن (En)

# en: 518
cell-518 = 518

# en: two names
two-names = اسمان

# en: A table that is too wide for a line of plain text:
table-wide-line-plain-text = جدول أعرض من سطر نص:

# en: Name of the harbour
name-harbour = اسم المرفأ

# en: What the harbour is known for, in the words of its master
harbour-known-words-master = ما يُعرف به المرفأ كما تقول ربانته

# en: What the harbour has promised to do before the next conference
harbour-promised-next-conference = ما وعد المرفأ بعمله قبل المؤتمر المقبل

# en: Harbour of the Seven Winds
harbour-seven-winds = مرفأ الرياح السبع

# en: the oldest crane that still works, and a market on every second Saturday
oldest-crane-still-works = أقدم رافعة ما زالت تعمل، وسوق كل ثاني سبت

# en: to measure the depth of all basins and to publish the figures within three months
measure-depth-basins-publish = قياس عمق جميع الأحواض ونشر الأرقام في غضون ثلاثة أشهر

# en: New Harbour
new-harbour = المرفأ الجديد

# en: `ISO 9001` and a library
iso-9001-library = `ISO 9001` ومكتبة

# en: to lend its library
lend-library = { "" }

# en: In other words
heading-words = بعبارة أخرى

# en: Rivers do not end at borders.
rivers-end-borders = الأنهار لا تنتهي عند الحدود.

# en: Nor do harbours. They begin there.
harbours-begin = ولا المرافئ. فهي تبدأ هناك.

# en: a list in a quotation
list-quotation = قائمة في اقتباس

# en: with two items
two-items = من بندين

# en: A note to the reader, with a [link](https://example.org/note).
note-reader-link = ملاحظة للقارئ مع [رابط](https://example.org/note).

# en: Bring boots.
bring-boots = أحضروا الأحذية العالية.

# en: The conference is open to the press on 5 March only.
conference-open-press-5-march = المؤتمر مفتوح للصحافة في 5 آذار/مارس فقط.

# en: The bridge is closed.
bridge-closed = الجسر مغلق.

# en: The water is cold: 4 degrees.
water-cold-4-degrees = { "" }

# en: Words of the conference
words-conference = مصطلحات المؤتمر

# en: Basin
term-basin = الحوض

# en: The part of a harbour in which ships lie.
part-harbour-ships-lie = الجزء من المرفأ الذي ترسو فيه السفن.

# en: Reach
term-reach = المدى

# en: A straight part of a river.
straight-part-river = جزء مستقيم من نهر.

# en: What a telephone call does not always do.
telephone-call-always = ما لا تبلغه المكالمة دائماً.

# en: The words are explained above, in [the list of words](#words). The office thanks Mr. D. Ó Súilleabháin, 张伟 and أحمد for their help.
words-explained-list-words = المصطلحات مشروحة أعلاه في [قائمة المصطلحات](#words). ويشكر المكتب السيد D. Ó Súilleabháin و张伟 وأحمد على مساعدتهم.

# en: At the opening session, 4 March 2025, in answer to a question about *gauges*.
opening-session-4-march-2025 = في الجلسة الافتتاحية، 4 آذار/مارس 2025، رداً على سؤال عن *المقاييس*.

# en: From October to March. The hours of summer are announced in April.
october-march-hours-summer = من تشرين الأول/أكتوبر إلى آذار/مارس. ويُعلن دوام الصيف في نيسان/أبريل.

# en: A second paragraph of the same note.
second-paragraph-note = فقرة ثانية من الملاحظة نفسها.
