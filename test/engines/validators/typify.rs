//! Reads with the Rust that typify made: PROGRAM schema.json good.ndjson bad.ndjson
#[allow(dead_code)]
mod generated;
use generated::*;

fn main() {
    for file in std::env::args().skip(2) {
        let content = std::fs::read_to_string(file).unwrap();
        let takes = |line: &str| serde_json::from_str::<Post>(line).is_ok();
        println!("{}", content.lines().map(|line| if takes(line) { '+' } else { '-' }).collect::<String>());
    }
}
