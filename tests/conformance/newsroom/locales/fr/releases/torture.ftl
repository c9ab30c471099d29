# en: Every construct at once: the *Harbour & Rivers* conference “opens” \<today>
title = Toutes les constructions à la fois : la conférence *Ports & Rivières* « s’ouvre » \<today>

# en: One release with every construct that a release may have, for the validators of pages and text.
summary = Un communiqué avec toutes les constructions qu’un communiqué peut contenir, pour les validateurs des pages et du texte.

# en: Saint-Martin-d’Hères
place = Saint-Martin-d’Hères

# en: Office for Rivers & Harbours
issuer = Office des rivières & des ports

# en: Press office
contact-role = Service de presse

# en: Zoë Nuñez-O’Brien
contact-name = Zoë Nuñez-O’Brien

# en: Accreditation
contact-role-2 = Accréditation

# en: In the third paragraph, the length of the river is 1,232.5 km, not 1,322.5 km.
correction = Au troisième paragraphe, la longueur de la rivière est de 1 232,5 km et non de 1 322,5 km.

# en: The name of the harbour master was misspelt.
correction-2 = Le nom de la capitaine du port était mal orthographié.

# en: The first conference on harbours and rivers opened on 4 March 2025 with **420 delegates** from 61 countries, *half of them engineers*, and ended its first day with a text of ~~nine~~ ten points. Its motto, `one < river & two > banks`, is printed on [every badge](https://example.org/badge?size=small&side=front "The badge, as printed"), and questions go to <press@example.org> or to <https://example.org/conference/a-very-long-address-that-no-line-of-seventy-two-columns-could-ever-hold/index.html>.
first-conference-harbours-rivers = La première conférence sur les ports et les rivières s’est ouverte le 4 mars 2025 en présence de **420 délégués** de 61 pays, *dont la moitié sont des ingénieurs*, et a achevé sa première journée par un texte en ~~neuf~~ dix points. Sa devise, `one < river & two > banks`, figure sur [chaque badge](https://example.org/badge?size=small&side=front "Le badge, tel qu’imprimé"), et les questions sont à adresser à <press@example.org> ou à <https://example.org/conference/a-very-long-address-that-no-line-of-seventy-two-columns-could-ever-hold/index.html>.

# en: “We measure what we love”, said Ms. Achterberg,\
# en: who has measured rivers for 30 years,\
# en: “and we love what we measure”.[^quote]
measure-love-said-ms-achterberg = { "" }

# en: The longest of the rivers is 1,232.5 km long and carries 12 per cent of the goods of the region; at 5:30 p.m. its harbour closes.[^hours] Unbreakable: Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft.
longest-rivers-12325-km-long = La plus longue des rivières mesure 1 232,5 km et transporte 12 % des marchandises de la région ; son port ferme à 17 h 30.[^hours] Insécable : Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft.

# en: ![A river seen from above, with two bridges and a ship](img/river.png "The river on 3 March 2025")
river-seen-two-bridges-ship = ![Une rivière vue du ciel, avec deux ponts et un bateau](img/river.png "La rivière le 3 mars 2025")

# en: What was agreed
heading-agreed = Ce qui a été convenu

# en: The delegates agreed on three things:
delegates-agreed-three-things = Les délégués se sont accordés sur trois points :

# en: to measure every river once a year, which means
measure-every-river-year = mesurer chaque rivière une fois par an, c’est-à-dire

# en: its length,
item-length = sa longueur,

# en: its depth,
item-depth = sa profondeur,

# en: at the source and
item-source = à la source et

# en: at the mouth, and
item-mouth = à l’embouchure, et

# en: its colour;
item-colour = sa couleur ;

# en: to publish the figures;
publish-figures = publier les chiffres ;

# en: not later than three months after they were measured, as the text says in its second paragraph;
later-three-months-measured = au plus tard trois mois après la mesure, comme le dit le texte en son deuxième paragraphe ;

# en: to meet again.
item-meet = se réunir à nouveau.

# en: A list that begins at another number:
list-begins-another-number = Une liste qui commence à un autre nombre :

# en: seven;
item-seven = sept ;

# en: eight.
item-eight = huit.

# en: And what remains to be done:
remains-done = Et ce qui reste à faire :

# en: find a place
find-place = trouver un lieu

# en: find a date, **before 1 May**
find-date-1-may = trouver une date, **avant le 1er mai**

# en: find a [chair](mailto:chair@example.org)
find-chair = trouver une [présidence](mailto:chair@example.org)

# en: Figures
heading-figures = Les chiffres

# en: River
cell-river = Rivière

# en: Length (km)
length-km = Longueur (km)

# en: Harbours
cell-harbours = Ports

# en: Remark
cell-remark = Remarque

# en: Aare
cell-aare = Aar

# en: 288
cell-288 = 288

# en: 4
cell-4 = 4

# en: joins the **Rhine**
joins-rhine = rejoint le **Rhin**

# en: Rhine
cell-rhine = Rhin

# en: 1,232.5
cell-12325 = 1 232,5

# en: 53
cell-53 = 53

# en: see [the map](map.pdf)
see-map = voir [la carte](map.pdf)

# en: Inn | En
inn-en = Inn | En

# en: 518
cell-518 = 518

# en: two names
two-names = deux noms

# en: A table that is too wide for a line of plain text:
table-wide-line-plain-text = Un tableau trop large pour une ligne de texte :

# en: Name of the harbour
name-harbour = Nom du port

# en: What the harbour is known for, in the words of its master
harbour-known-words-master = Ce pour quoi le port est connu, selon son capitaine

# en: What the harbour has promised to do before the next conference
harbour-promised-next-conference = Ce que le port a promis de faire avant la prochaine conférence

# en: Harbour of the Seven Winds
harbour-seven-winds = Port des Sept Vents

# en: the oldest crane that still works, and a market on every second Saturday
oldest-crane-still-works = la plus vieille grue encore en service, et un marché un samedi sur deux

# en: to measure the depth of all basins and to publish the figures within three months
measure-depth-basins-publish = mesurer la profondeur de tous les bassins et publier les chiffres dans les trois mois

# en: New Harbour
new-harbour = Port-Neuf

# en: `ISO 9001` and a library
iso-9001-library = `ISO 9001` et une bibliothèque

# en: to lend its library
lend-library = prêter sa bibliothèque

# en: In other words
heading-words = En d’autres termes

# en: Rivers do not end at borders.
rivers-end-borders = Les rivières ne s’arrêtent pas aux frontières.

# en: Nor do harbours. They begin there.
harbours-begin = Les ports non plus. Ils y commencent.

# en: a list in a quotation
list-quotation = une liste dans une citation

# en: with two items
two-items = de deux éléments

# en: A note to the reader, with a [link](https://example.org/note).
note-reader-link = Une note au lecteur, avec un [lien](https://example.org/note).

# en: Bring boots.
bring-boots = Apportez des bottes.

# en: The conference is open to the press on 5 March only.
conference-open-press-5-march = La conférence n’est ouverte à la presse que le 5 mars.

# en: The bridge is closed.
bridge-closed = Le pont est fermé.

# en: The water is cold: 4 degrees.
water-cold-4-degrees = L’eau est froide : 4 degrés.

# en: Words of the conference
words-conference = Les mots de la conférence

# en: Basin
term-basin = Bassin

# en: The part of a harbour in which ships lie.
part-harbour-ships-lie = La partie d’un port où mouillent les navires.

# en: Reach
term-reach = Bief

# en: A straight part of a river.
straight-part-river = Une partie droite d’une rivière.

# en: What a telephone call does not always do.
telephone-call-always = { "" }

# en: The words are explained above, in [the list of words](#words). The office thanks Mr. D. Ó Súilleabháin, 张伟 and أحمد for their help.
words-explained-list-words = Les mots sont expliqués plus haut, dans [la liste des mots](#words). L’Office remercie M. D. Ó Súilleabháin, 张伟 et أحمد de leur aide.

# en: At the opening session, 4 March 2025, in answer to a question about *gauges*.
opening-session-4-march-2025 = À la séance d’ouverture, le 4 mars 2025, en réponse à une question sur les *échelles*.

# en: From October to March. The hours of summer are announced in April.
october-march-hours-summer = D’octobre à mars. L’horaire d’été est annoncé en avril.

# en: A second paragraph of the same note.
second-paragraph-note = Un deuxième paragraphe de la même note.
