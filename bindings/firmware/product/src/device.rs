//! The product with a policy: an order is decided on, counted, and remembered in flash before it is sent.

use core::hint::black_box;

use binsign::policy::Policy;
use binsign::{Error, Gate, Method, Refusal, Request, Signed, Signer, State};
use flash_log::{Fault, Flash, FlashLog};

use crate::image::POLICY;

/// The key of the owner's seal; a device has its own, in protected storage.
#[cfg(not(feature = "ed25519"))]
const OWNER: &[u8] = b"NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j";
/// The owner's public key: the first of RFC 8032, section 7.1.
#[cfg(feature = "ed25519")]
const OWNER: &[u8] = b"-----BEGIN PUBLIC KEY-----\n\
MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\n\
-----END PUBLIC KEY-----\n";

/// Why there is no signature.
#[derive(Clone, Debug)]
pub enum Stop {
    /// It was refused, or something is wrong with what was asked.
    Refused(Refusal),
    /// What it would have spent could not be kept.
    Flash(Fault),
}

impl From<Refusal> for Stop {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Self::Refused(error.into())
    }
}

impl From<Fault> for Stop {
    fn from(fault: Fault) -> Self {
        Self::Flash(fault)
    }
}

/// The policy, the state, and where it is kept.
pub struct Device<F> {
    policy: Policy<'static>,
    state: State,
    log: FlashLog<F, { State::SAVED }>,
}

/// What an order says.
#[derive(Clone, Copy)]
pub struct Order<'a> {
    /// How much.
    pub quantity: &'a str,
    /// At which price.
    pub price: &'a str,
}

/// The policy in flash, once the seal of its owner is found to be good.
///
/// # Errors
/// `POLICY_SIGNATURE`, `POLICY_MALFORMED`.
#[inline(never)]
pub fn policy() -> Result<Policy<'static>, Error> {
    let (policy, owner) = (black_box(&POLICY), black_box(OWNER));
    #[cfg(not(feature = "ed25519"))]
    return Policy::sealed(policy, &binsign::HmacKey::new(owner)?);
    #[cfg(feature = "ed25519")]
    Policy::signed(policy, &binsign::PublicKey::from_pem(owner)?)
}

impl<F: Flash> Device<F> {
    /// Starts with what is in the flash; `at_least` is the lowest sequence number that is acceptable, which a device with a
    /// counter that cannot be turned back takes from there.
    ///
    /// # Errors
    /// Those of [`policy`], [`State::restore`] and [`FlashLog::open`].
    #[inline(never)]
    pub fn start(flash: F, at_least: u64) -> Result<Self, Stop> {
        let policy = policy()?;
        let log = FlashLog::open(flash)?;
        let state = match log.newest() {
            Some(saved) => State::restore(saved, &policy, at_least)?,
            // Nothing was ever signed, where the counter says so, too.
            None if at_least == 0 => State::new(&policy),
            None => return Err(Error::new(binsign::Code::StateRolledBack).into()),
        };
        Ok(Self { policy, state, log })
    }

    /// Signs an order, keeps what it has spent, and only then has it sent; gives the sequence number of what was kept.
    ///
    /// # Errors
    /// Those of [`Request`], [`Gate::authorize`], [`binsign::Authorized::sign`] and [`FlashLog::append`].
    #[inline(never)]
    pub fn order(
        &mut self,
        buffer: &mut [u8],
        signer: &Signer,
        now_ms: u64,
        order: Order<'_>,
        send: impl FnOnce(&Signed<'_, '_>),
    ) -> Result<u64, Stop> {
        let mut request = Request::rest(buffer, Method::Post, "/api/v3/order")?;
        request
            .param("symbol", black_box("LTCBTC"))?
            .param("side", black_box("BUY"))?
            .param("type", "LIMIT")?
            .param("timeInForce", "GTC")?
            .param("quantity", order.quantity)?
            .param("price", order.price)?
            .recv_window(5000)?
            .timestamp(now_ms)?;
        let gate = Gate::new(&self.policy).at(now_ms).key_type(signer.key_type()).state(&self.state);
        let signed = gate.authorize(request)?.sign(signer)?;
        let mut saved = [0; State::SAVED];
        let sequence = self.state.save(&mut saved);
        self.log.append(&saved)?;
        send(&signed);
        Ok(sequence)
    }

    /// What the flash has kept last.
    pub const fn newest(&self) -> Option<&[u8; State::SAVED]> {
        self.log.newest()
    }

    /// The flash, as after a power cut.
    pub fn into_flash(self) -> F {
        self.log.into_flash()
    }
}
