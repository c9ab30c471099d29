//! One edition: its page, its text, its JSON.

use crate::diagnostic::Diagnostic;
use crate::locale::Locale;
use crate::locale::format::{self, Day};
use crate::names::Slug;
use crate::newsroom::outputs::Output;
use crate::release::front::{Correction, Embargo};
use crate::release::inline::{Inline, Text, plain_text};
use crate::render::body::{Body, each_run};
use crate::render::enclosed::{self, Addresses};
use crate::render::page::{self, Contact, Dated, Moment, Page, Release};
use crate::render::strings::{Args, Strings};
use crate::render::{Copy, EditionInput, Mark, Site, escape, html, json, text};
use jiff::{SignedDuration, Timestamp};
use minijinja::value::Serde;
use minijinja::{Value, context};

/// The outputs of an edition.
pub(crate) fn outputs(site: &Site, input: &EditionInput) -> Result<Vec<Output>, Diagnostic> {
    let strings = site.strings_of(&input.locale);
    let bodies = Bodies::of(site, input);
    let release = release(site, input, &bodies, strings)?;
    let page = page_of(site, input, &bodies, &release, strings)?;
    let context = context! { site => site.about(strings)?, page => Serde(&page), release => Serde(&release) };
    let page_html = site.templates.fill("page.html", &context)?;
    let page_text = site.templates.fill("page.txt", &context)?;
    let page_text = text::finish(&escape::clean(&page_text), site.options.flow, site.options.line_end);
    let mut outputs = vec![
        Output {
            path: path(input, "html"),
            bytes: page_html.into_bytes(),
        },
        Output {
            path: path(input, "txt"),
            bytes: page_text.into_bytes(),
        },
    ];
    if site.options.ninjs {
        outputs.push(Output {
            path: path(input, "json"),
            bytes: json::ninjs(site, input, &release, strings)?.into_bytes(),
        });
    }
    Ok(outputs)
}

/// The body of an edition for its page, and for readers elsewhere if files have other addresses there.
pub(crate) struct Bodies {
    page: Body,
    elsewhere: Option<Body>,
}

impl Bodies {
    pub(crate) fn of(site: &Site, input: &EditionInput) -> Bodies {
        let elsewhere = (!input.files.is_empty()).then(|| Addresses::absolute(site, input));
        Bodies {
            page: Body::of(input, &site.source, &Addresses::on_page(input)),
            elsewhere: elsewhere.map(|addresses| Body::of(input, &site.source, &addresses)),
        }
    }

    fn elsewhere(&self) -> &Body {
        self.elsewhere.as_ref().unwrap_or(&self.page)
    }
}

/// Where an edition's output with this extension stands.
pub(crate) fn path(input: &EditionInput, extension: &str) -> String {
    path_in(&input.locale, input, extension)
}

fn path_in(locale: &Locale, input: &EditionInput, extension: &str) -> String {
    format!("{locale}/{}.{extension}", input.slug)
}

/// The copy of a segment that the front matter names.
pub(crate) fn field(input: &EditionInput, index: Option<usize>) -> Option<&Copy> {
    index.and_then(|index| input.copies.get(index))
}

/// The abstract; of a withdrawn release nothing is left of it.
pub(crate) fn summary(input: &EditionInput) -> Option<&Copy> {
    field(input, input.front.summary).filter(|_| input.front.withdrawn.is_none())
}

/// What is read of a copy.
pub(crate) fn words(copy: &Copy) -> String {
    on_one_line(&copy.inlines)
}

/// The text of a copy as HTML.
pub(crate) fn phrase(copy: &Copy, page: &Locale) -> Value {
    Value::from_safe_string(html::phrase(copy, page))
}

/// The corrections that concern this edition.
pub(crate) fn corrections(input: &EditionInput) -> impl Iterator<Item = &Correction> {
    input
        .front
        .corrections
        .iter()
        .filter(|correction| match &correction.locales {
            Some(locales) => locales.iter().any(|locale| locale.value == input.locale),
            None => true,
        })
}

