/// Functions that are written twice, in Java and with the official SDK, and what becomes of their
/// runs whatever engine and process runs them.
@org.jspecify.annotations.NullMarked
package dev.entente.durable.behaviour;
