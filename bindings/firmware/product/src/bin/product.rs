//! The product image: key, order, request sent; what is wrong goes to the product's log as its stable number.

#![cfg_attr(target_os = "none", no_std, no_main)]

#[cfg(target_os = "none")]
mod image {
    use binsign::Refusal;
    use runtime::StaticBuffer;

    static REQUEST: StaticBuffer<{ product::REQUEST }> = StaticBuffer::new();

    #[runtime::entry]
    fn main() -> ! {
        if let Some(buffer) = REQUEST.take()
            && let Err(refusal) = run(buffer)
        {
            core::hint::black_box(refusal.code().number());
        }
        runtime::rest()
    }

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
