/// What looks at an installation and says of each part whether it works, what that means and what
/// to do.
///
/// A check is one small class of a package below; the composition root has the list.
@org.jspecify.annotations.NullMarked
package dev.entente.server.doctor;
