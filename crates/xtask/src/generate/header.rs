//! The C header, from the sources of the C face and the core's list of codes.

use std::fmt::Write as _;

use anyhow::{Context, Result, ensure};

use super::Generated;
use crate::root;

const CRATE: &str = "crates/binsign-c/src";
const CODES: &str = "crates/binsign/src/code.rs";
const TARGET: &str = "include/binsign.h";

/// The sources with public items, in the order in which the header shows them.
const SOURCES: [&str; 13] = [
    "result.rs",
    "signer.rs",
    "request.rs",
    "fix.rs",
    "parameter.rs",
    "external.rs",
    "gate.rs",
    "signing.rs",
    "verdict.rs",
    "observed.rs",
    "part.rs",
    "refusal.rs",
    "call.rs",
];

const TOP: &str = r#"/*
 * binsign: no signature without a verdict.
 *
 * The signing and permission core for Binance API keys. A request becomes signed bytes in three steps, and there is no
 * way past the middle one: parameters are put in, binsign_request_authorize decides, or binsign_request_authorize_by with
 * the policy of a gate, binsign_request_sign signs.
 *
 * Made by `cargo xtask gen`; do not edit.
 *
 * The same for all functions:
 *  - Memory is the caller's; nothing is allocated, but by binsign_signer_init_pem_encrypted for its own time. Signers,
 *    external keys, gates and requests may lie anywhere, also on the stack. One that was only zeroed (`= {0}`) is not ready: every function says BINSIGN_HANDLE_USED_UP. One that was
 *    neither zeroed nor initialised must not be passed to anything but its own `_init` or `binsign_sign`.
 *  - What can fail returns a `binsign_result`, 0 for success. Outputs are written on success only; the object being
 *    worked on, the first argument, always.
 *  - Text comes in as pointer and length in bytes, UTF-8, and needs no NUL. BINSIGN_TEXT("...") gives both of a literal.
 *    NULL is empty text where the length is 0, and BINSIGN_NULL_POINTER where it is not.
 *  - Text goes out as (buffer, capacity, *written), all or nothing and without a NUL, or as a view of where it lies.
 *  - Every other pointer must be valid; NULL is BINSIGN_NULL_POINTER. Memory behind a pointer that is not const must
 *    not be used by anyone else during the call.
 *  - A request and a gate belong to one thread at a time, and a gate to the same as its requests. A signer or external key that is initialised may be used by several.
 *  - No function stops the program, and none throws.
 *  - No message and no name holds a secret, a signature or the value of a parameter.
 *
 * SPDX-License-Identifier: MIT OR Apache-2.0
 */"#;

const MACROS: &str = r#"/**
 * Pointer and length of a string literal, as two arguments or two initialisers.
 */
#define BINSIGN_TEXT(literal) ("" literal), (sizeof(literal) - 1)

/**
 * A `binsign_fix_logon` with the usual values: a new session, a heartbeat every 30 seconds, messages one after the other.
 */
#define BINSIGN_FIX_LOGON_USUAL {NULL, 0, NULL, 0, 1, 30, 2, 0, 0, 0, 0, 0, NULL, 0, NULL, 0}

/*
 * Define BINSIGN_BARE_METAL for a library that was built for a target without an operating system, and gates take a third
 * of the memory. With another library the program is not linked: what makes a gate has another name then.
 */
#ifdef BINSIGN_BARE_METAL
#define binsign_gate_init binsign_gate_init_bare_metal
#define binsign_gate_init_signed binsign_gate_init_signed_bare_metal
#define binsign_gate_init_sealed binsign_gate_init_sealed_bare_metal
#endif

/*
 * Define BINSIGN_WITHOUT_RSA for a library that was built without RSA, and signers take a third of the memory. With
 * another library the program is not linked: what puts something into a signer has another name then.
 */
#ifdef BINSIGN_WITHOUT_RSA
#define binsign_signer_init binsign_signer_init_without_rsa
#define binsign_signer_init_pem binsign_signer_init_pem_without_rsa
#define binsign_signer_init_pem_encrypted binsign_signer_init_pem_encrypted_without_rsa
#else
#define BINSIGN_WITH_RSA
#endif

#if defined(__GNUC__) || defined(__clang__)
#define BINSIGN_MUST_USE __attribute__((warn_unused_result))
#else
#define BINSIGN_MUST_USE
#endif"#;

