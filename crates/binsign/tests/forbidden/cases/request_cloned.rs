//! A request in two places at once would be signed twice.

use binsign::{Authorized, Request, Signed};

fn clone<T: Clone>() {}

fn main() {
    clone::<Request<'static>>(); //~ E0277
    clone::<Authorized<'static>>(); //~ E0277
    clone::<Signed<'static, 'static>>(); //~ E0277
}
