//! `pressroom schema`: what the program writes and reads is what its schemas say, and nothing else is.

use crate::support::Newsroom;
use jsonschema::Validator;
use serde_json::{Value, json};

/// A newsroom about which `check` has something to tell of each kind of place.
const FINDINGS: &str = "--- pressroom.toml
base-url = \"https://press.example.org\"
[locales.fr]
tier = \"required\"
--- releases/2018/talks.md
+++
title = \"Talks held\"
date = 2018-05-25
summary = \"Two days of talks were held.\"
+++

The talks drew 120 people on 25 May 2018.

More will be said in June.
";

fn schema(name: &str) -> Value {
    let told = Newsroom::empty().run(&["schema", name]);
    assert_eq!((told.code, told.stderr.as_str()), (0, ""), "{told:?}");
    serde_json::from_str(&told.stdout).unwrap()
}

fn validator(schema: &Value) -> Validator {
    jsonschema::meta::validate(schema).unwrap();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    jsonschema::validator_for(schema).unwrap()
}

/// The same schema without room for keys it does not name: a report must have none.
fn closed(mut schema: Value) -> Value {
    fn close(value: &mut Value) {
        match value {
            Value::Object(object) => {
                object.values_mut().for_each(close);
                if object.get("type") == Some(&json!("object")) && object.contains_key("properties") {
                    object.insert("additionalProperties".to_owned(), json!(false));
                }
            }
            Value::Array(items) => items.iter_mut().for_each(close),
            _ => {}
        }
    }
    close(&mut schema);
    schema
}

