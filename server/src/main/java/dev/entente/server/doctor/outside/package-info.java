/// What the service needs of others: Gemini, and where alerts go.
@org.jspecify.annotations.NullMarked
package dev.entente.server.doctor.outside;
