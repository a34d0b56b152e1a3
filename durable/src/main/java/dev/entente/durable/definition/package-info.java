/// What the engine knows of functions.
@org.jspecify.annotations.NullMarked
package dev.entente.durable.definition;
