/// One call of a function: kept steps are replayed, what is new is run or reported. Knows neither
/// HTTP nor keys.
@org.jspecify.annotations.NullMarked
package dev.entente.inngest.execution;
