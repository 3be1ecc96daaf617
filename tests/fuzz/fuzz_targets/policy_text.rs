//! The fuzz target: any text is a policy.

#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| binsign_fuzz::policy_texts::run(input));
