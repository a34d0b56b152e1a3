/// Who may call a model, what it cost, and what became of it.
@org.jspecify.annotations.NullMarked
package dev.entente.server.reasons.spending;
