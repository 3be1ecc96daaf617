//! `binsign conformance`: a case answered by the same calls as the commands make.

use std::sync::Arc;

use binsign::{Code, Error, ExternalKey, KeyInfo, KeyType, Refusal, Sent, Signer, TimeUnit};
use binsign_conformance::{
    Ask, Case, Deed, Key, Outcome, Param, Ready, Ruled, SLOTS, Secret, external_key, logon, observed,
};
use binsign_host::{
    Asking, Call, FixCall, Guard, OwnedPolicy, Signable, SignedRequest, StreamCall, Timestamp, WsCall, make_hmac,
    make_pem,
};

/// Where cases are answered: with the sessions that are under way.
#[derive(Default)]
pub(crate) struct Desk {
    sessions: [Option<Session>; SLOTS as usize],
}

/// A policy, and what is known under it.
struct Session {
    policy: OwnedPolicy,
    guard: Guard,
    app: Option<String>,
    sent: Option<Sent>,
}

/// What a case signs with.
enum Keys<'c> {
    Here(Box<Signer>),
    Elsewhere(Arc<ExternalKey>, &'c [u8]),
}

/// Why a case has no good end.
enum Stopped {
    Refused(Refusal),
    /// The session is not where the case thinks it is.
    Misplaced(&'static str),
}

impl<E: Into<Refusal>> From<E> for Stopped {
    fn from(error: E) -> Self {
        Self::Refused(error.into())
    }
}

impl Desk {
    /// Answers a case.
    pub(crate) fn answer(&mut self, case: &Case) -> Outcome {
        self.outcome(case).unwrap_or_else(|stopped| match stopped {
            Stopped::Refused(refusal) => refusal.into(),
            Stopped::Misplaced(message) => {
                Outcome::Error { code: Code::CaseNotUnderstood.name().into(), message: message.into() }
            }
        })
    }

    fn outcome(&mut self, case: &Case) -> Result<Outcome, Stopped> {
        let keys = Keys::of(case)?;
        let Some(ruled) = &case.ruled else {
            return Ok(outcome(case, asked(case, &keys, Guard::documented_routes().asking())?));
        };
        let Some(slot) = ruled.slot else {
            return Session::begin(ruled)?.answer(case, ruled, &keys);
        };
        let slot = self.sessions.get_mut(usize::from(slot)).ok_or(Stopped::Misplaced("no such slot"))?;
        if ruled.policy.is_some() {
            *slot = None;
            *slot = Some(Session::begin(ruled)?);
        }
        slot.as_mut().ok_or(Stopped::Misplaced("the session has not begun"))?.answer(case, ruled, &keys)
    }
}

impl Session {
    fn begin(ruled: &Ruled) -> Result<Self, Error> {
        let policy = OwnedPolicy::new(ruled.policy.clone().unwrap_or_default())?;
        let session = Self { guard: Guard::new(&policy), policy, app: ruled.app.clone(), sent: None };
        session.tell_app();
        Ok(session)
    }

    fn tell_app(&self) {
        if let Some(app) = &self.app {
            self.guard.set_app(app);
        }
    }

    fn answer(&mut self, case: &Case, ruled: &Ruled, keys: &Keys<'_>) -> Result<Outcome, Stopped> {
        let known = match &case.ask {
            Ask::Answer { status, headers, body } => {
                let sent = self.sent.ok_or(Stopped::Misplaced("no request of the session was signed"))?;
                let headers = headers.iter().map(|(name, value)| (name.as_str(), value.as_str()));
                self.guard.observe(&sent, *status, headers, body, ruled.now)
            }
            Ask::ServerTime { sent, received, server } => {
                self.guard.observe_time(*sent, *received, *server);
                self.guard.observed(ruled.now)
            }
            Ask::Do(deed) => {
                self.deed(*deed)?;
                self.guard.observed(ruled.now)
            }
            _ => return self.sign(case, ruled, keys),
        };
        known.map(|known| observed(&known)).ok_or(Stopped::Misplaced("the session has no policy"))
    }

    fn sign(&mut self, case: &Case, ruled: &Ruled, keys: &Keys<'_>) -> Result<Outcome, Stopped> {
        if let Some((body, observed_at)) = &ruled.key_info {
            self.guard.set_key_info(KeyInfo::from_json(body, *observed_at)?);
        }
        let asking = self.guard.asking().key_type(keys.key_type());
        let asking = ruled.now.map_or(asking.without_clock(), |now| asking.at(now));
        let asking = ruled.approval.as_ref().map_or(asking, |approval| asking.approval(approval));
        if ruled.check {
            checked(case, asking)?;
            return Ok(Outcome::Passed);
        }
        let request = asked(case, keys, asking)?;
        self.sent = request.sent;
        Ok(outcome(case, request))
    }

