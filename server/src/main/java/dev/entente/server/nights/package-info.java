/// When nights are due, and what became of the latest.
@org.jspecify.annotations.NullMarked
package dev.entente.server.nights;
