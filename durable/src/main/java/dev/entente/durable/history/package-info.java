/// What happened: runs, their steps and attempts, events, and functions, as plain values.
@org.jspecify.annotations.NullMarked
package dev.entente.durable.history;
