//! Build script of every package that makes images: its own memory layout for the start-up crate's linker script.

use std::{env, fs, path::PathBuf};

fn main() {
    println!("cargo:rerun-if-changed=../link.rs");
    let layout = match env::var("CARGO_CFG_TARGET_ARCH").as_deref() {
        Ok("arm") => "memory-arm.x",
        Ok("riscv32") => "memory-riscv.x",
        // On a host nothing is linked for a board.
        _ => return,
    };
    println!("cargo:rerun-if-changed={layout}");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    let text = fs::read_to_string(layout).expect("the layout lies beside Cargo.toml");
    fs::write(out.join("memory.x"), text).expect("OUT_DIR can be written");
    println!("cargo:rustc-link-search={}", out.display());
    if env::var_os("CARGO_FEATURE_RSA").is_some() || env::var_os("CARGO_FEATURE_POLICY").is_some() {
        // RSA keys, and flash that is played by RAM, take more of it.
        println!("cargo:rustc-link-arg-bins=--defsym=_with_rsa=1");
    }
}
