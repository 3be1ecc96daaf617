//! `cargo xtask size`: flash, RAM, stack and instructions of the product images, and their budgets.
//!
//! The figures are those of `bindings/firmware/product`: an order on Spot, signed with an HMAC, an Ed25519 or an RSA key,
//! without any test harness; the runtime's own share is that of an image with nothing else in it. Stack and instructions
//! come from a run under QEMU.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use object::{Object, ObjectSection, SectionFlags, SectionKind, elf};

use crate::root;

/// The targets, and the processor that each stands for.
const TARGETS: [(&str, &str); 4] = [
    ("thumbv6m-none-eabi", "Cortex-M0+"),
    ("thumbv7m-none-eabi", "Cortex-M3"),
    ("thumbv7em-none-eabi", "Cortex-M4"),
    ("riscv32imac-unknown-none-elf", "RV32IMAC"),
];

/// The types of keys, and how the images `product-…` and `measure-…` call them.
const KEYS: [(&str, &str); 4] =
    [("HMAC", "hmac"), ("Ed25519", "ed25519"), ("RSA-2048", "rsa"), (WITH_POLICY, "policy")];

/// An HMAC key and a policy, with the state in flash.
const WITH_POLICY: &str = "HMAC and a policy";
/// What a policy is to add to the flash of the HMAC row: a goal, in bytes.
const POLICY_GOAL: u64 = 24 * 1024;

/// Whether a type of key is measured on a target: an RSA key is of no use where a signature takes seconds, and the
/// multiplication more or less time with the operands. A policy is measured on one.
fn is_measured(target: &str, key: &str) -> bool {
    if key == WITH_POLICY {
        return target == "thumbv7em-none-eabi";
    }
    key != "RSA-2048" || matches!(target, "thumbv7em-none-eabi" | "riscv32imac-unknown-none-elf")
}

/// What is measured, and how the table calls it.
const FIGURES: [(&str, &str); 9] = [
    ("flash", "flash"),
    ("flash_runtime", "of it start-up"),
    ("flash_binsign", "of it binsign"),
    ("flash_c", "flash from C"),
    ("ram", "static RAM"),
    ("key_stack", "stack: key"),
    ("sign_stack", "stack: sign"),
    ("key_instructions", "instructions: key"),
    ("sign_instructions", "instructions: sign"),
];

/// By how many per cent a budget may be passed.
const TOLERANCE: u64 = 2;
/// From how many per cent below its budget a figure is worth a hint.
const FAR_BELOW: u64 = 10;

const BUDGETS: &str = "bindings/firmware/budgets.toml";
/// The texts that show the table.
const READMES: [&str; 2] = ["README.md", "bindings/firmware/README.md"];
/// The lines between which the table stands in them.
const TABLE_MARKS: (&str, &str) = ("<!-- cargo xtask size --write -->\n", "<!-- end -->");

/// Figures by name, by target and type of key (`TARGET HMAC`); beside them `ceilings`, which hold for HMAC keys: no target
/// may pass them.
type Figures = BTreeMap<String, BTreeMap<String, u64>>;

/// Measures and prints; with `check` it fails where a budget or a ceiling is passed.
pub(crate) fn run(check: bool) -> Result<()> {
    let measured = measure()?;
    let table = table(&measured);
    print!("{table}");
    if check {
        let budgets = budgets()?;
        let table = self::table(&budgets);
        for path in READMES {
            ensure!(read(path)?.contains(&table), "{path} has other figures than {BUDGETS}; {UPDATE}");
        }
        compare(&measured, &budgets)?;
    }
    Ok(())
}

/// Measures, and takes the figures as the budgets and into the README.
pub(crate) fn write() -> Result<()> {
    let mut measured = measure()?;
    let ceilings = budgets()?.remove("ceilings").with_context(|| format!("{BUDGETS} has no ceilings"))?;
    measured.insert("ceilings".into(), ceilings);
    compare(&measured, &measured)?;
    fs::write(root().join(BUDGETS), render(&measured)?)?;

    let table = table(&measured);
    for path in READMES {
        let text = read(path)?;
        let (before, rest) = text.split_once(TABLE_MARKS.0).with_context(|| format!("no table in {path}"))?;
        let (_, after) = rest.split_once(TABLE_MARKS.1).with_context(|| format!("no end of the table in {path}"))?;
        fs::write(root().join(path), format!("{before}{}{table}{}{after}", TABLE_MARKS.0, TABLE_MARKS.1))?;
    }
    print!("{table}");
    Ok(())
}

const UPDATE: &str = "run `cargo xtask size --write` and commit";

