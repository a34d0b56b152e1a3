package dev.entente.server.pages.operations;

import dev.entente.server.doctor.settings.SettingInForce;
import dev.entente.server.pages.wording.Wording;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The settings of a topic.
///
/// @param set how many of them are set, in words; empty if none are
record SettingGroup(String name, String set, List<SettingView> settings) {
  static List<SettingGroup> of(List<SettingInForce> all, Wording wording) {
    Map<SettingTopic, List<SettingView>> topics =
        all.stream()
            .collect(
                Collectors.groupingBy(
                    setting -> SettingTopic.of(setting.name()),
                    TreeMap::new,
                    Collectors.mapping(
                        setting -> SettingView.of(setting, wording), Collectors.toList())));
    return topics.entrySet().stream()
        .map(topic -> group(topic.getKey(), topic.getValue(), wording))
        .toList();
  }

  private static SettingGroup group(
      SettingTopic topic, List<SettingView> settings, Wording wording) {
    long set = settings.stream().filter(SettingView::isSet).count();
    return new SettingGroup(
        wording.text("ops.topic." + topic),
        set == 0 ? "" : wording.text("ops.setting.count", set),
        settings);
  }
}
