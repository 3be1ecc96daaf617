//! Generated files: one list of them, written or compared.

mod catalogue;
mod class;
mod header;
mod mobile;
mod names;
mod policies;
mod shapes;
mod source;

use anyhow::{Context, Result, bail};

use crate::root;

/// A file that is made from others and checked in.
struct Generated {
    /// Where it lies, from the top of the repository.
    path: &'static str,
    text: String,
}

/// Writes all generated files, or with `check` fails where one differs from what is checked in.
pub(crate) fn run(check: bool) -> Result<()> {
    let source = source::Source::read()?;
    let names = names::Names::new(source.current.iter().map(|row| &row.parameters))?;
    let mut files = catalogue::generate(&source, &names)?;
    files.extend([class::generate(&source, &names)?, shapes::generate()?, header::generate()?]);
    files.extend(mobile::generate()?);
    files.extend(policies::generate()?);
    let mut stale = Vec::new();
    for file in &files {
        let path = root().join(file.path);
        let present = std::fs::read_to_string(&path).unwrap_or_default();
        if present == file.text {
            continue;
        }
        if check {
            stale.push(file.path);
        } else {
            std::fs::write(&path, &file.text).with_context(|| format!("cannot write {}", path.display()))?;
            println!("wrote {}", file.path);
        }
    }
    if !stale.is_empty() {
        bail!("not what `cargo xtask gen` makes; run it and commit: {}", stale.join(", "));
    }
    Ok(())
}
