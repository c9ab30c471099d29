### Les textes des pages elles-mêmes : tout ce qui, sur une page, n’est pas le communiqué.

## La salle de presse

# en: Newsroom
site-name = Salle de presse

# en: Press releases in the official languages.
site-description = Les communiqués de presse dans les langues officielles.

## La langue et ses formes

# en: English
language-name = Français

# en: English
original-language = anglais

# en: { DATE($date, style: "long") }
date-long = { date-month-day } { $year }

# en: { DATE($date, style: "month-day") }
date-month-day = { $day-number ->
    [1] 1er { $month }
   *[other] { DATE($date, style: "month-day") }
}

# en: { $time } ({ $zone }), { date-long }
date-time = { date-long } à { $time } ({ $zone })

# en: { $label }: { $value }
label-value = { $label } : { $value }

## La ligne d’origine

# en: { $PLACE }, { date-month-day } ({ $issuer }) —{ " " }
dateline = { $PLACE }, { date-month-day } ({ $issuer }) —{ " " }

# en: { $PLACE }, { date-month-day } —{ " " }
dateline-place = { $PLACE }, { date-month-day } —{ " " }

# en: { date-month-day } ({ $issuer }) —{ " " }
dateline-issuer = { date-month-day } ({ $issuer }) —{ " " }

## Autour du communiqué

# en: Skip to the text
skip-to-content = Aller au texte

# en: Languages
languages = Langues

# en: Press release
press-release = Communiqué de presse

# en: Symbol
symbol = Cote

# en: Original: { original-language }
original = Original : { original-language }

# en: Read the original
read-original = Lire l’original

# en: Plain text
plain-text = Texte brut

# en: All press releases
all-releases = Tous les communiqués de presse

# en: { PLURAL($count) ->
# en: [one] Contact
# en: *[other] Contacts
# en: }
contacts = { PLURAL($count) ->
    [one] Contact presse
   *[other] Contacts presse
}

# en: Email
contact-email = Courriel
# en: Telephone
contact-phone = Téléphone
# en: Website
contact-web = Site Web

# en: * * *
end-mark = * * *

## Avis

# en: { PLURAL($count) ->
# en: [one] Correction
# en: *[other] Corrections
# en: }
corrections = { PLURAL($count) ->
    [one] Rectificatif
   *[other] Rectificatifs
}

# en: { PLURAL($count) ->
# en: [one] One passage of this page awaits translation and is shown in the original language ({ original-language }).
# en: *[other] { NUMBER($count) } passages of this page await translation and are shown in the original language ({ original-language }).
# en: }
notice-fallback = { PLURAL($count) ->
    [one] Un passage de cette page n’est pas encore traduit et figure dans la langue originale ({ original-language }).
    [many] { NUMBER($count) } de passages de cette page ne sont pas encore traduits et figurent dans la langue originale ({ original-language }).
   *[other] { NUMBER($count) } passages de cette page ne sont pas encore traduits et figurent dans la langue originale ({ original-language }).
}

# en: { PLURAL($count) ->
# en: [one] One passage of this translation follows an earlier version of the original and is being revised.
# en: *[other] { NUMBER($count) } passages of this translation follow an earlier version of the original and are being revised.
# en: }
notice-stale = { PLURAL($count) ->
    [one] Un passage de cette traduction correspond à une version antérieure de l’original et est en cours de révision.
    [many] { NUMBER($count) } de passages de cette traduction correspondent à une version antérieure de l’original et sont en cours de révision.
   *[other] { NUMBER($count) } passages de cette traduction correspondent à une version antérieure de l’original et sont en cours de révision.
}

# en: [{ original-language }]
mark-fallback = [{ original-language }]

# en: [earlier version]
mark-stale = [version antérieure]

# en: Embargoed until { $moment }
notice-embargo = Embargo jusqu’au { $moment }

# en: Check against delivery
notice-delivery = Seul le prononcé fait foi

# en: This press release was withdrawn on { date-long }.
notice-withdrawn = Ce communiqué de presse a été retiré le { date-long }.

## Le texte

# en: Paragraph { NUMBER($number) }
paragraph-number = Paragraphe { NUMBER($number) }

# en: Note { NUMBER($number) }
footnote = Note n° { NUMBER($number) }
# en: Back to the text of note { NUMBER($number) }
footnote-back = Retour au texte de la note n° { NUMBER($number) }

# en: { PLURAL($count) ->
# en: [one] Note
# en: *[other] Notes
# en: }
footnotes = { PLURAL($count) ->
    [one] Note de bas de page
   *[other] Notes de bas de page
}

# en: Note
alert-note = Remarque
# en: Tip
alert-tip = Conseil
# en: Important
alert-important = Point important
# en: Warning
alert-warning = Avertissement
# en: Caution
alert-caution = Attention

# en: Table { NUMBER($number) }
table = Tableau { NUMBER($number) }

# en: Done
task-done = Fait
# en: To do
task-open = À faire

# en: [Picture: { $text }]
image = [Image : { $text }]

## La liste des communiqués

# en: Press releases
releases = Communiqués de presse

# en: No press release has been published in this language yet.
releases-none = Aucun communiqué de presse n’a encore été publié dans cette langue.

# en: { PLURAL($count) ->
# en: [one] { NUMBER($count) } press release
# en: *[other] { NUMBER($count) } press releases
# en: }
releases-count = { PLURAL($count) ->
    [one] { NUMBER($count) } communiqué de presse
    [many] { NUMBER($count) } de communiqués de presse
   *[other] { NUMBER($count) } communiqués de presse
}

# en: Pages
pages = Pages de la liste
# en: Page { NUMBER($page) } of { NUMBER($pages) }
page-of = Page { NUMBER($page) } sur { NUMBER($pages) }
# en: Newer
newer = Plus récents
# en: Older
older = Plus anciens

# en: Atom feed
feed = Fil Atom

## Autres pages

# en: Choose your language
choose-language = Choisissez votre langue

# en: Page not found
not-found = Page introuvable
# en: The address may be mistyped, or the page may have moved.
not-found-text = L’adresse est peut-être mal saisie, ou la page a été déplacée.

## La concordance : un communiqué dans toutes les langues côte à côte, pour la séance qui l’approuve

# en: All languages, paragraph by paragraph
concordance = Toutes les langues, paragraphe par paragraphe
# en: Original
concordance-original = Texte original
# en: Missing
state-missing = À traduire
# en: Follows an earlier version
state-stale = Correspond à une version antérieure
