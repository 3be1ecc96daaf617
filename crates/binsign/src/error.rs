//! Errors and their messages: values without secrets that say what was wrong and what to do.

use core::fmt;

use heapless::String;

use crate::decimal::Digits;
use crate::message::sentence;
use crate::request::is_parameter_name;
use crate::{Code, Denied};

/// The longest parameter name that an error repeats; a longer one is named by its position only.
const NAME_SHOWN: usize = 32;

/// Which parameter an error speaks of: its place, and its name where the name is well-formed and short.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Parameter {
    /// Counted from 1 over query and body together; 0 where the error is about no parameter.
    position: u16,
    name: String<NAME_SHOWN, u8>,
}

/// Something was wrong with an argument, a buffer or a key; nothing was signed and nothing left behind.
///
/// Holds no secret, no signature and no value of a parameter, only the parameter's name and position.
///
/// ```
/// use binsign::{Code, Method, Request};
///
/// let mut buffer = [0; 256];
/// let mut request = Request::rest(&mut buffer, Method::Get, "/api/v3/account").unwrap();
/// let error = request.param("omitZeroBalances", "true").unwrap().param("omitZeroBalances", "false").unwrap_err();
/// assert_eq!(error.code(), Code::ParameterTwice);
/// assert_eq!(error.param(), Some("omitZeroBalances"));
/// assert_eq!(
///     error.to_string(),
///     "parameter 2 `omitZeroBalances` is there already, in the query or in the body; give it once",
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    code: Code,
    parameter: Parameter,
    needed: usize,
}

impl Error {
    /// An error about no parameter in particular.
    #[must_use]
    pub const fn new(code: Code) -> Self {
        Self { code, parameter: Parameter { position: 0, name: String::new() }, needed: 0 }
    }

    /// An error about the parameter `name` at `position` (from 1, or 0 where it has none); a name that no parameter
    /// can have, or that is too long to show, is not repeated.
    ///
    /// ```
    /// use binsign::{Code, Error};
    ///
    /// assert_eq!(Error::about(Code::ValueType, 3, "price").param(), Some("price"));
    /// assert_eq!(Error::about(Code::ValueType, 3, "no name").param(), None);
    /// let error = Error::about(Code::InvalidUtf8, 0, "method");
    /// assert_eq!(error.to_string(), "parameter `method` is not valid UTF-8; encode it as UTF-8");
    /// ```
    #[must_use]
    #[cold]
    pub fn about(code: Code, position: u16, name: &str) -> Self {
        let mut error = Self::at(code, position);
        if is_parameter_name(name) {
            // A name that does not fit stays out: the position is enough.
            let _ = error.parameter.name.push_str(name);
        }
        error
    }

    /// An error about the parameter at `position` (from 1), whose name must not be repeated.
    #[must_use]
    pub const fn at(code: Code, position: u16) -> Self {
        Self { code, parameter: Parameter { position, name: String::new() }, needed: 0 }
    }

    /// The buffer must have `needed` bytes.
    pub(crate) const fn too_small(needed: usize) -> Self {
        Self { code: Code::BufferTooSmall, parameter: Parameter { position: 0, name: String::new() }, needed }
    }

    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> Code {
        self.code
    }

    /// The name of the parameter the error is about, where there is one that can be shown.
    #[must_use]
    pub fn param(&self) -> Option<&str> {
        (!self.parameter.name.is_empty()).then_some(self.parameter.name.as_str())
    }

    /// How many bytes the buffer must have, for [`Code::BufferTooSmall`].
    #[must_use]
    pub fn needed(&self) -> Option<usize> {
        (self.code == Code::BufferTooSmall).then_some(self.needed)
    }

    /// Gives the message piece by piece; needs neither a formatter nor a buffer.
    pub fn message(&self, put: &mut dyn FnMut(&str)) {
        let sentence = sentence(self.code);
        if sentence.starts_with(' ') {
            self.subject(put);
        }
        put(sentence);
        if let Some(needed) = self.needed() {
            put(Digits::new(u64::try_from(needed).unwrap_or(u64::MAX)).as_str());
        }
        if let (Code::KeyInfoMalformed, Some(name)) = (self.code, self.param()) {
            put("; its field `");
            put(name);
            put("` is there twice or is of another type");
        }
    }

    /// Names the parameter, as far as it can be named.
    fn subject(&self, put: &mut dyn FnMut(&str)) {
        if self.parameter == Parameter::default() && self.code == Code::InvalidUtf8 {
            return put("the text");
        }
        put("parameter");
        if self.parameter.position > 0 {
            put(" ");
            put(Digits::new(u64::from(self.parameter.position)).as_str());
        }
        if let Some(name) = self.param() {
            put(" `");
            put(name);
            put("`");
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_pieces(f, |put| self.message(put))
    }
}

impl core::error::Error for Error {}

/// Why there is no signature: something was wrong, or the gate said no.
///
/// ```
/// use binsign::{Code, Gate, Method, Refusal, Request};
///
/// let mut buffer = [0; 256];
/// let request = Request::rest(&mut buffer, Method::Get, "/api/v3/nonsense").unwrap();
/// match Gate::documented_routes().authorize(request) {
///     Err(Refusal::Denied(denied)) => assert_eq!(denied.code(), Code::RouteUnknown),
///     Err(Refusal::Invalid(error)) => panic!("{error}"),
///     Ok(_) => panic!("an unknown route was authorised"),
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The request, a buffer or a key is wrong.
    Invalid(Error),
    /// The request is well-formed and not allowed.
    Denied(Denied),
}

impl Refusal {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> Code {
        match self {
            Self::Invalid(error) => error.code(),
            Self::Denied(denied) => denied.code(),
        }
    }

    /// Gives the message piece by piece; needs neither a formatter nor a buffer.
    pub fn message(&self, put: &mut dyn FnMut(&str)) {
        match self {
            Self::Invalid(error) => error.message(put),
            Self::Denied(denied) => denied.message(put),
        }
    }
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        Self::Invalid(error)
    }
}

impl From<Denied> for Refusal {
    fn from(denied: Denied) -> Self {
        Self::Denied(denied)
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_pieces(f, |put| self.message(put))
    }
}

impl core::error::Error for Refusal {}

/// Hands the pieces of a message to a formatter; the first failure of the formatter is kept.
pub(crate) fn write_pieces(f: &mut fmt::Formatter<'_>, pieces: impl FnOnce(&mut dyn FnMut(&str))) -> fmt::Result {
    let mut outcome = Ok(());
    pieces(&mut |piece| outcome = outcome.and_then(|()| f.write_str(piece)));
    outcome
}
