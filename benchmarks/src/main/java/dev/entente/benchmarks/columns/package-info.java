/// What a profile comes down to in numbers, the same for every peer.
@org.jspecify.annotations.NullMarked
package dev.entente.benchmarks.columns;
