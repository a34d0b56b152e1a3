/// The peer that ranks in PostgreSQL, by one set-based statement a job posting.
@org.jspecify.annotations.NullMarked
package dev.entente.benchmarks.postgresql;
