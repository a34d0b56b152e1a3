/// Stored matchings: lists, explanations, statuses.
@org.jspecify.annotations.NullMarked
package dev.entente.server.matchings;
