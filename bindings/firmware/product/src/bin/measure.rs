//! The product under measurement: its work is done twice, on a painted stack and by the instruction counter.
//!
//! Prints `NAME NUMBER` a figure, then the target of the signed request.

#![cfg_attr(target_os = "none", no_std, no_main)]

#[cfg(target_os = "none")]
mod image {
    use binsign::Refusal;
    use board::{Console, instructions, stack_used_by};
    use runtime::StaticBuffer;

    static REQUEST: StaticBuffer<{ product::REQUEST }> = StaticBuffer::new();

    #[runtime::entry]
    fn main() -> ! {
        let Some(buffer) = REQUEST.take() else { board::exit(70) };
        board::exit(u8::from(measure(buffer).is_err()))
    }

    fn measure(buffer: &mut [u8]) -> Result<(), Refusal> {
        let key_stack = stack_used_by(&mut || drop(product::signer()));
        let key_instructions = instructions(&mut || drop(product::signer()));
        let signer = product::signer()?;
        #[cfg(not(feature = "policy"))]
        let mut sign = || {
            let _ = product::order(buffer, &signer).map(|signed| product::send(&signed));
        };
        #[cfg(feature = "policy")]
        let mut device = start()?;
        #[cfg(feature = "policy")]
        let mut sign = || {
            let order = product::Order { quantity: core::hint::black_box("1"), price: core::hint::black_box("0.1") };
            let now_ms = core::hint::black_box(1_499_827_319_559);
            let _ = device.order(buffer, &signer, now_ms, order, product::send);
        };
        let sign_stack = stack_used_by(&mut sign);
        let sign_instructions = instructions(&mut sign);

        let figures = [
            (&b"key_stack "[..], u32::try_from(key_stack).unwrap_or(u32::MAX)),
            (&b"key_instructions "[..], key_instructions),
            (&b"sign_stack "[..], u32::try_from(sign_stack).unwrap_or(u32::MAX)),
            (&b"sign_instructions "[..], sign_instructions),
        ];
        let order = product::order(buffer, &signer)?;
        report(&figures, order.target());
        Ok(())
    }

    #[cfg(feature = "policy")]
    fn start() -> Result<product::Device<product::RamFlash<'static>>, Refusal> {
        static FLASH: StaticBuffer<{ 2 * product::PAGE }> = StaticBuffer::new();
        let Some(flash) = FLASH.take() else { board::exit(72) };
        flash.fill(0xff);
        match product::Device::start(product::RamFlash::new(flash), 0) {
            Ok(device) => Ok(device),
            Err(product::Stop::Refused(refusal)) => Err(refusal),
            Err(product::Stop::Flash(_)) => board::exit(73),
        }
    }

    /// Not inlined: the console's blocks are not to be on the stack while that is measured.
    #[inline(never)]
    fn report(figures: &[(&[u8], u32)], target: &str) {
        let mut console = Console::open();
        for (name, figure) in figures {
            console.put(name);
            console.put_number(*figure);
            console.put(b"\n");
        }
        console.put(b"target ");
        console.put(target.as_bytes());
        console.put(b"\n");
        console.flush();
    }
}

/// On a host there is no image to make.
#[cfg(not(target_os = "none"))]
fn main() {}
