//! Cases that a policy's writer states beside it: a request, and the verdict that it has to get.

use std::collections::HashMap;
use std::fmt;
use std::path::Path;

use binsign::policy::Policy;
use binsign::{Code, Gate, KeyInfo, KeyType, Refusal, State};
use toml::de::{DeTable, DeValue};

use super::approved::Approved;
use super::document::{Table, USUAL_TEXT, Value};
use super::error::{Fault, PolicyTextError, instead};
use super::head::optional;
use super::question::Question;
use super::value::moment;

const HEAD: [&str; 6] = ["now", "app", "key_type", "key_info", "key_info_at", "case"];
const CASE: [&str; 16] = [
    "approval",
    "approved_by",
    "approved_for",
    "repeat",
    "name",
    "request",
    "expect",
    "rule",
    "param",
    "clause",
    "session",
    "now",
    "app",
    "key_type",
    "key_info",
    "key_info_at",
];
const KEY_TYPES: [(&str, KeyType); 3] = [("HMAC", KeyType::Hmac), ("RSA", KeyType::Rsa), ("Ed25519", KeyType::Ed25519)];
const ALLOW: &str = "allow";
pub(super) const LONGEST_WORD: usize = 65_535;
const MOST_TIMES: u64 = 100_000;

/// Cases for a policy, as a TOML document has them.
///
/// Each `[[case]]` has `name`, `request` (words as [`Question`] takes them, in a text or in a list), `expect` (`allow` or the
/// name of a code), and if they matter `rule`, `param` and `clause` of the denial. `now`, `app`, `key_type`, `key_info` (the fields of
/// the answer about the key's permissions) and `key_info_at` stand in the case, or before all cases for those that
/// have none; left out, they are the present time, the policy's application, Ed25519, and no answer. Cases of one `session`
/// share a state; with `repeat` a request is put that many times, and gets the verdict each time. What is allowed counts as
/// signed. `approval` is that of a second person, in base64; or `approved_by` is that person's private key (in PEM, not encrypted,
/// an example key, or a file of it), and the request is approved for as long as `approved_for` says, ten minutes where left out.
///
/// ```
/// use binsign::policy::Policy;
/// use binsign_host::policy::{Cases, compile};
///
/// let image = compile(r#"
///     policy = "binsign 1"
///     name = "monitor"
///     version = 1
///     purpose = "reads balances"
///     permissions = ["enableReading"]
///     [[allow]]
///     name = "look"
///     routes = ["reading"]
/// "#)?;
/// let cases = Cases::parse(r#"
///     [[case]]
///     name = "no order"
///     request = "POST /api/v3/order symbol=BTCUSDT side=BUY type=MARKET quantity=1"
///     expect = "PERMISSION_NOT_DECLARED"
/// "#)?;
/// let results = cases.run(&Policy::new(&image).unwrap(), 1_767_225_600_000);
/// assert!(results[0].differences().is_empty());
/// # Ok::<(), binsign_host::policy::PolicyTextError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Cases(Vec<Case>);

#[derive(Clone, Debug)]
struct Case {
    name: String,
    question: Question,
    expected: Expected,
    session: Option<String>,
    repeat: u64,
    approved: Approved,
    told: Told,
}

#[derive(Clone, Debug)]
struct Expected {
    /// None: allowed.
    code: Option<Code>,
    rule: Option<String>,
    param: Option<String>,
    clause: Option<String>,
}

/// What the gate is told beside the request.
#[derive(Clone, Debug, Default)]
struct Told {
    now: Option<u64>,
    app: Option<String>,
    key_type: Option<KeyType>,
    key_info: Option<String>,
    key_info_at: Option<u64>,
}

/// What a policy said of a request.
///
/// ```
/// let verdict = binsign_host::policy::Verdict::default();
/// assert_eq!(verdict.to_string(), "allow");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    /// The code of the denial or error; none where it is allowed.
    pub code: Option<Code>,
    /// The clause of the Terms.
    pub clause: String,
    /// The rule that denied.
    pub rule: String,
    /// The parameter that decided.
    pub param: Option<String>,
    /// The route that the signature would open besides.
    pub opens: Option<String>,
    /// What would make it pass.
    pub message: String,
}

/// What came of a case.
///
/// ```
/// fn is_good(result: &binsign_host::policy::CaseResult) -> bool {
///     result.differences().is_empty()
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseResult {
    name: String,
    verdict: Verdict,
    differences: Vec<String>,
}

impl CaseResult {
    /// The name of the case.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What the policy said.
    #[must_use]
    pub const fn verdict(&self) -> &Verdict {
        &self.verdict
    }

