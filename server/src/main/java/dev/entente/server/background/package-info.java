/// How the service works by itself: in the background, with patience, and what it says of failures.
@org.jspecify.annotations.NullMarked
package dev.entente.server.background;
