/// Why a candidate is in a list: what may be said of a matching, and in which words.
@org.jspecify.annotations.NullMarked
package dev.entente.server.reasons;
