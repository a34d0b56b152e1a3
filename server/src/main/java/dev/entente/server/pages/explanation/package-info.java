/// A score as people follow it: criterion by criterion, with its evidence and its calculation.
@org.jspecify.annotations.NullMarked
package dev.entente.server.pages.explanation;
