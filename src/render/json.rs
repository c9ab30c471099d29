//! An edition as data: schema.org NewsArticle in JSON-LD, and IPTC ninjs 3.1.

use crate::diagnostic::Diagnostic;
use crate::render::body::Body;
use crate::render::edition;
use crate::render::enclosed::Addresses;
use crate::render::html;
use crate::render::page::{Page, Release};
use crate::render::strings::{Args, Strings};
use crate::render::{EditionInput, Flow, LineEnd, Site, page};
use serde_json::{Map, Value, json};

/// The edition as schema.org `NewsArticle`, with its original or its translations.
pub(crate) fn news_article(
    site: &Site,
    input: &EditionInput,
    release: &Release,
    page: &Page,
    strings: &Strings,
) -> Result<String, Diagnostic> {
    let mut data = Map::new();
    data.insert("@context".into(), "https://schema.org".into());
    data.insert("@type".into(), "NewsArticle".into());
    put(&mut data, "@id", page.url.clone());
    data.insert("headline".into(), release.title_text.clone().into());
    put(&mut data, "description", release.summary_text.clone());
    data.insert("inLanguage".into(), page.lang.clone().into());
    put(&mut data, "datePublished", release.published.clone());
    put(&mut data, "dateModified", release.updated.clone());
    put(&mut data, "dateline", release.place.clone());
    put(&mut data, "identifier", release.symbol.clone());
    let name = match &release.issuer {
        Some(issuer) => issuer.clone(),
        None => strings.get("site-name", &Args::none())?,
    };
    let organization = json!({ "@type": "Organization", "name": name });
    data.insert("author".into(), organization.clone());
    data.insert("publisher".into(), organization);
    put(&mut data, "image", page.image.as_ref().map(|image| image.url.clone()));
    put(&mut data, "mainEntityOfPage", page.url.clone());
    let notes: Vec<Value> = release
        .corrections
        .iter()
        .map(|correction| {
            let date = correction.date.as_ref().map(|date| date.iso.clone());
            json!({ "@type": "CorrectionComment", "datePublished": date, "text": correction.note_text })
        })
        .collect();
    if !notes.is_empty() {
        data.insert("correction".into(), notes.into());
    }
    translations(&mut data, site, input, page);
    Ok(Value::Object(data).to_string())
}

/// `workTranslation` on the original, `translationOfWork` on a translation; both need absolute addresses.
fn translations(data: &mut Map<String, Value>, site: &Site, input: &EditionInput, page: &Page) {
    let work = |other: &page::Alternate| {
        let url = other.url.as_ref()?;
        Some(json!({ "@type": "NewsArticle", "@id": url, "url": url, "inLanguage": other.lang }))
    };
    if input.locale == site.source {
        let others = page.alternates.iter().filter(|other| !other.current);
        let works: Vec<Value> = others.filter_map(work).collect();
        if !works.is_empty() {
            data.insert("workTranslation".into(), works.into());
        }
    } else if let Some(original) = page.alternates.iter().find(|other| other.lang == site.source.tag())
        && let Some(work) = work(original)
    {
        data.insert("translationOfWork".into(), work);
    }
}

/// The edition as IPTC ninjs 3.1 JSON, indented.
pub(crate) fn ninjs(
    site: &Site,
    input: &EditionInput,
    release: &Release,
    strings: &Strings,
) -> Result<String, Diagnostic> {
    let mut data = Map::new();
    data.insert(
        "uri".into(),
        edition::tag_uri(site, input.front.date, &input.locale, &input.slug).into(),
    );
    data.insert(
        "standard".into(),
        json!({
            "name": "ninjs",
            "version": "3.1",
            "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#"
        }),
    );
    data.insert("type".into(), "text".into());
    put(&mut data, "firstCreated", release.published.clone());
    put(&mut data, "versionCreated", release.updated.clone());
    put(
        &mut data,
        "embargoedUntil",
        release.embargo.as_ref().map(|embargo| embargo.iso.clone()),
    );
    let status = if release.withdrawn.is_some() {
        "canceled"
    } else {
        "usable"
    };
    data.insert("pubStatus".into(), status.into());
    data.insert("language".into(), input.locale.tag().into());
    data.insert("associations".into(), associations(site, input)?.into());
    data.insert("headlines".into(), json!([text("main", &release.title_text)]));
    data.insert("descriptions".into(), descriptions(release).into());
    if release.withdrawn.is_none() {
        data.insert("bodies".into(), bodies(site, input, release, strings)?);
    }
    put(&mut data, "located", release.place.clone());
    put(&mut data, "by", release.issuer.clone());
    if let Some(symbol) = &release.symbol {
        data.insert("altIds".into(), json!([{ "role": "symbol", "value": symbol }]));
    }
    let site_name = strings.get("site-name", &Args::none())?;
    data.insert("copyrightHolder".into(), site_name.into());
    Ok(format!("{:#}\n", Value::Object(data)))
}

fn text(role: &str, value: &str) -> Value {
    json!({ "role": role, "contentType": "text/plain", "value": value })
}

/// What is said of the text: the abstract, what was corrected, why it was withdrawn.
fn descriptions(release: &Release) -> Vec<Value> {
    let summary = release.summary_text.iter().map(|summary| text("summary", summary));
    let notes = release
        .corrections
        .iter()
        .filter_map(|correction| correction.note_text.as_deref());
    let corrections = notes.map(|note| text("correction", note));
    let reason = release.withdrawn.iter().filter_map(|told| told.note_text.as_deref());
    let reason = reason.map(|note| text("withdrawal", note));
    summary.chain(corrections).chain(reason).collect()
}

/// The text in both forms.
fn bodies(site: &Site, input: &EditionInput, release: &Release, strings: &Strings) -> Result<Value, Diagnostic> {
    let body = Body::of(input, &site.source, &Addresses::absolute(site, input));
    let html = html::unnumbered(&body, release, strings)?;
    let plain = crate::render::text::finish(&release.text, Flow::Fixed, LineEnd::Lf);
    Ok(json!([{ "role": "main", "contentType": "text/html", "value": html }, text("main", &plain)]))
}

/// The edition in its other languages.
fn associations(site: &Site, input: &EditionInput) -> Result<Vec<Value>, Diagnostic> {
    let mut found = Vec::new();
    for locale in input.published_in.iter().filter(|locale| **locale != input.locale) {
        let rel = match (*locale == site.source, input.locale == site.source) {
            (true, _) => "translationOf",
            (_, true) => "translatedTo",
            _ => "otherTranslation",
        };
        found.push(json!({
            "name": site.endonym(locale)?,
            "rel": rel,
            "uri": edition::tag_uri(site, input.front.date, locale, &input.slug),
            "type": "text",
            "language": locale.tag(),
        }));
    }
    Ok(found)
}

fn put(data: &mut Map<String, Value>, name: &str, value: Option<String>) {
    if let Some(value) = value {
        data.insert(name.to_owned(), value.into());
    }
}
