/// Makes a bad night loud: what is told of nights, and whether it arrived.
@org.jspecify.annotations.NullMarked
package dev.entente.server.alerts;
