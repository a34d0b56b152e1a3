/// What the author of a function writes: its definition, its body, its steps, events and errors.
@org.jspecify.annotations.NullMarked
package dev.entente.inngest.function;
