//! The wire to a face's program: `WIRE.md` beside this crate's manifest, in code.

use crate::{Ask, Case, Deed, Key, Observed, Outcome, Param, Ready, Ruled, Secret};

/// The line that asks a face.
#[must_use]
pub fn encode(case: &Case) -> String {
    let mut fields = Vec::new();
    let mut text = |tag: char, text: &str| fields.push(format!("{tag}{}", hex(text)));
    match &case.ask {
        Ask::Rest { method, path, .. } => {
            text('m', method);
            text('p', path);
        }
        Ask::WsApi { family, method, id, .. } => {
            for (tag, content) in [('x', "ws-api"), ('f', family.as_str()), ('m', method), ('i', id)] {
                text(tag, content);
            }
        }
        Ask::SapiWss => text('x', "sapi-wss"),
        Ask::Fix(_) => text('x', "fix"),
        Ask::Answer { .. } | Ask::ServerTime { .. } | Ask::Do(_) => {}
    }
    text('a', &case.api_key);
    match &case.key {
        Key::Here(Secret::Hmac(secret)) => text('s', secret),
        Key::Here(Secret::Pem { pem, passphrase }) => {
            text('k', pem);
            if let Some(passphrase) = passphrase {
                text('z', passphrase);
            }
        }
        Key::Elsewhere { key_type, public, signature } => {
            text('y', key_type.as_str());
            if let Some(public) = public {
                text('Y', public);
            }
            fields.push(format!("e{}", base16ct::lower::encode_string(signature)));
        }
    }
    match &case.ask {
        Ask::Rest { time_unit: Some(unit), .. } => fields.push(format!("u{}", hex(unit))),
        Ask::WsApi { in_session: true, .. } => fields.push("g".into()),
        _ => {}
    }
    let literals = matches!(case.ask, Ask::WsApi { .. });
    let body: &[Param] = if let Ask::Rest { body, .. } = &case.ask { body } else { &[] };
    let pair = |tag: char, name: &str, text: &str| format!("{tag}{}={}", hex(name), hex(text));
    for param in &case.params {
        fields.push(pair(if literals && param.literal { 'l' } else { 'q' }, &param.name, &param.text));
    }
    fields.extend(body.iter().map(|param| pair('b', &param.name, &param.text)));
    for (tag, time) in [('w', &case.recv_window), ('t', &case.timestamp)] {
        fields.extend(time.iter().map(|time| format!("{tag}{}", hex(time))));
    }
    if let Ask::Fix(logon) = &case.ask {
        fields.extend(logon.iter().map(|(name, text)| pair('F', name, text)));
    }
    if let Some(ruled) = &case.ruled {
        rule(&mut fields, ruled);
    }
    observe(&mut fields, &case.ask);
    fields.join(" ")
}

/// What the gate is told beside the request.
fn rule(fields: &mut Vec<String>, ruled: &Ruled) {
    let slot = ruled.slot.map(|slot| slot.to_string().into_bytes());
    let (body, observed_at) = ruled.key_info.clone().unzip();
    for (tag, bytes) in [
        ('N', slot),
        ('P', ruled.policy.clone()),
        ('A', ruled.app.clone().map(String::into_bytes)),
        ('j', body),
        ('J', observed_at.map(decimal)),
        ('n', ruled.now.map(decimal)),
        ('V', ruled.approval.clone()),
    ] {
        fields.extend(bytes.map(|bytes| format!("{tag}{}", base16ct::lower::encode_string(&bytes))));
    }
    if ruled.check {
        fields.push("c".into());
    }
}

