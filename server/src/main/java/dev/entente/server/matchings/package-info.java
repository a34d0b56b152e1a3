/// Stored matchings: lists and how they are replaced, explanations, statuses.
@org.jspecify.annotations.NullMarked
package dev.entente.server.matchings;
