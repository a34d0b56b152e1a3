/// How functions are called, wherever their code runs.
@org.jspecify.annotations.NullMarked
package dev.entente.durable.call;
