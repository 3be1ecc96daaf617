//! What must not compile: there is no way to a signature but through the gate, and no way to a signer's secret.
//!
//! Each file in `cases` is a program of its own. A comment `//~ E0451` marks a line on which the compiler must report
//! exactly that error; a line without one must be fine. So a case that fails for another reason fails the test, and the
//! case without any mark shows that the set-up compiles what is allowed.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// Errors by line: what the marks ask for, or what the compiler has reported.
type Errors = BTreeSet<(u64, String)>;

#[test]
fn programs_that_go_around_the_gate_do_not_compile() {
    let cases = cases();
    assert!(cases.len() >= 10, "only {} cases were found", cases.len());
    let mut reported = compile(&cases);
    for (name, path) in &cases {
        let found = reported.remove(name).unwrap_or_default();
        assert_eq!(found, marks(path), "{name}.rs: compiler on the left, marks on the right");
    }
    assert!(marks(&cases["allowed"]).is_empty());
}

fn cases() -> BTreeMap<String, PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/forbidden/cases");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files.map(|path| (path.file_stem().unwrap().to_str().unwrap().to_owned(), path)).collect()
}

fn marks(path: &Path) -> Errors {
    let text = fs::read_to_string(path).unwrap();
    let lines = (1..).zip(text.lines());
    lines.filter_map(|(number, line)| Some((number, line.split_once("//~ ")?.1.to_owned()))).collect()
}

/// Checks all cases as programs of one package, and gives the errors by case.
fn compile(cases: &BTreeMap<String, PathBuf>) -> BTreeMap<String, Errors> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("forbidden");
    fs::create_dir_all(&folder).unwrap();
    let core = env!("CARGO_MANIFEST_DIR");
    let mut manifest = format!(
        "[package]\nname = \"forbidden\"\nedition = \"2024\"\n[workspace]\n[dependencies]\nbinsign = {{ path = {core:?} }}\n"
    );
    for (name, path) in cases {
        write!(manifest, "[[bin]]\nname = {name:?}\npath = {:?}\n", path.display().to_string()).unwrap();
    }
    fs::write(folder.join("Cargo.toml"), manifest).unwrap();
    // The versions that the test itself was built with, which are there already.
    fs::copy(Path::new(core).join("../../Cargo.lock"), folder.join("Cargo.lock")).unwrap();

    let output = Command::new(env!("CARGO"))
        .args(["check", "--bins", "--keep-going", "--offline", "--message-format=json", "--manifest-path"])
        .arg(folder.join("Cargo.toml"))
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .env_remove("RUSTFLAGS")
        .output()
        .unwrap();
    let stdout = String::from_utf8(output.stdout).unwrap();
    let messages: Vec<Value> = stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let built = messages.iter().filter(|message| message["reason"] == "compiler-artifact");
    let built: Vec<&str> = built.filter_map(|message| message["target"]["name"].as_str()).collect();
    assert!(built.contains(&"binsign"), "the core was not built: {}", String::from_utf8_lossy(&output.stderr));

    let mut errors: BTreeMap<String, Errors> = BTreeMap::new();
    for message in messages.iter().filter(|message| message["message"]["level"] == "error") {
        let case = message["target"]["name"].as_str().unwrap().to_owned();
        let code = message["message"]["code"]["code"].as_str().map(str::to_owned);
        let spans = message["message"]["spans"].as_array().into_iter().flatten();
        let line = spans.filter(|span| span["is_primary"] == true).find_map(|span| span["line_start"].as_u64());
        // An error without a code and a place is the closing count of errors.
        if let (Some(code), Some(line)) = (code, line) {
            errors.entry(case).or_default().insert((line, code));
        }
    }
    for (name, _) in cases.iter().filter(|(name, _)| !errors.contains_key(*name)) {
        assert!(built.contains(&name.as_str()), "{name} was neither built nor refused");
    }
    errors
}
