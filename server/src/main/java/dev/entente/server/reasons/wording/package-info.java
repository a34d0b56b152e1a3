/// From what was counted of a matching to what may be said of it, and whether that changed.
@org.jspecify.annotations.NullMarked
package dev.entente.server.reasons.wording;
