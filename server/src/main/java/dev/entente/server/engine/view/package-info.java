/// What an engine keeps of runs and functions, as plain values.
@org.jspecify.annotations.NullMarked
package dev.entente.server.engine.view;
