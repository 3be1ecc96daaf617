//! Answers about a key out of arbitrary bytes, held against a JSON library: the input is the body.

use binsign::{Code, Declared, KeyInfo, Permissions, findings};
use serde_json::{Map, Value};

const NOW: u64 = 1_700_000_000_000;

const OTHERS: [&str; 3] = ["ipRestrict", "createTime", "tradingAuthorityExpirationTime"];

/// Reads the body, and looks at the key it speaks of.
///
/// # Panics
/// Where binsign reads another thing than the library, or refuses what nothing is wrong with.
pub fn run(input: &[u8]) {
    let library = serde_json::from_slice::<Value>(input).ok();
    match (KeyInfo::from_json(input, NOW), library) {
        (Ok(info), Some(Value::Object(object))) => {
            read_right(&info, &object);
            assert_eq!(KeyInfo::from_bytes(&info.to_bytes()), Ok(info));
            look(&info);
        }
        // A surrogate by itself is good JSON and no text: the library refuses it.
        (Ok(info), None) if input.windows(2).any(|two| two == b"\\u") => look(&info),
        (Ok(info), library) => panic!("{info:?} out of {library:?}"),
        (Err(error), Some(Value::Object(object))) => {
            let number = |name: &str| object.get(name).is_some_and(Value::is_number);
            match error.code() {
                Code::KeyInfoIsError => assert!(number("code") && known(&object).count() == 0),
                Code::KeyInfoMalformed => assert!(is_wrong(&object, input), "{error} for no reason"),
                code => panic!("{code:?}"),
            }
        }
        (Err(error), _) => assert_eq!(error.code(), Code::KeyInfoMalformed),
    }
    if let Some((form, _)) = input.split_first_chunk::<32>()
        && let Ok(info) = KeyInfo::from_bytes(form)
    {
        assert_eq!(info.to_bytes(), *form);
        look(&info);
    }
}

fn names() -> impl Iterator<Item = &'static str> {
    Permissions::ALL.iter().map(Permissions::name).chain(OTHERS)
}

fn known(object: &Map<String, Value>) -> impl Iterator<Item = (&'static str, &Value)> {
    names().filter_map(|name| Some((name, object.get(name)?)))
}

fn read_right(info: &KeyInfo, object: &Map<String, Value>) {
    let flag = |name: &str| object.get(name) == Some(&Value::Bool(true));
    for permission in Permissions::ALL.iter() {
        assert_eq!(info.permissions().contains(permission), flag(permission.name()), "{}", permission.name());
    }
    let time = |name: &str| object.get(name).map(|value| u64::try_from(value.as_i64().unwrap()).unwrap());
    assert_eq!(info.is_ip_restricted(), flag("ipRestrict"));
    assert_eq!(info.create_time(), time("createTime"));
    assert_eq!(info.trading_expires(), time("tradingAuthorityExpirationTime").filter(|time| *time > 0));
    assert!(known(object).count() > 0);
}

/// Whether there is a reason to refuse an object that the library reads: a type, a name that is there twice (the library
/// keeps one), nothing known, or depth.
fn is_wrong(object: &Map<String, Value>, input: &[u8]) -> bool {
    let text = String::from_utf8_lossy(input);
    let is_time = |value: &Value| value.as_i64().is_some_and(|time| time >= 0);
    let fits = |name: &str, value: &Value| if name.ends_with("Time") { is_time(value) } else { value.is_boolean() };
    let nested = text.bytes().filter(|byte| b"[{".contains(byte)).count();
    known(object).count() == 0
        || known(object).any(|(name, value)| !fits(name, value))
        || names().any(|name| text.matches(name).count() > 1)
        || text.contains("\\u")
        || nested > 32
}

/// Everything that is found is put into words.
fn look(info: &KeyInfo) {
    let addresses = ["8.8.8.8", "0.0.0.0/0"];
    let declared = Declared { addresses: Some(&addresses), created: Some(NOW), ..Declared::default() };
    for finding in findings(info, &declared, Permissions::READING, NOW, Some(1000)) {
        assert!(!finding.to_string().contains("{}") && !finding.clause().is_empty());
    }
}
