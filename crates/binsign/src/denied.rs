//! The gate's no, with all that is to be said about it.

use core::fmt;

use heapless::String;

use crate::catalogue::MethodSet;
#[cfg(feature = "policy")]
use crate::class::Target;
use crate::error::write_pieces;
use crate::message::sentence;
use crate::{Code, Decimal};

/// The longest name of a rule, in bytes.
pub(crate) const MAX_RULE: usize = 32;
/// The longest clause, in bytes.
pub(crate) const MAX_CLAUSE: usize = 8;
/// The longest name of a parameter that is shown, with the array and the number before it.
const MAX_PARAM: usize = 40;

/// The gate's no: which rule said it, on which ground, and what would make the request pass.
///
/// ```
/// use binsign::{Code, Gate, Method, Refusal, Request};
///
/// let mut buffer = [0; 256];
/// let request = Request::rest(&mut buffer, Method::Put, "/api/v3/order").unwrap();
/// let Err(Refusal::Denied(denied)) = Gate::documented_routes().authorize(request) else { panic!() };
/// assert_eq!(denied.code(), Code::RouteUnknown);
/// assert_eq!(denied.clause(), "F 13");
/// assert_eq!(denied.rule(), "documented-routes");
/// assert_eq!(denied.to_string(), "the catalogue has this path with GET, POST, DELETE only; use one of these");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Denied {
    code: Code,
    clause: String<MAX_CLAUSE, u8>,
    rule: String<MAX_RULE, u8>,
    param: String<MAX_PARAM, u8>,
    methods: MethodSet,
    bound: Option<Decimal>,
    of_notional: bool,
    #[cfg(feature = "policy")]
    opens: Option<Target>,
}

impl Denied {
    /// A denial by a rule, without a parameter.
    #[cold]
    pub(crate) fn new(code: Code, clause: &str, rule: &str) -> Self {
        Self {
            code,
            // A policy has no longer ones.
            clause: String::try_from(clause).unwrap_or_default(),
            rule: String::try_from(rule).unwrap_or_default(),
            param: String::new(),
            methods: MethodSet::default(),
            bound: None,
            of_notional: false,
            #[cfg(feature = "policy")]
            opens: None,
        }
    }

    /// The catalogue has the path with these methods only.
    pub(crate) fn with_methods(self, methods: MethodSet) -> Self {
        Self { methods, ..self }
    }

    /// The parameter that decided, in pieces; left out where it is too long.
    #[cfg(feature = "policy")]
    pub(crate) fn with_param<'p>(mut self, pieces: impl IntoIterator<Item = &'p str>) -> Self {
        let whole = pieces.into_iter().try_for_each(|piece| self.param.push_str(piece));
        if whole.is_err() {
            self.param.clear();
        }
        self
    }

    /// The bound that a number broke, and whether the number is the notional.
    #[cfg(feature = "policy")]
    pub(crate) fn with_bound(self, bound: Decimal, of_notional: bool) -> Self {
        Self { bound: Some(bound), of_notional, ..self }
    }

    /// The route that the signature would open as well.
    #[cfg(feature = "policy")]
    pub(crate) fn with_target(self, opens: Option<Target>) -> Self {
        Self { opens, ..self }
    }

    /// The route that the signature would open as well, for `CONFUSABLE`.
    #[cfg(feature = "policy")]
    #[must_use]
    pub const fn target(&self) -> Option<Target> {
        self.opens
    }

    /// Gives the route that the signature would open as well, as a selector of a policy does (`POST /api/v3/order`,
    /// `ws spot order.place`), piece by piece: nothing where there is none.
    pub fn opens(&self, put: &mut dyn FnMut(&str)) {
        #[cfg(feature = "policy")]
        if let Some(target) = self.opens {
            if target.method().is_none() {
                for piece in ["ws ", target.family().as_str(), " "] {
                    put(piece);
                }
            }
            target.name(put);
        }
        #[cfg(not(feature = "policy"))]
        let _ = put;
    }

    /// The stable code, always one of the 4xx.
    #[must_use]
    pub const fn code(&self) -> Code {
        self.code
    }

    /// The clause of the API Service Terms behind the rule, as part and number (`F 13`), or what the rule of the policy
    /// names instead.
    #[must_use]
    pub fn clause(&self) -> &str {
        &self.clause
    }

    /// The name of the rule that denied.
    #[must_use]
    pub fn rule(&self) -> &str {
        &self.rule
    }

    /// The parameter that decided, where one did and its name is not too long: `price`, `batchOrders[2].price`.
    #[must_use]
    pub fn param(&self) -> Option<&str> {
        (!self.param.is_empty()).then_some(self.param.as_str())
    }

    /// The bound of the policy that a number is below or over.
    #[must_use]
    pub const fn bound(&self) -> Option<Decimal> {
        self.bound
    }

    /// Gives the message piece by piece; needs neither a formatter nor a buffer.
    pub fn message(&self, put: &mut dyn FnMut(&str)) {
        if !self.methods.is_empty() {
            put("the catalogue has this path with ");
            for (index, method) in self.methods.iter().enumerate() {
                if index > 0 {
                    put(", ");
                }
                put(method.as_str());
            }
            return put(" only; use one of these");
        }
        if self.rule.as_str() != DOCUMENTED_ROUTES {
            for piece in ["rule `", self.rule(), "`: "] {
                put(piece);
            }
        }
        let sentence = sentence(self.code);
        if sentence.starts_with(' ') {
            match self.param() {
                Some(name) => {
                    for piece in [if self.of_notional { "the notional with `" } else { "`" }, name, "`"] {
                        put(piece);
                    }
                }
                None => put("an argument"),
            }
        }
        put(sentence);
        if let Some(bound) = self.bound {
            bound.pieces(put);
        }
        #[cfg(feature = "policy")]
        if self.opens.is_some() {
            put(": ");
            self.opens(put);
            if let Some(name) = self.param() {
                for piece in ["; with `", name, "` it would not"] {
                    put(piece);
                }
            }
        }
    }
}

/// The rule that every gate has.
pub(crate) const DOCUMENTED_ROUTES: &str = "documented-routes";

impl fmt::Display for Denied {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_pieces(f, |put| self.message(put))
    }
}
