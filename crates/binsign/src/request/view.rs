//! A request as policies look at it: its route, its parameters, and what else of it counts for time.

use super::draft::{Draft, Span};
use super::shape::Shape;
use super::{Authorized, Holds, Request};
use crate::catalogue::Route;
use crate::policy::{Facts, NamedRoute, Pairs};

/// What there is to be decided on.
pub(crate) struct View<'r> {
    pub(crate) named: NamedRoute<'r>,
    pub(crate) pairs: Pairs<'r>,
    /// The request carries neither API key nor signature, since its connection is logged on.
    pub(crate) in_session: bool,
    pub(crate) logon: Option<LogonTimes>,
}

/// The times of a FIX Logon, which has no parameters.
#[derive(Clone, Copy)]
#[cfg_attr(not(feature = "fix"), allow(dead_code, reason = "only the Logon of FIX has them"))]
pub(crate) struct LogonTimes {
    /// In thousandths of a ms, where it is given.
    pub(crate) recv_window: Option<u32>,
    /// In µs since 1970.
    pub(crate) sending_time_us: u64,
}

impl View<'_> {
    /// Route and parameters.
    pub(crate) const fn facts(&self) -> Facts<'_> {
        Facts { named: self.named, pairs: &self.pairs }
    }
}

impl Request<'_> {
    /// The request with a route that was looked up for it.
    pub(crate) fn view(&self, route: Route) -> View<'_> {
        view(&self.draft, &self.shape, route, self.draft.payload_start()..self.draft.needed())
    }
}

impl<R: Holds> Authorized<'_, R> {
    /// The request as it will be signed.
    pub(crate) fn view(&self) -> View<'_> {
        self.view_of(&(self.draft.payload_start()..self.draft.needed()))
    }

    /// The request as it was signed: that is its payload.
    pub(super) fn view_of(&self, payload: &Span) -> View<'_> {
        view(&self.draft, &self.shape, self.route, payload.clone())
    }
}

fn view<'r>(draft: &'r Draft<'_>, shape: &'r Shape, route: Route, payload: Span) -> View<'r> {
    let path = || draft.span(&(0..payload.start.saturating_sub(1)));
    let (name, encoded, in_session, logon) = match shape {
        Shape::Rest(_) => (path(), true, false, None),
        #[cfg(feature = "ws-api")]
        Shape::SapiWss => (path(), true, false, None),
        #[cfg(feature = "ws-api")]
        Shape::WsApi(ws) => (draft.span(&ws.method(draft)), false, ws.in_session, None),
        #[cfg(feature = "fix")]
        Shape::Fix(fields) => (&[][..], false, false, Some(fields.times(draft, payload.end))),
    };
    let pairs = if logon.is_some() {
        Pairs::NONE
    } else {
        let [query, _] = draft.parts(payload.end);
        Pairs::new(draft.span(&payload), query.end.saturating_sub(payload.start), encoded)
    };
    View { named: NamedRoute { route, name }, pairs, in_session, logon }
}
