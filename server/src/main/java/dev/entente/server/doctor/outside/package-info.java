/// What the service needs of others: the model that writes reasons, and where alerts go.
@org.jspecify.annotations.NullMarked
package dev.entente.server.doctor.outside;
