//! Sessions: cases that share a gate, a key and a state. A face keeps them in slots; the driver knows which is in which.

use serde_json::{Map, Value};

use crate::fields::{Problem, not_understood, text};
use crate::{Ruled, ruled};

/// How many sessions can be under way.
pub const SLOTS: u8 = 4;

/// What the cases of a session share; only the first has to have it.
const SHARED: [&str; 5] = ["policy", "policy_image", "app", "api_key", "key"];

/// The sessions that are under way, the one used longest ago first.
#[derive(Debug, Default)]
pub struct Sessions(Vec<Session>);

#[derive(Debug)]
struct Session {
    name: String,
    slot: u8,
    shared: Map<String, Value>,
}

impl Sessions {
    /// Gives a case what its session has, and tells what the gate is told.
    pub(crate) fn understand(&mut self, fields: &mut Map<String, Value>) -> Result<Option<Ruled>, Problem> {
        let Some(name) = text(fields, "session")? else {
            return ruled::understand(fields, None, ruled::policy(fields)?);
        };
        if let Some(session) = self.take(&name) {
            let slot = session.slot;
            let completed = complete(fields, &session.shared);
            self.0.push(session);
            completed?;
            return ruled::understand(fields, Some(slot), None);
        }
        let Some(policy) = ruled::policy(fields)? else {
            if fields.contains_key("observe") || fields.contains_key("do") {
                return Err(not_understood(format!("the session `{name}` has not begun, or four others began since")));
            }
            return ruled::understand(fields, None, None);
        };
        let slot = self.free();
        let found = ruled::understand(fields, Some(slot), Some(policy))?;
        let shared = fields.iter().filter(|(name, _)| SHARED.contains(&name.as_str()));
        let shared = shared.map(|(name, value)| (name.clone(), value.clone())).collect();
        self.0.retain(|session| session.slot != slot);
        self.0.push(Session { name, slot, shared });
        Ok(found)
    }

    fn take(&mut self, name: &str) -> Option<Session> {
        let place = self.0.iter().position(|session| session.name == name)?;
        Some(self.0.remove(place))
    }

    /// A slot where no session is, or the one used longest ago.
    fn free(&self) -> u8 {
        let taken = |slot: &u8| self.0.iter().any(|session| session.slot == *slot);
        (0..SLOTS).find(|slot| !taken(slot)).or(self.0.first().map(|session| session.slot)).unwrap_or(0)
    }
}

/// Fills in what the session has; what the case has must be the same.
fn complete(fields: &mut Map<String, Value>, shared: &Map<String, Value>) -> Result<(), Problem> {
    for name in SHARED {
        match (fields.get(name), shared.get(name)) {
            (Some(here), there) if Some(here) != there => {
                return Err(not_understood(format!("`{name}` is not what the session began with")));
            }
            (None, Some(there)) if ["api_key", "key"].contains(&name) => {
                fields.insert(name.into(), there.clone());
            }
            _ => {}
        }
    }
    Ok(())
}
