//! Every input of the checked-in corpus, without a fuzzer.

use std::collections::BTreeSet;
use std::path::Path;

#[test]
fn the_corpus_behaves_as_the_model_says() {
    replay("request", 30, binsign_fuzz::run);
}

#[test]
fn the_corpus_of_keys_is_read_right() {
    replay("pem", 20, binsign_fuzz::keys::run);
}

#[test]
fn the_corpus_of_messages_behaves_as_the_models_say() {
    replay("message", 25, binsign_fuzz::messages::run);
}

#[test]
fn the_corpus_of_answers_about_keys_is_read_as_a_library_does() {
    replay("key_info", 15, binsign_fuzz::key_infos::run);
}

#[test]
fn the_corpus_of_answers_is_read_as_a_library_does() {
    replay("answer", 15, binsign_fuzz::answers::run);
}

#[test]
fn the_corpus_of_states_is_taken_up_or_refused() {
    replay("state", 15, binsign_fuzz::states::run);
}

#[test]
fn the_corpus_of_policies_is_refused_or_comes_back_as_it_was() {
    replay("policy_text", 20, binsign_fuzz::policy_texts::run);
}

#[test]
fn the_corpus_of_compiled_policies_is_refused_or_decides() {
    replay("policy_image", 15, binsign_fuzz::policy_images::run);
}

fn replay(name: &str, at_least: usize, run: impl Fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(name);
    let files: BTreeSet<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert!(files.len() >= at_least, "only {} inputs were found", files.len());
    for file in files {
        println!("{}", file.display());
        run(&std::fs::read(&file).unwrap());
    }
}
