/// Which engine runs the service's functions, and what can be asked of it.
@org.jspecify.annotations.NullMarked
package dev.entente.server.engine;
