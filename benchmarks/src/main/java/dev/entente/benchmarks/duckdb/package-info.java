/// The peer that ranks in DuckDB, by one statement a job posting.
@org.jspecify.annotations.NullMarked
package dev.entente.benchmarks.duckdb;
