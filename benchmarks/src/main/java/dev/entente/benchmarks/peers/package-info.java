/// What every peer does: take candidates in, rank them for a job posting.
@org.jspecify.annotations.NullMarked
package dev.entente.benchmarks.peers;
