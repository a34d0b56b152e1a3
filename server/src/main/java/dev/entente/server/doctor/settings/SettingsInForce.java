package dev.entente.server.doctor.settings;

import dev.entente.cli.settings.Settings;
import dev.entente.cli.settings.SettingsSource;
import dev.entente.server.doctor.settings.SettingInForce.How;
import java.util.List;
import java.util.Optional;

/// All settings that the product knows, as this process was started with them. Immutable.
public final class SettingsInForce {
  private final List<SettingInForce> all;

  public SettingsInForce(Settings settings) {
    all = KnownSettings.ALL.stream().map(setting -> told(setting, settings)).toList();
  }

  private static SettingInForce told(Setting setting, Settings settings) {
    String name = setting.name();
    How how = how(setting, settings);
    return new SettingInForce(
        name,
        how,
        settings.get(name).filter(_ -> how == How.SHOWN),
        settings
            .source(name)
            .flatMap(SettingsSource::file)
            .map(file -> String.valueOf(file.getFileName())));
  }

  private static How how(Setting setting, Settings settings) {
    Optional<String> value = settings.get(setting.name());
    boolean isRead =
        !setting.isOfTheEnvironment()
            || settings.source(setting.name()).flatMap(SettingsSource::file).isEmpty();
    if (value.isEmpty() || !isRead) {
      return How.DEFAULT;
    }
    if (setting.isSecret()) {
      return How.SECRET;
    }
    if (KnownSettings.isMalformed(settings, setting.name())) {
      return How.MALFORMED;
    }
    return setting.display() == Setting.Display.SHOWN ? How.SHOWN : How.UNSHOWN;
  }

  /// All, in the order in which they are explained.
  public List<SettingInForce> list() {
    return all;
  }
}
