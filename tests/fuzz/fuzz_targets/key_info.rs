//! The fuzz target: any bytes are read as the exchange's answer about a key.

#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| binsign_fuzz::key_infos::run(input));
