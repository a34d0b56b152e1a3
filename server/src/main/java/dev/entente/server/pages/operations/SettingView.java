package dev.entente.server.pages.operations;

import dev.entente.server.doctor.settings.SettingInForce;
import dev.entente.server.doctor.settings.SettingInForce.How;
import dev.entente.server.pages.wording.Wording;

/// What a page shows of a setting.
///
/// @param about what it is, in a sentence
/// @param value what is in force, or that something is which is not shown
/// @param isSet whether it is not the default
/// @param isWritten whether the value is as it is written, not words
/// @param place where it is set; empty if it is not
record SettingView(
    String name, String about, String value, boolean isSet, boolean isWritten, String place) {
  static SettingView of(SettingInForce setting, Wording wording) {
    boolean isSet = setting.how() != How.DEFAULT;
    return new SettingView(
        setting.name(),
        wording.text("ops.setting.about." + setting.name()),
        setting.value().orElseGet(() -> words(setting, wording)),
        isSet,
        setting.value().isPresent(),
        isSet ? setting.place().orElseGet(() -> wording.text("ops.setting.environment")) : "");
  }

  private static String words(SettingInForce setting, Wording wording) {
    return setting.how() == How.DEFAULT
        ? wording
            .find("ops.setting.default." + setting.name())
            .orElseGet(() -> wording.text("ops.setting.none"))
        : wording.text("ops.setting.how." + setting.how());
  }
}
