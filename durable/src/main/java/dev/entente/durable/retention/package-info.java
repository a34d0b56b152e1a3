/// How long what happened is kept, and its deletion behind that.
@org.jspecify.annotations.NullMarked
package dev.entente.durable.retention;
