/// Runs functions: what comes next, what is kept of it, and what it sets going.
@org.jspecify.annotations.NullMarked
package dev.entente.durable.engine;
