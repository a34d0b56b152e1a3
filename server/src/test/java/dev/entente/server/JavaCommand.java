package dev.entente.server;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The program as a process of its own, made of the classes of this one.
final class JavaCommand {
  private JavaCommand() {}

  /// Its command line.
  ///
  /// Code is compiled as far as in this process: where tests are in a hurry a program that lives
  /// some seconds is not compiled twice, where they measure it is.
  ///
  /// @param options of the JVM
  static List<String> of(List<String> options, String... words) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("-XX:TieredStopAtLevel="))
        .forEach(command::add);
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(words));
    return command;
  }
}
