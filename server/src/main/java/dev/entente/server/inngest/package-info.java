/// Where an Inngest server calls the service's functions.
@org.jspecify.annotations.NullMarked
package dev.entente.server.inngest;
