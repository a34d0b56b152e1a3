/// What is timed, in which order, and the tables that say it.
@org.jspecify.annotations.NullMarked
package dev.entente.benchmarks.measurement;
