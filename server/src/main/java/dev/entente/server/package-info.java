/// The service: composition root.
@org.jspecify.annotations.NullMarked
package dev.entente.server;