    /// Where that is not what was expected: a line each; none where the case is good.
    #[must_use]
    pub fn differences(&self) -> &[String] {
        &self.differences
    }
}

impl Cases {
    /// Reads cases from the text of a TOML document.
    ///
    /// # Errors
    /// The first thing that is not as it should be, with line and column.
    pub fn parse(text: &str) -> Result<Self, PolicyTextError> {
        Self::parse_beside(text, Path::new(""))
    }

    /// As [`parse`](Self::parse), with the folder in which the files lie that the text names.
    ///
    /// # Errors
    /// Those of [`parse`](Self::parse), and a private key that others than its owner may read.
    pub fn parse_beside(text: &str, folder: &Path) -> Result<Self, PolicyTextError> {
        Self::read(text, folder).map_err(|fault| fault.in_text(text))
    }

    fn read(text: &str, folder: &Path) -> Result<Self, Fault> {
        let tree = DeTable::parse(text).map_err(|error| Fault::of_toml(&error))?;
        let document = Table::new("a file of cases", 0, tree.get_ref(), &HEAD)?;
        let usual = Told::read(&document, &Told::default())?;
        let cases = document.needed("case")?.tables("a case", &CASE)?;
        cases.iter().map(|table| Case::read(table, &usual, folder)).collect::<Result<_, _>>().map(Self)
    }

    /// Puts all cases to a policy, in their order.
    #[must_use]
    pub fn run(&self, policy: &Policy<'_>, now_ms: u64) -> Vec<CaseResult> {
        let mut sessions: HashMap<&str, State> = HashMap::new();
        let mut results = Vec::new();
        for case in &self.0 {
            let now = case.told.now.unwrap_or(now_ms);
            let mut fresh = None;
            let state = match &case.session {
                Some(name) => sessions.entry(name).or_insert_with(|| State::new(policy)),
                None => fresh.insert(State::new(policy)),
            };
            let mut verdict = case.verdict(policy, now, state);
            for _ in 1..case.repeat {
                if case.expected.differences(&verdict).is_empty() {
                    verdict = case.verdict(policy, now, state);
                }
            }
            results.push(CaseResult {
                name: case.name.clone(),
                differences: case.expected.differences(&verdict),
                verdict,
            });
        }
        results
    }
}

impl Case {
    fn read(table: &Table<'_>, usual: &Told, folder: &Path) -> Result<Self, Fault> {
        let text = |key| table.get(key).map(|value| value.text(USUAL_TEXT).map(str::to_owned)).transpose();
        let expect = table.needed("expect")?;
        let expected =
            Expected { code: code(expect)?, rule: text("rule")?, param: text("param")?, clause: text("clause")? };
        if expected.code.is_none() && (expected.rule.is_some() || expected.param.is_some() || expected.clause.is_some())
        {
            return Err(expect.fault("is \"allow\", which has no rule, parameter or clause; take them out"));
        }
        Ok(Self {
            name: table.needed("name")?.text(LONGEST_WORD)?.to_owned(),
            question: question(table.needed("request")?)?,
            expected,
            session: text("session")?,
            repeat: optional(table.get("repeat"), 1, |value| value.whole(1..=MOST_TIMES))?,
            approved: Approved::read(table, folder)?,
            told: Told::read(table, usual)?,
        })
    }

    fn verdict(&self, policy: &Policy<'_>, now: u64, state: &State) -> Verdict {
        let told = &self.told;
        let app = told.app.as_deref().unwrap_or(policy.app());
        let mut gate = Gate::new(policy).at(now).key_type(told.key_type.unwrap_or(KeyType::Ed25519)).app(app);
        if let Some(json) = &told.key_info {
            match KeyInfo::from_json(json.as_bytes(), told.key_info_at.unwrap_or(now)) {
                Ok(info) => gate = gate.key_info(&info),
                Err(error) => return Verdict::of(&error.into()),
            }
        }
        let approval = self.approved.bytes(policy, &self.question, now);
        if let Some(approval) = &approval {
            gate = gate.approval(approval);
        }
        let gate = gate.state(state);
        // What is allowed counts as signed.
        let outcome = self.question.put(state.next_timestamp_ms(now), |request| {
            let (request, ticket) = gate.authorize(request)?.detach();
            drop(request);
            if let Some(ticket) = ticket {
                state.settle(ticket, true);
            }
            Ok(())
        });
        outcome.map_or_else(|refusal| Verdict::of(&refusal), |()| Verdict::default())
    }
}

