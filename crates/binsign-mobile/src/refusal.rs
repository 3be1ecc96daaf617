//! Why there is no signature, as Swift and Kotlin get it: codes, and the core's own messages.

use std::fmt;

use binsign::Code;

/// Why there is no signature. Holds no secret, no signature and no value of a parameter.
#[derive(Clone, Debug, uniffi::Error)]
#[uniffi::export(Display)]
pub enum Refusal {
    /// The request, a text or a key is wrong.
    Invalid {
        /// The code's stable name.
        code: String,
        /// The code's stable number.
        number: u16,
        /// What is wrong and what to do.
        explanation: String,
    },
    /// The request is well-formed and not allowed.
    Denied {
        /// The code's stable name.
        code: String,
        /// The code's stable number, one of the 4xx.
        number: u16,
        /// What would make the request pass.
        explanation: String,
        /// The clause of the API Service Terms behind the rule (`F 13`).
        clause: String,
        /// The name of the rule that denied.
        rule: String,
        /// The parameter that decided, where one did.
        param: Option<String>,
    },
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (Self::Invalid { explanation, .. } | Self::Denied { explanation, .. }) = self;
        f.write_str(explanation)
    }
}

impl std::error::Error for Refusal {}

impl From<binsign::Error> for Refusal {
    fn from(error: binsign::Error) -> Self {
        let code = error.code();
        Self::Invalid { code: code.name().to_owned(), number: code.number(), explanation: error.to_string() }
    }
}

impl From<binsign::Refusal> for Refusal {
    fn from(refusal: binsign::Refusal) -> Self {
        let denied = match refusal {
            binsign::Refusal::Invalid(error) => return error.into(),
            binsign::Refusal::Denied(denied) => denied,
        };
        Self::Denied {
            code: denied.code().name().to_owned(),
            number: denied.code().number(),
            explanation: denied.to_string(),
            clause: denied.clause().to_owned(),
            rule: denied.rule().to_owned(),
            param: denied.param().map(str::to_owned),
        }
    }
}

/// The refusal of a text that cannot cross because it is no Unicode (an unpaired surrogate of UTF-16): of the
/// parameter at `position`, from 1, or of another text with 0.
///
/// # Errors
/// `INVALID_UTF8`, always.
#[uniffi::export]
pub fn malformed_text(position: u16) -> Result<(), Refusal> {
    Err(binsign::Error::at(Code::InvalidUtf8, position).into())
}