    fn deed(&mut self, deed: Deed) -> Result<(), Stopped> {
        match deed {
            Deed::Clear => self.guard.clear(),
            Deed::Revoke => self.guard.revoke(),
            Deed::Terminate => self.guard.terminate(),
            Deed::Restart => {
                let (saved, sequence) = self.guard.save().ok_or(Stopped::Misplaced("the session has no policy"))?;
                let info = self.guard.key_info();
                self.guard = Guard::restore(&self.policy, &saved, sequence)?;
                self.tell_app();
                if let Some(info) = info {
                    self.guard.set_key_info(info);
                }
            }
        }
        Ok(())
    }
}

impl<'c> Keys<'c> {
    fn of(case: &'c Case) -> Result<Self, Error> {
        let api_key = &case.api_key;
        Ok(match &case.key {
            Key::Here(Secret::Hmac(secret)) => Self::Here(make_hmac(api_key, secret.as_bytes())?),
            Key::Here(Secret::Pem { pem, passphrase }) => {
                Self::Here(make_pem(api_key, pem.as_bytes(), passphrase.as_deref().map(str::as_bytes))?)
            }
            Key::Elsewhere { key_type, public, signature } => {
                Self::Elsewhere(Arc::new(external_key(api_key, *key_type, public.as_deref())?), signature)
            }
        })
    }

    fn key_type(&self) -> KeyType {
        match self {
            Self::Here(signer) => signer.key_type(),
            Self::Elsewhere(key, _) => key.key_type(),
        }
    }
}

/// What is done with a call, whichever kind it is.
trait Deal {
    type Dealt;

    fn with(&self, call: &impl Signable) -> Result<Self::Dealt, Refusal>;
}

struct Sign<'k>(&'k Keys<'k>, Asking<'k>);

impl Deal for Sign<'_> {
    type Dealt = SignedRequest;

    fn with(&self, call: &impl Signable) -> Result<SignedRequest, Refusal> {
        match self.0 {
            Keys::Here(signer) => call.sign(self.1, signer),
            Keys::Elsewhere(key, signature) => call.begin(self.1, key)?.finish(signature),
        }
    }
}

struct Check<'k>(Asking<'k>);

impl Deal for Check<'_> {
    type Dealt = ();

    fn with(&self, call: &impl Signable) -> Result<(), Refusal> {
        call.check(self.0)
    }
}

fn asked(case: &Case, keys: &Keys<'_>, asking: Asking<'_>) -> Result<SignedRequest, Refusal> {
    dealt(case, &Sign(keys, asking))
}

fn checked(case: &Case, asking: Asking<'_>) -> Result<(), Refusal> {
    dealt(case, &Check(asking))
}

/// Makes the call of a case and deals with it.
fn dealt<D: Deal>(case: &Case, deal: &D) -> Result<D::Dealt, Refusal> {
    let recv_window = case.recv_window.as_deref();
    let timestamp = case.timestamp.as_deref().map_or(Timestamp::Omitted, Timestamp::Given);
    match &case.ask {
        Ask::Rest { method, path, time_unit, body } => {
            let (query, body) = (texts(&case.params), texts(body));
            let time_unit = time_unit.as_deref().map(|unit| match unit {
                "MICROSECOND" => TimeUnit::Microsecond,
                _ => TimeUnit::Millisecond,
            });
            deal.with(&Call { method, path, query: &query, body: &body, recv_window, timestamp, time_unit })
        }
        Ask::WsApi { family, method, id, in_session } => {
            let params: Vec<_> = case.params.iter().map(value).collect();
            let call = WsCall {
                params: &params,
                recv_window,
                timestamp,
                in_session: *in_session,
                ..WsCall::new(*family, method, id)
            };
            deal.with(&call)
        }
        Ask::SapiWss => deal.with(&StreamCall { params: &texts(&case.params), recv_window, timestamp }),
        Ask::Fix(fields) => deal.with(&FixCall { logon: logon(fields), sending_time: Timestamp::Omitted }),
        // Sessions have answered these before.
        Ask::Answer { .. } | Ask::ServerTime { .. } | Ask::Do(_) => Err(Error::new(Code::Internal).into()),
    }
}

fn outcome(case: &Case, request: SignedRequest) -> Outcome {
    let message = request.message.map(|text| text.to_string());
    let ready = match &case.ask {
        Ask::WsApi { .. } => Ready::WsApi(message.unwrap_or_default()),
        Ask::Fix(_) => Ready::Fix(message),
        _ => Ready::Http {
            target: format!("{} {}", request.method.unwrap_or_default(), request.target),
            query: request.query,
            body: request.body,
            headers: request.headers.into_iter().map(|(name, value)| (name.into(), value.to_string())).collect(),
        },
    };
    Outcome::Allow { payload: request.payload.map(|text| text.to_string()), signature: request.signature, ready }
}

fn value(param: &Param) -> (&str, binsign_host::Param<'_>) {
    let text = param.text.as_str();
    let value = if param.literal { binsign_host::Param::Literal(text) } else { binsign_host::Param::Text(text) };
    (&param.name, value)
}

fn texts(params: &[Param]) -> Vec<(&str, &str)> {
    params.iter().map(|param| (param.name.as_str(), param.text.as_str())).collect()
}
