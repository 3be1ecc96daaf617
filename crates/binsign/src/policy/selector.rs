//! Selectors: which routes a rule or a limit is about.

use super::cursor::{Cursor, utf8};
use crate::Method;
use crate::catalogue::{Action, Family, Route, Transport};

/// Which routes a rule or a limit is about.
///
/// ```
/// use binsign::catalogue::{Action, Group};
/// use binsign::policy::Selector;
///
/// let spot = Group::of_name("spot").unwrap();
/// let cancel = Selector::Class { groups: 1 << spot.number(), actions: 1 << Action::Cancel.number() };
/// assert_ne!(cancel, Selector::FixLogon);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Selector<'a> {
    /// All routes of these groups that do one of these things: a bit for the number of each.
    Class {
        /// The groups.
        groups: u32,
        /// The actions.
        actions: u16,
    },
    /// One REST route.
    Rest {
        /// The HTTP method.
        method: Method,
        /// The path.
        path: &'a str,
    },
    /// One method of the WebSocket API.
    WsApi {
        /// Whose.
        family: Family,
        /// The method's name there.
        method: &'a str,
    },
    /// The signed streams.
    SapiWss,
    /// The Logon of a FIX session.
    FixLogon,
}

/// A route together with what it is called.
#[derive(Clone, Copy)]
pub(crate) struct Named<'r> {
    pub(crate) route: Route,
    /// The path, or the method of the WebSocket API.
    pub(crate) name: &'r [u8],
}

impl<'a> Selector<'a> {
    pub(super) fn read(cursor: &mut Cursor<'a>) -> Option<Self> {
        match cursor.u8()? {
            CLASS => Some(Self::Class { groups: cursor.u32()?, actions: cursor.u16()? }),
            2 => {
                let [transport, method, family] = *cursor.array()?;
                let name = utf8(cursor.text()?);
                match transport {
                    0 => Some(Self::Rest { method: *Method::ALL.get(usize::from(method))?, path: name }),
                    1 => Some(Self::WsApi { family: *Family::ALL.get(usize::from(family))?, method: name }),
                    2 => Some(Self::SapiWss),
                    3 => Some(Self::FixLogon),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// Passes one by.
    #[inline]
    pub(super) fn skip(cursor: &mut Cursor<'a>) {
        // They were looked at before.
        let _ = match cursor.u8() {
            Some(CLASS) => cursor.take(6),
            _ => cursor.take(3).and_then(|_| cursor.text()),
        };
    }

    /// Whether the next one fits, which is read.
    #[inline]
    pub(super) fn fits_next(rest: &mut &[u8], class: Class, named: &Named<'_>) -> Option<bool> {
        if let Some(([CLASS, a, b, c, d, e, f], behind)) = rest.split_first_chunk::<7>() {
            *rest = behind;
            let groups = u32::from_le_bytes([*a, *b, *c, *d]) & class.group;
            return Some(groups != 0 && u16::from_le_bytes([*e, *f]) & class.action != 0);
        }
        let ([_, transport, method, family, length], behind) = rest.split_first_chunk::<5>()?;
        let (name, behind) = behind.split_at_checked(usize::from(*length))?;
        *rest = behind;
        let route = named.route;
        Some(match (transport, route.transport()) {
            (0, Transport::Rest) => {
                Method::ALL.get(usize::from(*method)).copied() == route.method() && name == named.name
            }
            (1, Transport::WsApi) => {
                Family::ALL.get(usize::from(*family)) == Some(&route.family()) && name == named.name
            }
            (2, Transport::SapiWss) | (3, Transport::Fix) => true,
            _ => false,
        })
    }

    /// Whether it is as the compiler writes it, which reading it does not tell.
    pub(super) fn is_well_formed(cursor: &mut Cursor<'_>) -> Option<bool> {
        let mut bytes = *cursor;
        let selector = Selector::read(cursor)?;
        bytes.u8()?;
        Some(match selector {
            Selector::Class { groups, actions } => groups != 0 && actions != 0 && actions >> Action::ALL.len() == 0,
            Selector::Rest { method: _, path } => path.starts_with('/') && path.is_ascii(),
            Selector::WsApi { method, .. } => {
                bytes.array::<2>().is_some_and(|[_, none]| *none == NONE) && !method.is_empty() && method.is_ascii()
            }
            Selector::SapiWss | Selector::FixLogon => bytes.take(3).is_some() && bytes.text() == Some(&[]),
        })
    }

    /// Whether the route is one of those, where all is fit to be compared by its bytes.
    pub(crate) fn fits(self, named: &Named<'_>) -> bool {
        let route = named.route;
        match self {
            Self::Class { groups, actions } => {
                let class = Class::of(route);
                groups & class.group != 0 && actions & class.action != 0
            }
            Self::Rest { method, path } => {
                route.transport() == Transport::Rest && route.method() == Some(method) && path.as_bytes() == named.name
            }
            Self::WsApi { family, method } => {
                route.transport() == Transport::WsApi && route.family() == family && method.as_bytes() == named.name
            }
            Self::SapiWss => route.transport() == Transport::SapiWss,
            Self::FixLogon => route.transport() == Transport::Fix,
        }
    }
}

/// The first byte of a selector of a class.
const CLASS: u8 = 1;

/// The group and the action of a route, a bit each.
#[derive(Clone, Copy)]
pub(super) struct Class {
    group: u32,
    action: u16,
}

impl Class {
    pub(super) fn of(route: Route) -> Self {
        let group = 1_u32.wrapping_shl(route.group().number().into());
        Self { group, action: 1_u16.wrapping_shl(route.action().number().into()) }
    }
}

/// A method that is none.
const NONE: u8 = 255;
