//! The tables of the run: medians, and ratios within the rounds.

use std::fmt::Write as _;
use std::fs;

use anyhow::{Context, Result};

use super::{BARS, Bar, GROUPS, Measured};
use crate::root;

const README: &str = "tests/bench/README.md";
/// The lines between which the tables stand.
const MARKS: (&str, &str) = ("<!-- cargo xtask bench --write -->\n", "<!-- end -->");

/// All tables as text.
pub(super) fn render(measured: &[Measured], facts: &str) -> String {
    let mut text = format!("Measured on: {facts}.\n");
    let official = find(measured, "HMAC", "`binance-common`");
    let evp = find(measured, "HMAC", "OpenSSL");
    for group in GROUPS {
        let rows: Vec<&Measured> = measured.iter().filter(|row| row.group == group).collect();
        let base = rows.first().and_then(|row| row.rounds.as_deref().ok());
        let (first, against) = match group {
            "HMAC" => ("the order, HMAC", "time of the floor"),
            "Ed25519" => ("the order, Ed25519", "time of OpenSSL"),
            "RSA-2048" => ("the order, RSA-2048", "time of OpenSSL"),
            "RSA-4096" => ("the order, RSA-4096", "time of OpenSSL"),
            "Policy" => ("the verdict on the order", "time of the floor"),
            _ => ("binsign in Rust, HMAC, by number of parameters", "time of 5"),
        };
        let _ = write!(text, "\n| {first} | ns a call | p10 to p90 | times the {against} |");
        text += match group {
            "HMAC" => " OpenSSL's speed | `binance-common`'s speed | bar |\n|---|---:|---:|---:|---:|---:|---|\n",
            "Parameters" => " ns a parameter | bar |\n|---|---:|---:|---:|---:|---|\n",
            _ => " a second | bar |\n|---|---:|---:|---:|---:|---|\n",
        };
        for row in rows {
            let Ok(rounds) = &row.rounds else {
                let reason = row.rounds.as_ref().err().map_or("", String::as_str);
                let _ = writeln!(text, "| {} | left out: {reason} |", row.title);
                continue;
            };
            let (p10, median, p90) = (quantile(rounds, 0.1), quantile(rounds, 0.5), quantile(rounds, 0.9));
            let _ =
                write!(text, "| {} | {median:.0} | {p10:.0} to {p90:.0} | {} |", row.title, times(Some(rounds), base));
            let _ = match group {
                "HMAC" => write!(text, " {} | {} |", times(evp, Some(rounds)), times(official, Some(rounds))),
                "Parameters" => write!(text, " {:.0} |", median / row.title.parse().unwrap_or(f64::NAN)),
                _ => write!(text, " {:.0} |", 1e9 / median),
            };
            let _ = writeln!(text, " {} |", bars(measured, row));
        }
    }
    text
}

/// The bars of a row, each with what it came to.
fn bars(measured: &[Measured], row: &Measured) -> String {
    let judge = |bar: &Bar| {
        let rounds = row.rounds.as_deref().ok();
        let came_to = match (rounds, find(measured, bar.group, bar.against)) {
            (Some(own), _) if bar.against.is_empty() => quantile(own, 0.5),
            (Some(own), Some(other)) if bar.per_parameter => ratio(own, other) / bar.parameters(row.title),
            (Some(own), Some(other)) => ratio(own, other),
            _ => return format!("{}: not measured", bar.text),
        };
        format!("{}: {}", bar.text, if came_to <= bar.at_most { "ok" } else { "missed" })
    };
    let own = BARS.iter().filter(|bar| bar.group == row.group && bar.title == row.title);
    own.map(judge).collect::<Vec<_>>().join("; ")
}

/// Puts the tables into the README.
pub(super) fn write(tables: &str) -> Result<()> {
    let path = root().join(README);
    let text = fs::read_to_string(&path).with_context(|| format!("cannot read {README}"))?;
    let (before, rest) = text.split_once(MARKS.0).with_context(|| format!("no table in {README}"))?;
    let (_, after) = rest.split_once(MARKS.1).with_context(|| format!("no end of the table in {README}"))?;
    fs::write(path, format!("{before}{}{tables}{}{after}", MARKS.0, MARKS.1))?;
    Ok(())
}

fn find<'a>(measured: &'a [Measured], group: &str, title: &str) -> Option<&'a [f64]> {
    let row = measured.iter().find(|row| row.group == group && row.title.starts_with(title))?;
    row.rounds.as_deref().ok()
}

/// The median, over the rounds, of how often the second fits into the first.
fn times(long: Option<&[f64]>, short: Option<&[f64]>) -> String {
    let (Some(long), Some(short)) = (long, short) else { return "-".to_owned() };
    let ratio = ratio(long, short);
    if ratio < 10.0 { format!("{ratio:.2}") } else { format!("{ratio:.0}") }
}

/// The median of the ratios within the rounds.
fn ratio(long: &[f64], short: &[f64]) -> f64 {
    let ratios: Vec<f64> = long.iter().zip(short).map(|(long, short)| long / short).collect();
    quantile(&ratios, 0.5)
}

/// The value below which this share of the values lies.
fn quantile(values: &[f64], share: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "few rounds"
    )]
    let index = (sorted.len().saturating_sub(1) as f64 * share).round() as usize;
    sorted.get(index).copied().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::{Measured, bars, quantile, times};

    #[test]
    fn a_ratio_is_taken_within_the_rounds() {
        // A machine that is twice as slow in one round is so for both.
        assert_eq!(times(Some(&[10.0, 20.0, 10.0]), Some(&[5.0, 10.0, 4.0])), "2.00");
        assert_eq!(times(None, Some(&[1.0])), "-");
    }

    #[test]
    fn a_bar_is_judged_by_its_own_measure() {
        let row = |group, title, rounds: &[f64]| Measured { group, title, rounds: Ok(rounds.to_vec()) };
        let measured = [
            row("HMAC", "floor", &[100.0]),
            row("HMAC", "**binsign**, Rust", &[151.0]),
            row("HMAC", "**binsign**, Python", &[2_500.0]),
            row("Parameters", "5", &[500.0]),
            row("Parameters", "50", &[5_500.0]),
        ];
        assert_eq!(
            bars(&measured, &measured[1]),
            "1.5 times the floor: missed; 3 times as fast as `binance-sdk`: not measured"
        );
        assert!(bars(&measured, &measured[2]).ends_with("2.5 µs: ok"));
        assert!(bars(&measured, &measured[4]).ends_with(": ok"));
        assert_eq!(bars(&measured, &measured[0]), "");
    }

    #[test]
    fn quantiles_are_values() {
        let values = [5.0, 1.0, 3.0];
        assert!((quantile(&values, 0.5) - 3.0).abs() < f64::EPSILON);
        assert!((quantile(&values, 0.9) - 5.0).abs() < f64::EPSILON);
    }
}