fn read(path: &str) -> Result<String> {
    fs::read_to_string(root().join(path)).with_context(|| format!("cannot read {path}"))
}

fn budgets() -> Result<Figures> {
    let text = fs::read_to_string(root().join(BUDGETS)).with_context(|| format!("cannot read {BUDGETS}"))?;
    toml::from_str(&text).with_context(|| format!("cannot understand {BUDGETS}"))
}

/// Builds and measures every image.
fn measure() -> Result<Figures> {
    let mut all = Figures::new();
    for (target, processor) in TARGETS {
        image(&["build", target, "product", "--bin", "empty"])?;
        for (key, name) in KEYS.into_iter().filter(|(key, _)| is_measured(target, key)) {
            image(&["product", target, name])?;
            let product = Memory::of(&image_path(target, &format!("product-{name}"))?)?;
            let empty = Memory::of(&image_path(target, "empty")?)?;
            let mut figures = BTreeMap::from([
                ("flash".to_owned(), product.flash),
                ("flash_runtime".to_owned(), empty.flash),
                ("flash_binsign".to_owned(), product.flash - empty.flash),
                ("ram".to_owned(), product.ram),
            ]);
            // One instruction a nanosecond, so that the timers count instructions.
            for line in image(&["run", target, &format!("measure-{name}"), "-icount", "shift=0"])?.lines() {
                if let Some((name, Ok(figure))) = line.split_once(' ').map(|(name, text)| (name, text.parse())) {
                    figures.insert(name.to_owned(), figure);
                }
            }
            // The C example has the start-up of a Cortex-M, and an HMAC key.
            if key == "HMAC" && target.starts_with("thumb") {
                script("bindings/firmware/c/build", &[target])?;
                figures.insert("flash_c".to_owned(), Memory::of(&image_path(target, "c-firmware")?)?.flash);
            }
            for (name, _) in FIGURES {
                let there = figures.contains_key(name) || name == "flash_c";
                ensure!(there, "the image for {processor}, {key}, did not report {name}");
            }
            all.insert(row_name(target, key), figures);
        }
    }
    Ok(all)
}

/// The name of a row in the budget file.
fn row_name(target: &str, key: &str) -> String {
    format!("{target} {key}")
}

/// Every row: its name, its processor, its target and its type of key.
fn rows() -> impl Iterator<Item = (String, &'static str, &'static str, &'static str)> {
    TARGETS.into_iter().flat_map(|(target, processor)| {
        let keys = KEYS.into_iter().map(|(key, _)| key).filter(|key| is_measured(target, key));
        keys.map(move |key| (row_name(target, key), processor, target, key))
    })
}

/// Runs `bindings/firmware/image` and returns what it prints.
fn image(arguments: &[&str]) -> Result<String> {
    script("bindings/firmware/image", arguments)
}

fn script(path: &str, arguments: &[&str]) -> Result<String> {
    let script = root().join(path);
    let output =
        Command::new(&script).args(arguments).output().with_context(|| format!("cannot run {}", script.display()))?;
    if !output.status.success() {
        bail!("{path} {}: {}\n{}", arguments.join(" "), output.status, String::from_utf8_lossy(&output.stderr));
    }
    Ok(String::from_utf8(output.stdout)?)
}

fn image_path(target: &str, name: &str) -> Result<PathBuf> {
    Ok(image(&["path", target, name])?.trim_end().into())
}

/// What an image takes of a device.
struct Memory {
    /// Code, constants and the first values of variables.
    flash: u64,
    /// Variables; neither stack nor heap.
    ram: u64,
}

impl Memory {
    fn of(image: &PathBuf) -> Result<Self> {
        let data = fs::read(image).with_context(|| format!("cannot read {}", image.display()))?;
        let mut memory = Self { flash: 0, ram: 0 };
        for section in object::File::parse(&*data)?.sections() {
            let SectionFlags::Elf { sh_flags, .. } = section.flags() else { continue };
            // One start-up crate declares the free stack as a section.
            if sh_flags & elf::SHF_ALLOC != elf::SHF_ALLOC || section.name()? == ".stack" {
                continue;
            }
            if section.kind() != SectionKind::UninitializedData {
                memory.flash += section.size();
            }
            if sh_flags & elf::SHF_WRITE == elf::SHF_WRITE {
                memory.ram += section.size();
            }
        }
        Ok(memory)
    }
}

