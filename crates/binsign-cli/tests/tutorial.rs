//! The tutorial, followed to the letter: every file saved, every command run, every output compared.

use std::fs;
use std::path::Path;
use std::process::Command;

/// A block of the page: what stands behind the three quotes, and the lines.
struct Block<'p> {
    kind: &'p str,
    /// The last name of a file in the text before it.
    file: Option<&'p str>,
    lines: Vec<&'p str>,
}

fn blocks(page: &str) -> Vec<Block<'_>> {
    let (mut blocks, mut open, mut file): (Vec<Block<'_>>, Option<Block<'_>>, _) = (Vec::new(), None, None);
    for line in page.lines() {
        match (line.strip_prefix("```"), &mut open) {
            (Some(_), Some(_)) => blocks.extend(open.take()),
            (Some(kind), None) => open = Some(Block { kind, file, lines: Vec::new() }),
            (None, Some(block)) => block.lines.push(line),
            (None, None) => {
                let named = line.split_once("Save this as `").and_then(|(_, rest)| rest.split_once("`:"));
                file = named.map(|(name, _)| name).or(file);
            }
        }
    }
    blocks
}

#[test]
fn everything_in_the_tutorial_is_as_it_says() {
    let page = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/policy-tutorial.md")).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let (mut files, mut commands) = (0, 0);
    for block in blocks(&page) {
        match block.kind {
            "toml" => {
                let name = block.file.expect("a file has a name");
                fs::write(folder.path().join(name), block.lines.join("\n") + "\n").unwrap();
                files += 1;
            }
            "console" => {
                let text = block.lines.join("\n");
                for part in text.split("$ ").filter(|part| !part.is_empty()) {
                    let (command, expected) = part.split_once('\n').unwrap_or((part, ""));
                    assert_eq!(output(folder.path(), command).trim_end(), expected.trim_end(), "of: {command}");
                    commands += 1;
                }
            }
            kind => panic!("a block of {kind}"),
        }
    }
    assert!(files >= 3 && commands >= 10, "{files} files and {commands} commands were found");
    let order = fs::read_to_string(folder.path().join("order.txt")).unwrap();
    assert!(order.starts_with("POST /api/v3/order?symbol=BTCUSDT&") && order.contains("&signature="), "{order}");
}

/// Output and errors of a command in the shell. The key is Binance's published example.
fn output(folder: &Path, command: &str) -> String {
    let binsign = Path::new(env!("CARGO_BIN_EXE_binsign")).parent().unwrap();
    let path = format!("{}:{}", binsign.display(), std::env::var("PATH").unwrap());
    let output = Command::new("sh")
        .args(["-c", &format!("{{ {command}\n}} 2>&1")])
        .current_dir(folder)
        .env("PATH", path)
        .env("BINSIGN_API_KEY", "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A")
        .env("BINSIGN_SECRET", "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j")
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap()
}
