### Слова самих страниц: все, что на странице не относится к тексту пресс-релиза.

## Пресс-центр

# en: Newsroom
site-name = Пресс-центр

# en: Press releases in the official languages.
site-description = Пресс-релизы на официальных языках.

## Язык и его формы

# en: English
language-name = Русский

# en: English
original-language = английский

# en: { DATE($date, style: "long") }
date-long = { date-month-day } { $year } года

# en: { DATE($date, style: "month-day") }
date-month-day = { DATE($date, style: "month-day") }

# en: { $time } ({ $zone }), { date-long }
date-time = { $time } ({ $zone }) { date-long }

# en: { $label }: { $value }
label-value = { $label }: { $value }

## Выходные данные в начале текста

# en: { $PLACE }, { date-month-day } ({ $issuer }) —{ " " }
dateline = { $PLACE }, { date-month-day } ({ $issuer }) —{ " " }

# en: { $PLACE }, { date-month-day } —{ " " }
dateline-place = { $PLACE }, { date-month-day } —{ " " }

# en: { date-month-day } ({ $issuer }) —{ " " }
dateline-issuer = { date-month-day } ({ $issuer }) —{ " " }

## Вокруг текста

# en: Skip to the text
skip-to-content = Перейти к тексту

# en: Languages
languages = Языки

# en: Press release
press-release = Пресс-релиз

# en: Symbol
symbol = Условное обозначение

# en: Original: { original-language }
original = Язык оригинала: { original-language }

# en: Read the original
read-original = Читать оригинал

# en: Plain text
plain-text = Текст без оформления

# en: All press releases
all-releases = Все пресс-релизы

# en: { PLURAL($count) ->
# en: [one] Contact
# en: *[other] Contacts
# en: }
contacts = Контактная информация

# en: Email
contact-email = Электронная почта
# en: Telephone
contact-phone = Телефон
# en: Website
contact-web = Веб-сайт

# en: * * *
end-mark = * * *

## Уведомления

# en: { PLURAL($count) ->
# en: [one] Correction
# en: *[other] Corrections
# en: }
corrections = { $count ->
    [1] Исправление
   *[other] Исправления
}

# en: { PLURAL($count) ->
# en: [one] One passage of this page awaits translation and is shown in the original language ({ original-language }).
# en: *[other] { NUMBER($count) } passages of this page await translation and are shown in the original language ({ original-language }).
# en: }
notice-fallback = { PLURAL($count) ->
    [one] { NUMBER($count) } фрагмент этой страницы еще не переведен и приводится на языке оригинала ({ original-language }).
    [few] { NUMBER($count) } фрагмента этой страницы еще не переведены и приводятся на языке оригинала ({ original-language }).
    [many] { NUMBER($count) } фрагментов этой страницы еще не переведены и приводятся на языке оригинала ({ original-language }).
   *[other] { NUMBER($count) } фрагмента этой страницы еще не переведены и приводятся на языке оригинала ({ original-language }).
}

# en: { PLURAL($count) ->
# en: [one] One passage of this translation follows an earlier version of the original and is being revised.
# en: *[other] { NUMBER($count) } passages of this translation follow an earlier version of the original and are being revised.
# en: }
notice-stale = { PLURAL($count) ->
    [one] { NUMBER($count) } фрагмент этого перевода соответствует более ранней редакции оригинала и пересматривается.
    [few] { NUMBER($count) } фрагмента этого перевода соответствуют более ранней редакции оригинала и пересматриваются.
    [many] { NUMBER($count) } фрагментов этого перевода соответствуют более ранней редакции оригинала и пересматриваются.
   *[other] { NUMBER($count) } фрагмента этого перевода соответствуют более ранней редакции оригинала и пересматриваются.
}

# en: [{ original-language }]
mark-fallback = [{ original-language }]

# en: [earlier version]
mark-stale = [более ранняя редакция]

# en: Embargoed until { $moment }
notice-embargo = Не публиковать до { $moment }

# en: Check against delivery
notice-delivery = Сверять с произнесенным текстом

# en: This press release was withdrawn on { date-long }.
notice-withdrawn = Этот пресс-релиз был отозван { date-long }.

## Текст

# en: Paragraph { NUMBER($number) }
paragraph-number = Пункт { NUMBER($number) }

# en: Note { NUMBER($number) }
footnote = Сноска { NUMBER($number) }
# en: Back to the text of note { NUMBER($number) }
footnote-back = Вернуться к тексту сноски { NUMBER($number) }

# en: { PLURAL($count) ->
# en: [one] Note
# en: *[other] Notes
# en: }
footnotes = { $count ->
    [1] Сноска
   *[other] Сноски
}

# en: Note
alert-note = Примечание
# en: Tip
alert-tip = Совет
# en: Important
alert-important = Важно
# en: Warning
alert-warning = Предупреждение
# en: Caution
alert-caution = Осторожно

# en: Table { NUMBER($number) }
table = Таблица { NUMBER($number) }

# en: Done
task-done = Выполнено
# en: To do
task-open = Предстоит выполнить

# en: [Picture: { $text }]
image = [Изображение: { $text }]

## Список пресс-релизов

# en: Press releases
releases = Пресс-релизы

# en: No press release has been published in this language yet.
releases-none = На этом языке пресс-релизы пока не публиковались.

# en: { PLURAL($count) ->
# en: [one] { NUMBER($count) } press release
# en: *[other] { NUMBER($count) } press releases
# en: }
releases-count = { PLURAL($count) ->
    [one] { NUMBER($count) } пресс-релиз
    [few] { NUMBER($count) } пресс-релиза
    [many] { NUMBER($count) } пресс-релизов
   *[other] { NUMBER($count) } пресс-релиза
}

# en: Pages
pages = Страницы
# en: Page { NUMBER($page) } of { NUMBER($pages) }
page-of = Страница { NUMBER($page) } из { NUMBER($pages) }
# en: Newer
newer = Более новые
# en: Older
older = Более ранние

# en: Atom feed
feed = Лента Atom

## Прочие страницы

# en: Choose your language
choose-language = Выберите язык

# en: Page not found
not-found = Страница не найдена
# en: The address may be mistyped, or the page may have moved.
not-found-text = Возможно, в адресе допущена ошибка или страница была перемещена.

## Сопоставление: текст на всех языках рядом, для совещания, на котором он утверждается

# en: All languages, paragraph by paragraph
concordance = Все языки, абзац за абзацем
# en: Original
concordance-original = Оригинал
# en: Missing
state-missing = Нет перевода
# en: Follows an earlier version
state-stale = Соответствует более ранней редакции
