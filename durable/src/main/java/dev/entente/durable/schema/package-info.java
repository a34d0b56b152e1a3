/// The tables of the engine.
@org.jspecify.annotations.NullMarked
package dev.entente.durable.schema;
