//! The HTTP methods of the exchange's REST interfaces.

use core::str::FromStr;

use crate::{Code, Error};

/// An HTTP method that some route of the exchange takes.
///
/// ```
/// use binsign::Method;
///
/// assert_eq!("DELETE".parse(), Ok(Method::Delete));
/// assert_eq!(Method::Delete.as_str(), "DELETE");
/// assert!("delete".parse::<Method>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Method {
    /// Reads; has no body.
    Get,
    /// Creates.
    Post,
    /// Changes.
    Put,
    /// Cancels or removes.
    Delete,
}

impl Method {
    /// All methods, in the order in which the catalogue packs them.
    pub const ALL: [Method; 4] = [Method::Get, Method::Post, Method::Put, Method::Delete];

    /// The name as it is sent.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Delete => "DELETE",
        }
    }
}

impl FromStr for Method {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        Self::ALL.into_iter().find(|method| method.as_str() == text).ok_or_else(|| Error::new(Code::MethodUnknown))
    }
}
