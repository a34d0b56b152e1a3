/// What a model writes of a matching is checked before it is stored, and what it is told is made
/// safe to tell. Pure functions.
@org.jspecify.annotations.NullMarked
package dev.entente.server.reasons.check;
