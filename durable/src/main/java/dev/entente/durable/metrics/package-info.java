/// How the engine does at the moment, as figures.
@org.jspecify.annotations.NullMarked
package dev.entente.durable.metrics;