/// When the edition was published: the end of the embargo, or the beginning of its day (UTC).
pub(crate) fn published(input: &EditionInput) -> Option<Timestamp> {
    match &input.front.embargo {
        Some(embargo) => Some(embargo.value.instant),
        None => input.front.date.and_then(beginning),
    }
}

/// When the edition last changed for readers: with each correction, and when it was withdrawn; always after what came before.
pub(crate) fn updated(input: &EditionInput) -> Option<Timestamp> {
    let withdrawn = input.front.withdrawn.as_ref().map(|withdrawal| withdrawal.date);
    let changes = corrections(input).map(|correction| correction.date).chain(withdrawn);
    changes.filter_map(beginning).fold(published(input), |last, change| {
        let last = last?;
        let later = last.checked_add(SignedDuration::from_secs(1)).unwrap_or(last);
        Some(change.max(later))
    })
}

fn beginning(date: jiff::civil::Date) -> Option<Timestamp> {
    jiff::tz::Offset::UTC.to_timestamp(date.at(0, 0, 0, 0)).ok()
}

/// A day in the language of `strings`.
pub(crate) fn day(date: jiff::civil::Date, strings: &Strings) -> Result<Option<page::Date>, Diagnostic> {
    Day::from_civil(date).map(|day| page::date(day, strings)).transpose()
}

/// What a template may use of the release.
pub(crate) fn release(
    site: &Site,
    input: &EditionInput,
    bodies: &Bodies,
    strings: &Strings,
) -> Result<Release, Diagnostic> {
    let front = &input.front;
    let locale = &input.locale;
    let dateline = dateline(site, input, opens_in_source(&bodies.page))?;
    let (html, text) = written(input, bodies, strings, dateline.as_deref())?;
    let title = field(input, front.title);
    let summary = summary(input);
    let told = |date, note| dated(input, date, note, strings);
    let withdrawn = front
        .withdrawn
        .as_ref()
        .map(|withdrawal| told(withdrawal.date, withdrawal.note));
    let embargo = front
        .embargo
        .as_ref()
        .filter(|_| input.under_embargo)
        .map(|embargo| moment(&embargo.value, strings));
    let corrections = corrections(input).map(|correction| told(correction.date, Some(correction.note)));
    Ok(Release {
        slug: input.slug.to_string(),
        title: title.map_or(Value::from(""), |copy| phrase(copy, locale)),
        title_text: title.map_or(String::new(), words),
        summary: summary.map(|copy| phrase(copy, locale)),
        summary_text: summary.map(words),
        date: front.date.map(|date| day(date, strings)).transpose()?.flatten(),
        place: field(input, front.place).map(words),
        issuer: field(input, front.issuer).map(words),
        symbol: front.symbol.as_deref().map(escape::clean),
        dateline,
        body: Value::from_safe_string(html.text),
        notes: Value::from_safe_string(html.notes),
        text: text::plain(&text.text),
        text_notes: text::plain(&text.notes),
        contacts: contacts(input),
        corrections: corrections.collect::<Result<_, _>>()?,
        withdrawn: withdrawn.transpose()?,
        embargo: embargo.transpose()?,
        check_against_delivery: front.check_against_delivery,
        original: original(site, input, strings)?,
        is_translation: *locale != site.source,
        fallbacks: input.marked(Mark::Fallback),
        stale: input.marked(Mark::Stale),
        end_mark: front.end_mark,
        published: published(input).map(|moment| moment.to_string()),
        updated: updated(input).map(|moment| moment.to_string()),
    })
}

/// The body in both forms; of a withdrawn release nothing is left of it.
fn written(
    input: &EditionInput,
    bodies: &Bodies,
    strings: &Strings,
    dateline: Option<&str>,
) -> Result<(html::Written, text::Written), Diagnostic> {
    if input.front.withdrawn.is_some() {
        return Ok((html::Written::default(), text::Written::default()));
    }
    let html = html::body(&bodies.page, strings, dateline)?;
    let text = text::body(bodies.elsewhere(), strings, dateline)?;
    Ok((html, text))
}

