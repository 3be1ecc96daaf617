//! The device under power cuts: in each operation of its flash, over some orders and several pages. What was sent is
//! counted beside it, and must never be more than what the device remembers.
//!
//! Prints `NAME NUMBER` a figure; the last is `failed`.

#![cfg_attr(target_os = "none", no_std, no_main)]

#[cfg(target_os = "none")]
mod image {
    use binsign::{Code, Signer};
    use board::Console;
    use product::{Device, Order, Pages, RamFlash, Stop};
    use runtime::StaticBuffer;

    static REQUEST: StaticBuffer<{ product::REQUEST }> = StaticBuffer::new();
    static FLASH: StaticBuffer<{ 2 * product::PAGE }> = StaticBuffer::new();
    static EARLIER: StaticBuffer<{ 2 * product::PAGE }> = StaticBuffer::new();

    const START_MS: u64 = 1_499_827_319_559;
    const ORDER: Order<'_> = Order { quantity: "1", price: "0.1" };
    /// How often the device starts, and how many orders it signs then.
    const STARTS: u32 = 10;
    const ORDERS: u32 = 3;
    /// More operations than a start takes.
    const MOST: u32 = 2000;
    const SIGNATURES: u32 = 10_000;

    #[runtime::entry]
    fn main() -> ! {
        let (Some(buffer), Some(flash), Some(earlier)) = (REQUEST.take(), FLASH.take(), EARLIER.take()) else {
            board::exit(70)
        };
        let Ok(signer) = product::signer() else { board::exit(71) };
        let mut console = Console::open();
        let mut failed = 0_u32;

        let (cuts, wrong) = cut_everywhere(buffer, flash, earlier, &signer);
        failed = failed.saturating_add(wrong);
        print(&mut console, b"cuts ", cuts);
        let refused = roll_back(buffer, flash, earlier, &signer);
        failed = failed.saturating_add(u32::from(!refused));
        print(&mut console, b"roll_back_refused ", u32::from(refused));
        let (signed, erasures, writes) = wear(buffer, flash, &signer);
        failed = failed.saturating_add(u32::from(signed != SIGNATURES));
        print(&mut console, b"signed ", signed);
        print(&mut console, b"erasures ", erasures);
        print(&mut console, b"words ", writes);
        print(&mut console, b"failed ", failed);
        console.flush();
        board::exit(u8::from(failed > 0))
    }

    fn print(console: &mut Console, name: &[u8], number: u32) {
        console.put(name);
        console.put_number(number);
        console.put(b"\n");
    }

    /// Signs so many orders, or until the power goes; gives how many were sent.
    fn orders(device: &mut Device<RamFlash<'_>>, buffer: &mut [u8], signer: &Signer, count: u32) -> u32 {
        let mut sent = 0_u32;
        for _ in 0..count {
            let send = |_: &binsign::Signed<'_, '_>| sent = sent.saturating_add(1);
            if device.order(buffer, signer, START_MS, ORDER, send).is_err() {
                break;
            }
        }
        sent
    }

    /// How many orders the flash says were spent: the slices of the first limit, at the place that the specification of the
    /// saved state gives (`docs/policy.md`, section 12).
    fn spent(device: &Device<RamFlash<'_>>) -> u32 {
        const SLICES: usize = 232;
        let slices = device.newest().and_then(|saved| saved.get(SLICES..SLICES + 8 * 9));
        let words = slices.map_or(&[][..], |slices| slices.as_chunks::<8>().0);
        let sum = words.iter().fold(0_u64, |sum, word| sum.saturating_add(u64::from_le_bytes(*word)));
        u32::try_from(sum).unwrap_or(u32::MAX)
    }

