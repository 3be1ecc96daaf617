//! DER (X.690), as much of it as keys need: PKCS#8, versions 1 and 2, for private ones (RFC 5208, RFC 5958), and
//! `SubjectPublicKeyInfo` for public ones (RFC 5280, section 4.1).

pub(super) const INTEGER: u8 = 0x02;
pub(super) const OCTET_STRING: u8 = 0x04;
const BIT_STRING: u8 = 0x03;
const OBJECT_IDENTIFIER: u8 = 0x06;
pub(super) const SEQUENCE: u8 = 0x30;
/// `[0] IMPLICIT SET`, whose content nobody here needs.
const ATTRIBUTES: u8 = 0xA0;
/// `[1] IMPLICIT BIT STRING`.
const PUBLIC_KEY: u8 = 0x81;

/// A private key of any algorithm, borrowed from its encoding.
pub(super) struct PrivateKeyInfo<'a> {
    /// The content of the object identifier.
    pub(super) algorithm: &'a [u8],
    /// One element, or empty where there is none.
    pub(super) parameters: &'a [u8],
    /// The content of the octet string, whose form depends on the algorithm.
    pub(super) key: &'a [u8],
    /// The public key, which version 2 has.
    pub(super) public: Option<&'a [u8]>,
}

impl<'a> PrivateKeyInfo<'a> {
    /// Takes the whole of `der`, or nothing where it is no private key.
    pub(super) fn take(der: &'a [u8]) -> Option<Self> {
        let mut rest = der;
        let mut info = element(&mut rest, SEQUENCE)?;
        let version = element(&mut info, INTEGER)?;
        let (algorithm, parameters) = identifier(&mut info)?;
        let key = element(&mut info, OCTET_STRING)?;
        let _ = element(&mut info, ATTRIBUTES);
        let public = element(&mut info, PUBLIC_KEY);
        let public = match (version, public) {
            ([0], None) => None,
            // A bit string says first how many bits of its last byte do not count.
            ([1], Some([0, public @ ..])) => Some(public),
            _ => return None,
        };
        (rest.is_empty() && info.is_empty()).then_some(Self { algorithm, parameters, key, public })
    }

    /// The algorithm of a private key of which only the beginning is there.
    pub(super) fn algorithm_of_beginning(der: &'a [u8]) -> Option<&'a [u8]> {
        let mut rest = der;
        header(&mut rest, SEQUENCE)?;
        element(&mut rest, INTEGER)?;
        let mut identifier = element(&mut rest, SEQUENCE)?;
        element(&mut identifier, OBJECT_IDENTIFIER)
    }
}

/// A public key of any algorithm, borrowed from its encoding.
pub(super) struct PublicKeyInfo<'a> {
    /// The content of the object identifier.
    pub(super) algorithm: &'a [u8],
    /// One element, or empty where there is none.
    pub(super) parameters: &'a [u8],
    /// The content of the bit string, whose form depends on the algorithm.
    pub(super) key: &'a [u8],
}

impl<'a> PublicKeyInfo<'a> {
    /// Takes the whole of `der`, or nothing where it is no public key.
    pub(super) fn take(der: &'a [u8]) -> Option<Self> {
        let mut rest = der;
        let mut info = element(&mut rest, SEQUENCE)?;
        let (algorithm, parameters) = identifier(&mut info)?;
        let bits = element(&mut info, BIT_STRING)?;
        let key = bits.strip_prefix(&[0]).filter(|_| rest.is_empty() && info.is_empty())?;
        Some(Self { algorithm, parameters, key })
    }
}

/// Takes an algorithm identifier: the object identifier, and its parameters, one element or none.
fn identifier<'a>(rest: &mut &'a [u8]) -> Option<(&'a [u8], &'a [u8])> {
    let mut identifier = element(rest, SEQUENCE)?;
    let algorithm = element(&mut identifier, OBJECT_IDENTIFIER)?;
    let parameters = identifier;
    if let Some(tag) = parameters.first() {
        element(&mut identifier, *tag).filter(|_| identifier.is_empty())?;
    }
    Some((algorithm, parameters))
}

/// Takes the content of the next element, where it has that tag.
pub(super) fn element<'a>(rest: &mut &'a [u8], tag: u8) -> Option<&'a [u8]> {
    let mut behind = *rest;
    let length = header(&mut behind, tag)?;
    let (content, behind) = behind.split_at_checked(length)?;
    *rest = behind;
    Some(content)
}

/// Takes tag and length; a length must have its shortest form.
fn header(rest: &mut &[u8], tag: u8) -> Option<usize> {
    let (length, behind) = match *rest {
        [found, ..] if *found != tag => return None,
        [_, length @ 0..=0x7F, behind @ ..] | [_, 0x81, length @ 0x80..=0xFF, behind @ ..] => {
            (usize::from(*length), behind)
        }
        [_, 0x82, high @ 1..=0xFF, low, behind @ ..] => (usize::from(u16::from_be_bytes([*high, *low])), behind),
        _ => return None,
    };
    *rest = behind;
    Some(length)
}

#[cfg(test)]
mod tests {
    use super::{OCTET_STRING, PrivateKeyInfo, element};

    fn take(mut der: &[u8]) -> Option<(usize, usize)> {
        element(&mut der, OCTET_STRING).map(|content| (content.len(), der.len()))
    }

    #[test]
    fn a_length_has_one_form() {
        let long = |head: &[u8], count: usize| [head, &vec![0; count]].concat();
        assert_eq!(take(&[4, 0]), Some((0, 0)));
        assert_eq!(take(&[4, 2, 9, 9, 7]), Some((2, 1)));
        assert_eq!(take(&long(&[4, 0x7F], 0x7F)), Some((0x7F, 0)));
        assert_eq!(take(&long(&[4, 0x81, 0x80], 0x80)), Some((0x80, 0)));
        assert_eq!(take(&long(&[4, 0x82, 1, 0], 0x100)), Some((0x100, 0)));
        for bad in
            [&[][..], &[4], &[4, 1], &[3, 0], &[4, 0x80, 0, 0], &[4, 0x81], &[4, 0x81, 1, 9], &[4, 0x82, 0, 1, 9]]
        {
            assert_eq!(take(bad), None, "{bad:?}");
        }
        assert_eq!(take(&long(&[4, 0x82, 0, 0x80], 0x80)), None);
        assert_eq!(take(&long(&[4, 0x83, 0, 1, 0], 0x100)), None);
    }

    /// The key of RFC 8410, section 10.3, version 2 with an attribute: cut anywhere, or with something behind, it is none.
    #[test]
    fn a_key_is_taken_whole_or_not_at_all() {
        use base64ct::{Base64, Encoding as _};

        let text = "MHICAQEwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhCoB8wHQYKKoZIhvcNAQkJFDEPDA1DdXJkbGUgQ2hhaXJz\
                    gSEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=";
        let mut buffer = [0; 160];
        let der = Base64::decode(text, &mut buffer).unwrap();
        let info = PrivateKeyInfo::take(der).unwrap();
        assert_eq!(info.algorithm, [0x2B, 0x65, 0x70]);
        assert_eq!((info.parameters.len(), info.key.len(), info.public.map(<[u8]>::len)), (0, 34, Some(32)));
        for length in 0..der.len() {
            assert!(PrivateKeyInfo::take(&der[..length]).is_none(), "{length}");
        }
        assert!(PrivateKeyInfo::take(&[der, &[0]].concat()).is_none());
    }
}
