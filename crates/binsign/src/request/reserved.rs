//! What a request that was allowed has reserved: spent when it is signed, given back when it is dropped unsigned.

#[cfg(feature = "policy")]
use crate::State;
#[cfg(feature = "policy")]
use crate::state::Ticket;

/// What an authorised request holds of the limits: nothing, or a [`Reserved`].
///
/// There are these two, and nobody else makes one.
pub trait Holds: sealed::Holds {}

impl Holds for () {}

#[cfg(feature = "policy")]
impl Holds for Reserved<'_> {}

/// A reservation in a [`State`].
///
/// It is given back when it is dropped, unless the request was signed before.
///
/// ```
/// use binsign::{Authorized, Error, Reserved, Signed, Signer};
///
/// fn sign<'b, 'k>(request: Authorized<'b, Reserved<'_>>, signer: &'k Signer) -> Result<Signed<'b, 'k>, Error> {
///     // From here on what it counts is spent; where this fails it is not.
///     request.sign(signer)
/// }
/// ```
#[cfg(feature = "policy")]
#[derive(Debug)]
pub struct Reserved<'s> {
    held: Option<(&'s State, Ticket)>,
}

#[cfg(feature = "policy")]
impl Reserved<'_> {
    /// Leaves it to the caller.
    pub(super) fn into_ticket(mut self) -> Option<Ticket> {
        self.held.take().map(|(_, ticket)| ticket)
    }
}

#[cfg(feature = "policy")]
impl Drop for Reserved<'_> {
    fn drop(&mut self) {
        if let Some((state, ticket)) = self.held.take() {
            state.settle(ticket, false);
        }
    }
}

/// What a gate counts in: nothing, or a reference to a state.
///
/// There are these two, and nobody else makes one.
pub trait Counts: sealed::Counts {}

impl Counts for () {}

#[cfg(feature = "policy")]
impl Counts for &State {}

/// What only the gate and the request use of these traits.
pub(crate) mod sealed {
    #[cfg(feature = "policy")]
    use super::{Reserved, State, Ticket};

    pub trait Holds {
        /// The request was signed.
        fn spend(self);
    }

    impl Holds for () {
        #[inline]
        fn spend(self) {}
    }

    #[cfg(feature = "policy")]
    impl Holds for Reserved<'_> {
        fn spend(mut self) {
            if let Some((state, ticket)) = self.held.take() {
                state.settle(ticket, true);
            }
        }
    }

    pub trait Counts {
        /// What a request holds then.
        type Held: super::Holds;

        /// Holds nothing yet.
        fn nothing(&self) -> Self::Held;

        /// The state, where there is one.
        #[cfg(feature = "policy")]
        fn state(&self) -> Option<&State>;

        /// Holds what was reserved.
        #[cfg(feature = "policy")]
        fn hold(&self, ticket: Ticket) -> Self::Held;
    }

    impl Counts for () {
        type Held = ();

        #[inline]
        fn nothing(&self) {}

        #[cfg(feature = "policy")]
        fn state(&self) -> Option<&State> {
            None
        }

        #[cfg(feature = "policy")]
        fn hold(&self, _: Ticket) {}
    }

    #[cfg(feature = "policy")]
    impl<'s> Counts for &'s State {
        type Held = Reserved<'s>;

        fn nothing(&self) -> Reserved<'s> {
            Reserved { held: None }
        }

        fn state(&self) -> Option<&State> {
            Some(self)
        }

        fn hold(&self, ticket: Ticket) -> Reserved<'s> {
            Reserved { held: Some((self, ticket)) }
        }
    }
}