pub(super) fn generate() -> Result<Generated> {
    let mut builder = cbindgen::Builder::new().with_config(config()?);
    for source in SOURCES {
        builder = builder.with_src(root().join(CRATE).join(source));
    }
    let mut header = Vec::new();
    builder.generate().context("the C face cannot be read")?.write(&mut header);
    let text = format!("{}\n", String::from_utf8(header)?.trim_end());
    ensure!(text.is_ascii(), "compilers read the header in the code page of their user: only ASCII is the same in all");
    Ok(Generated { path: TARGET, text })
}

fn config() -> Result<cbindgen::Config> {
    let mut config = cbindgen::Config {
        header: Some(TOP.to_owned()),
        after_includes: Some(format!("{}\n{MACROS}\n\n{}", version_macros()?, result_enum()?)),
        include_guard: Some("BINSIGN_H".to_owned()),
        language: cbindgen::Language::C,
        cpp_compat: true,
        documentation_style: cbindgen::DocumentationStyle::Doxy,
        style: cbindgen::Style::Both,
        usize_is_size_t: true,
        no_includes: true,
        sys_includes: vec!["stddef.h".to_owned(), "stdint.h".to_owned()],
        line_length: 116,
        tab_width: 4,
        ..cbindgen::Config::default()
    };
    config.enumeration.rename_variants = cbindgen::RenameRule::QualifiedScreamingSnakeCase;
    config.function.must_use = Some("BINSIGN_MUST_USE".to_owned());
    config.defines.insert("feature = rsa".to_owned(), "BINSIGN_WITH_RSA".to_owned());
    config.defines.insert("target_os = none".to_owned(), "BINSIGN_BARE_METAL".to_owned());
    // Its place takes the enum made from the list of codes.
    config.export.exclude = vec!["binsign_result".to_owned()];
    Ok(config)
}

/// The version, as text and as numbers.
fn version_macros() -> Result<String> {
    // One version for the whole workspace.
    let version = env!("CARGO_PKG_VERSION");
    let numbers: Vec<&str> = version.split('.').collect();
    ensure!(numbers.len() == 3, "{version} is not three numbers");
    let mut text = format!(
        "\n/**\n * The version this header belongs to; binsign_version() is that of the library.\n */\n\
         #define BINSIGN_VERSION \"{version}\"\n"
    );
    for (name, number) in ["MAJOR", "MINOR", "PATCH"].iter().zip(numbers) {
        writeln!(text, "#define BINSIGN_VERSION_{name} {number}")?;
    }
    Ok(text)
}

/// The enum of results, from the core's list of codes and its documentation, four bytes on every platform.
fn result_enum() -> Result<String> {
    let source = std::fs::read_to_string(root().join(CODES)).context(CODES)?;
    let list = source.split("\ncodes! {\n").nth(1).and_then(|rest| rest.split("\n}\n").next());
    let list = list.with_context(|| format!("no list in {CODES}"))?;

    let mut values = String::from("    /**\n     * Nothing went wrong.\n     */\n    BINSIGN_OK = 0,\n");
    let mut count = 0;
    let mut documentation = String::new();
    for line in list.lines().map(str::trim) {
        if let Some(text) = line.strip_prefix("///") {
            writeln!(documentation, "     *{}", plain(text))?;
            continue;
        }
        let entry = line.strip_suffix("\";").and_then(|line| line.split_once(" = ")?.1.split_once(", \""));
        let (number, name) = entry.with_context(|| format!("not understood in {CODES}: {line}"))?;
        write!(values, "    /**\n{documentation}     */\n    BINSIGN_{name} = {number},\n")?;
        documentation.clear();
        let code = binsign::Code::ALL.get(count).context("fewer codes in the core than in its source")?;
        ensure!(number == code.number().to_string() && name == code.name(), "{name} is not {code:?}");
        count += 1;
    }
    ensure!(count == binsign::Code::ALL.len(), "{CODES} has {count} codes");
    Ok(format!(
        "/**\n * What went wrong, or why a request was denied (4xx). Numbers and names stay the same for ever.\n */\n\
         enum binsign_result\n#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L\n  : uint32_t\n#endif\n \
         {{\n{values}}};\n\
         #ifndef __cplusplus\n#if __STDC_VERSION__ >= 202311L\ntypedef enum binsign_result binsign_result;\n\
         #else\ntypedef uint32_t binsign_result;\n#endif\n#endif\n"
    ))
}

/// A line of Rust documentation in ASCII, with the names of C.
fn plain(text: &str) -> String {
    text.replace("[`MAX_REQUEST`](crate::MAX_REQUEST)", "`BINSIGN_MAX_REQUEST`").replace("µs", "microseconds")
}
