/// Apps in other processes: the server's side of the protocol over HTTP.
@org.jspecify.annotations.NullMarked
package dev.entente.durable.remote;
