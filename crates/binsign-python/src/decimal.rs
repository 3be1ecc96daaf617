//! Python's text of a `Decimal` without its exponent: the same number, the same digits.

/// What stands in the text of a `Decimal`.
pub(crate) enum Plain {
    /// The number in digits, with a sign and a point where it has them.
    Number(String),
    /// NaN or an infinity.
    NoNumber,
    /// More digits than fit into a request.
    TooLong,
}

/// Takes the text that `Decimal.__str__` gives (`1.50`, `-1.5E+3`, `0E-8`, `NaN`).
pub(crate) fn plain(text: &str) -> Plain {
    let (sign, number) = text.strip_prefix('-').map_or(("", text), |number| ("-", number));
    if !number.starts_with(|first: char| first.is_ascii_digit()) {
        return Plain::NoNumber;
    }
    // The letter is small where the decimal context says so.
    let Some((coefficient, exponent)) = number.split_once(['E', 'e']) else {
        return Plain::Number(text.to_owned());
    };
    let Some(exponent) = exponent.parse().ok().filter(|exponent: &i64| exponent.unsigned_abs() <= MOST_PLACES) else {
        return Plain::TooLong;
    };
    let (units, fraction) = coefficient.split_once('.').unwrap_or((coefficient, ""));
    Plain::Number(format!("{sign}{}", shifted(units, fraction, exponent)))
}

/// More places than a request has bytes are not written out.
const MOST_PLACES: u64 = binsign::MAX_REQUEST as u64;

/// `units.fraction` with the point moved `places` to the right, or to the left where negative.
fn shifted(units: &str, fraction: &str, places: i64) -> String {
    let digits = format!("{units}{fraction}");
    let distance = usize::try_from(places.unsigned_abs()).unwrap_or(usize::MAX);
    if places < 0 {
        let zeros = "0".repeat((distance + 1).saturating_sub(units.len()));
        let padded = format!("{zeros}{digits}");
        let point = zeros.len() + units.len() - distance;
        let (units, fraction) = padded.split_at(point);
        return format!("{units}.{fraction}");
    }
    let whole = if distance < fraction.len() {
        let (more_units, fraction) = fraction.split_at(distance);
        format!("{units}{more_units}.{fraction}")
    } else {
        format!("{digits}{}", "0".repeat(distance - fraction.len()))
    };
    let significant = whole.trim_start_matches('0');
    if significant.is_empty() || significant.starts_with('.') {
        format!("0{significant}")
    } else {
        significant.to_owned()
    }
}
