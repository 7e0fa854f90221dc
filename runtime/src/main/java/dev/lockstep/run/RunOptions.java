package dev.lockstep.run;

import dev.lockstep.builtin.BuiltInFlavors;
import dev.lockstep.home.LockstepHome;
import dev.lockstep.redact.Redactor;
import dev.lockstep.stack.Flavors;
import dev.lockstep.stack.Passphrases;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a pipeline is to be run. Without any option it runs as its {@code main} would: with the home
 * and the stack that the process's environment and working folder say, and default parameters.
 */
public final class RunOptions {
  private final Builder values;

  private RunOptions(Builder values) {
    this.values = values;
  }

  /** The defaults. */
  public static RunOptions defaults() {
    return builder().build();
  }

  /** Starts from the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** Where configuration and state are. */
  public LockstepHome home() {
    return values.home == null ? LockstepHome.of(environment()) : values.home;
  }

  /** The stack that was asked for, or null for the active one. */
  public @Nullable String stack() {
    return values.stack;
  }

  /** The parameters that were given, as text, by name in kebab-case. */
  public Map<String, String> parameters() {
    return values.parameters;
  }

  /** How much is verified before the first step. */
  public PreflightLevel preflight() {
    return values.preflight;
  }

  /** Who sees the events of the run. */
  public List<RunListener> listeners() {
    return values.listeners;
  }

  /** What learns the values of the run's secrets and masks them. */
  public Redactor redactor() {
    return values.redactor;
  }

  /** Who is asked for the passphrases that the stack's components need. */
  public Passphrases passphrases() {
    return values.passphrases;
  }

  /** Through what the run can be stopped. */
  public Cancellation cancellation() {
    return values.cancellation;
  }

  /** The kinds of components that the stack can be made of. */
  Flavors flavors() {
    return values.flavors == null ? BuiltInFlavors.flavors(home()) : values.flavors;
  }

  /** The environment that decides about home and active stack. */
  Map<String, String> environment() {
    return values.environment;
  }

  /** Where the search for a project's active stack begins. */
  Path workingFolder() {
    return values.workingFolder;
  }

  /** Names no variable of the environment: their values may be secrets. */
  @Override
  public String toString() {
    return "RunOptions[stack=" + stack() + ", parameters=" + parameters() + "]";
  }

  /** Collects options. */
  public static final class Builder {
    private @Nullable LockstepHome home;
    private @Nullable String stack;
    private Map<String, String> parameters = Map.of();
    private PreflightLevel preflight = PreflightLevel.KEYS;
    private List<RunListener> listeners = List.of();
    private Redactor redactor = new Redactor();
    private Passphrases passphrases = Passphrases.unattended();
    private Cancellation cancellation = new Cancellation();
    private @Nullable Flavors flavors;
    private Map<String, String> environment = System.getenv();
    private Path workingFolder = Path.of("").toAbsolutePath();

    private Builder() {}

    public Builder home(LockstepHome home) {
      this.home = home;
      return this;
    }

    public Builder stack(@Nullable String stack) {
      this.stack = stack;
      return this;
    }

    /** A parameter by its name in kebab-case. */
    public Builder parameter(String name, String value) {
      Map<String, String> all = new LinkedHashMap<>(parameters);
      all.put(name, Objects.requireNonNull(value, "value"));
      return parameters(all);
    }

    /** All parameters, by their names in kebab-case. */
    public Builder parameters(Map<String, String> parameters) {
      this.parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
      return this;
    }

    public Builder preflight(PreflightLevel level) {
      this.preflight = level;
      return this;
    }

    /** Adds someone who sees the events. */
    public Builder listener(RunListener listener) {
      List<RunListener> all = new ArrayList<>(listeners);
      all.add(listener);
      this.listeners = List.copyOf(all);
      return this;
    }

    /** What learns the values of the run's secrets, for a caller whose own output it masks too. */
    public Builder redactor(Redactor redactor) {
      this.redactor = redactor;
      return this;
    }

    /**
     * Who is asked for the passphrases that the stack's components need. Default: nobody, so that
     * they come from {@code LOCKSTEP_PASSPHRASE} or a file.
     */
    public Builder passphrases(Passphrases passphrases) {
      this.passphrases = passphrases;
      return this;
    }

    /** Through what the run can be stopped. */
    public Builder cancellation(Cancellation cancellation) {
      this.cancellation = cancellation;
      return this;
    }

    /**
     * The kinds of components that the stack can be made of. Default: those built in, those on the
     * class path and those registered in the home. A step in a JVM of its own always has the
     * default.
     */
    public Builder flavors(Flavors flavors) {
      this.flavors = flavors;
      return this;
    }

    /** The environment that decides about home and active stack. Default: the process's own. */
    public Builder environment(Map<String, String> environment) {
      this.environment = Map.copyOf(environment);
      return this;
    }

    /** Where the search for a project's active stack begins. Default: the working folder. */
    public Builder workingFolder(Path folder) {
      this.workingFolder = folder;
      return this;
    }

    /** The options as they are now. Redactor and cancellation are for one run at a time. */
    public RunOptions build() {
      Builder copy = new Builder();
      copy.home = home;
      copy.stack = stack;
      copy.parameters = parameters;
      copy.preflight = preflight;
      copy.listeners = listeners;
      copy.redactor = redactor;
      copy.passphrases = passphrases;
      copy.cancellation = cancellation;
      copy.flavors = flavors;
      copy.environment = environment;
      copy.workingFolder = workingFolder;
      return new RunOptions(copy);
    }
  }
}
