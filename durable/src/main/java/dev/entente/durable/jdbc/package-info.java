/// SQL without its ceremony.
@org.jspecify.annotations.NullMarked
package dev.entente.durable.jdbc;
