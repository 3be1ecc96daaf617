//! The body of an answer: the error of REST, or a message of the WebSocket API.

use super::Answer;
use crate::json::{Malformed, Number, Reader, Text, Value};

type Bytes<'a> = core::iter::Copied<core::slice::Iter<'a, u8>>;
type Body<'a> = Reader<Bytes<'a>>;

impl Answer {
    /// Reads what the body says, up to where it breaks.
    pub(super) fn body(&mut self, body: &[u8]) -> Result<(), Malformed> {
        let mut reader = Reader::new(body.iter().copied());
        match reader.value()? {
            Value::Object if self.is_message() => self.message(&mut reader),
            Value::Object => members(&mut reader, |_, name, value| {
                self.of_error(&name, &value);
                Ok(())
            }),
            Value::Array => self.batch(&mut reader),
            _ => Ok(()),
        }
    }

    /// A member of an error, or the time.
    fn of_error(&mut self, name: &Text<Bytes<'_>>, value: &Value<Bytes<'_>>) {
        match value {
            Value::Number(number) if name.is("code") => self.code = self.code.or(code(number)),
            Value::Text(text) if name.is("msg") => self.banned_until = self.banned_until.or(until(text.raw())),
            _ => self.times(name, value),
        }
    }

    /// A member that is a time.
    fn times(&mut self, name: &Text<Bytes<'_>>, value: &Value<Bytes<'_>>) {
        match value {
            Value::Number(number) if name.is("serverTime") => self.server_time = self.server_time.or(moment(number)),
            Value::Number(number) if name.is("retryAfter") => self.retry_at = self.retry_at.or(moment(number)),
            _ => {}
        }
    }

    /// The answers to orders sent together: of all their errors only those that leave an order unknown concern the
    /// whole.
    fn batch(&mut self, reader: &mut Body<'_>) -> Result<(), Malformed> {
        while reader.item()? {
            let depth = reader.depth();
            if let Value::Object = reader.value()? {
                members(reader, |_, name, value| {
                    if let (true, Value::Number(number)) = (name.is("code"), value) {
                        self.code = self.code.or(code(&number).filter(|code| super::meaning::leaves_unknown(*code)));
                    }
                    Ok(())
                })?;
            }
            reader.leave_to(depth)?;
        }
        Ok(())
    }

    /// The members of a message of the WebSocket API.
    fn message(&mut self, reader: &mut Body<'_>) -> Result<(), Malformed> {
        members(reader, |reader, name, value| match value {
            Value::Number(number) if name.is("status") => {
                let status = number.integer().and_then(|status| u16::try_from(status).ok());
                self.ws_status = self.ws_status.or(status);
                Ok(())
            }
            Value::Object if name.is("error") => self.error(reader),
            Value::Object if name.is("result") => members(reader, |_, name, value| {
                self.times(&name, &value);
                Ok(())
            }),
            Value::Array if name.is("result") => self.batch(reader),
            Value::Array if name.is("rateLimits") => self.rate_limits(reader),
            _ => Ok(()),
        })
    }

    /// The error in a message of the WebSocket API.
    fn error(&mut self, reader: &mut Body<'_>) -> Result<(), Malformed> {
        members(reader, |reader, name, value| match value {
            Value::Object if name.is("data") => members(reader, |_, name, value| {
                self.times(&name, &value);
                Ok(())
            }),
            value => {
                self.of_error(&name, &value);
                Ok(())
            }
        })
    }

    fn rate_limits(&mut self, reader: &mut Body<'_>) -> Result<(), Malformed> {
        while reader.item()? {
            let depth = reader.depth();
            if let Value::Object = reader.value()? {
                self.rate_limit(reader)?;
            }
            reader.leave_to(depth)?;
        }
        Ok(())
    }

    fn rate_limit(&mut self, reader: &mut Body<'_>) -> Result<(), Malformed> {
        let (mut kind, mut interval, mut number, mut count) = (None, None, None, None);
        members(reader, |_, name, value| {
            match value {
                Value::Text(text) if name.is("rateLimitType") => kind = Some(text),
                Value::Text(text) if name.is("interval") => interval = Some(text),
                Value::Number(value) if name.is("intervalNum") => number = value.integer(),
                Value::Number(value) if name.is("count") => {
                    count = value.integer().and_then(|count| u32::try_from(count).ok());
                }
                _ => {}
            }
            Ok(())
        })?;
        let (Some(kind), Some(interval), Some(number)) = (kind, interval, number) else { return Ok(()) };
        let place = match number {
            1 if kind.is("REQUEST_WEIGHT") && interval.is("MINUTE") => &mut self.used_weight,
            10 if kind.is("ORDERS") && interval.is("SECOND") => &mut self.orders.ten_seconds,
            1 if kind.is("ORDERS") && interval.is("MINUTE") => &mut self.orders.minute,
            1 if kind.is("ORDERS") && interval.is("DAY") => &mut self.orders.day,
            _ => return Ok(()),
        };
        *place = place.or(count);
        Ok(())
    }
}

/// Hands out each member of the object that was begun, and leaves what nobody has read of it.
fn members<'a>(
    reader: &mut Body<'a>,
    mut member: impl FnMut(&mut Body<'a>, Text<Bytes<'a>>, Value<Bytes<'a>>) -> Result<(), Malformed>,
) -> Result<(), Malformed> {
    while let Some(name) = reader.member()? {
        let depth = reader.depth();
        let value = reader.value()?;
        member(reader, name, value)?;
        reader.leave_to(depth)?;
    }
    Ok(())
}

fn code(number: &Number<Bytes<'_>>) -> Option<i32> {
    number.integer().and_then(|code| i32::try_from(code).ok())
}

/// A time of the exchange in ms, where it is one.
fn moment(number: &Number<Bytes<'_>>) -> Option<u64> {
    number.integer().and_then(|number| u64::try_from(number).ok()).and_then(in_ms)
}

/// A time in ms, which the exchange may have given in µs; it has 13 digits or 16.
const fn in_ms(number: u64) -> Option<u64> {
    match number {
        1_000_000_000_000..=9_999_999_999_999 => Some(number),
        1_000_000_000_000_000..=9_999_999_999_999_999 => Some(number / 1000),
        _ => None,
    }
}

/// The time in "IP banned until 1659146400000.", in ms.
fn until(text: impl Iterator<Item = u8> + Clone) -> Option<u64> {
    const BEFORE: &[u8] = b"banned until ";
    let mut rest = text;
    while !rest.clone().take(BEFORE.len()).eq(BEFORE.iter().copied()) {
        rest.next()?;
    }
    let digits = rest.skip(BEFORE.len()).map_while(|byte| byte.checked_sub(b'0').filter(|digit| *digit < 10));
    in_ms(digits.fold(0, |value: u64, digit| value.saturating_mul(10).saturating_add(digit.into())))
}
