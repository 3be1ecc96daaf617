//! The opening of a signed stream, `wss://api.binance.com/sapi/wss?…`: a query whose parameters are sorted.

use super::Draft;
use super::building::Request;
use super::shape::Shape;
use super::sorted::settle;
use crate::Code;
use crate::catalogue::{Family, Lookup, Route};

/// What the stream's address has behind the host.
const PATH: &str = "/sapi/wss";

impl<'b> Request<'b> {
    /// Begins the opening of a signed stream (announcements): its parameters are `random`, `topic`, `recvWindow` and
    /// `timestamp`, and come out sorted by name, percent-encoded.
    ///
    /// ```
    /// use binsign::{Gate, Request, Signer};
    ///
    /// // The parameters of the exchange's example, which it signs unsorted against its own rule.
    /// let signer = Signer::hmac("vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A",
    ///                           b"NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j")?;
    /// let mut buffer = [0; 300];
    /// let mut request = Request::sapi_wss(&mut buffer);
    /// request.param("random", "56724ac693184379ae23ffe5e910063c")?.param("topic", "topic1")?;
    /// request.recv_window(30_000)?.timestamp(1_753_244_327_210)?;
    /// let signed = Gate::documented_routes().authorize(request)?.sign(&signer)?;
    /// assert!(signed.target().starts_with("/sapi/wss?random=56724ac693184379ae23ffe5e910063c&recvWindow=30000\
    ///                                      &timestamp=1753244327210&topic=topic1&signature="));
    /// # Ok::<(), binsign::Refusal>(())
    /// ```
    #[must_use]
    pub fn sapi_wss(buffer: &'b mut [u8]) -> Self {
        let mut draft = Draft::new(buffer);
        draft.push(PATH.as_bytes());
        draft.begin_query();
        let route = if cfg!(feature = "sapi") { Lookup::Found(Route::SAPI_WSS) } else { Lookup::NoPath };
        Self::begin(draft, Shape::SapiWss, route, Some(Family::Sapi))
    }
}

/// Adds a parameter at its place.
pub(super) fn put(draft: &mut Draft<'_>, name: &[u8], text: &[u8]) -> Result<(), Code> {
    let start = draft.needed();
    draft.push_encoded(name);
    draft.push(b"=");
    draft.push_encoded(text);
    draft.push(b"&");
    if draft.fits() {
        settle(draft, start).ok_or(Code::ParameterTwice)?;
    }
    Ok(())
}
