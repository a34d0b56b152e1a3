package dev.entente.server;

import dev.entente.cli.Commands;
import java.util.Optional;

/// The version of the product, as its archive says.
final class ProductVersion {
  /// `?` where there is no archive.
  static final String TEXT =
      Optional.ofNullable(Commands.class.getPackage().getImplementationVersion()).orElse("?");

  private ProductVersion() {}
}
