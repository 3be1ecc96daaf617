//! The Logon of the FIX API, and the time that stands in it.

use core::ffi::c_char;

use binsign::{Code, Error, Request};

use crate::request::{binsign_request, memory};
use crate::result::binsign_result;
use crate::stage::put;
#[cfg(feature = "fix")]
use crate::text;

/// What a FIX session is opened with (Binance FIX API, `Logon<A>`); the key has to be Ed25519.
///
/// `binsign_fix_logon logon = BINSIGN_FIX_LOGON_USUAL;` gives all but `sender_comp_id` and `sending_time` their usual
/// values. What the exchange asks for and is zeroed is refused, what it offers and is zeroed is left out.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct binsign_fix_logon {
    /// `SenderCompID` (49): 1 to 8 letters, digits, `-` and `_`, unique among the account's sessions.
    pub sender_comp_id: *const c_char,
    /// Its length in bytes.
    pub sender_comp_id_len: usize,
    /// `SendingTime` (52) in UTC, signed and sent as it is given: `YYYYMMDD-HH:MM:SS`, with `.` and 3 or 6 decimals or
    /// none; `binsign_sending_time_ms` writes it.
    pub sending_time: *const c_char,
    /// Its length in bytes.
    pub sending_time_len: usize,
    /// `MsgSeqNum` (34): 1 for a new session.
    pub msg_seq_num: u64,
    /// `HeartBtInt` (108), in seconds: 5 to 60.
    pub heart_bt_int: u32,
    /// `MessageHandling` (25035): 1 lets messages overtake each other, 2 has them processed one after the other.
    pub message_handling: u32,
    /// `ResponseMode` (25036): 1 for everything, 2 for acknowledgements only; 0 leaves it out.
    pub response_mode: u32,
    /// `SbeSchemaId` (25050); 0 with a version of 0 leaves both out.
    pub sbe_schema_id: u16,
    /// `SbeSchemaVersion` (25051).
    pub sbe_schema_version: u16,
    /// `DropCopyFlag` (9406): other than 0 for a session that gets copies of the account's reports.
    pub drop_copy: u8,
    /// Other than 0 for payload and signature of the Logon of FIX-SBE, without a message.
    pub sbe: u8,
    /// `TargetCompID` (56); NULL stands for `SPOT`.
    pub target_comp_id: *const c_char,
    /// Its length in bytes.
    pub target_comp_id_len: usize,
    /// `RecvWindow` (25000), in ms with up to three decimals; NULL leaves it out.
    pub recv_window: *const c_char,
    /// Its length in bytes.
    pub recv_window_len: usize,
}

/// Begins the Logon of a FIX session; the buffer takes payload and message, 512 bytes do.
///
/// What is sent is `BINSIGN_PART_MESSAGE`. Else as `binsign_request_init`.
///
/// Returns `BINSIGN_FIX_SENDER_COMP_ID`, `BINSIGN_FIX_SENDING_TIME`, `BINSIGN_FIX_HEART_BT_INT`,
/// `BINSIGN_RECV_WINDOW_OUT_OF_RANGE`, `BINSIGN_FIX_FIELD` for the others, each with the name of the field;
/// `BINSIGN_INVALID_UTF8`, `BINSIGN_NULL_POINTER`, or `BINSIGN_UNSUPPORTED` where the library was built without FIX.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn binsign_request_init_fix_logon(
    request: *mut binsign_request,
    buffer: *mut c_char,
    capacity: usize,
    logon: *const binsign_fix_logon,
) -> binsign_result {
    // SAFETY: the header asks for a valid Logon with valid texts, and for a buffer and a request that are valid and
    // nobody else's.
    unsafe {
        let begin = || {
            let logon = logon.as_ref().ok_or(Error::new(Code::NullPointer))?;
            begin(memory(buffer, capacity)?, logon)
        };
        put(request, begin())
    }
}

