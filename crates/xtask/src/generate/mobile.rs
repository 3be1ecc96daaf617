//! The Swift and Kotlin sources, made by the program that comes with crates/binsign-mobile.
//!
//! The program is built apart, so that uniffi's generator does not slow down every other chore.

use std::ffi::OsString;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::Generated;
use crate::root;

/// Name as the program writes it, and the place of the file.
const FILES: [(&str, &str); 5] = [
    ("BinsignFFI.h", "bindings/swift/Sources/BinsignFFI/BinsignFFI.h"),
    ("BinsignGenerated.swift", "bindings/swift/Sources/BinsignGenerated/BinsignGenerated.swift"),
    ("Code.swift", "bindings/swift/Sources/Binsign/Code.swift"),
    ("binsign.kt", "bindings/kotlin/src/main/kotlin/binsign/generated/binsign.kt"),
    ("Code.kt", "bindings/kotlin/src/main/kotlin/binsign/Code.kt"),
];

/// Makes all of them.
pub(super) fn generate() -> Result<Vec<Generated>> {
    const PACKAGE: [&str; 5] = ["--quiet", "--package", "binsign-mobile", "--features", "bindgen"];
    let out_dir = root().join("target/generated-mobile");
    std::fs::create_dir_all(&out_dir).with_context(|| format!("cannot make {}", out_dir.display()))?;
    // The library first: the program reads what it exports.
    cargo("build", &PACKAGE.map(OsString::from))?;
    let program = ["--bin", "binsign-mobile-bindgen", "--"].map(OsString::from);
    cargo("run", &[PACKAGE.map(OsString::from).as_slice(), &program, &[out_dir.clone().into()]].concat())?;
    FILES
        .into_iter()
        .map(|(name, path)| {
            let text = std::fs::read_to_string(out_dir.join(name)).with_context(|| format!("{name} was not made"))?;
            Ok(Generated { path, text })
        })
        .collect()
}

fn cargo(chore: &str, arguments: &[OsString]) -> Result<()> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(cargo).arg(chore).args(arguments).current_dir(root()).status()?;
    ensure!(status.success(), "cargo {chore} of the generator of the Swift and Kotlin sources failed");
    Ok(())
}
