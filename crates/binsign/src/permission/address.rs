//! The owner's list of trusted addresses: what in it the exchange would not take, or should not.

use super::FindingKind as Kind;
use crate::decimal::whole;

/// How many addresses the exchange takes for a key.
const MOST: usize = 30;

/// How long the list may be for a key of a sub-account, in characters, commas among them.
const LONGEST_TEXT: usize = 500;

/// What is wrong with each entry of the list, where something is, with the place of the entry from 1.
pub(super) fn of_entries<'a>(list: &'a [&'a str]) -> impl Iterator<Item = (Kind, usize)> + 'a {
    list.iter().enumerate().filter_map(|(index, text)| {
        let kind = match Entry::of(text) {
            None => Some(Kind::AddressMalformed),
            Some(entry) => {
                let is_twice = || list.iter().take(index).any(|before| Entry::of(before) == Some(entry));
                entry.kind().or_else(|| is_twice().then_some(Kind::AddressTwice))
            }
        };
        kind.map(|kind| (kind, index.saturating_add(1)))
    })
}

/// What is wrong with the list as a whole.
pub(super) fn of_list(list: &[&str], is_of_sub_account: bool) -> Option<Kind> {
    let characters = list.iter().fold(list.len(), |sum, text| sum.saturating_add(text.chars().count()));
    // One comma fewer than entries.
    let is_long = is_of_sub_account && characters.saturating_sub(1) > LONGEST_TEXT;
    (list.len() > MOST || is_long).then_some(Kind::AddressesTooMany)
}

/// One entry: an address, or a range of them.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Entry {
    address: Address,
    /// How many bits are fixed.
    prefix: u64,
}

impl Entry {
    fn of(text: &str) -> Option<Self> {
        let mut parts = text.as_bytes().split(|byte| *byte == b'/');
        let address = Address::of(parts.next()?)?;
        let bits = if matches!(address, Address::V4(_)) { 32 } else { 128 };
        let prefix = parts.next().map_or(Some(bits), |prefix| whole(prefix, 3))?;
        (prefix <= bits && parts.next().is_none()).then_some(Self { address, prefix })
    }

    fn kind(self) -> Option<Kind> {
        match self.address {
            _ if self.prefix == 0 => Some(Kind::AddressAny),
            Address::V4([0, 0, 0, 0]) | Address::V6(0) => Some(Kind::AddressAny),
            address if !address.is_public() => Some(Kind::AddressPrivate),
            Address::V4(_) if self.prefix == 32 => None,
            // No page of the exchange has a range or an address of version 6.
            _ => Some(Kind::AddressUnusual),
        }
    }
}

/// An address of the Internet Protocol. The standard library's reading of one can panic.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Address {
    V4([u8; 4]),
    V6(u128),
}

impl Address {
    fn of(text: &[u8]) -> Option<Self> {
        if text.contains(&b':') { of_version_6(text).map(Self::V6) } else { of_version_4(text).map(Self::V4) }
    }

    /// Whether requests can come from the address over the Internet (RFC 6890).
    fn is_public(self) -> bool {
        match self {
            Self::V4(bytes) => !matches!(
                bytes,
                [0 | 10 | 127 | 224.., ..]
                    | [100, 64..=127, ..]
                    | [169, 254, ..]
                    | [172, 16..=31, ..]
                    | [192, 0, 0 | 2, _]
                    | [192, 168, ..]
                    | [198, 18 | 19, ..]
                    | [198, 51, 100, _]
                    | [203, 0, 113, _]
            ),
            // Those that are given out begin with the bits 001; `2001:db8::/32` is for documentation.
            Self::V6(number) => number >> 125 == 1 && number >> 96 != 0x2001_0DB8,
        }
    }
}

/// Four numbers below 256 without leading zeros, with dots between.
fn of_version_4(text: &[u8]) -> Option<[u8; 4]> {
    let mut address = [0; 4];
    let mut parts = text.split(|byte| *byte == b'.');
    for byte in &mut address {
        *byte = u8::try_from(whole(parts.next()?, 3)?).ok()?;
    }
    parts.next().is_none().then_some(address)
}

/// Eight groups of one to four hexadecimal digits with colons between; two colons once stand for groups of zeros
/// (RFC 4291, section 2.2, without the form that ends like version 4).
fn of_version_6(text: &[u8]) -> Option<u128> {
    let gap = text.windows(2).position(|two| two == b"::");
    let Some(gap) = gap else { return groups(text).filter(|(count, _)| *count == 8).map(|(_, number)| number) };
    let (before, after) = (text.get(..gap)?, text.get(gap.checked_add(2)?..)?);
    let ((many, high), (few, low)) = (groups(before)?, groups(after)?);
    let missing = 8_u32.checked_sub(many).filter(|rest| few < *rest)?;
    Some(high.checked_shl(missing.checked_mul(16)?).unwrap_or(0) | low)
}

