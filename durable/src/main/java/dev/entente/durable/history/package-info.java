/// What happened: runs, their steps and attempts, events, and functions, as plain values; and which
/// of them are wanted.
@org.jspecify.annotations.NullMarked
package dev.entente.durable.history;
