//! The same wire on a host: what the images' results are compared with.

use std::io::{self, BufRead, BufWriter, Write};

fn main() -> io::Result<()> {
    let mut output = BufWriter::new(io::stdout().lock());
    // Large, and not to be moved about.
    let mut sessions = Box::new(wire::Sessions::new());
    let mut buffer = vec![0; binsign::MAX_REQUEST];
    for line in io::stdin().lock().split(b'\n') {
        let mut result = Vec::new();
        wire::answer(&mut line?, &mut sessions, &mut buffer, &mut |piece| result.extend_from_slice(piece));
        result.push(b'\n');
        output.write_all(&result)?;
    }
    output.flush()
}
