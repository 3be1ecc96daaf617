//! In a library without policies: no gate is ever ready.

use binsign::{Answer, Authorized, Code, Error, KeyType, Refusal, Request, Signed};

use crate::observed::{BINSIGN_STATE_SIZE, binsign_key_state, binsign_observed, binsign_sent};

/// Not to be had.
pub(crate) enum Keeper {}

/// As with policies.
pub(crate) const SAVED: usize = BINSIGN_STATE_SIZE;

/// What nobody gets.
pub(crate) enum Ticket {}

impl Keeper {
    pub(crate) fn of_image(_: &'static [u8]) -> Result<Self, Error> {
        Err(Error::new(Code::Unsupported))
    }

    pub(crate) fn of_signed(_: &'static [u8], _: &[u8]) -> Result<Self, Error> {
        Err(Error::new(Code::Unsupported))
    }

    pub(crate) fn of_sealed(_: &'static [u8], _: &[u8]) -> Result<Self, Error> {
        Err(Error::new(Code::Unsupported))
    }

    pub(crate) fn app(&self, _: &'static str) {
        match *self {}
    }

    pub(crate) fn approval(&self, _: Option<&'static [u8]>) {
        match *self {}
    }

    pub(crate) fn key_type(&self, _: KeyType) {
        match *self {}
    }

    pub(crate) fn key_info(&self, _: &[u8], _: u64) -> Result<(), Error> {
        match *self {}
    }

    pub(crate) fn restore(&mut self, _: &[u8], _: u64) -> Result<(), Error> {
        match *self {}
    }

    pub(crate) fn save(&self, _: &mut [u8; SAVED]) -> u64 {
        match *self {}
    }

    pub(crate) fn check(&self, _: &Request<'_>, _: u64) -> Result<(), Refusal> {
        match *self {}
    }

    pub(crate) fn authorize(
        &self,
        _: Request<'static>,
        _: u64,
    ) -> Result<(Authorized<'static>, Option<Ticket>), Refusal> {
        match *self {}
    }

    pub(crate) fn settle(&self, _: Ticket, _: bool) {
        match *self {}
    }

    pub(crate) fn sent(_: &Signed<'_, '_>) -> Result<binsign_sent, Error> {
        Err(Error::new(Code::Unsupported))
    }

    pub(crate) fn observe(&self, _: &binsign_sent, _: &Answer, _: u64) -> Result<binsign_observed, Error> {
        match *self {}
    }

    pub(crate) fn observed(&self, _: u64) -> binsign_observed {
        match *self {}
    }

    pub(crate) fn key_state(&self) -> binsign_key_state {
        match *self {}
    }

    pub(crate) fn observe_time(&self, _: u64, _: u64, _: u64) {
        match *self {}
    }

    pub(crate) fn suspend(&self, _: i32) {
        match *self {}
    }

    pub(crate) fn clear(&self) {
        match *self {}
    }

    pub(crate) fn revoke(&self) {
        match *self {}
    }

    pub(crate) fn terminate(&self) {
        match *self {}
    }
}
