//! The owner's list of trusted addresses: what in it the exchange would not take, or should not.

use core::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use super::FindingKind as Kind;

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
    address: IpAddr,
    /// How many bits are fixed.
    prefix: u32,
}

impl Entry {
    fn of(text: &str) -> Option<Self> {
        let (address, prefix) = match text.split_once('/') {
            None => (text, None),
            Some((address, prefix)) => (address, Some(crate::decimal::whole(prefix.as_bytes(), 3)?)),
        };
        let address: IpAddr = address.parse().ok()?;
        let bits = if address.is_ipv4() { 32 } else { 128 };
        let prefix = prefix.map_or(Some(bits), |prefix| u32::try_from(prefix).ok())?;
        (prefix <= bits).then_some(Self { address, prefix })
    }

    fn kind(self) -> Option<Kind> {
        match self.address {
            _ if self.prefix == 0 || self.address.is_unspecified() => Some(Kind::AddressAny),
            IpAddr::V4(address) if !is_public(address) => Some(Kind::AddressPrivate),
            IpAddr::V6(address) if !is_public_v6(address) => Some(Kind::AddressPrivate),
            IpAddr::V4(_) if self.prefix == 32 => None,
            // No page of the exchange has a range or an address of version 6.
            _ => Some(Kind::AddressUnusual),
        }
    }
}

/// Whether requests can come from the address over the Internet (RFC 6890).
fn is_public(address: Ipv4Addr) -> bool {
    let [first, second, ..] = address.octets();
    let is_shared = first == 100 && second & 0xC0 == 64;
    let is_for_tests = first == 198 && second & 0xFE == 18;
    let is_special = first == 0 || first >= 240 || is_shared || is_for_tests;
    !(is_special
        || address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_multicast()
        || address.is_documentation())
}

/// Addresses of version 6 that are given out begin with the bits 001; `2001:db8::/32` is for documentation.
fn is_public_v6(address: Ipv6Addr) -> bool {
    let [first, second, ..] = address.segments();
    first & 0xE000 == 0x2000 && !(first == 0x2001 && second == 0x0DB8)
}

#[cfg(test)]
mod tests {
    use super::{Kind, of_entries, of_list};

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
            "::ffff:8.8.8.8",
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
}