/// The figures as a table, which README.md shows too.
fn table(all: &Figures) -> String {
    let row = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let headings = FIGURES.iter().map(|(_, heading)| (*heading).to_owned());
    let mut text = row(["bytes, instructions".to_owned()].into_iter().chain(headings).collect());
    text += &row(["---".to_owned()].into_iter().chain(FIGURES.map(|_| "---:".to_owned())).collect());
    for (name_of_row, processor, target, key) in rows() {
        let figures = FIGURES.iter().map(|(name, _)| {
            let figure = all.get(&name_of_row).and_then(|figures| figures.get(*name));
            figure.map_or("-".to_owned(), u64::to_string)
        });
        text += &row([format!("{processor}, {key} (`{target}`)")].into_iter().chain(figures).collect());
    }
    text
}

/// Fails where a figure passes its budget or a ceiling, or has none; hints where it is far below.
fn compare(measured: &Figures, budgets: &Figures) -> Result<()> {
    let mut passed = Vec::new();
    let ceilings = budgets.get("ceilings").with_context(|| format!("{BUDGETS} has no ceilings"))?;
    for (row, processor, _, key) in rows() {
        for (name, heading) in FIGURES {
            let find = |all: &Figures| all.get(&row).and_then(|figures| figures.get(name)).copied();
            let (figure, budget) = match (find(measured), find(budgets)) {
                (Some(figure), Some(budget)) => (figure, budget),
                (None, None) => continue,
                _ => {
                    bail!("{BUDGETS} and what was measured differ in whether there is a {name} for {row}; {UPDATE}")
                }
            };
            if figure * 100 > budget * (100 + TOLERANCE) {
                passed.push(format!("{processor}, {key}, {heading}: {figure}, budget {budget}"));
            }
            if let Some(ceiling) = ceilings.get(name).filter(|ceiling| key == "HMAC" && figure > **ceiling) {
                passed.push(format!("{processor}, {key}, {heading}: {figure}, ceiling {ceiling}"));
            }
            if figure * 100 < budget * (100 - FAR_BELOW) {
                println!("{processor}, {key}, {heading}: {figure} is far below its budget of {budget}; {UPDATE}");
            }
        }
    }
    for (row, processor, target, _) in rows().filter(|(.., key)| *key == WITH_POLICY) {
        let flash = |row: &str| measured.get(row).and_then(|figures| figures.get("flash")).copied().unwrap_or(0);
        let added = flash(&row).saturating_sub(flash(&row_name(target, "HMAC")));
        let outcome = if added > POLICY_GOAL { "missed" } else { "reached" };
        println!("{processor}, a policy adds {added} of flash; the goal of {POLICY_GOAL} is {outcome}");
    }
    ensure!(passed.is_empty(), "over the budget of {BUDGETS}:\n  {}\nsay why and {UPDATE}", passed.join("\n  "));
    Ok(())
}

/// The budget file.
fn render(all: &Figures) -> Result<String> {
    let head = "\
# What the product images may take: bytes, and instructions under QEMU. `cargo xtask size --check` fails where a figure
# is passed by more than 2 %. Made by `cargo xtask size --write` from what was measured then; the ceilings are by hand,
# hold for HMAC keys on every target, and are not passed at all.

";
    Ok(format!("{head}{}", toml::to_string(all)?))
}

#[cfg(test)]
mod tests {
    use super::{FIGURES, Figures, compare, rows};

    /// Every figure of every target, and ceilings far above.
    fn figures(figure: u64) -> Figures {
        let of_target = || FIGURES.iter().map(|(name, _)| ((*name).to_owned(), figure)).collect();
        let mut all: Figures = rows().map(|(row, ..)| (row, of_target())).collect();
        all.insert("ceilings".into(), [("flash".to_owned(), 10_000)].into());
        all
    }

    fn with(figure: u64, name: &str) -> Figures {
        let mut all = figures(1000);
        all.get_mut("thumbv7em-none-eabi HMAC").unwrap().insert(name.into(), figure);
        all
    }

    #[test]
    fn two_per_cent_over_budget_pass_and_more_do_not() {
        compare(&with(1020, "sign_stack"), &figures(1000)).unwrap();
        let error = compare(&with(1021, "sign_stack"), &figures(1000)).unwrap_err().to_string();
        assert!(error.contains("Cortex-M4, HMAC, stack: sign: 1021, budget 1000"), "{error}");
    }

    #[test]
    fn a_ceiling_holds_whatever_the_budget_says() {
        let error = compare(&with(10_001, "flash"), &with(20_000, "flash")).unwrap_err().to_string();
        assert!(error.contains("Cortex-M4, HMAC, flash: 10001, ceiling 10000"), "{error}");
    }

    #[test]
    fn a_figure_without_budget_fails() {
        let mut budgets = figures(1000);
        budgets.get_mut("thumbv6m-none-eabi Ed25519").unwrap().remove("ram");
        assert!(compare(&figures(1000), &budgets).is_err());
    }
}
