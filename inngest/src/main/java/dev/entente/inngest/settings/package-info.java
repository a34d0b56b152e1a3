/// Where the server is, whether it is trusted, and the keys that prove it.
@org.jspecify.annotations.NullMarked
package dev.entente.inngest.settings;
