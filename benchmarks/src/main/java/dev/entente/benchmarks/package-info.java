/// The comparison of this engine with others that give the same lists; never shipped.
@org.jspecify.annotations.NullMarked
package dev.entente.benchmarks;
