/// Who may call.
@org.jspecify.annotations.NullMarked
package dev.entente.server.accounts;
