/// Ranks job postings and stores their lists: by run, on request, and when something moves them.
@org.jspecify.annotations.NullMarked
package dev.entente.server.generation;
