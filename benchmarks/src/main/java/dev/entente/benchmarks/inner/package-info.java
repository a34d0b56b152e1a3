/// The inner pieces, measured alone with JMH.
@org.jspecify.annotations.NullMarked
package dev.entente.benchmarks.inner;
