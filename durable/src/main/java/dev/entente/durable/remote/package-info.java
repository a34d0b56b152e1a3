/// Apps in other processes, and what their SDKs ask of the engine: the server's side of the
/// protocol over HTTP.
@org.jspecify.annotations.NullMarked
package dev.entente.durable.remote;
