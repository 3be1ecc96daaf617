//! The fuzz target: any bytes make a request, and binsign does with it what the model says.

#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| binsign_fuzz::run(input));
