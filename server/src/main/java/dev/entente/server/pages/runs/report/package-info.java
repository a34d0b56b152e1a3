/// The page of one run: what it did, step by step, and what it logged.
@org.jspecify.annotations.NullMarked
package dev.entente.server.pages.runs.report;
