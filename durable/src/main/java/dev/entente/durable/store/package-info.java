/// What the engine writes: one class for each table, all within transactions of others.
@org.jspecify.annotations.NullMarked
package dev.entente.durable.store;
