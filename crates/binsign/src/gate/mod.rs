//! The gate: no request gets past it without a verdict, and without it nothing is signed.

use crate::catalogue::{Lookup, MethodSet};
use crate::denied::DOCUMENTED_ROUTES;
use crate::{Authorized, Code, Denied, Refusal, Request};

/// Decides whether a request may be signed; deny is the default.
///
/// Its one rule so far: the route is in the catalogue of documented routes (Terms, clause F 13: interfaces may be
/// used in the intended manner only).
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
pub struct Gate {
    _private: (),
}

impl Gate {
    /// A gate that allows every documented route, for a caller who is trusted.
    #[must_use]
    pub const fn documented_routes() -> Self {
        Self { _private: () }
    }

    /// Decides on a request: the only way to an [`Authorized`] one.
    ///
    /// On every refusal the buffer is wiped and free again.
    ///
    /// # Errors
    /// [`Refusal::Invalid`] with the first error of the request, with `REQUEST_TOO_LONG`, or with `BUFFER_TOO_SMALL`
    /// and the size needed;
    /// [`Refusal::Denied`] with `ROUTE_UNKNOWN`, `ROUTE_RETIRED` or `ROUTE_UNDOCUMENTED`.
    #[allow(clippy::inline_always, reason = "what is handed on is large, and built in place where this is inlined")]
    // On bare metal 400 bytes of flash count for more.
    #[cfg_attr(not(target_os = "none"), inline(always))]
    pub fn authorize<'b>(&self, request: Request<'b>) -> Result<Authorized<'b>, Refusal> {
        if let Some(problem) = request.problem() {
            return Err(problem.clone().into());
        }
        let route = match request.route() {
            Lookup::Found(route) => route,
            unknown => return Err(undocumented(unknown).into()),
        };
        Ok(Authorized::new(request, route)?)
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