/// How many groups there are, and the number that they make; none in an empty text.
fn groups(text: &[u8]) -> Option<(u32, u128)> {
    let mut all = (0_u32, 0_u128);
    if text.is_empty() {
        return Some(all);
    }
    for group in text.split(|byte| *byte == b':') {
        let digits = core::str::from_utf8(group).ok().filter(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()))?;
        let value = u16::from_str_radix(digits, 16).ok().filter(|_| digits.len() <= 4)?;
        all = (all.0.checked_add(1).filter(|count| *count <= 8)?, (all.1 << 16) | u128::from(value));
    }
    Some(all)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Address, Kind, of_entries, of_list};

    fn kind(text: &str) -> Option<Kind> {
        of_entries(&[text]).next().map(|(kind, _)| kind)
    }

    /// E 11 d. The blocks are those of the IANA's registries of special addresses (RFC 6890).
    #[test]
    fn e_11_d_each_entry_is_looked_at() {
        for good in ["8.8.8.8", "1.1.1.1", "8.8.8.8/32", "100.63.255.255", "100.128.0.0", "172.15.0.1", "172.32.0.1"] {
            assert_eq!(kind(good), None, "{good}");
        }
        for any in ["0.0.0.0/0", "0.0.0.0", "8.8.8.8/0", "::", "::/0"] {
            assert_eq!(kind(any), Some(Kind::AddressAny), "{any}");
        }
        let private = [
            "10.0.0.1",
            "172.16.0.1",
            "172.31.255.255",
            "192.168.1.1",
            "127.0.0.1",
            "169.254.1.1",
            "100.64.0.1",
            "0.1.2.3",
            "224.0.0.1",
            "240.0.0.1",
            "255.255.255.255",
            "192.0.2.1",
            "198.51.100.1",
            "203.0.113.1",
            "198.18.0.1",
            "10.0.0.0/8",
            "::1",
            "fe80::1",
            "fc00::1",
            "fd12::1",
            "ff02::1",
            "2001:db8::1",
        ];
        for private in private {
            assert_eq!(kind(private), Some(Kind::AddressPrivate), "{private}");
        }
        for unusual in ["8.8.8.0/24", "2606:4700::1111", "2606:4700::/32"] {
            assert_eq!(kind(unusual), Some(Kind::AddressUnusual), "{unusual}");
        }
        let bad = [
            "",
            " ",
            "8.8.8",
            "8.8.8.8.8",
            "256.1.1.1",
            "08.8.8.8",
            " 8.8.8.8",
            "8.8.8.8 ",
            "8.8.8.8,1.1.1.1",
            "8.8.8.8:443",
            "8.8.8.8/",
            "8.8.8.8/33",
            "8.8.8.8/-1",
            "8.8.8.8/08",
            "localhost",
            "*",
            "8.8.8.8-9",
            "2606:::1",
        ];
        for bad in bad {
            assert_eq!(kind(bad), Some(Kind::AddressMalformed), "{bad:?}");
        }
    }

    #[test]
    fn e_11_d_an_address_is_there_once() {
        let list = ["8.8.8.8", "1.1.1.1", "8.8.8.8/32", "1.1.1.1"];
        let twice = [(Kind::AddressTwice, 3), (Kind::AddressTwice, 4)];
        assert!(of_entries(&list).eq(twice));
    }

    #[test]
    fn e_11_d_the_list_has_an_end() {
        let many: Vec<_> = (1..=31).map(|last| format!("8.8.8.{last}")).collect();
        let many: Vec<_> = many.iter().map(String::as_str).collect();
        assert_eq!(of_list(&many[..30], true), None);
        assert_eq!(of_list(&many, false), Some(Kind::AddressesTooMany));
        // 500 characters with their commas, as they are sent for a sub-account.
        let fits = vec!["x".repeat(49); 10].join(",") + "x";
        assert_eq!(fits.len(), 500);
        let fits: Vec<_> = fits.split(',').collect();
        assert_eq!(of_list(&fits, true), None);
        let mut long = fits.clone();
        long[0] = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx";
        assert_eq!((of_list(&long, true), of_list(&long, false)), (Some(Kind::AddressesTooMany), None));
    }

    proptest! {
        /// The standard library's reading of addresses, which takes one form more.
        #[test]
        fn addresses_are_those_of_the_standard_library(
            text in prop_oneof![
                "[0-9.]{1,15}", "[0-9a-fA-F:]{1,20}", "([0-9a-f]{0,5}:){0,9}[0-9a-f]{0,4}",
                any::<u32>().prop_map(|number| std::net::Ipv4Addr::from(number).to_string()),
                any::<u128>().prop_map(|number| std::net::Ipv6Addr::from(number).to_string()),
                any::<[bool; 8]>().prop_map(|zeros| {
                    let groups = zeros.map(|zero| if zero { 0 } else { 0xA0 });
                    std::net::Ipv6Addr::from(groups).to_string()
                }),
            ],
        ) {
            let library = text.parse::<std::net::IpAddr>().ok();
            let expected = library.map(|address| match address {
                std::net::IpAddr::V4(address) => Address::V4(address.octets()),
                std::net::IpAddr::V6(address) => Address::V6(address.to_bits()),
            });
            let is_mixed = text.contains('.') && text.contains(':');
            prop_assert!(is_mixed || Address::of(text.as_bytes()) == expected, "{}", text);
        }
    }
}