#[track_caller]
fn valid(validator: &Validator, document: &Value) {
    let errors: Vec<String> = validator
        .iter_errors(document)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{errors:#?}\n{document:#}");
}

fn newsroom_with_findings() -> Newsroom {
    let newsroom = Newsroom::from_text(FINDINGS);
    for arguments in [["extract"].as_slice(), &["update", "fr"]] {
        let told = newsroom.run(arguments);
        assert_eq!(told.code, 0, "{told:?}");
    }
    let path = "locales/fr/releases/2018/talks.ftl";
    let catalog = newsroom.read(path).unwrap();
    // A number and a date that the English does not have; the rest stays missing.
    let filled: String = catalog
        .lines()
        .map(|line| match line.split_once(" =") {
            Some((id, _)) if id.starts_with("talks-drew") => {
                format!("{id} = Les pourparlers ont réuni 130 personnes le 26 mai 2018.\n")
            }
            _ => format!("{line}\n"),
        })
        .collect();
    assert!(filled.contains("130 personnes"), "{catalog}");
    newsroom.write(path, &filled);
    newsroom
}

fn sample() -> Newsroom {
    let newsroom = Newsroom::empty();
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    newsroom.write(
        "pressroom.toml",
        &std::fs::read_to_string(root.join("pressroom.toml")).unwrap(),
    );
    for folder in ["releases", "locales", "templates"] {
        for (path, content) in crate::support::read_tree(&root.join(folder)) {
            let target = newsroom.root().join(folder).join(path);
            std::fs::create_dir_all(target.parent().unwrap()).unwrap();
            std::fs::write(target, content).unwrap();
        }
    }
    newsroom
}

fn report(newsroom: &Newsroom, command: &str, code: i32) -> Value {
    let told = newsroom.run(&[command, "--format", "json"]);
    assert_eq!(told.code, code, "{told:?}");
    serde_json::from_str(&told.stdout).unwrap()
}

/// `document` with the value at `pointer` put in place of what stood there, or taken away where it is `None`.
fn spoiled(document: &Value, pointer: &str, value: Option<Value>) -> Value {
    let mut document = document.clone();
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    let parent = document.pointer_mut(parent).unwrap().as_object_mut().unwrap();
    match value {
        Some(value) => drop(parent.insert(key.to_owned(), value)),
        None => drop(parent.remove(key).unwrap()),
    }
    document
}

#[test]
fn the_list_names_every_schema_and_a_wrong_name_is_answered() {
    let newsroom = Newsroom::empty();
    let list = newsroom.run(&["schema"]);
    let names: Vec<_> = list
        .stdout
        .lines()
        .filter_map(|l| l.split_whitespace().next())
        .collect();
    assert_eq!((list.code, names), (0, vec!["check", "status", "config"]));
    let wrong = newsroom.run(&["schema", "chekc"]);
    assert_eq!((wrong.code, wrong.stdout.as_str()), (2, ""));
    assert!(
        wrong.stderr.contains("`chekc` is not a schema") && wrong.stderr.contains("did you mean `check`?"),
        "{wrong:?}"
    );
}

#[test]
fn reports_of_check_are_what_the_schema_says() {
    let schema = schema("check");
    let (open, closed) = (validator(&schema), validator(&closed(schema)));
    let nothing = report(&sample(), "check", 0);
    valid(&closed, &nothing);
    assert_eq!(nothing["findings"], json!([]));
    let found = report(&newsroom_with_findings(), "check", 1);
    valid(&closed, &found);
    let rules: Vec<_> = found["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|f| &f["rule"])
        .collect();
    assert!(
        ["number", "date", "missing"]
            .iter()
            .all(|rule| rules.contains(&&json!(rule))),
        "{found:#}"
    );
    for (pointer, value) in [
        ("/schema", Some(json!(2))),
        ("/summary/errors", Some(json!(-1))),
        ("/summary/known", None),
        ("/findings/0/rule", None),
        ("/findings/0/level", Some(json!("fatal"))),
        ("/findings/0/line", Some(json!(0))),
        ("/findings/0/column", Some(json!("1"))),
        ("/findings/0/notes", Some(Value::Null)),
    ] {
        assert!(!open.is_valid(&spoiled(&found, pointer, value)), "{pointer}");
    }
    valid(&open, &spoiled(&found, "/findings/0/later", Some(json!(true))));
}

#[test]
fn reports_of_status_are_what_the_schema_says() {
    let schema = schema("status");
    let (open, closed) = (validator(&schema), validator(&closed(schema)));
    for newsroom in [sample(), newsroom_with_findings()] {
        let document = report(&newsroom, "status", 0);
        valid(&closed, &document);
        assert!(document.pointer("/locales/0/releases/0/words/total").is_some());
        for (pointer, value) in [
            ("/source", None),
            ("/locales/0/locale", Some(Value::Null)),
            ("/locales/0/segments/fresh", Some(json!(0.5))),
            ("/locales/0/releases/0/equivalent", None),
            ("/locales/0/releases/0/words", Some(json!([]))),
        ] {
            assert!(!open.is_valid(&spoiled(&document, pointer, value)), "{pointer}");
        }
    }
}

fn from_toml(text: &str) -> Value {
    serde_json::to_value(toml::from_str::<toml::Table>(text).unwrap()).unwrap()
}

/// The first example of the manual, which shows every setting.
fn manual() -> Value {
    let page = include_str!("../../docs/configuration.md");
    let example = page.split("```toml\n").nth(1).unwrap().split("```").next().unwrap();
    from_toml(example)
}

/// The pointers of all objects in a document whose keys the program decides.
fn tables(value: &Value, at: &str, found: &mut Vec<String>) {
    let free = ["/locales", "/links", "/levels"].iter().any(|end| at.ends_with(end));
    match value {
        Value::Object(object) => {
            if !free {
                found.push(at.to_owned());
            }
            for (key, value) in object.iter().filter(|(key, _)| !key.contains('/')) {
                tables(value, &format!("{at}/{key}"), found);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                tables(item, &format!("{at}/{index}"), found);
            }
        }
        _ => {}
    }
}

#[test]
fn the_configuration_is_what_the_schema_says() {
    let validator = validator(&schema("config"));
    let manual = manual();
    valid(&validator, &manual);
    valid(&validator, &from_toml(include_str!("../../pressroom.toml")));
    valid(&validator, &json!({}));
    let mut places = Vec::new();
    tables(&manual, "", &mut places);
    assert_eq!(places.len(), 7, "{places:?}");
    for place in places {
        let pointer = format!("{place}/pge-size");
        assert!(
            !validator.is_valid(&spoiled(&manual, &pointer, Some(json!(20)))),
            "{pointer}"
        );
    }
}

#[test]
fn the_schema_knows_every_rule() {
    let names = &schema("config")["$defs"]["levels"]["propertyNames"]["enum"];
    assert_eq!(names, &json!(pressroom::check::names()));
}

#[test]
fn the_schema_and_the_program_refuse_the_same_configurations() {
    let validator = validator(&schema("config"));
    for (text, is_right) in [
        ("page-size = 5", true),
        ("page-size = 0", false),
        ("base-url = \"http://a.org/x/\"", true),
        ("base-url = \"ftp://a.org\"", false),
        ("[policy]\nmissing = \"publish\"", false),
        ("[policy]\nstale = \"publish\"", true),
        ("[check]\nfail-on = \"off\"", false),
        ("[check.levels]\nsame = \"off\"", true),
        ("[memory]\nnear = 100", true),
        ("[memory]\nnear = 101", false),
        ("[memory]\nexact = \"stale\"", false),
        ("[build]\nninjs = 1", false),
        ("[locales.FR]\ntier = \"required\"", false),
        ("[locales.zh-Hant]\ntier = \"best-effort\"", true),
        ("[locales.fr]\nrequired = true", false),
        ("[[releases]]\nmissing = \"fallback\"", false),
        ("[[releases]]\npattern = \"2018/**\"\nstale = \"fallback\"", true),
        ("bse-url = \"https://a.org\"", false),
    ] {
        let newsroom = Newsroom::from_text(&format!("--- pressroom.toml\n{text}\n--- releases/.gitkeep\n"));
        let told = newsroom.run(&["status"]);
        assert_eq!(told.code != 2, is_right, "{text}\n{told:?}");
        assert_eq!(validator.is_valid(&from_toml(text)), is_right, "{text}");
    }
}
