/// Invented candidates and job postings, to show the service without anybody's documents.
///
/// The texts are resources beside this package: `postings.jsonl` as it is; `names.json`,
/// `common.json` and one file of `fields` a field of work, which the generator combines.
/// `LibraryTest` checks what no compiler does: that the names of a skill or domain meet in both
/// languages, and the like.
@org.jspecify.annotations.NullMarked
package dev.entente.server.demo;
