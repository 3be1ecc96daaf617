//! The fuzz target: any bytes are a request of the WebSocket API or a FIX Logon.

#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| binsign_fuzz::messages::run(input));
