//! A route that a signature may open.

use super::table::{ATTRIBUTES, MORE, PATH_LENGTHS, PATH_STARTS, PATHS, SETS};
use crate::Method;
use crate::catalogue::{Action, Attributes, Family, Group, Needed, Route, SecurityType, Transport, Trust};

/// A route that changes something, manages keys or logs a session on; the lower the number, the worse.
///
/// ```
/// use binsign::catalogue::{Action, Transport};
/// use binsign::class::{Carried, Rule, members};
///
/// // What a signature for `account.status` also is.
/// let carried = Carried::new(Transport::WsApi);
/// let logon = members(&carried, Rule::Strict).find(|target| target.action() == Action::Session).unwrap();
/// let mut name = String::new();
/// logon.name(&mut |piece| name.push_str(piece));
/// assert_eq!((logon.group().name(), name.as_str()), ("futures-cm", "session.logon"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Target(u8);

impl Target {
    pub(super) const fn new(number: u8) -> Self {
        Self(number)
    }

    /// Its number: 0 is the worst.
    #[must_use]
    pub const fn number(self) -> u8 {
        self.0
    }

    fn attributes(self) -> u32 {
        ATTRIBUTES.get(usize::from(self.0)).copied().unwrap_or(u32::MAX)
    }

    fn more(self) -> u16 {
        MORE.get(usize::from(self.0)).copied().unwrap_or(0)
    }

    /// The same as the catalogue has it, where the build has the family.
    #[must_use]
    pub fn route(self) -> Route {
        let security = SecurityType::of_number(self.more() >> 8).unwrap_or(SecurityType::Trade);
        let attributes = Attributes(self.attributes() & 0x01ff_ffff);
        Route::target(self.family(), self.method(), security, attributes, self.more() & 0xff)
    }

    pub(super) fn entries(self) -> &'static [u16] {
        SETS.get(self.more() & 0xff)
    }

    /// The group.
    #[must_use]
    pub fn group(self) -> Group {
        Attributes(self.attributes()).group()
    }

    /// The family.
    #[must_use]
    pub fn family(self) -> Family {
        let number = usize::try_from(self.attributes() >> 28).unwrap_or(0);
        Family::ALL.get(number).copied().unwrap_or(Family::Sapi)
    }

    /// How a request to it travels.
    #[must_use]
    pub fn transport(self) -> Transport {
        if self.is_ws() { Transport::WsApi } else { Transport::Rest }
    }

    /// The HTTP method; nothing for a method of the WebSocket API.
    #[must_use]
    pub fn method(self) -> Option<Method> {
        let number = usize::try_from((self.attributes() >> 25) & 7).unwrap_or(0);
        Method::ALL.get(number).copied()
    }

    pub(super) fn is_ws(self) -> bool {
        self.attributes() & (4 << 25) != 0
    }

    /// Whether it is Spot's, whose rule for parameters is documented.
    pub(super) fn is_spot(self) -> bool {
        self.family() == Family::Spot
    }

    /// What it does.
    #[must_use]
    pub fn action(self) -> Action {
        Attributes(self.attributes()).action()
    }

    /// Which permission of the key it needs.
    #[must_use]
    pub fn permissions(self) -> Needed {
        Attributes(self.attributes()).permissions()
    }

    /// How far the permission can be trusted.
    #[must_use]
    pub fn trust(self) -> Trust {
        Attributes(self.attributes()).trust()
    }

    /// Whether it changes something; else it only reads keys, or logs a session on.
    #[must_use]
    pub fn is_mutating(self) -> bool {
        Attributes(self.attributes()).is_mutating()
    }

    /// Whether it is the route itself, whose path or method of the WebSocket API is `path`.
    #[must_use]
    pub fn is(self, route: Route, path: &str) -> bool {
        self.is_named(route, path.as_bytes())
    }

    /// [`is`](Self::is) for a path that comes as bytes.
    pub(crate) fn is_named(self, route: Route, path: &[u8]) -> bool {
        (self.transport(), self.family(), self.method()) == (route.transport(), route.family(), route.method())
            && self.path().as_bytes() == path
    }

    /// The path, or the method of the WebSocket API.
    #[must_use]
    pub fn path(self) -> &'static str {
        let index = usize::from(self.0);
        let start = usize::from(PATH_STARTS.get(index).copied().unwrap_or(0));
        let length = usize::from(PATH_LENGTHS.get(index).copied().unwrap_or(0));
        PATHS.get(start..start.saturating_add(length)).unwrap_or_default()
    }

    /// Gives the name piece by piece, as `POST /api/v3/order` or `order.place`.
    pub fn name(self, put: &mut dyn FnMut(&str)) {
        if let Some(method) = self.method() {
            put(method.as_str());
            put(" ");
        }
        put(self.path());
    }
}
