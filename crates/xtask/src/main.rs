//! The chores of the repository; `cargo xtask` lists them.

mod bench;
mod generate;
mod lanes;
mod size;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Result, bail};

const HELP: &str = "\
cargo xtask CHORE

  gen              write every generated file: catalogue table, header, bindings, stubs
  gen --check      the same into memory, and fail where a checked-in file differs
  test             run every lane of the tests; with CI=true a lane that cannot run is a failure
  test LANE…       run these lanes
  size             measure flash, RAM, stack and instructions of the firmware images
  size --check     the same, and fail where one is over its budget (bindings/firmware/budgets.toml)
  size --write     the same, and take the figures as the budgets and into bindings/firmware/README.md
  bench            time binsign beside its peers; with --write take the tables into tests/bench/README.md
  bench --instructions --check | --write   count the instructions of the hot paths, against their budgets or as them
";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["gen"] => generate::run(false),
        ["gen", "--check"] => generate::run(true),
        ["size"] => size::run(false),
        ["size", "--check"] => size::run(true),
        ["size", "--write"] => size::write(),
        ["bench"] => bench::run(false),
        ["bench", "--write"] => bench::run(true),
        ["bench", "--instructions", "--check"] => bench::check_instructions(),
        ["bench", "--instructions", "--write"] => bench::write_instructions(),
        ["test", names @ ..] => lanes::run(names),
        [] | ["help" | "--help" | "-h"] => {
            println!("{HELP}\nLanes: {}", lanes::list());
            Ok(())
        }
        _ => bail!("no such chore: {}\n\n{HELP}", words.join(" ")),
    }
}

/// The top of the repository.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap_or(Path::new(".")).to_path_buf()
}
