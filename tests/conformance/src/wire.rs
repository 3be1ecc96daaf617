//! The wire to a face's program: `WIRE.md` beside this crate's manifest, in code.

use crate::{Case, Key, Outcome};

/// The line that asks a face.
#[must_use]
pub fn encode(case: &Case) -> String {
    let (tag, key) = match &case.key {
        Key::Hmac(secret) => ('s', secret),
        Key::Pem(pem) => ('k', pem),
    };
    let mut line = format!("m{} p{} a{} {tag}{}", hex(&case.method), hex(&case.path), hex(&case.api_key), hex(key));
    for (tag, pairs) in [('q', &case.query), ('b', &case.body)] {
        for (name, value) in pairs {
            line.push(' ');
            line.push(tag);
            line.push_str(&hex(name));
            line.push('=');
            line.push_str(&hex(value));
        }
    }
    for (tag, text) in [('w', &case.recv_window), ('t', &case.timestamp)] {
        if let Some(text) = text {
            line.push(' ');
            line.push(tag);
            line.push_str(&hex(text));
        }
    }
    line
}

/// What a face answered, or `None` where the line is no answer. `method` is that of the case.
#[must_use]
pub fn decode(line: &str, method: &str) -> Option<Outcome> {
    let mut fields = line.split(' ');
    match fields.next()? {
        "allow" => {
            let target = format!("{method} {}", field(fields.next()?, 't')?);
            let query = field(fields.next()?, 'q')?;
            let body = field(fields.next()?, 'b')?;
            let payload = optional(fields.next()?, 'P').ok()?;
            let signature = optional(fields.next()?, 'S').ok()?;
            let headers = fields
                .map(|header| {
                    let (name, value) = header.strip_prefix('h')?.split_once('=')?;
                    Some((unhex(name)?, unhex(value)?))
                })
                .collect::<Option<Vec<_>>>()?;
            Some(Outcome::Allow { target, query, body, payload, signature, headers })
        }
        "deny" => {
            let code = fields.next()?.into();
            let clause = field(fields.next()?, 'c')?;
            let rule = field(fields.next()?, 'r')?;
            let param = Some(field(fields.next()?, 'p')?).filter(|param| !param.is_empty());
            let message = field(fields.next()?, 'm')?;
            fields.next().is_none().then_some(Outcome::Deny { code, clause, rule, param, message })
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
    use super::{decode, hex, unhex};
    use crate::Outcome;

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
        let allow = Outcome::Allow {
            target: "GET /".into(),
            query: String::new(),
            body: String::new(),
            payload: None,
            signature: None,
            headers: vec![("a".into(), "b".into())],
        };
        assert_eq!(decode("allow t2f q b - - h61=62", "GET"), Some(allow));
        for bad in ["", "allow", "allow t2f q b - ", "allow t2f q b - - x", "error X", "error X m m", "deny X c r p"] {
            assert_eq!(decode(bad, "GET"), None, "{bad}");
        }
    }
}
