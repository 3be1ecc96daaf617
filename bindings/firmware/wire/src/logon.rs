//! The fields of a FIX Logon.

use binsign::{Error, FixLogon, MessageHandling, Request, ResponseMode};

use crate::fields::{Fields, pair};
use crate::{not_understood, text};

/// Builds the Logon in `buffer`; what is left out keeps the core's own default.
pub(crate) fn request<'b>(fields: Fields<'_>, buffer: &'b mut [u8]) -> Result<Request<'b>, Error> {
    let mut logon = FixLogon::new("", "");
    for (_, field) in fields {
        let (name, value) = pair(field);
        let value = text(value, 0)?;
        match name {
            b"sender_comp_id" => logon.sender_comp_id = value,
            b"target_comp_id" => logon.target_comp_id = value,
            b"msg_seq_num" => logon.msg_seq_num = number(value)?,
            b"sending_time" => logon.sending_time = value,
            b"heart_bt_int" => logon.heart_bt_int = number(value)?,
            b"message_handling" => {
                logon.message_handling = MessageHandling::of_number(number(value)?).ok_or_else(not_understood)?;
            }
            b"response_mode" => {
                logon.response_mode = Some(ResponseMode::of_number(number(value)?).ok_or_else(not_understood)?);
            }
            b"recv_window" => logon.recv_window = Some(value),
            b"drop_copy" => logon.drop_copy = value == "Y",
            b"sbe_schema_id" => logon.sbe_schema = Some((number(value)?, 0)),
            b"sbe_schema_version" => {
                logon.sbe_schema = logon.sbe_schema.map(|(id, _)| Ok((id, number(value)?))).transpose()?;
            }
            b"sbe" => logon.sbe = value == "Y",
            _ => return Err(not_understood()),
        }
    }
    Request::fix_logon(buffer, &logon)
}

/// Reads a decimal number that fits.
fn number<T: TryFrom<u64>>(text: &str) -> Result<T, Error> {
    let value = text.bytes().try_fold(0_u64, |value, byte| {
        let digit = byte.checked_sub(b'0').filter(|digit| *digit < 10)?;
        value.checked_mul(10)?.checked_add(u64::from(digit))
    });
    value.and_then(|value| T::try_from(value).ok()).ok_or_else(not_understood)
}
