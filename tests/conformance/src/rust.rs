//! The `rust` face: the core itself, with the keys of `binsign-host`, as a program on a host would use them.

use binsign::{
    ApiKey, Error, ExternalKey, Gate, KeyType, MAX_REQUEST, Method, PublicKey, Refusal, Request, Signed, Signer,
    TimeUnit,
};
use binsign_host::{make_hmac, make_pem};

use crate::{Ask, Case, Key, Outcome, Param, Ready, Secret, logon};

/// Answers a case through the public API of the crate `binsign`.
#[must_use]
pub fn answer_in_core(case: &Case) -> Outcome {
    let mut buffer = vec![0; MAX_REQUEST];
    sign(case, &mut buffer).unwrap_or_else(Outcome::from)
}

fn sign(case: &Case, buffer: &mut [u8]) -> Result<Outcome, Refusal> {
    let gate = Gate::documented_routes();
    match &case.key {
        Key::Here(key) => {
            let signer = signer(&case.api_key, key)?;
            let signed = gate.authorize(build(case, buffer)?)?.sign(&signer)?;
            Ok(outcome(case, &signed))
        }
        Key::Elsewhere { key_type, public, signature } => {
            let key = external_key(&case.api_key, *key_type, public.as_deref())?;
            let pending = gate.authorize(build(case, buffer)?)?.begin(&key)?;
            Ok(outcome(case, &pending.finish(signature)?))
        }
    }
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
            Ask::Rest { .. } | Ask::SapiWss => Ready::Http {
                target: format!("{} {}", signed.method().map_or("", Method::as_str), signed.target()),
                query: signed.query().into(),
                body: signed.body().into(),
                headers: signed.headers().map(|(name, value)| (name.into(), value.into())).collect(),
            },
        },
    }
}
