//! The `rust` face: the core itself, as a program without a heap would use it.

use binsign::{Error, Gate, MAX_REQUEST, Method, Refusal, Request, Signer};

use crate::{Case, Key, Outcome};

/// Answers a case through the public API of the crate `binsign`.
#[must_use]
pub fn answer_in_core(case: &Case) -> Outcome {
    let mut buffer = vec![0; MAX_REQUEST];
    sign(case, &mut buffer).unwrap_or_else(Outcome::from)
}

fn sign(case: &Case, buffer: &mut [u8]) -> Result<Outcome, Refusal> {
    let signer = match &case.key {
        Key::Hmac(secret) => Signer::hmac(&case.api_key, secret.as_bytes()),
        Key::Pem(pem) => Signer::pem(&case.api_key, pem.as_bytes()),
    }?;
    let request = build(case, buffer)?;
    let signed = Gate::documented_routes().authorize(request)?.sign(&signer)?;
    Ok(Outcome::Allow {
        target: format!("{} {}", signed.method().map_or("", binsign::Method::as_str), signed.target()),
        query: signed.query().into(),
        body: signed.body().into(),
        payload: signed.payload().map(str::to_owned),
        signature: signed.signature().map(str::to_owned),
        headers: signed.headers().map(|(name, value)| (name.into(), value.into())).collect(),
    })
}

fn build<'b>(case: &Case, buffer: &'b mut [u8]) -> Result<Request<'b>, Error> {
    let mut request = Request::rest(buffer, case.method.parse::<Method>()?, &case.path)?;
    for (name, value) in &case.query {
        request.param(name, value)?;
    }
    if !case.body.is_empty() {
        request.body()?;
    }
    for (name, value) in &case.body {
        request.param(name, value)?;
    }
    if let Some(window) = &case.recv_window {
        request.param("recvWindow", window)?;
    }
    if let Some(timestamp) = &case.timestamp {
        request.param("timestamp", timestamp)?;
    }
    Ok(request)
}
