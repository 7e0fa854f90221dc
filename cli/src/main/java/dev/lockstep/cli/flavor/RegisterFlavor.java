package dev.lockstep.cli.flavor;

import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Command;
import dev.lockstep.cli.command.Options;
import dev.lockstep.cli.host.CommandException;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.host.Prompt;
import dev.lockstep.cli.host.State;
import dev.lockstep.run.console.ExitCode;
import dev.lockstep.stack.AvailableFlavor;
import dev.lockstep.stack.Component;
import dev.lockstep.stack.ComponentType;
import dev.lockstep.stack.FlavorJar;
import dev.lockstep.stack.FlavorOption;
import dev.lockstep.stack.FlavorRegistry;
import dev.lockstep.stack.RegisteredFlavor;
import dev.lockstep.stack.StackException;
import dev.lockstep.stack.StagedJars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code lockstep secrets-manager flavor register} and its like. */
final class RegisterFlavor extends Command {
  private final ComponentType type;

  RegisterFlavor(ComponentType type) {
    this.type = type;
  }

  @Override
  protected void describe(CommandSpec spec) {
    spec.usageMessage()
        .customSynopsis(
            "lockstep " + type.label() + " flavor register CLASS --jar FILE [--jar FILE ...] [-y]")
        .description(
            "Add a flavor of your own from a jar, for this command line and for every pipeline that"
                + " runs with this home. The jar is copied; register it again after you changed"
                + " it.");
    Options.positional(
        spec, "CLASS", true, "the class that is marked with @Flavor, or the flavor itself");
    Options.texts(
        spec, "FILE", "the jar that has it; repeat it for jars that it needs besides", "--jar");
    Options.yes(spec);
  }

  @Override
  protected int run(Arguments arguments, Host host) {
    String given = arguments.requiredPositional(0);
    List<Path> files = jars(arguments, host);
    State state = State.of(host);
    FlavorRegistry registry = new FlavorRegistry(state.home());
    // A damaged file is told before anything is copied.
    List<AvailableFlavor> available = state.flavors().list(type);
    try (StagedJars jars = registry.stage(files)) {
      FlavorClass fresh = FlavorClass.find(jars, given, type);
      AvailableFlavor old = taken(available, fresh);
      if (old != null && isSame(registry, old, fresh, jars)) {
        host.messages().say("The flavor '" + fresh.name() + "' is registered already, as it is.");
        return ExitCode.SUCCESS;
      }
      if (old != null && old.ready() && !arguments.flag("--yes")) {
        new Prompt(host)
            .confirm(
                "There is a "
                    + type.noun()
                    + " flavor '"
                    + fresh.name()
                    + "' already, "
                    + old.className()
                    + " from "
                    + old.place()
                    + ". Replace it?",
                "The flavor '" + fresh.name() + "' was left as it is.");
      }
      registry.register(type, fresh.name(), fresh.className(), jars);
      say(host, state, fresh, old != null);
    }
    return ExitCode.SUCCESS;
  }

  private static List<Path> jars(Arguments arguments, Host host) {
    List<Path> jars = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (String name : arguments.texts("--jar")) {
      try {
        Path jar = host.workingFolder().resolve(name).toAbsolutePath().normalize();
        jars.add(jar);
        if (!Files.exists(jar)) {
          problems.add("there is no file " + jar);
        } else if (!isJar(jar)) {
          problems.add(jar + " is no jar, or cannot be read");
        }
      } catch (InvalidPathException e) {
        problems.add("'" + name + "' is not the name of a file");
      }
    }
    if (jars.isEmpty() && problems.isEmpty()) {
      problems.add("--jar FILE is missing");
    }
    if (!problems.isEmpty()) {
      throw CommandException.usage(
          "Nothing was registered: "
              + String.join("; ", problems)
              + ".\n  Fix: name the jar that holds the class: --jar FILE");
    }
    return jars;
  }

  private static boolean isJar(Path file) {
    try (ZipFile jar = new ZipFile(file.toFile())) {
      return jar.size() > 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** The flavor that has the name already; refused unless it was registered, too. */
  private @Nullable AvailableFlavor taken(List<AvailableFlavor> available, FlavorClass fresh) {
    for (AvailableFlavor other : available) {
      if (other.name().equals(fresh.name())) {
        switch (other.origin()) {
          case BUILT_IN ->
              throw CommandException.usage(
                  "Nothing was registered: the "
                      + type.noun()
                      + " flavor '"
                      + fresh.name()
                      + "' is built in, and cannot be replaced.\n  Fix: give "
                      + fresh.className()
                      + " another name");
          case CLASS_PATH ->
              throw CommandException.usage(
                  "Nothing was registered: the "
                      + type.noun()
                      + " flavor '"
                      + fresh.name()
                      + "' is on the class path already, in "
                      + other.place()
                      + ", and would be used in place of this one.\n  Fix: give "
                      + fresh.className()
                      + " another name, or remove the other one from the class path");
          case INTEGRATION -> {
            // What is not installed is in nobody's way.
            if (!other.place().isEmpty()) {
              throw CommandException.usage(
                  "Nothing was registered: the "
                      + type.noun()
                      + " flavor '"
                      + fresh.name()
                      + "' is brought by the integration '"
                      + other.integration()
                      + "', and would be used in place of this one.\n  Fix: give "
                      + fresh.className()
                      + " another name, or: lockstep integration uninstall "
                      + other.integration());
            }
          }
          case REGISTERED -> {
            return other;
          }
        }
      }
    }
    return null;
  }

  private boolean isSame(
      FlavorRegistry registry, AvailableFlavor old, FlavorClass fresh, StagedJars jars) {
    RegisteredFlavor registered = registry.find(type, fresh.name()).orElse(null);
    if (registered == null || !old.ready()) {
      return false;
    }
    List<String> digests = new ArrayList<>();
    for (FlavorJar jar : registered.jars()) {
      digests.add(jar.digest());
    }
    return registered.className().equals(fresh.className()) && digests.equals(jars.digests());
  }

  private void say(Host host, State state, FlavorClass fresh, boolean replaced) {
    StringBuilder use = new StringBuilder("lockstep ").append(type.label());
    use.append(" register NAME -f ").append(fresh.name());
    for (FlavorOption option : fresh.flavor().options()) {
      if (option.required()) {
        use.append(" --").append(option.name().replace('_', '-')).append("=VALUE");
      }
    }
    host.messages()
        .say(
            (replaced ? "Replaced" : "Registered")
                + " the "
                + type.noun()
                + " flavor '"
                + fresh.name()
                + "' ("
                + fresh.className()
                + "). Use it: "
                + use);
    for (Component component : state.file().load().components(type)) {
      if (component.flavor().equals(fresh.name())) {
        warn(host, fresh, component);
      }
    }
  }

  /** A component that was set up for another edition of the flavor may not fit this one. */
  private static void warn(Host host, FlavorClass fresh, Component component) {
    try {
      dev.lockstep.stack.Options.check(fresh.flavor(), component);
    } catch (StackException e) {
      host.messages().warn(String.valueOf(e.getMessage()));
    }
  }
}