/// What stands on a line that asks for no request.
fn observe(fields: &mut Vec<String>, ask: &Ask) {
    match ask {
        Ask::Answer { status, headers, body } => {
            fields.push(format!("o{}", hex(&status.to_string())));
            fields.extend(headers.iter().map(|(name, value)| format!("H{}={}", hex(name), hex(value))));
            fields.push(format!("B{}", base16ct::lower::encode_string(body)));
        }
        Ask::ServerTime { sent, received, server } => {
            for (tag, time) in [('d', sent), ('r', received), ('v', server)] {
                fields.push(format!("{tag}{}", hex(&time.to_string())));
            }
        }
        Ask::Do(deed) => fields.push(format!(
            "C{}",
            hex(match deed {
                Deed::Clear => "clear",
                Deed::Revoke => "revoke",
                Deed::Terminate => "terminate",
                Deed::Restart => "restart",
            })
        )),
        _ => {}
    }
}

fn decimal(number: u64) -> Vec<u8> {
    number.to_string().into_bytes()
}

/// What a face answered, or `None` where the line is no answer. `ask` is what it was asked for, `checks` whether
/// only the verdict.
#[must_use]
pub fn decode(line: &str, ask: &Ask, checks: bool) -> Option<Outcome> {
    let mut fields = line.split(' ');
    match fields.next()? {
        "allow" if checks => fields.next().is_none().then_some(Outcome::Passed),
        "allow" => {
            let target = field(fields.next()?, 't')?;
            let query = field(fields.next()?, 'q')?;
            let body = field(fields.next()?, 'b')?;
            let payload = optional(fields.next()?, 'P').ok()?;
            let signature = optional(fields.next()?, 'S').ok()?;
            let has_message = matches!(ask, Ask::WsApi { .. } | Ask::Fix(_));
            let message = if has_message { optional(fields.next()?, 'M').ok()? } else { None };
            let headers = fields
                .map(|header| {
                    let (name, value) = header.strip_prefix('h')?.split_once('=')?;
                    Some((unhex(name)?, unhex(value)?))
                })
                .collect::<Option<Vec<_>>>()?;
            if has_message && !(headers.is_empty() && target.is_empty() && query.is_empty() && body.is_empty()) {
                return None;
            }
            let http = |method: &str| Ready::Http { target: format!("{method} {target}"), query, body, headers };
            let ready = match ask {
                Ask::Rest { method, .. } => http(method),
                Ask::SapiWss => http("GET"),
                Ask::WsApi { .. } => Ready::WsApi(message?),
                Ask::Fix(_) => Ready::Fix(message),
                _ => return None,
            };
            Some(Outcome::Allow { payload, signature, ready })
        }
        "deny" => {
            let code = fields.next()?.into();
            let clause = field(fields.next()?, 'c')?;
            let rule = field(fields.next()?, 'r')?;
            let param = Some(field(fields.next()?, 'p')?).filter(|param| !param.is_empty());
            let message = field(fields.next()?, 'm')?;
            let opens = match fields.next() {
                Some(opens) => Some(field(opens, 'o')?),
                None => None,
            };
            fields.next().is_none().then_some(Outcome::Deny { code, clause, rule, param, opens, message })
        }
        "observed" => {
            let mut next = || fields.next().map(|text| Some(text.to_owned()).filter(|text| text != "-"));
            let observed = Observed {
                key_state: next()??,
                reason: next()?,
                offset: next()?,
                wait_until: next()?,
                used_weight: next()?,
                orders: [next()?, next()?, next()?],
            };
            fields.next().is_none().then_some(Outcome::Observed(observed))
        }
        "error" => {
            let code = fields.next()?.into();
            let message = field(fields.next()?, 'm')?;
            fields.next().is_none().then_some(Outcome::Error { code, message })
        }
        _ => None,
    }
}

fn field(text: &str, tag: char) -> Option<String> {
    unhex(text.strip_prefix(tag)?)
}

/// A field, or `-` for a thing that is not there.
fn optional(text: &str, tag: char) -> Result<Option<String>, NoAnswer> {
    if text == "-" { Ok(None) } else { field(text, tag).map(Some).ok_or(NoAnswer) }
}

/// A field is neither there nor said to be missing.
struct NoAnswer;

fn hex(text: &str) -> String {
    base16ct::lower::encode_string(text.as_bytes())
}

