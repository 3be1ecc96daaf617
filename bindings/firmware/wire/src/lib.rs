//! The conformance wire (`tests/conformance/WIRE.md`) over the core: a line in, a line out, without a heap.
//!
//! The case is taken apart inside the line's own memory and signed in the caller's buffer; the result is written
//! piece by piece, as it comes.

#![cfg_attr(not(test), no_std)]
#![forbid(unsafe_code)]

mod case;
mod result;

/// The code in README.md, so that it is compiled.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;

use binsign::{Code, Error, Refusal};

/// Answers the case in `line`, signing it in `buffer`, which has [`MAX_REQUEST`](binsign::MAX_REQUEST) bytes; `put` gets the result, without the end of the line.
pub fn answer(line: &mut [u8], buffer: &mut [u8], put: &mut dyn FnMut(&[u8])) {
    match case::Case::take(line) {
        Some(case) => {
            if let Err(refusal) = sign(case, buffer, put) {
                result::refused(&refusal, put);
            }
        }
        None => result::refused(&Error::new(Code::CaseNotUnderstood).into(), put),
    }
}

/// Answers a line that is longer than any request can be.
pub fn answer_too_long(put: &mut dyn FnMut(&[u8])) {
    result::refused(&Error::new(Code::RequestTooLong).into(), put);
}

/// The way of a user of the crate `binsign`: signer, request, verdict, signature.
fn sign(case: case::Case<'_>, buffer: &mut [u8], put: &mut dyn FnMut(&[u8])) -> Result<(), Refusal> {
    let api_key = text(case.api_key, 0)?;
    let signer = match case.key {
        case::Key::Secret(secret) => binsign::Signer::hmac(api_key, secret),
        case::Key::Pem(pem) => binsign::Signer::pem(api_key, pem),
    }?;
    let request = case.request(buffer)?;
    let authorized = binsign::Gate::documented_routes().authorize(request)?;
    result::allowed(&authorized.sign(&signer)?, put);
    Ok(())
}

/// Bytes as text; `position` is that of the parameter, from 1, or 0 where it is none.
fn text(bytes: &[u8], position: u16) -> Result<&str, Error> {
    core::str::from_utf8(bytes).map_err(|_| Error::at(Code::InvalidUtf8, position))
}

#[cfg(test)]
mod tests {
    use super::{answer, answer_too_long};
    use binsign::MAX_REQUEST;

    const API_KEY: &str = "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A";
    const SECRET: &str = "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j";

    fn hex(text: &str) -> String {
        text.bytes()
            .flat_map(|byte| [byte >> 4, byte & 15])
            .map(|digit| char::from(b"0123456789abcdef"[usize::from(digit)]))
            .collect()
    }

    fn ask(line: &str) -> String {
        let mut result = Vec::new();
        answer(&mut line.as_bytes().to_vec(), &mut vec![0; MAX_REQUEST], &mut |piece| result.extend_from_slice(piece));
        String::from_utf8(result).unwrap()
    }

    fn case(method: &str, path: &str, rest: &str) -> String {
        format!("m{} p{} a{} s{}{rest}", hex(method), hex(path), hex(API_KEY), hex(SECRET))
    }

    /// Binance's example of a request with query and body.
    #[test]
    fn the_documented_order_in_query_and_body() {
        let pair = |tag: char, name: &str, value: &str| format!(" {tag}{}={}", hex(name), hex(value));
        let query = pair('q', "symbol", "LTCBTC") + &pair('q', "side", "BUY") + &pair('q', "type", "LIMIT");
        let query = query + &pair('q', "timeInForce", "GTC");
        let body = pair('b', "quantity", "1") + &pair('b', "price", "0.1");
        let end = format!(" w{} t{}", hex("5000"), hex("1499827319559"));

        let query_text = "symbol=LTCBTC&side=BUY&type=LIMIT&timeInForce=GTC";
        let body_text = "quantity=1&price=0.1&recvWindow=5000&timestamp=1499827319559";
        let signature = "0fd168b8ddb4876a0358a8d14d0c9f3da0e9b20c5d52b2a00fcf7d1c602f9a77";
        let expected = [
            "allow".to_owned(),
            format!("t{}", hex(&format!("/api/v3/order?{query_text}"))),
            format!("q{}", hex(query_text)),
            format!("b{}", hex(&format!("{body_text}&signature={signature}"))),
            format!("P{}", hex(&format!("{query_text}{body_text}"))),
            format!("S{}", hex(signature)),
            format!("h{}={}", hex("X-MBX-APIKEY"), hex(API_KEY)),
            format!("h{}={}", hex("Content-Type"), hex("application/x-www-form-urlencoded")),
        ];
        assert_eq!(ask(&case("POST", "/api/v3/order", &(query + &body + &end))), expected.join(" "));
    }

