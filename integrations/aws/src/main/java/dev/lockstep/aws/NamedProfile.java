package dev.lockstep.aws;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileLocation;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;

/**
 * A profile that somebody named. The SDK says of one that is in no file what it says of one without
 * credentials.
 *
 * @param name the profile's
 * @param isAttribute whether the component's configuration names it, and not the environment
 */
record NamedProfile(String name, boolean isAttribute) {
  /**
   * The one that is used; empty when nothing names one.
   *
   * @param attribute what the component's configuration says
   */
  static Optional<NamedProfile> of(@Nullable String attribute) {
    return attribute == null
        ? ProfileFileSystemSetting.AWS_PROFILE
            .getStringValue()
            .filter(name -> !name.isEmpty())
            .map(name -> new NamedProfile(name, false))
        : Optional.of(new NamedProfile(attribute, true));
  }

  /** Whether it is in neither file. */
  boolean isMissing() {
    return ProfileFile.defaultProfileFile().profile(name).isEmpty();
  }

  String problem() {
    Path credentials = ProfileFileLocation.credentialsFilePath();
    Path config = ProfileFileLocation.configurationFilePath();
    return "the AWS profile '" + name + "' is neither in " + credentials + " nor in " + config;
  }

  /**
   * What mends that.
   *
   * @param update the command up to the name of an attribute
   */
  String fix(String update) {
    return "aws configure --profile "
        + name
        + ", or name another one: "
        + (isAttribute ? "" : "in AWS_PROFILE, or ")
        + update
        + "profile=PROFILE";
  }
}
