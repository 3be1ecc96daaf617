//! `binsign catalogue`: lists, filters and explains what the core knows of the exchange's routes.

mod arguments;
mod entry;
mod explain;

use std::fmt::Write as _;
use std::io::Write as _;
use std::process::ExitCode;

use binsign::Permissions;
use binsign::catalogue::{Action, DATE, Family, Group, Needed, Transport, Trust};

pub(crate) use arguments::Catalogue;
use arguments::{Command, List};
use entry::Entry;

pub(crate) fn run(arguments: &Catalogue) -> ExitCode {
    let answer = match &arguments.command {
        None => list(&arguments.list),
        Some(Command::List(arguments)) => list(arguments),
        Some(Command::Explain(arguments)) => explain::explain(arguments),
    };
    match answer {
        Ok(text) => {
            // A reader that has seen enough may have gone.
            let _ = std::io::stdout().write_all(text.as_bytes());
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("binsign: {message}");
            ExitCode::FAILURE
        }
    }
}

/// What a list is filtered by.
struct Filter<'a> {
    family: Option<Family>,
    group: Option<Group>,
    action: Option<Action>,
    needed: Option<Needed>,
    trust: Option<Trust>,
    transport: Option<Transport>,
    mutating: bool,
    text: &'a str,
}

impl<'a> Filter<'a> {
    fn new(arguments: &'a List) -> Result<Self, String> {
        let transports = [Transport::Rest, Transport::WsApi, Transport::SapiWss, Transport::Fix];
        let transport = |name: &str| transports.into_iter().find(|transport| transport.as_str() == name);
        let needed = |name: &str| match name {
            "none" => Some(Needed::None),
            "unknown" => Some(Needed::Unknown),
            name => Permissions::of_name(name).map(Needed::Any),
        };
        Ok(Self {
            family: read("family", arguments.family.as_deref(), Family::of_name)?,
            group: read("group", arguments.group.as_deref(), Group::of_name)?,
            action: read("action", arguments.action.as_deref(), Action::of_name)?,
            needed: read("permission", arguments.permission.as_deref(), needed)?,
            trust: read("trust", arguments.trust.as_deref(), Trust::of_name)?,
            transport: read("transport", arguments.transport.as_deref(), transport)?,
            mutating: arguments.mutating,
            text: arguments.text.as_deref().unwrap_or_default(),
        })
    }

    fn takes(&self, entry: &Entry) -> bool {
        let route = entry.route;
        let needed = match (self.needed, route.permissions()) {
            (None, _) => true,
            (Some(Needed::Any(wanted)), Needed::Any(any)) => any.intersects(wanted),
            (Some(wanted), has) => wanted == has,
        };
        needed
            && self.family.is_none_or(|family| family == route.family())
            && self.group.is_none_or(|group| group == route.group())
            && self.action.is_none_or(|action| action == route.action())
            && self.trust.is_none_or(|trust| trust == route.trust())
            && self.transport.is_none_or(|transport| transport == route.transport())
            && (!self.mutating || route.is_mutating())
            && entry.path.contains(self.text)
    }
}

/// The value of a filter by its name.
fn read<T>(what: &str, name: Option<&str>, of_name: impl Fn(&str) -> Option<T>) -> Result<Option<T>, String> {
    let Some(name) = name else { return Ok(None) };
    let value = of_name(name);
    value
        .map(Some)
        .ok_or_else(|| format!("there is no {what} `{name}`; `binsign catalogue --help` says where names stand"))
}

fn list(arguments: &List) -> Result<String, String> {
    let filter = Filter::new(arguments)?;
    let entries: Vec<Entry> = Entry::all().filter(|entry| filter.takes(entry)).collect();
    let mut text = String::new();
    if arguments.groups {
        for group in Group::all() {
            let count = entries.iter().filter(|entry| entry.route.group() == group).count();
            if count > 0 {
                let _ = writeln!(text, "{:<20} {count:>4}", group.name());
            }
        }
    } else if arguments.json {
        for entry in &entries {
            let _ = writeln!(text, "{}", entry.json());
        }
    } else {
        for entry in &entries {
            let route = entry.route;
            let permission = entry::needed(route.permissions());
            let (group, action, trust) = (route.group().name(), route.action().as_str(), route.trust().as_str());
            let _ = writeln!(text, "{:<64} {group:<20} {action:<9} {permission} ({trust})", entry.name());
        }
        let _ = writeln!(text, "{} routes, catalogue of {DATE}", entries.len());
    }
    Ok(text)
}
