/// Where a database of the user's is.
@org.jspecify.annotations.NullMarked
package dev.entente.server.ops;
