//! The fuzz target: any bytes are a saved state, and what happens to it.

#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| binsign_fuzz::states::run(input));
