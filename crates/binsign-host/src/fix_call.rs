//! The Logon of a FIX session.

use binsign::{Error, FixLogon, Request, SendingTime};

use crate::signable::{Build, most_in_message};
use crate::timestamp::Timestamp;

/// A FIX Logon that is to be signed, at the present time where none is given.
///
/// ```
/// use binsign::{FixLogon, Signer};
/// use binsign_host::{FixCall, Guard, Signable, Timestamp};
///
/// // The exchange's documented key, session and signature.
/// let signer = Signer::pem("sBRXrJx2DsOraMXOaUovEhgVRcjOvCtQwnWj8VxkOh1xqboS02SPGfKi2h8spZJb",
///     b"-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIIJEYWtGBrhACmb9Dvy+qa8WEf0lQOl1s4CLIAB9m89u\n-----END PRIVATE KEY-----\n")?;
/// let sending_time = Timestamp::Given("20240627-11:17:25.223");
/// let call = FixCall { logon: FixLogon::new("EXAMPLE", ""), sending_time };
/// let request = call.sign(&Guard::documented_routes(), &signer)?;
/// assert_eq!(request.signature.as_deref(), Some("4MHXelVVcpkdwuLbl6n73HQUXUf1dse2PCgT1DYqW9w8AVZ1RACFGM+5UdlGPrQHrgtS3CvsRURC1oj73j8gCA=="));
/// # Ok::<(), binsign::Refusal>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct FixCall<'a> {
    /// The fields.
    pub logon: FixLogon<'a>,
    /// In place of [`FixLogon::sending_time`]: the host's clock in ms, these ms or µs, or this text; `Omitted` leaves that one.
    pub sending_time: Timestamp<'a>,
}

impl Build for FixCall<'_> {
    fn build<'b>(&self, buffer: &'b mut [u8], present: impl FnOnce() -> u64) -> Result<Request<'b>, Error> {
        let written;
        let sending_time = match self.sending_time {
            Timestamp::Now => {
                written = SendingTime::ms(present())?;
                written.as_str()
            }
            Timestamp::Ms(ms) => {
                written = SendingTime::ms(ms)?;
                written.as_str()
            }
            Timestamp::Us(us) => {
                written = SendingTime::us(us)?;
                written.as_str()
            }
            Timestamp::Given(text) => text,
            Timestamp::Omitted => self.logon.sending_time,
        };
        Request::fix_logon(buffer, &FixLogon { sending_time, ..self.logon })
    }

    fn most(&self) -> usize {
        let logon = &self.logon;
        let texts = [logon.sender_comp_id, logon.target_comp_id, logon.sending_time, self.sending_time.text()];
        // No field that is a number takes more than 32 bytes with its tag.
        most_in_message(texts.into_iter().chain([logon.recv_window.unwrap_or_default()])).saturating_add(16 * 32)
    }
}
