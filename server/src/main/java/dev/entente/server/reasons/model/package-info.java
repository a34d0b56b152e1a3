/// How a model is asked for reasons: what it is told, what it answers, and how a call fails.
@org.jspecify.annotations.NullMarked
package dev.entente.server.reasons.model;
