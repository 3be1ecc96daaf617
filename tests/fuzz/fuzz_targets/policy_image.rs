//! The fuzz target: any bytes are a compiled policy, and requests are put to it.

#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| binsign_fuzz::policy_images::run(input));