fn unhex(text: &str) -> Option<String> {
    String::from_utf8(base16ct::lower::decode_vec(text).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::{decode, encode, hex, unhex};
    use crate::{Ask, Case, Outcome, Ready, Sessions};

    #[test]
    fn hexadecimal_there_and_back() {
        assert_eq!(hex("a１"), "61efbc91");
        assert_eq!(unhex("61efbc91").as_deref(), Some("a１"));
        for bad in ["6", "6g", "ff", "+1"] {
            assert_eq!(unhex(bad), None, "{bad}");
        }
    }

    #[test]
    fn answers_are_taken_whole_or_not_at_all() {
        let rest = Ask::Rest { method: "GET".into(), path: "/".into(), time_unit: None, body: Vec::new() };
        let allow = |ready| Some(Outcome::Allow { payload: None, signature: None, ready });
        let http = Ready::Http {
            target: "GET /".into(),
            query: String::new(),
            body: String::new(),
            headers: vec![("a".into(), "b".into())],
        };
        assert_eq!(decode("allow t2f q b - - h61=62", &rest, false), allow(http));
        for bad in ["", "allow", "allow t2f q b - ", "allow t2f q b - - x", "error X", "error X m m", "deny X c r p"] {
            assert_eq!(decode(bad, &rest, false), None, "{bad}");
        }
        let fix = Ask::Fix(Vec::new());
        assert_eq!(decode("allow t q b - - -", &fix, false), allow(Ready::Fix(None)));
        assert_eq!(decode("allow t q b - - M38", &fix, false), allow(Ready::Fix(Some("8".into()))));
        for bad in ["allow t q b - -", "allow t2f q b - - -", "allow t q b - - M h61=62"] {
            assert_eq!(decode(bad, &fix, false), None, "{bad}");
        }
    }

    /// The lines are written by hand, after `WIRE.md`.
    #[test]
    fn cases_have_their_fields_in_the_documented_order() {
        for (case, line) in [
            (
                r#"{"id": "1", "method": "GET", "path": "/a", "api_key": "A", "key": {"hmac": "s"}, "params": [["n", 1]],
                    "body_params": [["m", "v"]], "timestamp": 2, "recv_window": "3", "time_unit": "MICROSECOND"}"#,
                "m474554 p2f61 a41 s73 u4d4943524f5345434f4e44 q6e=31 b6d=76 w33 t32",
            ),
            (
                r#"{"id": "1", "transport": "ws-api", "family": "spot", "method": "ping", "api_key": "A", "in_session": true,
                    "key": {"pem": "k", "passphrase": "p"}, "params": [["n", 1], ["m", "v"], ["o", [true]]], "timestamp": 2}"#,
                "x77732d617069 f73706f74 m70696e67 i31 a41 k6b z70 g l6e=31 q6d=76 l6f=5b747275655d t32",
            ),
            (
                r#"{"id": "1", "transport": "sapi-wss", "api_key": "A", "key": {"hmac": "s"}, "params": [["n", 1]]}"#,
                "x736170692d777373 a41 s73 q6e=31",
            ),
            (
                r#"{"id": "1", "transport": "fix", "method": "Logon", "api_key": "A", "key": {"hmac": "s"}, "fix": {"sbe": true,
                    "heart_bt_int": 30, "sending_time": "T", "message_handling": 2, "sender_comp_id": "S"}}"#,
                "x666978 a41 s73 F73656e6465725f636f6d705f6964=53 F73656e64696e675f74696d65=54 F68656172745f62745f696e74=3330 \
                 F6d6573736167655f68616e646c696e67=32 F736265=59",
            ),
            (
                // HMAC-SHA-256 of nothing under `s`, by Python's hmac.
                r#"{"id": "1", "method": "GET", "path": "/api/v3/account", "api_key": "A", "key": {"hmac": "s", "public": "P"},
                    "external": true}"#,
                "m474554 p2f6170692f76332f6163636f756e74 a41 y484d4143 Y50 e64eca07cce67929c357d63d0a4aec207e774800403298914fc04e88ce02ac49f",
            ),
        ] {
            let case = Case::parse(case.as_bytes(), &mut Sessions::default()).expect(case);
            assert_eq!(encode(&case), line);
        }
    }

    /// The lines of a session, written by hand, too; the policy is four bytes that are none.
    #[test]
    fn sessions_are_told_by_their_slots() {
        let mut sessions = Sessions::default();
        let first = r#"{"id": "1", "method": "GET", "path": "/a", "api_key": "A", "key": {"hmac": "s"}, "session": "x", "now": 7, "app": "m",
            "policy_image": "AAECAw==", "key_info": {"a": 1}, "key_info_at": 5, "approval": "/w==", "check": true}"#;
        let begins = "m474554 p2f61 a41 s73 N30 P00010203 A6d j7b2261223a317d J35 n37 Vff c";
        for (case, line) in [
            (first.to_owned(), begins.to_owned()),
            (r#"{"id": "2", "method": "GET", "path": "/b", "session": "x"}"#.into(), "m474554 p2f62 a41 s73 N30".into()),
            (first.replace(r#""x""#, r#""y""#), begins.replace("N30", "N31")),
            (
                r#"{"id": "3", "session": "x", "now": 8, "observe": {"status": 429, "headers": {"a": "b"}, "body": "c"}}"#.into(),
                "a41 s73 N30 n38 o343239 H61=62 B63".into(),
            ),
            (
                r#"{"id": "4", "session": "y", "now": 8, "observe": {"sent": 1, "received": 2, "server": 3}}"#.into(),
                "a41 s73 N31 n38 d31 r32 v33".into(),
            ),
            (r#"{"id": "5", "session": "y", "do": "restart"}"#.into(), "a41 s73 N31 C72657374617274".into()),
        ] {
            let case = Case::parse(case.as_bytes(), &mut sessions).expect(&case);
            assert_eq!(encode(&case), line);
        }
    }

    #[test]
    fn a_fifth_session_ends_the_one_used_longest_ago() {
        let mut sessions = Sessions::default();
        let mut slot = |name: &str, more: &str| {
            let line = format!(
                r#"{{"id": "1", "method": "GET", "path": "/a", "api_key": "A", "key": {{"hmac": "s"}}, "session": "{name}"{more}}}"#
            );
            Case::parse(line.as_bytes(), &mut sessions).ok().and_then(|case| case.ruled).and_then(|ruled| ruled.slot)
        };
        let begin = r#", "policy_image": "AA==""#;
        let begun = ["a", "b", "c", "d"].map(|name| slot(name, begin));
        assert_eq!(begun, [Some(0), Some(1), Some(2), Some(3)]);
        assert_eq!(slot("a", ""), Some(0));
        assert_eq!((slot("e", begin), slot("b", "")), (Some(1), None));
        assert_eq!((slot("a", r#", "app": "other""#), slot("a", "")), (None, Some(0)));
    }

    #[test]
    fn what_a_session_knows_is_taken_whole() {
        let ask = Ask::Do(crate::Deed::Clear);
        let observed = |line| match decode(line, &ask, false) {
            Some(Outcome::Observed(observed)) => Some(observed),
            _ => None,
        };
        let all = observed("observed suspended -1022 -5 7 8 9 10 11").unwrap();
        assert_eq!(
            (all.key_state.as_str(), all.reason.as_deref(), all.offset.as_deref()),
            ("suspended", Some("-1022"), Some("-5"))
        );
        assert_eq!(all.orders[2].as_deref(), Some("11"));
        assert_eq!(observed("observed active - 0 - - - - -").unwrap().wait_until, None);
        for bad in
            ["observed", "observed active - 0 - - - -", "observed active - 0 - - - - - -", "observed - - 0 - - - - -"]
        {
            assert_eq!(observed(bad), None, "{bad}");
        }
        assert_eq!(decode("allow", &ask, true), Some(Outcome::Passed));
        assert_eq!(decode("allow", &ask, false), None);
    }
}
