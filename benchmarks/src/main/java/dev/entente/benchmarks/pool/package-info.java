/// Candidates and job postings by number: from a seeded model, or resampled from real documents.
@org.jspecify.annotations.NullMarked
package dev.entente.benchmarks.pool;
