package dev.lockstep.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LockstepHomeTest {
  @Test
  void theVariableNamesTheHome() {
    assertThat(LockstepHome.of(Map.of("LOCKSTEP_HOME", "/x/../y")).root()).isEqualTo(Path.of("/y"));
    assertThat(LockstepHome.of(Map.of("LOCKSTEP_HOME", "y")).root()).isAbsolute();
  }

  @Test
  void otherwiseItIsInTheUsersHome() {
    Path usual = Path.of(System.getProperty("user.home"), ".lockstep");

    assertThat(LockstepHome.of(Map.of()).root()).isEqualTo(usual);
    assertThat(LockstepHome.of(Map.of("LOCKSTEP_HOME", " ")).root()).isEqualTo(usual);
  }

  @Test
  void theUsersHomeIsWhatTheEnvironmentSays() {
    String recorded = System.getProperty("user.home");

    assertThat(LockstepHome.of(Map.of("HOME", "/x/u/")).root())
        .isEqualTo(Path.of("/x/u/.lockstep"));
    assertThat(LockstepHome.of(Map.of("HOME", "/x", "LOCKSTEP_HOME", "/y")).root())
        .isEqualTo(Path.of("/y"));
    for (String unusable : new String[] {"", " ", "relative/u"}) {
      assertThat(LockstepHome.of(Map.of("HOME", unusable)).root())
          .isEqualTo(Path.of(recorded, ".lockstep"));
    }
  }

  @Test
  void itsPartsHaveTheirPlaces() {
    LockstepHome home = new LockstepHome(Path.of("/h"));

    assertThat(home.configFile()).isEqualTo(Path.of("/h/config.yaml"));
    assertThat(home.secretsFolder()).isEqualTo(Path.of("/h/secrets"));
    assertThat(home.artifactsFolder()).isEqualTo(Path.of("/h/artifacts"));
    assertThat(home.runsFolder()).isEqualTo(Path.of("/h/runs"));
  }
}
