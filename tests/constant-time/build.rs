//! Compiles the requests to valgrind.

fn main() {
    println!("cargo::rerun-if-changed=src/requests.c");
    cc::Build::new().file("src/requests.c").compile("requests");
}
