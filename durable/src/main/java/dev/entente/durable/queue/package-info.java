/// What is to be done, and who does it.
@org.jspecify.annotations.NullMarked
package dev.entente.durable.queue;
