//! The fuzz target: any bytes are read as a private key, whole, damaged or in another form.

#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| binsign_fuzz::keys::run(input));
