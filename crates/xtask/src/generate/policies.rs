//! Compiled policies: those of the tests of the C face, and that of the firmware's product, with the seal or the signature
//! of an owner whose key is published.

use std::fmt::Write as _;

use anyhow::{Context, Result, anyhow};
use binsign_host::policy::{compile, seal, sign_policy};

use super::Generated;
use crate::root;

/// The key of a seal: the secret of the exchange's own examples.
const SEAL: &[u8] = b"NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j";
/// The first key of RFC 8032, section 7.1.
const OWNER: &str = "bindings/firmware/product/keys/ed25519.pem";

const C: &str = "bindings/c/tests/policies.h";
const C_SOURCES: &str = "bindings/c/tests/policies";
const FIRMWARE: &str = "bindings/firmware/product/src/image.rs";
const FIRMWARE_SOURCE: &str = "bindings/firmware/product/policy/policy.toml";

pub(super) fn generate() -> Result<Vec<Generated>> {
    Ok(vec![c()?, firmware()?])
}

fn c() -> Result<Generated> {
    let mut text = format!(
        "/* The compiled policies of {C_SOURCES}, and that of the example. Made by `cargo xtask gen`; do not edit. */\n"
    );
    let maker = compiled(&format!("{C_SOURCES}/maker.toml"))?;
    for (name, bytes) in [
        ("older", compiled(&format!("{C_SOURCES}/older.toml"))?),
        ("asker", compiled(&format!("{C_SOURCES}/asker.toml"))?),
        ("example", compiled("bindings/c/examples/maker.toml")?),
        ("maker_sealed", sealed(&maker)?),
        ("maker_signed", signed(&maker)?),
        ("maker", maker),
    ] {
        write!(text, "\nstatic const unsigned char {name}[] = {{\n{}}};\n", lines(&bytes)?)?;
    }
    Ok(Generated { path: C, text })
}

fn firmware() -> Result<Generated> {
    let image = compiled(FIRMWARE_SOURCE)?;
    let mut text =
        String::from("//! The policy of `policy/policy.toml`, compiled. Made by `cargo xtask gen`; do not edit.\n");
    for (documentation, cfg, bytes) in [
        ("With the seal of its owner behind it.", "not(feature = \"ed25519\")", sealed(&image)?),
        ("With the signature of its owner behind it.", "feature = \"ed25519\"", signed(&image)?),
    ] {
        let count = bytes.len();
        let lines = lines(&bytes)?;
        write!(text, "\n/// {documentation}\n#[cfg({cfg})]\n#[rustfmt::skip]\n")?;
        write!(text, "pub(crate) static POLICY: [u8; {count}] = [\n{lines}];\n")?;
    }
    Ok(Generated { path: FIRMWARE, text })
}

fn compiled(path: &str) -> Result<Vec<u8>> {
    let text = std::fs::read_to_string(root().join(path)).with_context(|| path.to_owned())?;
    compile(&text).map_err(|error| anyhow!("{path}: {error}"))
}

fn sealed(image: &[u8]) -> Result<Vec<u8>> {
    seal(image, SEAL).map_err(|error| anyhow!("{error}"))
}

fn signed(image: &[u8]) -> Result<Vec<u8>> {
    let owner = std::fs::read(root().join(OWNER)).context(OWNER)?;
    sign_policy(image, &owner, None).map_err(|error| anyhow!("{error}"))
}

/// The bytes as C and Rust write them, sixteen a line.
fn lines(bytes: &[u8]) -> Result<String> {
    let mut text = String::new();
    for line in bytes.chunks(16) {
        let numbers: Vec<String> = line.iter().map(|byte| format!("0x{byte:02x}")).collect();
        writeln!(text, "    {},", numbers.join(", "))?;
    }
    Ok(text)
}
