@org.jspecify.annotations.NullMarked
package dev.entente.durable.definition;
