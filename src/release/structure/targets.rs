//! Where links and images go: what is missing, what is too much, and which stands for which.

use crate::release::structure::{Aspect, Difference, allowed_url, shown};
use std::collections::BTreeMap;

/// The words for links and for images.
pub(crate) struct Wording {
    noun: &'static str,
    verb: &'static str,
    /// The Markdown, up to the target.
    sign: &'static str,
}

/// Links.
pub(crate) const LINK: Wording = Wording {
    noun: "link to",
    verb: "links to",
    sign: "[…]",
};

/// Images.
pub(crate) const IMAGE: Wording = Wording {
    noun: "image",
    verb: "shows the image",
    sign: "![…]",
};

/// Compares where the links or images of two texts go; each is a target and its text.
pub(crate) fn compare(
    words: &Wording,
    english: &[(String, String)],
    translation: &[(String, String)],
    found: &mut Vec<Difference>,
) {
    let mut surplus: BTreeMap<&str, usize> = BTreeMap::new();
    translation
        .iter()
        .for_each(|(url, _)| *surplus.entry(url).or_default() += 1);
    let missing: Vec<&(String, String)> = english.iter().filter(|(url, _)| !take(&mut surplus, url)).collect();
    let mut extra: Vec<&str> = Vec::new();
    for (url, _) in translation.iter().rev() {
        if take(&mut surplus, url) {
            extra.push(url);
        }
    }
    extra.reverse();
    let urls: Vec<&str> = missing.iter().map(|(url, _)| url.as_str()).collect();
    let partners = partners(&urls, &extra);
    let mut paired = vec![false; extra.len()];
    for ((url, text), partner) in missing.iter().zip(partners) {
        let other = partner.and_then(|partner| extra.get(partner).copied());
        if let Some(seen) = partner.and_then(|partner| paired.get_mut(partner)) {
            *seen = true;
        }
        found.push(match other {
            Some(other) => link(
                format!(
                    "{} `{}` where the English has `{}`{}",
                    words.verb,
                    shown(other),
                    shown(url),
                    refused(other)
                ),
                format!("write `{}({})`", words.sign, shown(url)),
            ),
            None => link(
                format!("the {} `{}` is missing", words.noun, shown(url)),
                format!("write `{}({})`{}", words.sign, shown(url), round(text)),
            ),
        });
    }
    for (url, _) in extra.iter().zip(paired).filter(|(_, paired)| !paired) {
        found.push(link(
            format!(
                "{} `{}`, which the English does not{}",
                words.verb,
                shown(url),
                refused(url)
            ),
            "remove it, or write it in the English too".to_owned(),
        ));
    }
}

/// Takes one of that name, if there is one left.
pub(crate) fn take(counts: &mut BTreeMap<&str, usize>, name: &str) -> bool {
    match counts.get_mut(name) {
        Some(count) if *count > 0 => {
            *count -= 1;
            true
        }
        _ => false,
    }
}

/// How many comparisons of targets are worth while; beyond, those without a partner are paired in order.
const MANY: usize = 4096;

/// For each of `missing`, which of `extra` probably stands for it: the most alike first, the rest in order.
fn partners(missing: &[&str], extra: &[&str]) -> Vec<Option<usize>> {
    let mut partners = vec![None; missing.len()];
    let mut is_free = vec![true; extra.len()];
    if missing.len() * extra.len() <= MANY {
        let mut likely: Vec<(usize, usize, usize)> = Vec::new();
        for (m, missing) in missing.iter().enumerate() {
            for (e, extra) in extra.iter().enumerate() {
                likely.push((alike(missing, extra), m, e));
            }
        }
        likely.sort_by_key(|(score, m, e)| (std::cmp::Reverse(*score), *m, *e));
        for (_, m, e) in likely.into_iter().filter(|(score, _, _)| *score >= 50) {
            if partners[m].is_none() && is_free[e] {
                partners[m] = Some(e);
                is_free[e] = false;
            }
        }
    }
    let mut free = (0..extra.len()).filter(|e| is_free[*e]).collect::<Vec<_>>().into_iter();
    for partner in partners.iter_mut().filter(|partner| partner.is_none()) {
        *partner = free.next();
    }
    partners
}

/// How much of two targets is the same at their beginning and end, in per cent.
fn alike(one: &str, other: &str) -> usize {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let shorter = one.len().min(other.len());
    let start = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let pairs = one.iter().rev().zip(other.iter().rev());
    let end = pairs.take(shorter - start).take_while(|(a, b)| a == b).count();
    (start + end) * 100 / one.len().max(other.len()).max(1)
}

fn link(message: String, help: String) -> Difference {
    Difference {
        aspect: Aspect::Link,
        message,
        help,
    }
}

fn refused(url: &str) -> &'static str {
    if allowed_url(url) {
        ""
    } else {
        "; such addresses are not allowed"
    }
}

fn round(text: &str) -> String {
    match text.trim() {
        "" => String::new(),
        text => format!(" round the words for `{}`", shown(text)),
    }
}

#[cfg(test)]
mod tests {
    use super::{alike, partners, take};
    use std::collections::BTreeMap;

    #[test]
    fn targets_are_alike_by_their_beginning_and_end() {
        for (one, other, percent) in [
            ("abcd", "abcd", 100),
            ("abcd", "abxd", 75),
            ("abcd", "xbcd", 75),
            ("abcd", "abcdefgh", 50),
            ("efgh", "abcdefgh", 50),
            ("aa", "aaa", 66),
            ("aaa", "aa", 66),
            ("abxba", "aba", 60),
            ("a", "b", 0),
            ("", "b", 0),
            ("", "", 0),
            ("é1", "é2", 50),
        ] {
            assert_eq!(alike(one, other), percent, "{one} {other}");
        }
    }

    #[test]
    fn what_is_most_alike_goes_together_and_the_rest_in_order() {
        let (a, b, c) = ("/news/2018/a", "/news/2018/b", "#note");
        for (missing, extra, expected) in [
            (vec![a, c], vec!["#n0te", "/news/2018/x"], vec![Some(1), Some(0)]),
            // Equally alike: the first takes the first.
            (vec![a, b], vec!["/news/2018/x", "/news/2018/y"], vec![Some(0), Some(1)]),
            // The second is the more alike, so the first takes what is left.
            (
                vec![a, b],
                vec!["/news/2018/bb", "/news/2019/z"],
                vec![Some(1), Some(0)],
            ),
            // Half is enough; less is no likeness, and order decides.
            (vec!["xxxx", "abcd"], vec!["abzz", "yyyy"], vec![Some(1), Some(0)]),
            (vec!["xxxx", "abcd"], vec!["azzz", "yyyy"], vec![Some(0), Some(1)]),
            (vec![a, b], vec!["/news/2018/x"], vec![Some(0), None]),
            (vec![c], vec![], vec![None]),
        ] {
            assert_eq!(partners(&missing, &extra), expected, "{missing:?} {extra:?}");
        }
    }

    #[test]
    fn nothing_is_taken_more_often_than_it_is_there() {
        let mut counts = BTreeMap::from([("a", 2)]);
        let taken: Vec<bool> = ["a", "b", "a", "a"].map(|name| take(&mut counts, name)).to_vec();
        assert_eq!(taken, [true, false, true, false]);
    }
}
