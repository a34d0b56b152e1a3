/// How documents come in and go out: one by one, by import, by export.
@org.jspecify.annotations.NullMarked
package dev.entente.server.intake;
