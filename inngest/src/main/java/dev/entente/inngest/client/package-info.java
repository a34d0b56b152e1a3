/// Calls of the server: events are sent, apps registered, large states fetched.
@org.jspecify.annotations.NullMarked
package dev.entente.inngest.client;
