/// All that is known of one run, for whoever wants to know why it went as it did.
@org.jspecify.annotations.NullMarked
package dev.entente.server.runs.report;
