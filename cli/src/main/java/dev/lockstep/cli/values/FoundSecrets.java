package dev.lockstep.cli.values;

import dev.lockstep.secret.Secret;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The secrets of a file, and all that is wrong with it. */
public final class FoundSecrets {
  private final List<Secret> secrets = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  FoundSecrets() {}

  /** In the order of the file. */
  public List<Secret> secrets() {
    return Collections.unmodifiableList(secrets);
  }

  /** What cannot be taken, one clause each, naming secrets and keys, never values. */
  public List<String> problems() {
    return Collections.unmodifiableList(problems);
  }

  /** What is taken in another way than it stands there, one sentence each. */
  public List<String> notes() {
    return Collections.unmodifiableList(notes);
  }

  void add(Secret secret) {
    secrets.add(secret);
  }

  void problem(String problem) {
    problems.add(problem);
  }

  void note(String note) {
    notes.add(note);
  }
}
