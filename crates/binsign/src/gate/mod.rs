//! The gate: no request gets past it without a verdict, and without it nothing is signed.

#[cfg(feature = "policy")]
mod approval;
#[cfg(feature = "policy")]
mod by_policy;
#[cfg(feature = "policy")]
mod caller;
#[cfg(feature = "policy")]
mod known;
#[cfg(feature = "policy")]
mod limits;
#[cfg(feature = "policy")]
mod situation;
#[cfg(feature = "policy")]
mod time;

use core::marker::PhantomData;

use crate::catalogue::{Lookup, MethodSet, Route};
use crate::denied::DOCUMENTED_ROUTES;
use crate::{Authorized, Code, Counts, Denied, Refusal, Request};
#[cfg(feature = "policy")]
use situation::Situation;

/// Decides whether a request may be signed; deny is the default.
///
/// Every gate has the rule that the route is in the catalogue of documented routes (Terms, clause F 13: interfaces may
/// be used in the intended manner only). With a policy it has those of the policy besides.
///
/// ```
/// use binsign::{Gate, Method, Request};
///
/// let mut buffer = [0; 256];
/// let request = Request::rest(&mut buffer, Method::Get, "/api/v3/account")?;
/// assert!(Gate::documented_routes().authorize(request).is_ok());
/// # Ok::<(), binsign::Error>(())
/// ```
#[derive(Debug)]
pub struct Gate<'g, S = ()> {
    #[cfg(feature = "policy")]
    situation: Option<Situation<'g>>,
    /// What is counted in.
    counts: S,
    _borrows: PhantomData<&'g ()>,
}

impl Gate<'static> {
    /// A gate that allows every documented route, for a caller who is trusted.
    #[must_use]
    pub const fn documented_routes() -> Self {
        Self {
            #[cfg(feature = "policy")]
            situation: None,
            counts: (),
            _borrows: PhantomData,
        }
    }
}

impl<S: Counts> Gate<'_, S> {
    /// Decides on a request: the only way to an [`Authorized`] one.
    ///
    /// On every refusal the buffer is wiped and free again.
    ///
    /// # Errors
    /// [`Refusal::Invalid`] with the first error of the request, with `REQUEST_TOO_LONG`, or with `BUFFER_TOO_SMALL`
    /// and the size needed;
    /// [`Refusal::Denied`] with `ROUTE_UNKNOWN`, `ROUTE_RETIRED` or `ROUTE_UNDOCUMENTED`, and with all that a policy
    /// denies for.
    #[allow(clippy::inline_always, reason = "what is handed on is large, and built in place where this is inlined")]
    // On bare metal 400 bytes of flash count for more.
    #[cfg_attr(not(target_os = "none"), inline(always))]
    pub fn authorize<'b>(&self, request: Request<'b>) -> Result<Authorized<'b, S::Held>, Refusal> {
        let route = route_of(&request)?;
        #[cfg(feature = "policy")]
        if let Some(situation) = &self.situation {
            return situation.authorize(request, route, &self.counts);
        }
        Ok(Authorized::new(request, route, self.counts.nothing())?)
    }
}

/// The documented route of a request that is in order.
#[inline]
fn route_of(request: &Request<'_>) -> Result<Route, Refusal> {
    if let Some(problem) = request.problem() {
        return Err(problem.clone().into());
    }
    match request.route() {
        Lookup::Found(route) => Ok(route),
        unknown => Err(undocumented(unknown).into()),
    }
}

/// The denial of what is no documented route.
#[cold]
fn undocumented(lookup: Lookup) -> Denied {
    let methods = if let Lookup::OtherMethods(methods) = lookup { methods } else { MethodSet::default() };
    let code = match lookup {
        Lookup::Retired => Code::RouteRetired,
        Lookup::Undocumented => Code::RouteUndocumented,
        _ => Code::RouteUnknown,
    };
    Denied::new(code, "F 13", DOCUMENTED_ROUTES).with_methods(methods)
}
