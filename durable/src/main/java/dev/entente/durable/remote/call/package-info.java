/// What an app is sent when a function is called, and what its answer means.
@org.jspecify.annotations.NullMarked
package dev.entente.durable.remote.call;
