### The words of the pages themselves: everything on a page that is not the release.
### Translate the text behind each `=`. Names in braces, such as { $count }, are filled in by the program.
### A number that decides the form of a word is asked for with PLURAL($count); use as many forms as your language has,
### of [zero] [one] [two] [few] [many] and *[other].

## The newsroom

# The name of the newsroom, at the top of every page.
site-name = Newsroom

# One sentence that says what the newsroom publishes; search engines and feeds show it.
site-description = Press releases in the official languages.

## The language and its forms

# The name of your language in your language, as it stands in the list of languages, e.g. English, Français.
language-name = English

# The name of the language that the releases are written in, in your language.
original-language = English

# A full date. DATE writes it as is usual in your language; to write it another way, spell it out
# with { $day }, { $month } (the name of the month) and { $year }; { $day-number } and { $month-number } choose between
# forms, as with the first day of a French month.
date-long = { DATE($date, style: "long") }

# A date without its year, as in a dateline. The same names can be used.
date-month-day = { DATE($date, style: "month-day") }

# A day with a time: { $time } is the time of day, { $zone } the offset from UTC, e.g. UTC+2.
date-time = { $time } ({ $zone }), { date-long }

# How a label stands before what it labels, e.g. "Telephone: +32 2 …".
label-value = { $label }: { $value }

## The dateline

# The words that open the first paragraph: place, date and the office that speaks. { $PLACE } is the place in capitals,
# { $place } as it is written in the release. { " " } at the end is the space before the text; leave it out if your
# language has none there.
dateline = { $PLACE }, { date-month-day } ({ $issuer }) —{ " " }

# The same for a release that names no office.
dateline-place = { $PLACE }, { date-month-day } —{ " " }

# The same for a release that names no place.
dateline-issuer = { date-month-day } ({ $issuer }) —{ " " }

## Around the release

# The link for people who move through the page with the keyboard; it goes past the head of the page.
skip-to-content = Skip to the text

# The name of the list of languages, for people who hear the page.
languages = Languages

# Above the title of a release.
press-release = Press release

# The label of the document symbol, e.g. "Symbol: PA/26".
symbol = Symbol

# The language in which the release was written, on translations.
original = Original: { original-language }

# The link from a translation to the original.
read-original = Read the original

# The link to the text without any layout, for mail and wire.
plain-text = Plain text

# The link back to the list of releases.
all-releases = All press releases

# The heading of the list of persons or offices to write to or call.
contacts = { PLURAL($count) ->
    [one] Contact
   *[other] Contacts
}

# Labels in the list of contacts.
contact-email = Email
contact-phone = Telephone
contact-web = Website

# What marks the end of the text; printed centred. Journalists know it as ###, – 30 – or * * *.
end-mark = * * *

## Notices

# The heading of the list of corrections.
corrections = { PLURAL($count) ->
    [one] Correction
   *[other] Corrections
}

# On a page where some paragraphs are not translated yet and stand in the original language.
notice-fallback = { PLURAL($count) ->
    [one] One passage of this page awaits translation and is shown in the original language ({ original-language }).
   *[other] { NUMBER($count) } passages of this page await translation and are shown in the original language ({ original-language }).
}

# On a page where the original has changed after some paragraphs were translated.
notice-stale = { PLURAL($count) ->
    [one] One passage of this translation follows an earlier version of the original and is being revised.
   *[other] { NUMBER($count) } passages of this translation follow an earlier version of the original and are being revised.
}

# In plain text, before a paragraph that stands in the original language.
mark-fallback = [{ original-language }]

# In plain text, before a paragraph that follows an earlier version of the original.
mark-stale = [earlier version]

# On a release that may not be published before a certain moment; { $moment } is the day and time.
notice-embargo = Embargoed until { $moment }

# On the text of a speech that may still change when it is given.
notice-delivery = Check against delivery

# On the page that stands where a release was withdrawn.
notice-withdrawn = This press release was withdrawn on { date-long }.

## The text

# The number in the margin beside a paragraph, for people who hear the page.
paragraph-number = Paragraph { NUMBER($number) }

# The reference to a footnote, and the way back from the footnote, for people who hear the page.
footnote = Note { NUMBER($number) }
footnote-back = Back to the text of note { NUMBER($number) }

# The heading of the footnotes.
footnotes = { PLURAL($count) ->
    [one] Note
   *[other] Notes
}

# What stands over a paragraph that is set apart from the text.
alert-note = Note
alert-tip = Tip
alert-important = Important
alert-warning = Warning
alert-caution = Caution

# A table, for people who hear the page.
table = Table { NUMBER($number) }

# The state of an entry in a list of tasks.
task-done = Done
task-open = To do

# A picture, in plain text; { $text } describes it.
image = [Picture: { $text }]

## The list of releases

# The heading and the title of the list.
releases = Press releases

# In place of the list while there is nothing in it.
releases-none = No press release has been published in this language yet.

# How many releases the list has.
releases-count = { PLURAL($count) ->
    [one] { NUMBER($count) } press release
   *[other] { NUMBER($count) } press releases
}

# The name of the list of pages, for people who hear the page.
pages = Pages
page-of = Page { NUMBER($page) } of { NUMBER($pages) }
newer = Newer
older = Older

# The link to the Atom feed.
feed = Atom feed

## Other pages

# The page on which a reader chooses a language; every language stands there in its own words.
choose-language = Choose your language

# The page that is shown when an address does not exist.
not-found = Page not found
not-found-text = The address may be mistyped, or the page may have moved.

## The concordance: a release in all languages side by side, for the meeting that signs it off

concordance = All languages, paragraph by paragraph
concordance-original = Original
state-missing = Missing
state-stale = Follows an earlier version
