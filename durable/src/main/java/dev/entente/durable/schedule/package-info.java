/// When crons are due.
@org.jspecify.annotations.NullMarked
package dev.entente.durable.schedule;
