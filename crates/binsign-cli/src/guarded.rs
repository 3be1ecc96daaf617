//! Signing under a policy: what the command line says of it, and the file in which it counts.

#![allow(clippy::doc_markdown, reason = "what stands here is shown on a terminal")]

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use binsign::{Code, PublicKey, Refusal};
use binsign_host::{Asking, Guard, OwnedPolicy, SignedRequest};
use clap::Args;

use crate::approval::ApprovalArgument;
use crate::policy::{Trouble, bytes, image, key_info};
use crate::sign::Problem;

/// How long another command may take that signs with the same state.
const PATIENCE: Duration = Duration::from_secs(10);

/// Under which policy a request is signed.
#[derive(Args)]
pub(crate) struct Guarded {
    /// Sign only what this policy allows (text or compiled)
    #[arg(long, value_name = "FILE")]
    pub(crate) policy: Option<PathBuf>,

    /// The policy must carry the signature of the one who has this public key (Ed25519, PEM)
    #[arg(long, value_name = "PEM", requires = "policy")]
    policy_owner: Option<PathBuf>,

    /// The application that asks
    #[arg(long, value_name = "NAME", requires = "policy")]
    app: Option<String>,

    /// The exchange's answer about the key's permissions; it is as old as the file
    #[arg(long, value_name = "FILE", requires = "policy")]
    key_info: Option<PathBuf>,

    /// Where what a policy counts is kept from one request to the next; made where it is not there
    #[arg(long, value_name = "FILE", requires = "policy")]
    state: Option<PathBuf>,

    /// The approval of a second person, in base64, or `@` and the file that has it (`binsign policy approve`)
    #[arg(long, value_name = "BASE64|@FILE", requires = "policy", requires = "state")]
    approval: Option<ApprovalArgument>,

    /// Refuse a state with a lower sequence number than this (`state_sequence` of --json, kept elsewhere), or none at all
    #[arg(long, value_name = "NUMBER", requires = "state", default_value_t = 0)]
    state_at_least: u64,
}

impl From<Trouble> for Problem {
    fn from(trouble: Trouble) -> Self {
        match trouble {
            Trouble::Coded(code, message) => Self::Other(code, message),
            Trouble::File(message) => Self::File(message),
        }
    }
}

impl Guarded {
    /// Signs under the policy, and keeps what was counted before anything is shown.
    pub(crate) fn sign(
        &self,
        sign: impl FnOnce(Asking<'_>) -> Result<SignedRequest, Problem>,
    ) -> Result<(SignedRequest, Option<u64>), Problem> {
        let Some(path) = &self.policy else { return Ok((sign(Guard::documented_routes().asking())?, None)) };
        let policy = owned(path, self.policy_owner.as_deref())?;
        let state = self.state.as_deref().map(StateFile::of).transpose()?;
        let guard = match &state {
            Some(state) => state.guard(&policy, self.state_at_least)?,
            None if policy.policy().limits().next().is_some() => {
                let message = "the policy counts, and there is nothing to count in; give --state FILE";
                return Err(Problem::Other(Code::StateNeeded, message.into()));
            }
            None => Guard::new(&policy),
        };
        if let Some(app) = &self.app {
            guard.set_app(app);
        }
        if let Some(path) = &self.key_info {
            guard.set_key_info(key_info(path, None)?);
        }
        let asking = guard.asking();
        let asking = self.approval.as_ref().map_or(asking, |approval| asking.approval(approval.bytes()));
        let request = sign(asking)?;
        let sequence = state.map(|state| state.save(&guard)).transpose()?;
        Ok((request, sequence))
    }
}

/// The policy of a file; where it has an owner, with that signature and no other.
pub(crate) fn owned(path: &Path, owner: Option<&Path>) -> Result<OwnedPolicy, Problem> {
    let Some(owner) = owner else { return Ok(OwnedPolicy::new(image(path)?)?) };
    let owner = PublicKey::from_pem(&bytes(owner)?).map_err(Refusal::from)?;
    Ok(OwnedPolicy::signed(bytes(path)?, &owner)?)
}

/// A file with a state, held for one command at a time.
pub(crate) struct StateFile<'f> {
    path: &'f Path,
    lock: PathBuf,
}

impl<'f> StateFile<'f> {
    /// Waits until no other command holds the file.
    pub(crate) fn of(path: &'f Path) -> Result<Self, Problem> {
        let lock = beside(path, ".lock");
        let begun = Instant::now();
        loop {
            match File::create_new(&lock) {
                Ok(_) => return Ok(Self { path, lock }),
                Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(fault(&lock, &error)),
                Err(_) if begun.elapsed() > PATIENCE => {
                    return Err(Problem::File(format!(
                        "another command holds the state; where none runs, remove {}",
                        lock.display()
                    )));
                }
                Err(_) => thread::sleep(Duration::from_millis(10)),
            }
        }
    }

    /// A guard that goes on from what was counted.
    pub(crate) fn guard(&self, policy: &OwnedPolicy, at_least: u64) -> Result<Guard, Problem> {
        match fs::read(self.path) {
            Ok(saved) => Ok(Guard::restore(policy, &saved, at_least)?),
            Err(error) if error.kind() == io::ErrorKind::NotFound && at_least == 0 => Ok(Guard::new(policy)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Err(Problem::Other(
                Code::StateRolledBack,
                format!("{} is not there, and a state is expected; restore the newest copy", self.path.display()),
            )),
            Err(error) => Err(fault(self.path, &error)),
        }
    }

    /// Writes the state beside the old one and puts it in its place; gives the sequence number.
    pub(crate) fn save(&self, guard: &Guard) -> Result<u64, Problem> {
        let (saved, sequence) = guard.save().unwrap_or_default();
        let new = beside(self.path, ".new");
        let write = || {
            let mut file = File::create(&new)?;
            file.write_all(&saved)?;
            file.sync_all()?;
            fs::rename(&new, self.path)
        };
        write().map_err(|error| fault(self.path, &error))?;
        Ok(sequence)
    }
}

impl Drop for StateFile<'_> {
    fn drop(&mut self) {
        // Whoever comes next waits in vain and says which file to remove.
        let _ = fs::remove_file(&self.lock);
    }
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

fn fault(path: &Path, error: &io::Error) -> Problem {
    Problem::File(format!("{}: {error}; check the name and the folder", path.display()))
}

/// ms since 1970.
pub(crate) fn in_ms(time: SystemTime) -> u64 {
    let since = time.duration_since(UNIX_EPOCH).unwrap_or_default();
    u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
}
