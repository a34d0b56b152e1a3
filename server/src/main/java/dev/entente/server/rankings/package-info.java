/// Ranks job postings over all candidates, kept in memory, and has the lists written.
@org.jspecify.annotations.NullMarked
package dev.entente.server.rankings;
