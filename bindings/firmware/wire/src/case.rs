//! A case: its fields, decoded inside the memory of the line, and the request they ask for.

use binsign::catalogue::Family;
use binsign::{Error, KeyType, Method, Request, TimeUnit};

use crate::fields::{self, Fields, Set, decoded, pair};
use crate::ruled::{self, Ruled};
use crate::{logon, text};

const FAMILIES: [Family; 6] =
    [Family::Spot, Family::Sapi, Family::FuturesUm, Family::FuturesCm, Family::Options, Family::PortfolioMargin];

/// What the request is signed with.
pub(crate) enum Key<'l> {
    /// An HMAC secret.
    Secret(&'l [u8]),
    /// A private key in PEM; what decrypts one is the business of hosts.
    Pem(&'l [u8]),
    /// A key elsewhere: its type, its public half in PEM where that is known, and the signature that it makes.
    Elsewhere(KeyType, Option<&'l [u8]>, &'l [u8]),
}

/// A case whose line has been found to be well-formed.
pub(crate) struct Case<'l> {
    route: Route<'l>,
    pub(crate) api_key: &'l [u8],
    pub(crate) key: Key<'l>,
    in_session: bool,
    time_unit: Option<TimeUnit>,
    /// The fields behind these, still in hexadecimal.
    rest: Fields<'l>,
}

/// A case and the gate's side of it.
pub(crate) struct Whole<'l> {
    pub(crate) case: Case<'l>,
    pub(crate) ruled: Option<Ruled<'l>>,
}

impl<'l> Whole<'l> {
    /// Takes a line apart, or nothing where it is no case.
    pub(crate) fn take(line: &'l mut [u8]) -> Option<Self> {
        let set = fields::of_line(line)?;
        let (request, behind) = fields::split(line, ruled::TAGS);
        let ruled = if behind.is_empty() { None } else { Some(Ruled::take(behind)?) };
        let asks = ruled.as_ref().is_none_or(|ruled| ruled.deed.is_none());
        Some(Self { case: Case::take(request, set, asks)?, ruled })
    }
}

/// What the request is to be.
enum Route<'l> {
    Rest {
        method: &'l [u8],
        path: &'l [u8],
    },
    WsApi {
        family: Family,
        method: &'l [u8],
        id: &'l [u8],
    },
    SapiWss,
    Fix,
    /// No request is asked for.
    Nothing,
}

impl<'l> Case<'l> {
    /// Takes the fields of the request and the key apart, or nothing where they do not belong together; `asks` says whether
    /// there is to be a request.
    fn take(line: &'l mut [u8], set: Set, asks: bool) -> Option<Self> {
        let mut rest = Fields::of(line);
        let transport = rest.next_if(b'x').unwrap_or(b"rest");
        let family = rest.next_if(b'f').map(|name| named(&FAMILIES, Family::as_str, name));
        let (method, path, id) = (rest.next_if(b'm'), rest.next_if(b'p'), rest.next_if(b'i'));
        let (route, required, optional): (_, &[u8], &[u8]) = match transport {
            b"rest" if !asks => (Route::Nothing, b"", b""),
            b"rest" => (Route::Rest { method: method?, path: path? }, b"mp", b"uqbwt"),
            b"ws-api" => (Route::WsApi { family: family??, method: method?, id: id? }, b"xfmi", b"gqlwt"),
            b"sapi-wss" => (Route::SapiWss, b"x", b"qwt"),
            b"fix" => (Route::Fix, b"xF", b""),
            _ => return None,
        };
        let api_key = rest.next_if(b'a')?;
        let keys = Set::of(b"skyzYe");
        if !set.among(Set::of(b"xfmpiguqlbwtF")).has(Set::of(required), Set::of(optional)) {
            return None;
        }
        let key = if let Some(secret) = rest.next_if(b's') {
            set.among(keys).has(Set::of(b"s"), Set::of(b"")).then_some(Key::Secret(secret))
        } else if let Some(pem) = rest.next_if(b'k') {
            // A passphrase is not looked at.
            rest.next_if(b'z');
            set.among(keys).has(Set::of(b"k"), Set::of(b"z")).then_some(Key::Pem(pem))
        } else {
            let key_type =
                named(&[KeyType::Hmac, KeyType::Ed25519, KeyType::Rsa], KeyType::as_str, rest.next_if(b'y')?)?;
            let (public, signature) = (rest.next_if(b'Y'), rest.next_if(b'e')?);
            let key = Key::Elsewhere(key_type, public, signature);
            set.among(keys).has(Set::of(b"ye"), Set::of(b"Y")).then_some(key)
        }?;
        let in_session = rest.next_if(b'g').is_some();
        let time_unit = match rest.next_if(b'u') {
            Some(unit) => Some(named(&[TimeUnit::Millisecond, TimeUnit::Microsecond], TimeUnit::as_str, unit)?),
            None => None,
        };
        Some(Self { route, api_key, key, in_session, time_unit, rest })
    }

    /// Builds the request in `buffer`.
    pub(crate) fn request(self, buffer: &mut [u8]) -> Result<Request<'_>, Error> {
        let mut request = match self.route {
            Route::Rest { method, path } => {
                let method = text(method, 0)?.parse::<Method>()?;
                Request::rest(buffer, method, text(path, 0)?)?
            }
            Route::WsApi { family, method, id } => Request::ws_api(buffer, family, text(method, 0)?, text(id, 0)?)?,
            Route::SapiWss => Request::sapi_wss(buffer),
            Route::Fix => return logon::request(self.rest, buffer),
            Route::Nothing => return Err(crate::not_understood()),
        };
        if let Some(unit) = self.time_unit {
            request.time_unit(unit)?;
        }
        if self.in_session {
            request.in_session()?;
        }
        let mut in_body = false;
        let mut position = 0_u16;
        for (tag, field) in self.rest {
            if tag == b'b' && !in_body {
                request.body()?;
                in_body = true;
            }
            position = position.saturating_add(1);
            let (name, value) = match tag {
                b'w' => (&b"recvWindow"[..], decoded(field)),
                b't' => (&b"timestamp"[..], decoded(field)),
                _ => pair(field),
            };
            let (name, value) = (text(name, position)?, text(value, position)?);
            // Both are numbers in JSON.
            if matches!(tag, b'l' | b'w' | b't') {
                request.literal(name, value)?;
            } else {
                request.param(name, value)?;
            }
        }
        Ok(request)
    }
}

/// The one of `all` that has that name.
fn named<T: Copy>(all: &[T], name_of: impl Fn(T) -> &'static str, name: &[u8]) -> Option<T> {
    all.iter().copied().find(|one| name_of(*one).as_bytes() == name)
}
