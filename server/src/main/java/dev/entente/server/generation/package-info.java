/// Computes the matchings of job postings and stores them.
@org.jspecify.annotations.NullMarked
package dev.entente.server.generation;