/// The original of a translation, if it is published.
fn original(site: &Site, input: &EditionInput, strings: &Strings) -> Result<Option<page::Alternate>, Diagnostic> {
    if input.locale == site.source || !input.published_in.contains(&site.source) {
        return Ok(None);
    }
    let from = page::page(site, strings, &path(input, "html"), "release");
    page::alternate(site, &site.source, &path_in(&site.source, input, "html"), &from).map(Some)
}

fn page_of(
    site: &Site,
    input: &EditionInput,
    bodies: &Bodies,
    release: &Release,
    strings: &Strings,
) -> Result<Page, Diagnostic> {
    let html_path = path(input, "html");
    let mut page = page::page(site, strings, &html_path, "release");
    page.title = release.title_text.clone();
    page.description = release.summary_text.clone().unwrap_or_default();
    page.feed = Some(format!("{}{}/feed.xml", page.root, input.locale));
    page.plain_text = html_path
        .rsplit('/')
        .next()
        .map(|name| format!("{}.txt", name.trim_end_matches(".html")));
    page.og_type = "article";
    page.image = (release.withdrawn.is_none())
        .then(|| enclosed::first_image(bodies.elsewhere()))
        .flatten();
    page.alternates = input
        .published_in
        .iter()
        .map(|locale| page::alternate(site, locale, &path_in(locale, input, "html"), &page))
        .collect::<Result<_, _>>()?;
    let source = page.alternates.iter().find(|other| other.lang == site.source.tag());
    page.x_default = source.map_or_else(|| page::absolute(site, "index.html"), |source| source.url.clone());
    let data = json::news_article(site, input, release, &page, strings)?;
    page.json_ld = Some(Value::from_safe_string(escape::json(&data)));
    Ok(page)
}

/// Whether the paragraph that the dateline runs into stands in the source language because there is no translation of it.
fn opens_in_source(body: &Body) -> bool {
    let mut found = false;
    each_run(&body.pieces, &mut |run| {
        found |= run.opens_text && run.mark == Mark::Fallback
    });
    found
}

/// The words that open the text, if the release wants them and has a place or an issuer to name; in the language of the paragraph
/// that they open.
fn dateline(site: &Site, input: &EditionInput, in_source: bool) -> Result<Option<String>, Diagnostic> {
    let front = &input.front;
    let Some(day) = front.date.filter(|_| front.dateline).and_then(Day::from_civil) else {
        return Ok(None);
    };
    let locale = if in_source { &site.source } else { &input.locale };
    let name = |index: Option<usize>| match in_source {
        false => field(input, index).map(|copy| (words(copy), copy.locale.clone())),
        true => index
            .and_then(|index| input.document.segments.get(index))
            .map(|segment| (words_of_source(&segment.text), site.source.clone())),
    };
    let (place, issuer) = (name(front.place), name(front.issuer));
    let id = match (&place, &issuer) {
        (Some(_), Some(_)) => "dateline",
        (Some(_), None) => "dateline-place",
        (None, Some(_)) => "dateline-issuer",
        (None, None) => return Ok(None),
    };
    let mut args = Args::none().day(day);
    if let Some((name, language)) = place {
        args = args
            .text("PLACE", format::upper_case(&name, &language))
            .text("place", name);
    }
    if let Some((name, _)) = issuer {
        args = args.text("issuer", name);
    }
    site.strings_of(locale).get(id, &args).map(Some)
}

/// What is read of a text of the source.
fn words_of_source(text: &str) -> String {
    on_one_line(&Text::from(text.to_owned()).inlines_or_plain())
}

/// What is read aloud, on one line.
fn on_one_line(inlines: &[Inline]) -> String {
    escape::clean(&plain_text(inlines).replace('\n', " "))
}

