//! Every input of the checked-in corpus, without a fuzzer.

use std::collections::BTreeSet;
use std::path::Path;

#[test]
fn the_corpus_behaves_as_the_model_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/request");
    let files: BTreeSet<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert!(files.len() >= 30, "only {} inputs were found", files.len());
    for file in files {
        println!("{}", file.display());
        binsign_fuzz::run(&std::fs::read(&file).unwrap());
    }
}
