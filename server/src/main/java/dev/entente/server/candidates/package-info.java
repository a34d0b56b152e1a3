/// Candidates as they are stored and served, their records, and who changed.
@org.jspecify.annotations.NullMarked
package dev.entente.server.candidates;
