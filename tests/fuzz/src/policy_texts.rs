//! Policies out of arbitrary text: refused with a place in the text, or compiled to what the core takes and what prints to a text
//! that compiles to the same.

use binsign::Code;
use binsign::policy::Policy;
use binsign_host::policy::{compile, print};

/// Compiles, reads, prints and compiles again.
///
/// # Panics
/// Where the compiler makes what the core refuses, or what is printed is another policy.
pub fn run(input: &[u8]) {
    let Ok(text) = core::str::from_utf8(input) else { return };
    match compile(text) {
        Ok(image) => {
            let policy = Policy::new(&image).expect("what is compiled is taken");
            let printed = print(&image).expect("what is compiled is printed");
            assert_eq!(compile(&printed).as_ref(), Ok(&image), "{printed}");
            assert!(policy.rules().count() <= 200 && policy.limits().count() <= 8);
        }
        Err(error) => {
            assert_eq!(error.code(), Code::PolicyText);
            let line = text.split('\n').nth(error.line() - 1).expect("the line is there");
            assert!((1..=line.chars().count() + 1).contains(&error.column()), "{error}");
        }
    }
}
