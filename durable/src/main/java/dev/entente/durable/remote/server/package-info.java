/// What the SDKs of apps ask of the engine.
@org.jspecify.annotations.NullMarked
package dev.entente.durable.remote.server;
