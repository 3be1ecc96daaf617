//! Rolling windows: what each limit has spent, in nine slices of time.

use core::cell::Cell;

use super::{Facts, MAX_LIMITS};

/// The present slice, and those before it that count.
pub(super) const SLICES: usize = 9;
pub(super) const SLICES_BACK: u64 = 8;

/// The most that a limit lets pass.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Most {
    /// So many, or so many units of an amount.
    Units(u64),
    /// Cancels for each order, `digits` / `tens`; `free` of them in any case.
    PerOrder { digits: u64, tens: u64, free: u32 },
}

/// Orders and cancels side by side, as a limit of cancels per order counts them.
pub(crate) fn pair(orders: u32, cancels: u32) -> u64 {
    u64::from(orders) | u64::from(cancels) << 32
}

/// A pair with as many cancels as another one has, where these are more.
pub(crate) fn with_cancels_of(one: u64, other: u64) -> u64 {
    let (orders, cancels) = halves(one);
    pair(orders, cancels.max(halves(other).1))
}

/// The two of a pair.
fn halves(pair: u64) -> (u32, u32) {
    let half = |bits: u64| u32::try_from(bits & u64::from(u32::MAX)).unwrap_or(u32::MAX);
    (half(pair), half(pair >> 32))
}

impl Most {
    /// Whether a request that counts `own` still passes after what the slices have.
    fn takes(self, slices: impl Iterator<Item = u64>, own: u64) -> bool {
        match self {
            Self::Units(most) => slices.fold(own, u64::saturating_add) <= most,
            Self::PerOrder { digits, tens, free } => {
                let mut sums = (0_u64, 0_u64);
                for (orders, cancels) in slices.chain([own]).map(halves) {
                    sums = (sums.0.wrapping_add(orders.into()), sums.1.wrapping_add(cancels.into()));
                }
                let (orders, cancels) = sums;
                halves(own).1 == 0
                    || cancels <= free.into()
                    // Sums of ten numbers of 32 bits: neither product reaches 128 bits.
                    || u128::from(cancels).wrapping_mul(tens.into()) <= u128::from(digits).wrapping_mul(orders.into())
            }
        }
    }
}

/// The windows of all limits; they move on together.
pub(super) struct Windows {
    /// The latest moment for which something was counted.
    pub(super) counted_at: Cell<u64>,
    pub(super) slices: [[Cell<u64>; SLICES]; MAX_LIMITS],
}

impl Windows {
    pub(super) const fn new() -> Self {
        Self { counted_at: Cell::new(0), slices: [const { [const { Cell::new(0) }; SLICES] }; MAX_LIMITS] }
    }

    /// Whether a limit takes `own` more at `now_ms`, which is not before what was counted last.
    pub(super) fn takes(&self, limit: usize, most: Most, slice_ms: u32, now_ms: u64, own: u64) -> bool {
        let Some(slices) = self.slices.get(limit) else { return false };
        let (newest, now) = (number(self.counted_at.get(), slice_ms), number(now_ms, slice_ms));
        if newest == now {
            return most.takes(slices.iter().map(Cell::get), own);
        }
        let first = now.saturating_sub(SLICES_BACK).max(newest.saturating_sub(SLICES_BACK));
        most.takes((first..=newest).filter_map(|number| slice(slices, number)).map(Cell::get), own)
    }

    /// Moves on to `now_ms` and adds what a request counts there.
    pub(super) fn add(&self, of: &Facts, now_ms: u64, counts: &[u64; MAX_LIMITS]) {
        let before = self.counted_at.replace(now_ms);
        let limits = self.slices.iter().zip(&of.slice_ms).zip(counts).take(of.limits.into());
        for (index, ((slices, slice_ms), own)) in limits.enumerate() {
            let (newest, now) = (number(before, *slice_ms), number(now_ms, *slice_ms));
            if now.saturating_sub(newest) > SLICES_BACK {
                for slice in slices {
                    slice.set(0);
                }
            } else {
                for slice in (newest.saturating_add(1)..=now).filter_map(|number| slice(slices, number)) {
                    slice.set(0);
                }
            }
            if let Some(slice) = slice(slices, now) {
                let before = slice.get();
                let is_pair = u32::from(of.pairs).wrapping_shr(u32::try_from(index).unwrap_or(0)) & 1 == 1;
                slice.set(if is_pair { add_pairs(before, *own) } else { before.saturating_add(*own) });
            }
        }
    }

    /// Gives back what was counted at `at_ms`, in the slices where it was counted, as far as these still count.
    pub(super) fn give_back(&self, of: &Facts, at_ms: u64, counts: &[u64; MAX_LIMITS]) {
        let limits = self.slices.iter().zip(&of.slice_ms).zip(counts).take(of.limits.into());
        for ((slices, slice_ms), own) in limits {
            let (newest, then) = (number(self.counted_at.get(), *slice_ms), number(at_ms, *slice_ms));
            if newest.saturating_sub(then) <= SLICES_BACK
                && let Some(slice) = slice(slices, then)
            {
                // Of a pair each half is at least that of the request, so that none borrows from the other.
                slice.set(slice.get().saturating_sub(*own));
            }
        }
    }
}

fn add_pairs(one: u64, other: u64) -> u64 {
    let (one, other) = (halves(one), halves(other));
    pair(one.0.saturating_add(other.0), one.1.saturating_add(other.1))
}

/// The number of the slice that a moment lies in, from 1970.
fn number(at_ms: u64, slice_ms: u32) -> u64 {
    at_ms.checked_div(slice_ms.into()).unwrap_or(0)
}

fn slice(slices: &[Cell<u64>; SLICES], number: u64) -> Option<&Cell<u64>> {
    slices.get(usize::try_from(number % 9).ok()?)
}
