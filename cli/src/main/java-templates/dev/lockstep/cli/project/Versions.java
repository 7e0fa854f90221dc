package dev.lockstep.cli.project;

/** The versions that new projects and integrations use: those with which this build is tested. */
public final class Versions {
  public static final String LOCKSTEP = "${project.version}";
  static final String JUNIT = "${junit.version}";

  private Versions() {}
}
