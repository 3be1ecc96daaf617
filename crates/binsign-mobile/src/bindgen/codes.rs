//! The list of codes in Swift and Kotlin, from the core's own list.

use std::fmt::Write as _;

use binsign::{Code, Error};

const HEAD: &str = "// Made by `cargo xtask gen` from crates/binsign/src/code.rs. Do not edit.\n\n";

/// `enum Code: UInt16`, a case a code.
pub(crate) fn swift() -> String {
    let mut text = String::from(HEAD);
    text += "/// What went wrong, or why a request was denied: a number and a name that stay the same for ever.\n";
    text += "public enum Code: UInt16, CaseIterable, Sendable {\n";
    for code in Code::ALL {
        let _ = writeln!(text, "    /// {}.", documentation(*code));
        let _ = writeln!(text, "    case {} = {}", declared(&camel_case(code.name())), code.number());
    }
    text +=
        "\n    /// The stable name, as every face prints it.\n    public var name: String {\n        switch self {\n";
    for code in Code::ALL {
        let _ = writeln!(text, "        case .{}: \"{}\"", camel_case(code.name()), code.name());
    }
    text += "        }\n    }\n}\n";
    text
}

/// `enum class Code`, whose names are the stable names.
pub(crate) fn kotlin() -> String {
    let mut text = String::from(HEAD);
    text += "package binsign\n\n";
    text += "/** What went wrong, or why a request was denied: a number and a name that stay the same for ever. */\n";
    text += "enum class Code(\n    /** The stable number. */\n    val number: Int,\n) {\n";
    for code in Code::ALL {
        let _ = writeln!(text, "    /** {}. */", documentation(*code));
        let _ = writeln!(text, "    {}({}),", code.name(), code.number());
    }
    text += "}\n";
    text
}

/// The core's message, without a parameter in particular.
fn documentation(code: Code) -> String {
    if code.is_denial() {
        return "Denied by the gate; the message says what would make the request pass".to_owned();
    }
    let message = Error::new(code).to_string().replace("parameter  ", "a parameter ");
    let (head, tail) = message.split_at(1);
    head.to_ascii_uppercase() + tail
}

/// A name as Swift declares it: `internal` is a keyword.
fn declared(name: &str) -> String {
    if name == "internal" { format!("`{name}`") } else { name.to_owned() }
}

/// `PARAMETER_TWICE` as Swift writes it: `parameterTwice`.
fn camel_case(name: &str) -> String {
    let mut words = name.split('_').map(str::to_ascii_lowercase);
    let first = words.next().unwrap_or_default();
    words.fold(first, |mut text, word| {
        let (head, tail) = word.split_at(1);
        text += &head.to_ascii_uppercase();
        text += tail;
        text
    })
}
