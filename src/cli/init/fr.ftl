### Above each message stands its English, `# en: …`; please leave it there.
### To translate a message, replace { "" } with your text, on the same line.

# en: City library opens its reading room by the river
title = La bibliothèque municipale ouvre sa salle de lecture au bord du fleuve

# en: The new room has 120 seats, is open every day and costs nothing to use.
summary = La nouvelle salle compte 120 places, ouvre tous les jours et son accès est gratuit.

# pressroom: allow same — le nom de la ville ne se traduit pas
# en: Riverton
place = Riverton

# en: City Library
issuer = { -library }

# en: Press office
contact-role = Service de presse

# en: The City Library today opened its **reading room by the river**. It has 120 seats and is open every day from 8 a.m. to 10 p.m.; nobody pays to use it.
city-library-today-opened = La { -library } a ouvert aujourd’hui sa **salle de lecture au bord du fleuve**. Elle compte 120 places et accueille le public tous les jours de 8 heures à 22 heures ; l’entrée est gratuite.

# en: “A city that reads together stays together,” said Ms. Ada Moreau, the Director of the library.
city-reads-together-stays = « Une ville qui lit ensemble reste unie », a déclaré Mme Ada Moreau, Directrice de la bibliothèque.

# en: What visitors find
visitors-find = Ce que les visiteurs y trouvent

# en: quiet places to work, half of them with a view of the river;
quiet-places-work-half-view = des places de travail au calme, dont la moitié avec vue sur le fleuve ;

# en: newspapers in 14 languages;
newspapers-14-languages = des journaux en 14 langues ;

# en: a [calendar of readings](https://library.example.org/readings) for children and adults.
calendar-readings-children-adults = un [calendrier de lectures](https://library.example.org/readings) pour petits et grands.

# en: Questions are welcome at <press@example.org>.
questions-welcome = Pour toute question, écrivez à <press@example.org>.
