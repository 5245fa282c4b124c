//! Three pairs in every form, byte by byte: `tests/forms`. The command line, the package and the page are held against the
//! same files. `UPDATE=1 cargo test --test export forms` writes them anew: read what changed.

use std::{fs, path::PathBuf};

use serde_json::Value;
use twicetold::{
    Options, Sides, compare,
    export::{Article, FORMATS, Source},
};

#[test]
fn forms_are_as_they_were() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/forms");
    for pair in ["lamp", "scripts", "signs"] {
        let folder = folder.join(pair);
        let text = |name: &str| fs::read_to_string(folder.join(name)).expect("a text");
        let (left, right) = (text("left.txt"), text("right.txt"));
        let about: Value = serde_json::from_str(&text("about.json")).expect("it is JSON");
        let options = Options::default();
        let comparison = compare(&left, &right, &options);
        let source = Source {
            articles: Sides::new(article(&about["left"]), article(&about["right"])),
            made: about["made"].as_str().unwrap_or_default(),
            author: about["author"].as_str(),
            ..Source::new(&comparison, &options)
        };
        for format in FORMATS {
            let path = folder.join(format!("form.{}", format.ending));
            let written = format.write(&source);
            if std::env::var_os("UPDATE").is_some() {
                fs::write(&path, &written).expect("it is written");
            }
            let expected = fs::read(&path).expect("a form");
            assert!(written == expected, "{} of {pair} is another", format.name);
        }
    }
}

fn article(about: &Value) -> Article<'_> {
    Article {
        title: about["title"].as_str(),
        outlet: about["outlet"].as_str(),
        byline: about["byline"].as_str(),
        date: about["date"].as_str(),
        address: about["address"].as_str(),
        name: about["name"].as_str().unwrap_or_default(),
    }
}
