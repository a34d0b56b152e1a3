/// Signed requests to an app, and its answers as they come.
@org.jspecify.annotations.NullMarked
package dev.entente.durable.remote.http;
