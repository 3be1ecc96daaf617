//! Writes the Swift and Kotlin sources into a directory: what uniffi makes of the library, and the list of codes.
//!
//! `cargo xtask gen` runs it and puts the files where they belong.

mod codes;

use anyhow::{Context, Result};
use camino::{Utf8Path, Utf8PathBuf};
use uniffi_bindgen::bindings::{GenerateOptions, TargetLanguage, generate};

fn main() -> Result<()> {
    let out_dir = Utf8PathBuf::from(std::env::args().nth(1).context("which directory to write to is missing")?);
    let program = std::env::current_exe().context("this program does not know where it lies")?;
    let library = format!("{}binsign_mobile{}", std::env::consts::DLL_PREFIX, std::env::consts::DLL_SUFFIX);
    let source = Utf8PathBuf::try_from(program.with_file_name(library))?;
    let raw = out_dir.join("raw");
    generate(GenerateOptions {
        languages: vec![TargetLanguage::Swift, TargetLanguage::Kotlin],
        source,
        out_dir: raw.clone(),
        // Formatters differ from machine to machine.
        format: false,
        metadata_no_deps: true,
        ..GenerateOptions::default()
    })?;
    for made in ["BinsignFFI.h", "BinsignGenerated.swift", "binsign/generated/binsign.kt"] {
        tidy(&raw.join(made), &out_dir)?;
    }
    std::fs::write(out_dir.join("Code.swift"), codes::swift())?;
    std::fs::write(out_dir.join("Code.kt"), codes::kotlin())?;
    Ok(())
}

/// Puts a file into `out_dir` with a head that says where it comes from, and without blanks at the ends of lines.
fn tidy(made: &Utf8Path, out_dir: &Utf8Path) -> Result<()> {
    let text = std::fs::read_to_string(made).with_context(|| format!("uniffi has not made {made}"))?;
    let mut tidied =
        String::from("// Made by `cargo xtask gen` with uniffi from crates/binsign-mobile. Do not edit.\n");
    // The first two lines are uniffi's own head.
    for line in text.lines().skip_while(|line| line.starts_with("//")) {
        tidied += line.trim_end();
        tidied += "\n";
    }
    let name = made.file_name().context("a file has a name")?;
    std::fs::write(out_dir.join(name), tidied.trim_end().to_owned() + "\n")?;
    Ok(())
}
