//! The image that answers conformance cases: a line of QEMU's standard input, a line of its standard output.

#![cfg_attr(target_os = "none", no_std, no_main)]

#[cfg(target_os = "none")]
mod image {
    use binsign::MAX_REQUEST;
    use board::{Console, Line};
    use runtime::StaticBuffer;

    /// The longest line taken: eight times what a request may have, in hexadecimal.
    const MAX_LINE: usize = 1024 * 1024;

    static LINE: StaticBuffer<MAX_LINE> = StaticBuffer::new();
    static REQUEST: StaticBuffer<MAX_REQUEST> = StaticBuffer::new();

    #[runtime::entry]
    fn main() -> ! {
        let (Some(line), Some(request)) = (LINE.take(), REQUEST.take()) else { board::exit(70) };
        let mut console = Console::open();
        let mut sessions = wire::Sessions::new();
        loop {
            match console.line(line) {
                Line::Whole(length) => {
                    let case = line.get_mut(..length).unwrap_or_default();
                    wire::answer(case, &mut sessions, request, &mut |piece| console.put(piece));
                }
                Line::TooLong => wire::answer_too_long(&mut |piece| console.put(piece)),
                Line::End => break,
            }
            console.put(b"\n");
        }
        console.flush();
        board::exit(0)
    }
}

/// On a host there is no image to make.
#[cfg(not(target_os = "none"))]
fn main() {}
