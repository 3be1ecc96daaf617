//! The `rust` face: the core itself, with the keys of `binsign-host`, as a program on a host would use them.

use binsign::policy::Policy;
use binsign::{
    Answer, ApiKey, Code, Error, ExternalKey, Gate, KeyInfo, KeyType, MAX_REQUEST, Method, PublicKey, Refusal, Request,
    Sent, Signed, Signer, State, TimeUnit,
};
use binsign_host::{make_hmac, make_pem};

use crate::{Ask, Case, Deed, Key, Observed, Outcome, Param, Ready, Ruled, SLOTS, Secret, logon};

/// Authorises and signs; gates with a state and without are of different types.
macro_rules! sign {
    ($gate:expr, $case:expr, $keys:expr, $buffer:expr) => {{
        let authorized = $gate.authorize(build($case, $buffer)?)?;
        match $keys {
            Keys::Here(signer) => {
                let signed = authorized.sign(signer)?;
                (outcome($case, &signed), signed.sent())
            }
            Keys::Elsewhere(key, signature) => {
                let signed = authorized.begin(key)?.finish(signature)?;
                (outcome($case, &signed), signed.sent())
            }
        }
    }};
}
/// The face itself, with the sessions that are under way.
#[derive(Default)]
pub struct InCore {
    sessions: [Option<Session>; SLOTS as usize],
}

impl InCore {
    /// Answers a case through the public API of the crate `binsign`.
    pub fn answer(&mut self, case: &Case) -> Outcome {
        self.outcome(case).unwrap_or_else(|refusal| match refusal {
            Stopped::Refused(refusal) => refusal.into(),
            Stopped::Misplaced(message) => {
                Outcome::Error { code: Code::CaseNotUnderstood.name().into(), message: message.into() }
            }
        })
    }

    fn outcome(&mut self, case: &Case) -> Result<Outcome, Stopped> {
        let keys = keys(case)?;
        let Some(ruled) = &case.ruled else {
            let mut buffer = vec![0; MAX_REQUEST];
            let (outcome, _) = sign!(Gate::documented_routes(), case, &keys, &mut buffer);
            return Ok(outcome);
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

/// Why a case was not answered with a yes.
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

/// What a case signs with.
enum Keys<'a> {
    Here(Box<Signer>),
    Elsewhere(Box<ExternalKey>, &'a [u8]),
}

fn keys(case: &Case) -> Result<Keys<'_>, Error> {
    Ok(match &case.key {
        Key::Here(key) => Keys::Here(signer(&case.api_key, key)?),
        Key::Elsewhere { key_type, public, signature } => {
            let key = external_key(&case.api_key, *key_type, public.as_deref())?;
            Keys::Elsewhere(Box::new(key), signature)
        }
    })
}

impl Keys<'_> {
    fn key_type(&self) -> KeyType {
        match self {
            Self::Here(signer) => signer.key_type(),
            Self::Elsewhere(key, _) => key.key_type(),
        }
    }
}

/// A policy with what is known under it.
struct Session {
    image: Vec<u8>,
    state: State,
    app: Option<String>,
    info: Option<KeyInfo>,
    sent: Option<Sent>,
}

impl Session {
    fn begin(ruled: &Ruled) -> Result<Self, Error> {
        let image = ruled.policy.clone().unwrap_or_default();
        let policy = Policy::new(&image)?;
        let state = State::new(&policy);
        Ok(Self { image, state, app: ruled.app.clone(), info: info(ruled)?, sent: None })
    }

    fn answer(&mut self, case: &Case, ruled: &Ruled, keys: &Keys<'_>) -> Result<Outcome, Stopped> {
        let now = ruled.now.unwrap_or(0);
        match &case.ask {
            Ask::Answer { status, headers, body } => {
                let sent = self.sent.ok_or(Stopped::Misplaced("no request of the session was signed"))?;
                let headers = headers.iter().map(|(name, value)| (name.as_str(), value.as_str()));
                let answer = Answer::read(*status, headers, body, now);
                Ok(observed(&self.state.observe(&sent, &answer, now)))
            }
            Ask::ServerTime { sent, received, server } => {
                self.state.observe_time(*sent, *received, *server);
                Ok(observed(&self.state.observed(ruled.now)))
            }
            Ask::Do(deed) => {
                self.deed(*deed)?;
                Ok(observed(&self.state.observed(ruled.now)))
            }
            _ => self.sign(case, ruled, keys),
        }
    }

    fn sign(&mut self, case: &Case, ruled: &Ruled, keys: &Keys<'_>) -> Result<Outcome, Stopped> {
        if ruled.policy.is_none()
            && let Some(info) = info(ruled)?
        {
            self.info = Some(info);
        }
        let policy = Policy::new(&self.image)?;
        let mut gate = Gate::new(&policy).key_type(keys.key_type()).state(&self.state);
        if let Some(now) = ruled.now {
            gate = gate.at(now);
        }
        if let Some(app) = &self.app {
            gate = gate.app(app);
        }
        if let Some(info) = &self.info {
            gate = gate.key_info(info);
        }
        if let Some(approval) = &ruled.approval {
            gate = gate.approval(approval);
        }
        let mut buffer = vec![0; MAX_REQUEST];
        if ruled.check {
            gate.check(&build(case, &mut buffer)?)?;
            return Ok(Outcome::Passed);
        }
        let (outcome, sent) = sign!(gate, case, keys, &mut buffer);
        self.sent = Some(sent);
        Ok(outcome)
    }

