/// JSON values, their canonical form, and generic types.
@org.jspecify.annotations.NullMarked
package dev.entente.inngest.json;
