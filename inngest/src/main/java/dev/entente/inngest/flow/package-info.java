/// What starts a function, and how many of its runs and steps go on at once.
@org.jspecify.annotations.NullMarked
package dev.entente.inngest.flow;