    fn deed(&mut self, deed: Deed) -> Result<(), Error> {
        match deed {
            Deed::Clear => self.state.clear(),
            Deed::Revoke => self.state.revoke(),
            Deed::Terminate => self.state.terminate(),
            Deed::Restart => {
                let mut saved = [0; State::SAVED];
                let sequence = self.state.save(&mut saved);
                let policy = Policy::new(&self.image)?;
                self.state = State::restore(&saved, &policy, sequence)?;
            }
        }
        Ok(())
    }
}

/// What a session knows, as the protocol has it.
#[must_use]
pub fn observed(observed: &binsign::Observed) -> Outcome {
    let text = |number: Option<i64>| number.map(|number| number.to_string());
    let orders = observed.orders;
    let wait_until = observed.wait_until_ms.map(|until| until.to_string());
    Outcome::Observed(Observed {
        key_state: observed.key_state.as_str().into(),
        reason: text(observed.key_state.reason().map(i64::from)),
        offset: text(Some(observed.offset_ms)),
        wait_until,
        used_weight: text(observed.used_weight.map(i64::from)),
        orders: [orders.ten_seconds, orders.minute, orders.day].map(|count| text(count.map(i64::from))),
    })
}

/// The answer about the key's permissions that a case has.
fn info(ruled: &Ruled) -> Result<Option<KeyInfo>, Error> {
    ruled.key_info.as_ref().map(|(body, observed_at)| KeyInfo::from_json(body, *observed_at)).transpose()
}

/// The signer of a key that is here.
pub(crate) fn signer(api_key: &str, key: &Secret) -> Result<Box<Signer>, Error> {
    match key {
        Secret::Hmac(secret) => make_hmac(api_key, secret.as_bytes()),
        Secret::Pem { pem, passphrase } => make_pem(api_key, pem.as_bytes(), passphrase.as_deref().map(str::as_bytes)),
    }
}

/// A key that is elsewhere, with its public key where that is known.
///
/// # Errors
/// Those of [`ApiKey::new`] and [`PublicKey::from_pem`].
pub fn external_key(api_key: &str, key_type: KeyType, public: Option<&str>) -> Result<ExternalKey, Error> {
    let api_key = ApiKey::new(api_key)?;
    match public {
        None => Ok(ExternalKey::new(api_key, key_type)),
        Some(public) => Ok(ExternalKey::with_public(api_key, PublicKey::from_pem(public.as_bytes())?)),
    }
}

fn build<'b>(case: &Case, buffer: &'b mut [u8]) -> Result<Request<'b>, Error> {
    let mut request = match &case.ask {
        Ask::Rest { method, path, .. } => Request::rest(buffer, method.parse::<Method>()?, path)?,
        Ask::WsApi { family, method, id, .. } => Request::ws_api(buffer, *family, method, id)?,
        Ask::SapiWss => Request::sapi_wss(buffer),
        Ask::Fix(fields) => Request::fix_logon(buffer, &logon(fields))?,
        // Answered before.
        Ask::Answer { .. } | Ask::ServerTime { .. } | Ask::Do(_) => return Err(Error::new(Code::Internal)),
    };
    if let Ask::Rest { time_unit: Some(unit), .. } = &case.ask {
        request.time_unit(if unit == "MICROSECOND" { TimeUnit::Microsecond } else { TimeUnit::Millisecond })?;
    }
    if let Ask::WsApi { in_session: true, .. } = &case.ask {
        request.in_session()?;
    }
    add(&mut request, &case.params)?;
    if let Ask::Rest { body, .. } = &case.ask
        && !body.is_empty()
    {
        request.body()?;
        add(&mut request, body)?;
    }
    for (name, time) in [("recvWindow", &case.recv_window), ("timestamp", &case.timestamp)] {
        if let Some(time) = time {
            request.literal(name, time)?;
        }
    }
    Ok(request)
}

fn add(request: &mut Request<'_>, params: &[Param]) -> Result<(), Error> {
    for param in params {
        if param.literal {
            request.literal(&param.name, &param.text)?;
        } else {
            request.param(&param.name, &param.text)?;
        }
    }
    Ok(())
}

fn outcome(case: &Case, signed: &Signed<'_, '_>) -> Outcome {
    let message = signed.message().map(str::to_owned);
    Outcome::Allow {
        payload: signed.payload().map(str::to_owned),
        signature: signed.signature().map(str::to_owned),
        ready: match &case.ask {
            Ask::WsApi { .. } => Ready::WsApi(message.unwrap_or_default()),
            Ask::Fix(_) => Ready::Fix(message),
            _ => Ready::Http {
                target: format!("{} {}", signed.method().map_or("", Method::as_str), signed.target()),
                query: signed.query().into(),
                body: signed.body().into(),
                headers: signed.headers().map(|(name, value)| (name.into(), value.into())).collect(),
            },
        },
    }
}