fn dated(
    input: &EditionInput,
    date: jiff::civil::Date,
    note: Option<usize>,
    strings: &Strings,
) -> Result<Dated, Diagnostic> {
    let note = field(input, note);
    Ok(Dated {
        date: day(date, strings)?,
        note: note.map(|copy| phrase(copy, &input.locale)),
        note_text: note.map(words),
    })
}

fn contacts(input: &EditionInput) -> Vec<Contact> {
    let contact = |contact: &crate::release::front::Contact| {
        let (name, role) = (field(input, contact.name), field(input, contact.role));
        let url = contact.url.as_deref().and_then(escape::link);
        let shown = |url: &String| {
            let bare = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
            bare.unwrap_or(url).trim_end_matches('/').to_owned()
        };
        Contact {
            name: name.map(|copy| phrase(copy, &input.locale)),
            name_text: name.map(words),
            role: role.map(|copy| phrase(copy, &input.locale)),
            role_text: role.map(words),
            email: contact.email.as_deref().map(escape::clean),
            phone: contact.phone.as_deref().map(escape::clean),
            phone_href: contact.phone.as_deref().and_then(telephone),
            url_text: url.as_ref().map(shown),
            url,
        }
    };
    input.front.contacts.iter().map(contact).collect()
}

/// The `tel:` address of a number (RFC 3966): its digits and a leading `+`.
fn telephone(number: &str) -> Option<String> {
    let mut digits: String = number.chars().filter(char::is_ascii_digit).collect();
    if digits.is_empty() {
        return None;
    }
    if number.trim_start().starts_with('+') {
        digits.insert(0, '+');
    }
    Some(format!("tel:{digits}"))
}

/// The moment of an embargo as its release gives it, with the offset it gives.
fn moment(embargo: &Embargo, strings: &Strings) -> Result<Moment, Diagnostic> {
    let local = embargo.local;
    let (hour, minute) = (
        u8::try_from(local.hour()).unwrap_or(0),
        u8::try_from(local.minute()).unwrap_or(0),
    );
    let time = format::time_of_day(hour, minute, strings.formatting()).unwrap_or_default();
    let mut args = Args::none()
        .text("time", time)
        .text("zone", zone(embargo.offset_minutes));
    if let Some(day) = Day::from_civil(local.date()) {
        args = args.day(day);
    }
    Ok(Moment {
        iso: embargo.instant.to_string(),
        text: strings.get("date-time", &args)?,
    })
}

/// An offset as people write it: `UTC`, `UTC+2`, `UTC−3:30`.
fn zone(minutes: i16) -> String {
    let (sign, minutes) = match minutes {
        0 => return "UTC".to_owned(),
        m if m < 0 => ('\u{2212}', m.unsigned_abs()),
        m => ('+', m.unsigned_abs()),
    };
    match minutes % 60 {
        0 => format!("UTC{sign}{}", minutes / 60),
        rest => format!("UTC{sign}{}:{rest:02}", minutes / 60),
    }
}

/// A name for the edition of a release that never changes: a tag URI (RFC 4151) of the site's host and the release's day.
pub(crate) fn tag_uri(site: &Site, day: Option<jiff::civil::Date>, locale: &Locale, slug: &Slug) -> String {
    let day = day.map_or(String::new(), |date| format!(",{date}"));
    format!("tag:{}{day}:/{locale}/{slug}", authority(site))
}

/// The host that names things; a site that does not know its own is `newsroom.invalid` (RFC 2606).
pub(crate) fn authority(site: &Site) -> String {
    let base = site.base_url.as_deref().unwrap_or_default();
    let rest = base.split_once("://").map_or("", |(_, rest)| rest);
    let host = rest.split(['/', ':']).next().unwrap_or_default();
    match host {
        "" => "newsroom.invalid".to_owned(),
        host => host.to_ascii_lowercase(),
    }
}
