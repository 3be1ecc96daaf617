//! What the parameters of a leg say: words, numbers, yes and no, the price that binds and the notional.

use super::shape::{Leg, Priced, Reading, Role};
use crate::Decimal;
use crate::amount::Amount;

impl Leg<'_> {
    /// Yes or no.
    pub(super) fn flag(&self, role: Role) -> Reading<bool> {
        self.text(role).and(|text| {
            if text.is(b"true") || text.is(b"TRUE") {
                Some(true)
            } else {
                (text.is(b"false") || text.is(b"FALSE")).then_some(false)
            }
        })
    }

    pub(super) fn decimal(&self, role: Role) -> Reading<Decimal> {
        self.text(role).and(|text| Decimal::read(text.bytes()))
    }

    /// Whether a price, if there is one, binds.
    fn binds(&self) -> bool {
        let types: &[&[u8]] = match self.priced() {
            Priced::Always => return true,
            Priced::Never => return false,
            Priced::Spot => &[b"LIMIT", b"LIMIT_MAKER", b"STOP_LOSS_LIMIT", b"TAKE_PROFIT_LIMIT"],
            Priced::Futures => &[b"LIMIT", b"STOP", b"TAKE_PROFIT"],
        };
        match self.word(Role::Type) {
            Reading::Said(text) => types.iter().any(|kind| text.is(kind)),
            _ => false,
        }
    }

    /// The price that binds.
    pub(super) fn price(&self) -> Reading<Decimal> {
        if self.name(Role::Price).is_none() {
            return Reading::None;
        }
        if self.has_moving_price() {
            return Reading::Unreadable;
        }
        if self.binds() { self.decimal(Role::Price) } else { Reading::Absent }
    }

    /// Price times quantity, or the quote quantity.
    pub(super) fn notional(&self) -> Reading<Amount> {
        let (price, quantity) = (self.price(), self.decimal(Role::Quantity));
        let quote = self.decimal(Role::QuoteQuantity);
        let lacks_product = matches!(price, Reading::None) || matches!(quantity, Reading::None);
        match (price, quantity, quote) {
            (_, _, Reading::None) if lacks_product => Reading::None,
            (Reading::Unreadable, ..)
            | (_, Reading::Said(_) | Reading::Unreadable, Reading::Said(_) | Reading::Unreadable) => {
                Reading::Unreadable
            }
            (Reading::Said(price), Reading::Said(quantity), _) => Reading::Said(Amount::product(price, quantity)),
            (Reading::Said(_), Reading::Unreadable, _) => Reading::Unreadable,
            (Reading::Said(_), ..) => Reading::Absent,
            (_, _, quote) => quote.and(|quote| Some(quote.into())).or_absent(),
        }
    }

    /// The role whose parameter a notional is blamed on.
    pub(super) fn notional_role(&self) -> Role {
        // Of an array that is not there the array is to blame, whatever the role.
        if self.name(Role::Price).is_some() && (self.lacks_array() || self.binds()) {
            Role::Price
        } else if matches!(self.text(Role::Quantity), Reading::None | Reading::Absent) {
            Role::QuoteQuantity
        } else {
            Role::Quantity
        }
    }
}

impl<T> Reading<T> {
    fn or_absent(self) -> Self {
        if matches!(self, Self::None) { Self::Absent } else { self }
    }
}
