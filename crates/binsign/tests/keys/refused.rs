//! What is no Ed25519 private key is refused by its name, as OpenSSL and OpenSSH write it.

use binsign::{Code, Ed25519Key, Signer};

use crate::support::{API_KEY, file, output, take, take_der};

/// Makes a key with OpenSSL and gives its PEM and its DER.
fn made(arguments: &[&str]) -> (Vec<u8>, Vec<u8>) {
    let text = output("openssl", &[&["genpkey"], arguments].concat());
    let path = file(&format!("{}.pem", arguments.concat().replace([':', '-'], "_")));
    std::fs::write(&path, &text).unwrap();
    (text, output("openssl", &["pkcs8", "-topk8", "-nocrypt", "-in", &path, "-outform", "DER"]))
}

#[test]
fn keys_of_other_types_are_refused_by_their_algorithm() {
    let cases: &[(&[&str], Code)] = &[
        (&["-algorithm", "X25519"], Code::KeyIsX25519),
        (&["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"], Code::KeyIsEc),
        (&["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:secp256k1"], Code::KeyIsEc),
        (&["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-521"], Code::KeyIsEc),
        (&["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:1024"], Code::KeyTooShort),
        (&["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2046"], Code::KeyTooShort),
        (&["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:4098"], Code::KeyTooLong),
        (&["-algorithm", "RSA-PSS", "-pkeyopt", "rsa_keygen_bits:1024"], Code::KeyIsRsaPss),
        (&["-algorithm", "ED448"], Code::KeyUnknown),
        (&["-algorithm", "X448"], Code::KeyUnknown),
    ];
    for (arguments, code) in cases {
        let (text, der) = made(arguments);
        assert_eq!(take(&text), Err(*code), "{arguments:?} in PEM");
        assert_eq!(take_der(&der), Err(*code), "{arguments:?} in DER");
        let one_line = String::from_utf8(text).unwrap().replace('\n', "\\n");
        assert_eq!(take(one_line.as_bytes()), Err(*code), "{arguments:?} on one line");
    }
}

#[test]
fn what_is_no_plain_private_key_is_refused_by_its_label() {
    let ed25519 = file("refused-ed25519.pem");
    std::fs::write(&ed25519, output("openssl", &["genpkey", "-algorithm", "ED25519"])).unwrap();
    let rsa = file("refused-rsa.pem");
    std::fs::write(&rsa, output("openssl", &["genrsa", "1024"])).unwrap();

    let subject = ["-x509", "-subj", "/CN=example", "-days", "1"];
    let cases: &[(&str, &[&str], Code)] = &[
        ("encrypted", &["pkcs8", "-topk8", "-in", &ed25519, "-passout", "pass:test"], Code::KeyEncrypted),
        ("traditional RSA", &["rsa", "-in", &rsa, "-traditional"], Code::KeyTooShort),
        (
            "encrypted RSA",
            &["rsa", "-in", &rsa, "-traditional", "-aes128", "-passout", "pass:test"],
            Code::KeyEncrypted,
        ),
        ("traditional EC", &["ecparam", "-name", "prime256v1", "-genkey", "-noout"], Code::KeyIsEc),
        ("public", &["pkey", "-in", &ed25519, "-pubout"], Code::KeyIsPublic),
        ("public RSA", &["rsa", "-in", &rsa, "-pubout"], Code::KeyIsPublic),
        ("public RSA, PKCS#1", &["rsa", "-in", &rsa, "-RSAPublicKey_out"], Code::KeyIsPublic),
        ("certificate", &[&["req", "-new", "-key", &ed25519], &subject[..]].concat(), Code::KeyIsCertificate),
        ("certificate, RSA", &[&["req", "-new", "-key", &rsa], &subject[..]].concat(), Code::KeyIsCertificate),
    ];
    for (name, arguments, code) in cases {
        let text = output("openssl", arguments);
        assert!(text.starts_with(b"-----BEGIN "), "{name}");
        assert_eq!(take(&text), Err(*code), "{name}");
    }

    // The label is all that is looked at: a text of the form that ssh-keygen writes will do.
    let openssh = "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAAB\n\
                   -----END OPENSSH PRIVATE KEY-----\n";
    assert_eq!(take(openssh.as_bytes()), Err(Code::KeyIsOpenSsh));
}

#[test]
fn every_refusal_names_its_code_and_what_to_do() {
    let error = Signer::pem(API_KEY, b"-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----\n").unwrap_err();
    assert_eq!(error.code().name(), "KEY_IS_PUBLIC");
    assert_eq!(error.to_string(), "this is a public key; the private key of the pair is needed here");
    // The API key is looked at first.
    assert_eq!(Signer::pem("no key", b"").unwrap_err().code(), Code::ApiKeyMalformed);
}

/// A private key in the place of a secret is never signed with as if it were one.
#[test]
fn a_private_key_is_no_hmac_secret() {
    let (text, _) = made(&["-algorithm", "ED25519"]);
    assert_eq!(Signer::hmac(API_KEY, &text).unwrap_err().code(), Code::SecretIsPrivateKey);
}

/// What a key shows of itself is its type.
#[test]
fn a_key_prints_nothing_of_itself() {
    let (text, _) = made(&["-algorithm", "ED25519", "-outform", "PEM"]);
    assert_eq!(format!("{:?}", Ed25519Key::from_pem(&text).unwrap()), "Ed25519Key");
    assert_eq!(format!("{:?}", Signer::pem(API_KEY, &text).unwrap()), "Signer(Ed25519)");
}
