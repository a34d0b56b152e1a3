/// Lists follow changes: what a changed candidate or posting moves is ranked again in the
/// background.
@org.jspecify.annotations.NullMarked
package dev.entente.server.live;