    /// Cuts the power in each operation of one start after the other, each with some orders. After each cut the device
    /// starts, has forgotten nothing that was sent, and signs on. Gives how often it was cut, and how often that was wrong.
    fn cut_everywhere(buffer: &mut [u8], flash: &mut Pages, before: &mut Pages, signer: &Signer) -> (u32, u32) {
        let (mut cuts, mut wrong, mut all) = (0_u32, 0_u32, 0_u32);
        before.fill(0xff);
        for _ in 0..STARTS {
            let mut power = 1_u32;
            loop {
                flash.copy_from_slice(before);
                let sent = sent_with(flash, power, buffer, signer);
                if power > MOST {
                    return (cuts, u32::MAX);
                }
                if sent == Some(ORDERS) {
                    break;
                }
                cuts = cuts.saturating_add(1);
                wrong = wrong.saturating_add(u32::from(!goes_on(flash, all, sent, power, buffer, signer)));
                power = power.saturating_add(1);
            }
            all = all.saturating_add(ORDERS);
            before.copy_from_slice(flash);
        }
        (cuts, wrong)
    }

    /// Starts and signs with so much power; gives how many orders were sent, or nothing where it did not start.
    fn sent_with(flash: &mut Pages, power: u32, buffer: &mut [u8], signer: &Signer) -> Option<u32> {
        let mut device = Device::start(RamFlash::with_power(flash, power), 0).ok()?;
        Some(orders(&mut device, buffer, signer, ORDERS))
    }

    /// Whether a device that was cut off starts with all that was sent, once more with little power and then with enough.
    fn goes_on(
        flash: &mut Pages,
        before: u32,
        sent: Option<u32>,
        power: u32,
        buffer: &mut [u8],
        signer: &Signer,
    ) -> bool {
        let Some(sent) = sent else { return false };
        let mut all = before.saturating_add(sent);
        // What was begun may be found or not.
        let mut begun = all.saturating_add(1);
        for power in [power % 60, u32::MAX] {
            let Ok(mut device) = Device::start(RamFlash::with_power(flash, power.max(1)), 0) else { return false };
            let spent = spent(&device);
            if !(all..=begun).contains(&spent) {
                return false;
            }
            let sent = orders(&mut device, buffer, signer, 1);
            all = all.max(if sent == 1 { spent.saturating_add(1) } else { all });
            begun = begun.saturating_add(1);
        }
        Device::start(RamFlash::new(flash), 0).is_ok_and(|device| spent(&device) == all)
    }

    /// An earlier copy of the flash, put back, is refused where the device knows the number of the last one.
    fn roll_back(buffer: &mut [u8], flash: &mut Pages, earlier: &mut Pages, signer: &Signer) -> bool {
        flash.fill(0xff);
        let mut last = 0;
        for round in 0..2 {
            let Ok(mut device) = Device::start(RamFlash::new(flash), last) else { return false };
            for _ in 0..3 {
                match device.order(buffer, signer, START_MS, ORDER, |_| ()) {
                    Ok(sequence) => last = sequence,
                    Err(_) => return false,
                }
            }
            if round == 0 {
                earlier.copy_from_slice(flash);
            }
        }
        let is_taken = Device::start(RamFlash::new(flash), last).is_ok();
        let refused = |outcome: Result<Device<RamFlash<'_>>, Stop>| matches!(outcome, Err(Stop::Refused(refusal)) if refusal.code() == Code::StateRolledBack);
        let earlier_is_refused = refused(Device::start(RamFlash::new(earlier), last));
        flash.fill(0xff);
        // And so is a flash that was wiped.
        is_taken && earlier_is_refused && refused(Device::start(RamFlash::new(flash), last))
    }

    /// How often a page is erased for so many signatures.
    fn wear(buffer: &mut [u8], flash: &mut Pages, signer: &Signer) -> (u32, u32, u32) {
        flash.fill(0xff);
        let Ok(mut device) = Device::start(RamFlash::new(flash), 0) else { return (0, 0, 0) };
        let mut signed = 0_u32;
        for _ in 0..SIGNATURES {
            let now_ms = START_MS.saturating_add(u64::from(signed).saturating_mul(250));
            let send = |_: &binsign::Signed<'_, '_>| signed = signed.saturating_add(1);
            if device.order(buffer, signer, now_ms, ORDER, send).is_err() {
                break;
            }
        }
        let flash = device.into_flash();
        (signed, flash.erasures, flash.writes)
    }
}

/// On a host there is no image to make.
#[cfg(not(target_os = "none"))]
fn main() {}
