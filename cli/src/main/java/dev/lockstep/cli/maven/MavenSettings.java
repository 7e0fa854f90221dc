package dev.lockstep.cli.maven;

import dev.lockstep.cli.host.CommandException;
import java.util.Map;
import java.util.Properties;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.DefaultSettingsBuilderFactory;
import org.apache.maven.settings.building.DefaultSettingsBuildingRequest;
import org.apache.maven.settings.building.SettingsBuildingException;
import org.apache.maven.settings.building.SettingsProblem;

/** The user's settings and those of the user's Maven, merged as Maven merges them. */
final class MavenSettings {
  private MavenSettings() {}

  /**
   * Reads them; a file that is not there is empty.
   *
   * @param properties what they can refer to
   * @throws CommandException when one cannot be read, naming the line and nothing of what it says
   */
  static Settings read(MavenFiles files, Map<String, String> properties) {
    Properties all = new Properties();
    all.putAll(properties);
    DefaultSettingsBuildingRequest request = new DefaultSettingsBuildingRequest();
    request.setSystemProperties(all);
    request.setUserSettingsFile(files.userSettings().toFile());
    if (files.globalSettings() != null) {
      request.setGlobalSettingsFile(files.globalSettings().toFile());
    }
    try {
      return new DefaultSettingsBuilderFactory()
          .newInstance()
          .build(request)
          .getEffectiveSettings();
    } catch (SettingsBuildingException e) {
      throw unreadable(e, files);
    }
  }

  /** A parser's own message quotes what stands around the mistake, which may be a password. */
  private static CommandException unreadable(SettingsBuildingException failure, MavenFiles files) {
    String place = files.userSettings().toString();
    for (SettingsProblem problem : failure.getProblems()) {
      if (problem.getSeverity() != SettingsProblem.Severity.WARNING) {
        place =
            problem.getSource()
                + (problem.getLineNumber() > 0
                    ? ", line " + problem.getLineNumber() + ", column " + problem.getColumnNumber()
                    : "");
        break;
      }
    }
    return CommandException.backEnd(
        "Maven's settings cannot be read: "
            + place
            + ".\n  Fix: correct the file; 'mvn help:effective-settings' says what is wrong with"
            + " it.");
  }
}
