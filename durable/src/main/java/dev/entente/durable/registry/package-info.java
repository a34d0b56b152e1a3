/// Functions with all that can be worked out of their definitions once.
@org.jspecify.annotations.NullMarked
package dev.entente.durable.registry;
