/// What an app tells of its functions.
@org.jspecify.annotations.NullMarked
package dev.entente.durable.remote.sync;
