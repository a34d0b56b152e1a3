/// Where a program begins: [Inngest] sends events and serves functions.
@org.jspecify.annotations.NullMarked
package dev.entente.inngest;
