/// The training of Java: the product as it starts and ranks, watched once, so that it starts and
/// ranks faster ever after.
@org.jspecify.annotations.NullMarked
package dev.entente.server.training;