    /// A test of Binance's Java connector (`Ed25519ApiTest`).
    #[test]
    fn a_private_key_in_the_place_of_the_secret() {
        let pem = "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEILpXm6EtDzSzPJWHTbP904h5R3bzb0QsLjTf1tAt2OlB\n\
                   -----END PRIVATE KEY-----\n";
        let signature = "1KohSdsEYUHEO2qTbkkjbmFdufaUTF9dKat6oUwE2RHT+zThFX4i1MMeNC5nqH0Eya07jbRN9/Lq1HaTgjD2Aw==";
        let encoded =
            "1KohSdsEYUHEO2qTbkkjbmFdufaUTF9dKat6oUwE2RHT%2BzThFX4i1MMeNC5nqH0Eya07jbRN9%2FLq1HaTgjD2Aw%3D%3D";
        let query = format!("timestamp=1736393892000&signature={encoded}");
        let line = |tag: char| {
            let account = hex("/api/v3/account");
            format!("m{} p{account} a{} {tag}{} t{}", hex("GET"), hex("apiKey"), hex(pem), hex("1736393892000"))
        };
        let expected = [
            "allow".to_owned(),
            format!("t{}", hex(&format!("/api/v3/account?{query}"))),
            format!("q{}", hex(&query)),
            "b".to_owned(),
            format!("P{}", hex("timestamp=1736393892000")),
            format!("S{}", hex(signature)),
            format!("h{}={}", hex("X-MBX-APIKEY"), hex("apiKey")),
        ];
        assert_eq!(ask(&line('k')), expected.join(" "));
        assert!(ask(&line('s')).starts_with("error SECRET_IS_PRIVATE_KEY "));
        assert!(ask(&format!("{} k", line('s'))).starts_with("error CASE_NOT_UNDERSTOOD "));
    }

    #[test]
    fn a_route_without_signature_has_none() {
        let target = format!("t{}", hex("/api/v3/time"));
        assert_eq!(ask(&case("GET", "/api/v3/time", "")), format!("allow {target} q b - -"));
    }

    #[test]
    fn a_denial_has_its_clause_and_its_rule() {
        let result = ask(&case("PUT", "/api/v3/order", ""));
        let message = hex("the catalogue has this path with GET, POST, DELETE only; use one of these");
        let expected = format!("deny ROUTE_UNKNOWN c{} r{} p m{message}", hex("F 13"), hex("documented-routes"));
        assert_eq!(result, expected);
    }

    #[test]
    fn lines_that_are_no_case_get_an_error() {
        let good = case("GET", "/api/v3/account", "");
        assert!(ask(&good).starts_with("allow "));
        for bad in [
            String::new(),
            " ".to_owned(),
            "\r".to_owned(),
            good.replacen('p', "x", 1),
            good.replacen(" p", " m", 1),
            good.to_uppercase(),
            format!("{good} "),
            format!("{good}0"),
            format!("{good}\u{e9}"),
            format!("{good} q61"),
            format!("{good} q61=6"),
            format!("{good} q61=62=63"),
            format!("{good} qg1=62"),
            format!("{good} b61=62 q63=64"),
            format!("{good} t31 w31"),
            format!("{good} t31 t31"),
            format!("{good} w3=1"),
            good.split_once(' ').unwrap().1.to_owned(),
            good.rsplit_once(' ').unwrap().0.to_owned(),
        ] {
            assert!(ask(&bad).starts_with("error CASE_NOT_UNDERSTOOD m"), "{bad:?}: {}", ask(&bad));
        }
    }

    #[test]
    fn text_that_is_no_utf8_is_named_by_its_position() {
        let result = ask(&case("GET", "/api/v3/account", " q61=62 q63=ff"));
        assert_eq!(
            result,
            format!("error INVALID_UTF8 m{}", hex("parameter 2 is not valid UTF-8; encode it as UTF-8"))
        );
        assert!(ask("mff p a s").starts_with("error API_KEY_MALFORMED "));
    }

    #[test]
    fn a_line_over_the_limit_is_a_request_over_the_limit() {
        let mut result = Vec::new();
        answer_too_long(&mut |piece| result.extend_from_slice(piece));
        assert!(result.starts_with(b"error REQUEST_TOO_LONG m"));
    }
}
