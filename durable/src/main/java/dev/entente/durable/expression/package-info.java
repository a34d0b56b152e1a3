/// CEL expressions over events (<https://cel.dev>).
@org.jspecify.annotations.NullMarked
package dev.entente.durable.expression;
