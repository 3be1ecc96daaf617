//! `binsign conformance`: a case answered by the same calls as the commands make.

use std::sync::Arc;

use binsign::{Code, Refusal, TimeUnit};
use binsign_conformance::{Ask, Case, Key, Outcome, Param, Ready, Secret, external_key, logon};
use binsign_host::{Call, FixCall, Guard, Signable, SignedRequest, StreamCall, Timestamp, WsCall, make_hmac, make_pem};

/// Answers a case.
pub(crate) fn answer(case: &Case) -> Outcome {
    if case.ruled.is_some() {
        return unsupported();
    }
    let recv_window = case.recv_window.as_deref();
    let timestamp = case.timestamp.as_deref().map_or(Timestamp::Omitted, Timestamp::Given);
    match &case.ask {
        Ask::Rest { method, path, time_unit, body } => {
            let (query, body) = (texts(&case.params), texts(body));
            let time_unit = time_unit.as_deref().map(|unit| match unit {
                "MICROSECOND" => TimeUnit::Microsecond,
                _ => TimeUnit::Millisecond,
            });
            signed(case, &Call { method, path, query: &query, body: &body, recv_window, timestamp, time_unit })
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
            signed(case, &call)
        }
        Ask::SapiWss => signed(case, &StreamCall { params: &texts(&case.params), recv_window, timestamp }),
        Ask::Fix(fields) => signed(case, &FixCall { logon: logon(fields), sending_time: Timestamp::Omitted }),
        Ask::Answer { .. } | Ask::ServerTime { .. } | Ask::Do(_) => unsupported(),
    }
}

fn unsupported() -> Outcome {
    Outcome::Error { code: Code::Unsupported.name().into(), message: "the command has no sessions yet".into() }
}

fn signed(case: &Case, call: &impl Signable) -> Outcome {
    match sign(case, call) {
        Ok(request) => outcome(case, request),
        Err(refusal) => refusal.into(),
    }
}

fn sign(case: &Case, call: &impl Signable) -> Result<SignedRequest, Refusal> {
    let guard = Guard::documented_routes();
    let api_key = &case.api_key;
    match &case.key {
        Key::Here(Secret::Hmac(secret)) => call.sign(&guard, &*make_hmac(api_key, secret.as_bytes())?),
        Key::Here(Secret::Pem { pem, passphrase }) => {
            call.sign(&guard, &*make_pem(api_key, pem.as_bytes(), passphrase.as_deref().map(str::as_bytes))?)
        }
        Key::Elsewhere { key_type, public, signature } => {
            let key = external_key(api_key, *key_type, public.as_deref())?;
            call.begin(&guard, &Arc::new(key))?.finish(signature)
        }
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
