### Los textos de las propias páginas: todo lo que en una página no es el comunicado.

## La sala de prensa

# en: Newsroom
site-name = Sala de prensa

# en: Press releases in the official languages.
site-description = Comunicados de prensa en los idiomas oficiales.

## El idioma y sus formas

# en: English
language-name = Español

# en: English
original-language = inglés

# en: { DATE($date, style: "long") }
date-long = { DATE($date, style: "long") }

# en: { DATE($date, style: "month-day") }
date-month-day = { DATE($date, style: "month-day") }

# en: { $time } ({ $zone }), { date-long }
date-time = { date-long }, { $time } ({ $zone })

# en: { $label }: { $value }
label-value = { $label }: { $value }

## La data

# en: { $PLACE }, { date-month-day } ({ $issuer }) —{ " " }
dateline = { $PLACE }, { date-month-day } ({ $issuer }) —{ " " }

# en: { $PLACE }, { date-month-day } —{ " " }
dateline-place = { $PLACE }, { date-month-day } —{ " " }

# en: { date-month-day } ({ $issuer }) —{ " " }
dateline-issuer = { date-month-day } ({ $issuer }) —{ " " }

## En torno al comunicado

# en: Skip to the text
skip-to-content = Ir al texto

# en: Languages
languages = Idiomas

# en: Press release
press-release = Comunicado de prensa

# en: Symbol
symbol = Signatura

# en: Original: { original-language }
original = Idioma original: { original-language }

# en: Read the original
read-original = Leer el original

# en: Plain text
plain-text = Texto sin formato

# en: All press releases
all-releases = Todos los comunicados de prensa

# en: { PLURAL($count) ->
# en: [one] Contact
# en: *[other] Contacts
# en: }
contacts = { PLURAL($count) ->
    [one] Contacto
   *[other] Contactos
}

# en: Email
contact-email = Correo electrónico
# en: Telephone
contact-phone = Teléfono
# en: Website
contact-web = Sitio web

# en: * * *
end-mark = * * *

## Avisos

# en: { PLURAL($count) ->
# en: [one] Correction
# en: *[other] Corrections
# en: }
corrections = { PLURAL($count) ->
    [one] Corrección
   *[other] Correcciones
}

# en: { PLURAL($count) ->
# en: [one] One passage of this page awaits translation and is shown in the original language ({ original-language }).
# en: *[other] { NUMBER($count) } passages of this page await translation and are shown in the original language ({ original-language }).
# en: }
notice-fallback = { PLURAL($count) ->
    [one] Un pasaje de esta página está pendiente de traducción y figura en el idioma original ({ original-language }).
    [many] { NUMBER($count) } de pasajes de esta página están pendientes de traducción y figuran en el idioma original ({ original-language }).
   *[other] { NUMBER($count) } pasajes de esta página están pendientes de traducción y figuran en el idioma original ({ original-language }).
}

# en: { PLURAL($count) ->
# en: [one] One passage of this translation follows an earlier version of the original and is being revised.
# en: *[other] { NUMBER($count) } passages of this translation follow an earlier version of the original and are being revised.
# en: }
notice-stale = { PLURAL($count) ->
    [one] Un pasaje de esta traducción corresponde a una versión anterior del original y se está revisando.
    [many] { NUMBER($count) } de pasajes de esta traducción corresponden a una versión anterior del original y se están revisando.
   *[other] { NUMBER($count) } pasajes de esta traducción corresponden a una versión anterior del original y se están revisando.
}

# en: [{ original-language }]
mark-fallback = [{ original-language }]

# en: [earlier version]
mark-stale = [versión anterior]

# en: Embargoed until { $moment }
notice-embargo = Difusión prohibida hasta el { $moment }

# en: Check against delivery
notice-delivery = Cotéjese con la versión pronunciada

# en: This press release was withdrawn on { date-long }.
notice-withdrawn = Este comunicado de prensa se retiró el { date-long }.

## El texto

# en: Paragraph { NUMBER($number) }
paragraph-number = Párrafo { NUMBER($number) }

# en: Note { NUMBER($number) }
footnote = Nota { NUMBER($number) }
# en: Back to the text of note { NUMBER($number) }
footnote-back = Volver al texto de la nota { NUMBER($number) }

# en: { PLURAL($count) ->
# en: [one] Note
# en: *[other] Notes
# en: }
footnotes = { PLURAL($count) ->
    [one] Nota
   *[other] Notas
}

# en: Note
alert-note = Nota
# en: Tip
alert-tip = Consejo
# en: Important
alert-important = Importante
# en: Warning
alert-warning = Advertencia
# en: Caution
alert-caution = Precaución

# en: Table { NUMBER($number) }
table = Cuadro { NUMBER($number) }

# en: Done
task-done = Hecho
# en: To do
task-open = Por hacer

# en: [Picture: { $text }]
image = [Imagen: { $text }]

## La lista de comunicados

# en: Press releases
releases = Comunicados de prensa

# en: No press release has been published in this language yet.
releases-none = Aún no se ha publicado ningún comunicado de prensa en este idioma.

# en: { PLURAL($count) ->
# en: [one] { NUMBER($count) } press release
# en: *[other] { NUMBER($count) } press releases
# en: }
releases-count = { PLURAL($count) ->
    [one] { NUMBER($count) } comunicado de prensa
    [many] { NUMBER($count) } de comunicados de prensa
   *[other] { NUMBER($count) } comunicados de prensa
}

# en: Pages
pages = Páginas
# en: Page { NUMBER($page) } of { NUMBER($pages) }
page-of = Página { NUMBER($page) } de { NUMBER($pages) }
# en: Newer
newer = Más recientes
# en: Older
older = Más antiguos

# en: Atom feed
feed = Canal Atom

## Otras páginas

# en: Choose your language
choose-language = Elija su idioma

# en: Page not found
not-found = Página no encontrada
# en: The address may be mistyped, or the page may have moved.
not-found-text = Puede que la dirección esté mal escrita o que la página se haya trasladado.

## La concordancia: un comunicado en todos los idiomas, en paralelo, para la reunión en que se aprueba

# en: All languages, paragraph by paragraph
concordance = Todos los idiomas, párrafo por párrafo
# en: Original
concordance-original = Texto original
# en: Missing
state-missing = Sin traducir
# en: Follows an earlier version
state-stale = Corresponde a una versión anterior
