/// Where the server is, whether it is trusted, the keys that prove it, and what an app needs of the
/// world outside.
@org.jspecify.annotations.NullMarked
package dev.entente.inngest.settings;
