//! The fuzz target: any bytes are an answer of the exchange, with status and headers.

#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| binsign_fuzz::answers::run(input));
