//! What makes an authorised request, a signed one and a route is the core's own.

use binsign::catalogue::{Family, Lookup, Route, SecurityType, lookup};
use binsign::{Authorized, Gate, Method, Pending, Signed};

fn main() {
    let Lookup::Found(route) = lookup(Method::Get, "/api/v3/account") else { return };
    let _ = Authorized::<()>::new(todo!(), route, ()); //~ E0624
    let _ = Pending::<()>::new(todo!(), todo!()); //~ E0624
    let _ = Signed::new(todo!(), 0..0, (None, None), "key"); //~ E0624
    let _ = Route::rest(Family::Spot, Method::Get, SecurityType::Trade, todo!()); //~ E0624
    let _ = Gate::default(); //~ E0599
}
