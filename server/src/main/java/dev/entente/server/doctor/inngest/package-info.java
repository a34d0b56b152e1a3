/// Whether an Inngest server is reached, accepts the keys and knows the functions as they are.
@org.jspecify.annotations.NullMarked
package dev.entente.server.doctor.inngest;
