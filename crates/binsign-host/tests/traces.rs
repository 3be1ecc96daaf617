//! What making a signer of an encrypted key leaves in the memory of the process: the key, once, and nothing else.
#![cfg(target_os = "linux")]

use std::fs::File;
use std::io::{Read as _, Seek as _, SeekFrom};

use binsign::{Code, KeyType};
use binsign_host::make_pem;
use zeroize::{Zeroize as _, Zeroizing};

/// The key that `tests/vectors/vectors.json` has as `java-ed25519-pass`.
const PEM: &str = "-----BEGIN ENCRYPTED PRIVATE KEY-----
MIGjMF8GCSqGSIb3DQEFDTBSMDEGCSqGSIb3DQEFDDAkBBBlYhnjnkypriNPf007
OTExAgIIADAMBggqhkiG9w0CCQUAMB0GCWCGSAFlAwQBKgQQQWqxMnW6Y9N+GMoG
Tb+tvARA/4zAVMN8vStz6kORV1BTxqLsGGm6LafPUOyJTeAYfOWb0w+kNu3ZyJzi
LfC/BCSwjpxqdfVg041XDD8NXZCipA==
-----END ENCRYPTED PRIVATE KEY-----
";

// What must not stand in memory by being looked for stands in the program from its last byte to its first.

/// The published passphrase.
const PASSPHRASE: &[u8] = b"321tset";

/// The seed, and the key that decrypts it, as OpenSSL gives them for this text (`openssl pkcs8`, `openssl kdf`).
const SEED: &str = "8441687435ddcab4c26622ae67604fd90204257820335bf7d90e019a4de7df8d";
const DERIVED: &str = "59df2caf0b23861548e6213ed2aa18ae4f3e18a3c0e66450ffbdf4e482996c04";

fn unhex(text: &str) -> Vec<u8> {
    text.as_bytes().chunks(2).map(|two| u8::from_str_radix(str::from_utf8(two).unwrap(), 16).unwrap()).collect()
}

/// Bytes of memory that are looked at in one go, and how far the next go reaches back.
const CHUNK: usize = 16 * 1024;
const OVERLAP: usize = 64;

/// How often the bytes stand in the writable memory of this process; they are given from the last to the first.
fn count(reversed: &[u8], chunk: &mut [u8; CHUNK]) -> usize {
    let own = chunk.as_ptr().addr() as u64;
    let mut memory = File::open("/proc/self/mem").unwrap();
    let mut found = Vec::with_capacity(64);
    for line in std::fs::read_to_string("/proc/self/maps").unwrap().lines() {
        let (range, rights) = line.split_once(' ').unwrap();
        if !rights.starts_with("rw") {
            continue;
        }
        let (start, end) = range.split_once('-').unwrap();
        let [start, end] = [start, end].map(|address| u64::from_str_radix(address, 16).unwrap());
        // The chunk itself is left out: in it is only what was read a moment ago.
        for (start, end) in [(start, end.min(own)), (start.max(own + CHUNK as u64), end)] {
            let mut at = start;
            while at < end {
                let part = &mut chunk[..usize::try_from((end - at).min(CHUNK as u64)).unwrap()];
                memory.seek(SeekFrom::Start(at)).unwrap();
                if memory.read_exact(part).is_ok() {
                    let windows = part.windows(reversed.len()).enumerate();
                    let hits = windows.filter(|(_, window)| window.iter().eq(reversed.iter().rev()));
                    found.extend(hits.map(|(offset, _)| at + offset as u64));
                }
                part.zeroize();
                at += if part.len() < CHUNK { part.len() } else { CHUNK - OVERLAP } as u64;
            }
        }
    }
    found.sort_unstable();
    found.dedup();
    found.len()
}

#[test]
fn the_key_stands_there_once_and_nothing_else_is_left() {
    let (seed, derived) = (unhex(SEED), unhex(DERIVED));
    // What an AES key schedule begins or ends with.
    let half = &derived[16..];
    let mut chunk = Box::new([0; CHUNK]);
    let mut count = |reversed: &[u8]| count(reversed, &mut chunk);

    let passphrase: Zeroizing<Vec<u8>> = Zeroizing::new(PASSPHRASE.iter().rev().copied().collect());
    assert_eq!(count(PASSPHRASE), 1, "what is looked for is found");

    let signer = make_pem("apiKey", PEM.as_bytes(), Some(&passphrase)).unwrap();
    assert_eq!(signer.key_type(), KeyType::Ed25519);
    assert_eq!((count(PASSPHRASE), count(&seed), count(half)), (1, 1, 0));
    drop(signer);
    assert_eq!((count(PASSPHRASE), count(&seed), count(half)), (1, 0, 0));

    let refused = make_pem("apiKey", PEM.as_bytes(), Some(&passphrase[1..])).unwrap_err();
    assert_eq!(refused.code(), Code::KeyPassphraseWrong);
    assert_eq!(count(&PASSPHRASE[..PASSPHRASE.len() - 1]), 1);
    drop(passphrase);
    assert_eq!(count(PASSPHRASE), 0);
}