/// # Safety
/// The texts are NULL or valid for reads of their length.
#[cfg(feature = "fix")]
unsafe fn begin(buffer: &'static mut [u8], logon: &binsign_fix_logon) -> Result<Request<'static>, Error> {
    use binsign::{FixLogon, MessageHandling, ResponseMode};

    let wrong = |field| Error::about(Code::FixField, 0, field);
    // SAFETY: promised by the caller.
    let (sender_comp_id, sending_time, target_comp_id, recv_window) = unsafe {
        (
            text::text(logon.sender_comp_id, logon.sender_comp_id_len, "sender_comp_id")?,
            text::text(logon.sending_time, logon.sending_time_len, "sending_time")?,
            text::given(logon.target_comp_id, logon.target_comp_id_len, "target_comp_id")?,
            text::given(logon.recv_window, logon.recv_window_len, "recv_window")?,
        )
    };
    let usual = FixLogon::new(sender_comp_id, sending_time);
    let message_handling = MessageHandling::of_number(logon.message_handling.into());
    let response_mode = (logon.response_mode != 0)
        .then(|| ResponseMode::of_number(logon.response_mode.into()).ok_or_else(|| wrong("response_mode")));
    let has_schema = logon.sbe_schema_id != 0 || logon.sbe_schema_version != 0;
    Request::fix_logon(
        buffer,
        &FixLogon {
            target_comp_id: target_comp_id.unwrap_or(usual.target_comp_id),
            msg_seq_num: logon.msg_seq_num,
            heart_bt_int: logon.heart_bt_int,
            message_handling: message_handling.ok_or_else(|| wrong("message_handling"))?,
            response_mode: response_mode.transpose()?,
            recv_window,
            drop_copy: logon.drop_copy != 0,
            sbe_schema: has_schema.then_some((logon.sbe_schema_id, logon.sbe_schema_version)),
            sbe: logon.sbe != 0,
            ..usual
        },
    )
}

/// # Safety
/// None: nothing is read.
#[cfg(not(feature = "fix"))]
unsafe fn begin(_: &'static mut [u8], _: &binsign_fix_logon) -> Result<Request<'static>, Error> {
    Err(Error::new(Code::Unsupported))
}

/// Writes a clock's time, in ms since 1970, as FIX has it: `20240627-11:17:25.223`, 21 characters.
///
/// Returns `BINSIGN_FIX_SENDING_TIME` before 2017 and after 2099, `BINSIGN_BUFFER_TOO_SMALL`, `BINSIGN_NULL_POINTER`, or
/// `BINSIGN_UNSUPPORTED` where the library was built without FIX.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn binsign_sending_time_ms(
    ms: u64,
    out: *mut c_char,
    capacity: usize,
    written: *mut usize,
) -> binsign_result {
    // SAFETY: the header asks for valid outputs.
    unsafe { sending_time(ms, Unit::Ms, out, capacity, written) }
}

/// Writes a clock's time, in microseconds since 1970, as FIX has it: `20240627-11:17:25.223001`, 24 characters.
///
/// Returns as `binsign_sending_time_ms`.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn binsign_sending_time_us(
    us: u64,
    out: *mut c_char,
    capacity: usize,
    written: *mut usize,
) -> binsign_result {
    // SAFETY: the header asks for valid outputs.
    unsafe { sending_time(us, Unit::Us, out, capacity, written) }
}

enum Unit {
    Ms,
    Us,
}

/// # Safety
/// As for [`text::copy_out`].
#[cfg(feature = "fix")]
unsafe fn sending_time(
    time: u64,
    unit: Unit,
    out: *mut c_char,
    capacity: usize,
    written: *mut usize,
) -> binsign_result {
    use binsign::SendingTime;

    let made = match unit {
        Unit::Ms => SendingTime::ms(time),
        Unit::Us => SendingTime::us(time),
    };
    let made = made.map_err(|error| error.code());
    // SAFETY: promised by the caller.
    let copied = made.and_then(|made| unsafe { text::copy_out(out, capacity, written, |put| put(made.as_str())) });
    binsign_result::from_outcome(copied)
}

/// # Safety
/// None: nothing is written.
#[cfg(not(feature = "fix"))]
unsafe fn sending_time(_: u64, _: Unit, _: *mut c_char, _: usize, _: *mut usize) -> binsign_result {
    binsign_result::of(Code::Unsupported)
}
