/// Reasons written without a model: facts of a matching as sentences, by rule.
@org.jspecify.annotations.NullMarked
package dev.entente.server.reasons.template;
