//! A floating-point number as the decimal that its author meant, without exponent.

use binsign::{Code, Error};

/// 2^53: from here on not every whole number has a double of its own.
const WHOLE_NUMBERS_MERGE: f64 = 9_007_199_254_740_992.0;

/// The shortest decimal that stands for `number`, in plain digits: `0.00001`, never `1e-5`; `0` for a negative zero.
///
/// Of all decimals that a reader turns into this very double it is the one with the fewest digits, 17 at most, and the
/// nearest of those: what was typed, where no more than 15 digits were typed. `position` (from 1, or 0) and `name` say
/// which parameter an error is about.
///
/// ```
/// use binsign::Code;
/// use binsign_host::plain_decimal;
///
/// assert_eq!(plain_decimal(0.00001, 3, "quantity")?, "0.00001");
/// assert_eq!(plain_decimal(20.0, 3, "quantity")?, "20");
/// let error = plain_decimal(f64::NAN, 3, "quantity").unwrap_err();
/// assert_eq!((error.code(), error.param()), (Code::ValueType, Some("quantity")));
/// # Ok::<(), binsign::Error>(())
/// ```
///
/// # Errors
/// `VALUE_TYPE` for NaN, for the infinities, and from 2^53 on, above and below zero: there one double stands for several
/// whole numbers, so that an order id would come out as that of another order.
pub fn plain_decimal(number: f64, position: u16, name: &str) -> Result<String, Error> {
    // NaN is below nothing.
    if number.abs() < WHOLE_NUMBERS_MERGE {
        // A negative zero plus zero is zero; every other number stays what it is.
        Ok((number + 0.0).to_string())
    } else {
        Err(Error::about(Code::ValueType, position, name))
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;
    use std::process::{Command, Stdio};

    use super::plain_decimal;
    use binsign::Code;

    /// The values that other clients send as `1e-05` and the like (pitfalls.md, item 25), and the ends of the range.
    #[test]
    fn pitfall_25_no_exponent() {
        for (number, text) in [
            (1e-5, "0.00001"),
            (1.7e-7, "0.00000017"),
            (1e-8, "0.00000001"),
            (0.1 + 0.2, "0.30000000000000004"),
            (-1.5e-5, "-0.000015"),
            (-0.0, "0"),
            (1e15, "1000000000000000"),
            (123_456_789.123_456_78, "123456789.12345678"),
            (9_007_199_254_740_991.0, "9007199254740991"),
        ] {
            assert_eq!(plain_decimal(number, 1, "price").unwrap(), text);
        }
        let smallest = plain_decimal(f64::from_bits(1), 1, "price").unwrap();
        assert_eq!(smallest, format!("0.{}5", "0".repeat(323)));
    }

    #[test]
    fn what_no_decimal_stands_for_is_refused_with_its_name() {
        for number in
            [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 9_007_199_254_740_992.0, -9_007_199_254_740_992.0, 1e22]
        {
            let error = plain_decimal(number, 2, "orderId").unwrap_err();
            assert_eq!((error.code(), error.param()), (Code::ValueType, Some("orderId")));
        }
    }

    /// Python's `repr` finds the shortest decimal on its own (David Gay's algorithm), its `Decimal` writes it out.
    #[test]
    fn ten_thousand_doubles_are_written_as_python_writes_them() {
        const PYTHON: &str = "import decimal, struct, sys\n\
                              for line in sys.stdin:\n \
                              number, = struct.unpack('>d', bytes.fromhex(line))\n \
                              print(format(decimal.Decimal(repr(number)), 'f'))";
        let mut state = 0x2545_F491_4F6C_DD1D_u64;
        let mut draw = || {
            // Marsaglia's xorshift64.
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state
        };
        let mut numbers: Vec<f64> = Vec::new();
        while numbers.len() < 10_000 {
            let bits = draw();
            // Half of them any bits at all, half of them what prices look like.
            let number = if bits.is_multiple_of(2) {
                f64::from_bits(draw())
            } else {
                let scale = 10_f64.powi(i32::try_from(draw() % 12).unwrap());
                #[allow(clippy::cast_precision_loss)]
                let digits = (draw() >> 14) as f64;
                digits / scale
            };
            if number.abs() < 9e15 {
                numbers.push(number);
            }
        }
        let input: Vec<String> = numbers.iter().map(|number| format!("{:016x}", number.to_bits())).collect();
        let mut python = Command::new("python3")
            .args(["-c", PYTHON])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("python3 is needed for this test");
        let mut pipe = python.stdin.take().unwrap();
        let writer = std::thread::spawn(move || pipe.write_all(input.join("\n").as_bytes()).unwrap());
        let output = python.wait_with_output().unwrap();
        writer.join().unwrap();
        let expected = String::from_utf8(output.stdout).unwrap();
        assert_eq!(expected.lines().count(), numbers.len());
        for (number, expected) in numbers.iter().zip(expected.lines()) {
            // Python keeps `.0` and the sign of zero.
            let expected = expected.strip_suffix(".0").unwrap_or(expected);
            let expected = if expected == "-0" { "0" } else { expected };
            assert_eq!(plain_decimal(*number, 1, "price").unwrap(), expected, "{number:e}");
        }
    }
}
