/// The peer that ranks in Lucene, by blocks of a sorted index.
@org.jspecify.annotations.NullMarked
package dev.entente.benchmarks.lucene;
