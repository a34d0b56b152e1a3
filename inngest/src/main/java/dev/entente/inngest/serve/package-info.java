/// The one endpoint through which the server calls an app's functions, whatever serves HTTP.
@org.jspecify.annotations.NullMarked
package dev.entente.inngest.serve;
