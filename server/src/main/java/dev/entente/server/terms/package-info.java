/// The numbers that stand for skills, domains and tokens in records.
@org.jspecify.annotations.NullMarked
package dev.entente.server.terms;
