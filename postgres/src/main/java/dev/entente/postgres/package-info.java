/// A PostgreSQL server beside the product: unpacked, started, watched and stopped by it.
@org.jspecify.annotations.NullMarked
package dev.entente.postgres;
