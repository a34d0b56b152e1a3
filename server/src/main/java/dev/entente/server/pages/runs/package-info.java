/// The pages of runs: how the nights go.
@org.jspecify.annotations.NullMarked
package dev.entente.server.pages.runs;