impl Told {
    fn read(table: &Table<'_>, usual: &Self) -> Result<Self, Fault> {
        let app = table.get("app").map(|value| value.text(USUAL_TEXT).map(str::to_owned)).transpose()?;
        let key_info = table.get("key_info").map(json_of_table).transpose()?;
        Ok(Self {
            now: table.get("now").map(time).transpose()?.or(usual.now),
            app: app.or_else(|| usual.app.clone()),
            key_type: table.get("key_type").map(key_type).transpose()?.or(usual.key_type),
            key_info: key_info.or_else(|| usual.key_info.clone()),
            key_info_at: table.get("key_info_at").map(time).transpose()?.or(usual.key_info_at),
        })
    }
}

/// A moment, or ms since 1970.
fn time(value: Value<'_>) -> Result<u64, Fault> {
    if value.is_whole() { value.whole(1..=u64::MAX) } else { moment(value) }
}

fn key_type(value: Value<'_>) -> Result<KeyType, Fault> {
    let place = value.one_of(&KEY_TYPES.map(|(name, _)| name))?;
    Ok(KEY_TYPES[place].1)
}

/// The answer about the key's permissions, as a table of its fields.
fn json_of_table(value: Value<'_>) -> Result<String, Fault> {
    let fields = value.named()?.into_iter().map(|field| {
        let text = match field.what() {
            DeValue::Boolean(flag) => flag.to_string(),
            DeValue::Integer(number) => number.to_string(),
            _ => return Err(field.fault("is true, false or a whole number in an answer of the exchange; write that")),
        };
        let name = field.key().replace('\\', "\\\\").replace('"', "\\\"");
        Ok(format!("\"{name}\":{text}"))
    });
    let fields: Result<Vec<_>, _> = fields.collect();
    Ok(format!("{{{}}}", fields?.join(",")))
}

fn question(value: Value<'_>) -> Result<Question, Fault> {
    let words: Vec<_> = if value.is_list() {
        value.list()?.map(|word| word.text(LONGEST_WORD)).collect::<Result<_, _>>()?
    } else {
        value.text(LONGEST_WORD)?.split_whitespace().collect()
    };
    Question::of_words(words).map_err(|error| value.fault(format!("is not understood: {error}")))
}

fn code(value: Value<'_>) -> Result<Option<Code>, Fault> {
    let name = value.text(USUAL_TEXT)?;
    if name == ALLOW {
        return Ok(None);
    }
    let found = Code::ALL.iter().find(|code| code.name() == name);
    found.map(|code| Some(*code)).ok_or_else(|| {
        let known: Vec<_> = std::iter::once(ALLOW)
            .chain(Code::ALL.iter().filter(|code| code.is_denial()).map(|code| code.name()))
            .collect();
        value.fault(format!("cannot be `{name}`; {}", instead(name, &known)))
    })
}

impl Expected {
    fn differences(&self, verdict: &Verdict) -> Vec<String> {
        let got = verdict.code.map_or(ALLOW, Code::name);
        let mut lines = Vec::new();
        let mut compare = |what: &str, expected: Option<&str>, got: &str| match expected {
            Some(expected) if expected != got => lines.push(format!("{what}: expected {expected}, got {}", shown(got))),
            _ => {}
        };
        compare("verdict", Some(self.code.map_or(ALLOW, Code::name)), got);
        compare("rule", self.rule.as_deref(), &verdict.rule);
        compare("param", self.param.as_deref(), verdict.param.as_deref().unwrap_or(""));
        compare("clause", self.clause.as_deref(), &verdict.clause);
        lines
    }
}

fn shown(text: &str) -> &str {
    if text.is_empty() { "none" } else { text }
}

impl Verdict {
    /// The verdict that a refusal is.
    #[must_use]
    pub fn of(refusal: &Refusal) -> Self {
        let usual = Self { code: Some(refusal.code()), message: refusal.to_string(), ..Self::default() };
        match refusal {
            Refusal::Invalid(error) => Self { param: error.param().map(str::to_owned), ..usual },
            Refusal::Denied(denied) => {
                let mut opens = String::new();
                denied.opens(&mut |piece| opens.push_str(piece));
                Self {
                    clause: denied.clause().to_owned(),
                    rule: denied.rule().to_owned(),
                    param: denied.param().map(str::to_owned),
                    opens: (!opens.is_empty()).then_some(opens),
                    message: denied.to_string(),
                    ..usual
                }
            }
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(code) = self.code else { return f.write_str(ALLOW) };
        write!(f, "{}: {}", code.name(), self.message)?;
        if !self.clause.is_empty() {
            write!(f, " (clause {})", self.clause)?;
        }
        Ok(())
    }
}
