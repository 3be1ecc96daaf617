//! Why there is no signature, as Swift and Kotlin get it: codes, and the core's own messages.

use std::fmt;

use binsign::Code;
use binsign_host::policy::PolicyTextError;

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
        /// The name of the parameter it is about, where there is one that can be shown.
        param: Option<String>,
        /// Where it is in the text of a policy, both counted from 1.
        place: Option<TextPlace>,
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
        /// The route that the signature would open as well, where that is why.
        opens: Option<String>,
    },
}

/// A place in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Record)]
pub struct TextPlace {
    /// The line, from 1.
    pub line: u32,
    /// The column in characters, from 1.
    pub column: u32,
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
        Self::Invalid {
            code: code.name().to_owned(),
            number: code.number(),
            explanation: error.to_string(),
            param: error.param().map(str::to_owned),
            place: None,
        }
    }
}

impl From<binsign::Refusal> for Refusal {
    fn from(refusal: binsign::Refusal) -> Self {
        let denied = match refusal {
            binsign::Refusal::Invalid(error) => return error.into(),
            binsign::Refusal::Denied(denied) => denied,
        };
        let mut opens = String::new();
        denied.opens(&mut |piece| opens += piece);
        Self::Denied {
            code: denied.code().name().to_owned(),
            number: denied.code().number(),
            explanation: denied.to_string(),
            clause: denied.clause().to_owned(),
            rule: denied.rule().to_owned(),
            param: denied.param().map(str::to_owned),
            opens: Some(opens).filter(|opens| !opens.is_empty()),
        }
    }
}

impl From<PolicyTextError> for Refusal {
    fn from(error: PolicyTextError) -> Self {
        let number = |number| u32::try_from(number).unwrap_or(u32::MAX);
        Self::Invalid {
            code: error.code().name().to_owned(),
            number: error.code().number(),
            explanation: error.to_string(),
            param: None,
            place: Some(TextPlace { line: number(error.line()), column: number(error.column()) }),
        }
    }
}

/// The refusal, in the core's words, of what the other language sees to be wrong before it can cross: text that is no
/// Unicode, a number that is none.
///
/// `number` is the code's; the parameter it is about is at `position` (from 1, or 0 for none) and has `name` (or none).
///
/// # Errors
/// Always; `INTERNAL` where no code has the number.
#[uniffi::export]
pub fn refuse(number: u16, position: u16, name: &str) -> Result<(), Refusal> {
    let code = Code::ALL.iter().find(|code| code.number() == number).copied().unwrap_or(Code::Internal);
    Err(binsign::Error::about(code, position, name).into())
}
