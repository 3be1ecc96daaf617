//! Policies: compiled from text or taken as the owner gave them.

use std::fmt;

use binsign::{HmacKey, PublicKey};
use binsign_host::OwnedPolicy;
use binsign_host::policy::{compile, print};

use crate::Refusal;

/// What one application may do with one key, as `docs/policy.md` has it: compiled, and read in place.
#[derive(uniffi::Object)]
#[uniffi::export(Debug, Display)]
pub struct Policy {
    owned: OwnedPolicy,
}

impl Policy {
    pub(crate) const fn owned(&self) -> &OwnedPolicy {
        &self.owned
    }
}

#[uniffi::export]
impl Policy {
    /// Compiles the text of a policy (TOML).
    ///
    /// # Errors
    /// `POLICY_TEXT`, with line and column.
    #[uniffi::constructor]
    pub fn from_toml(text: &str) -> Result<Self, Refusal> {
        Ok(Self { owned: OwnedPolicy::new(compile(text)?)? })
    }

    /// Takes a compiled policy that nobody has signed.
    ///
    /// # Errors
    /// `POLICY_MALFORMED`.
    #[uniffi::constructor]
    pub fn compiled(bytes: &[u8]) -> Result<Self, Refusal> {
        Ok(Self { owned: OwnedPolicy::new(bytes)? })
    }

    /// Takes a compiled policy with the signature of its owner, whose public key (Ed25519) is given in PEM.
    ///
    /// # Errors
    /// `POLICY_SIGNATURE`, `POLICY_MALFORMED`, and those of a public key that is none.
    #[uniffi::constructor]
    pub fn signed(bytes: &[u8], owner: &[u8]) -> Result<Self, Refusal> {
        Ok(Self { owned: OwnedPolicy::signed(bytes, &PublicKey::from_pem(owner)?)? })
    }

    /// Takes a compiled policy with the seal of its owner (HMAC-SHA-256), with whom this side shares a secret.
    ///
    /// # Errors
    /// `POLICY_SIGNATURE`, `POLICY_MALFORMED`, `SECRET_MALFORMED`.
    #[uniffi::constructor]
    pub fn sealed(bytes: &[u8], secret: &[u8]) -> Result<Self, Refusal> {
        Ok(Self { owned: OwnedPolicy::sealed(bytes, &HmacKey::new(secret)?)? })
    }

    /// The name.
    #[must_use]
    pub fn name(&self) -> String {
        self.owned.policy().name().to_owned()
    }

    /// The version, which rises with every change.
    #[must_use]
    pub fn version(&self) -> u32 {
        self.owned.policy().version()
    }

    /// What it is for.
    #[must_use]
    pub fn purpose(&self) -> String {
        self.owned.policy().purpose().to_owned()
    }

    /// The one application it is for, where it is for one.
    #[must_use]
    pub fn app(&self) -> Option<String> {
        Some(self.owned.policy().app().to_owned()).filter(|app| !app.is_empty())
    }

    /// What the key needs, as `apiRestrictions` names it.
    #[must_use]
    pub fn permissions(&self) -> Vec<String> {
        self.owned.policy().permissions().iter().map(|one| one.name().to_owned()).collect()
    }

    /// The SHA-256 of the compiled form: what tells two policies apart.
    #[must_use]
    pub fn sha256(&self) -> Vec<u8> {
        self.owned.policy().id().to_vec()
    }

    /// The policy as text.
    ///
    /// # Errors
    /// None: what was compiled can be printed.
    pub fn toml(&self) -> Result<String, Refusal> {
        Ok(print(self.owned.policy().image())?)
    }

    /// The compiled form, without the owner's signature.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        self.owned.policy().image().to_vec()
    }
}

impl fmt::Display for Policy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let policy = self.owned.policy();
        write!(f, "Policy({} {})", policy.name(), policy.version())
    }
}

impl fmt::Debug for Policy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
