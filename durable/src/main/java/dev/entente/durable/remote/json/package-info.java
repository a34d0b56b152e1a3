/// Values as SDKs write and read them.
@org.jspecify.annotations.NullMarked
package dev.entente.durable.remote.json;
