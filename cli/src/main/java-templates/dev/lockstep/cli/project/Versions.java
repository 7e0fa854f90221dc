package dev.lockstep.cli.project;

/** The versions that new projects use: those with which this build is tested. */
final class Versions {
  static final String LOCKSTEP = "${project.version}";
  static final String JUNIT = "${junit.version}";

  private Versions() {}
}
