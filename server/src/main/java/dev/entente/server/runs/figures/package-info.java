/// How runs have gone, day by day.
@org.jspecify.annotations.NullMarked
package dev.entente.server.runs.figures;
