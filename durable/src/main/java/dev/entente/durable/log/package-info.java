/// Lines that are logged while a step runs.
@org.jspecify.annotations.NullMarked
package dev.entente.durable.log;
