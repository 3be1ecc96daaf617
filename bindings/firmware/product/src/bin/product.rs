//! The product image: key, order, request sent; what is wrong goes to the product's log as its stable number.

#![cfg_attr(target_os = "none", no_std, no_main)]

#[cfg(target_os = "none")]
mod image {
    #[cfg(not(feature = "policy"))]
    use binsign::Refusal;
    use runtime::StaticBuffer;

    static REQUEST: StaticBuffer<{ product::REQUEST }> = StaticBuffer::new();

    #[runtime::entry]
    fn main() -> ! {
        if let Some(buffer) = REQUEST.take()
            && let Err(refusal) = run(buffer)
        {
            core::hint::black_box(number(&refusal));
        }
        runtime::rest()
    }

    #[cfg(not(feature = "policy"))]
    fn number(refusal: &Refusal) -> u16 {
        refusal.code().number()
    }

    #[cfg(feature = "policy")]
    fn number(stop: &product::Stop) -> u16 {
        match stop {
            product::Stop::Refused(refusal) => refusal.code().number(),
            product::Stop::Flash(_) => 0,
        }
    }

    /// With a policy: the device of it, in whose flash nothing is yet.
    #[cfg(feature = "policy")]
    fn run(buffer: &mut [u8]) -> Result<(), product::Stop> {
        static FLASH: StaticBuffer<{ 2 * product::PAGE }> = StaticBuffer::new();
        let Some(flash) = FLASH.take() else { return Ok(()) };
        flash.fill(0xff);
        let signer = product::signer();
        let signer = signer.as_ref().map_err(Clone::clone)?;
        let mut device = product::Device::start(product::RamFlash::new(flash), 0)?;
        let order = product::Order { quantity: core::hint::black_box("1"), price: core::hint::black_box("0.1") };
        let now_ms = core::hint::black_box(1_499_827_319_559);
        device.order(buffer, signer, now_ms, order, product::send)?;
        Ok(())
    }

    #[cfg(not(feature = "policy"))]
    fn run(buffer: &mut [u8]) -> Result<(), Refusal> {
        // Borrowed where it was made: moving it would leave a copy of the key behind in the stack.
        let signer = product::signer();
        let signer = signer.as_ref().map_err(Clone::clone)?;
        product::send(&product::order(buffer, signer)?);
        Ok(())
    }
}

/// On a host there is no image to make.
#[cfg(not(target_os = "none"))]
fn main() {}
