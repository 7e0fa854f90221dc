package dev.lockstep.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.cli.Main;
import java.nio.file.Path;

/** Flavors of a user's own, in jars that no class path has: registered, then used everywhere. */
abstract class OwnFlavors {
  static final String VALUE = "tr0ub4dor-and-3";

  final Path folder;
  final UserProject project;
  final Home home;

  OwnFlavors(Path folder) {
    this.folder = folder;
    this.project = new UserProject(folder);
    this.home = new Home(folder.resolve("home"));
  }

  final Home.Result lockstep(String... arguments) {
    return home.run(Main.class, arguments);
  }

  final String done(String... arguments) {
    Home.Result result = lockstep(arguments);
    assertThat(result.exit()).as(result.out() + result.err()).isZero();
    return result.out();
  }
}
