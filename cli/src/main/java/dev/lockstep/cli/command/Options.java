package dev.lockstep.cli.command;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Adds options and positional parameters to a command's spec. Every value is taken as text: what it
 * has to be is checked by whoever reads it, with a message of our own.
 */
public final class Options {
  private Options() {}

  /** A switch. */
  public static void flag(CommandSpec spec, String description, String... names) {
    spec.addOption(
        OptionSpec.builder(names).type(boolean.class).arity("0").description(description).build());
  }

  /** An option with one value. */
  public static void text(CommandSpec spec, String label, String description, String... names) {
    spec.addOption(
        OptionSpec.builder(names)
            .type(String.class)
            .arity("1")
            .paramLabel(label)
            .description(description)
            .build());
  }

  /** An option with one value that must be given. */
  public static void required(CommandSpec spec, String label, String description, String... names) {
    spec.addOption(
        OptionSpec.builder(names)
            .type(String.class)
            .arity("1")
            .required(true)
            .paramLabel(label)
            .description(description)
            .build());
  }

  /** An option that may be repeated, with one value each time. */
  public static void texts(CommandSpec spec, String label, String description, String... names) {
    spec.addOption(
        OptionSpec.builder(names)
            .type(String[].class)
            .arity("1")
            .paramLabel(label)
            .description(description)
            .build());
  }

  /** The next positional parameter. */
  public static void positional(
      CommandSpec spec, String label, boolean required, String description) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .index(Integer.toString(spec.positionalParameters().size()))
            .type(String.class)
            .arity(required ? "1" : "0..1")
            .required(required)
            .paramLabel(label)
            .description(description)
            .build());
  }

  /** All further positional arguments, of which there may be none; see {@link Arguments#rest}. */
  public static void rest(CommandSpec spec, String label, String description) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .index(spec.positionalParameters().size() + "..*")
            .type(String[].class)
            .arity("0..*")
            .required(false)
            .paramLabel(label)
            .description(description)
            .build());
  }

  /**
   * An option with one of a few words as its value.
   *
   * @param choices the words, separated by spaces: what a shell completes; whoever reads the value
   *     checks it
   */
  public static void choice(
      CommandSpec spec, String label, String description, String choices, String... names) {
    spec.addOption(
        OptionSpec.builder(names)
            .type(String.class)
            .arity("1")
            .paramLabel(label)
            .description(description)
            .completionCandidates(List.of(choices.split(" ", -1)))
            .build());
  }

  /** {@code -o table|json|yaml}. */
  public static void output(CommandSpec spec) {
    choice(
        spec, "FORMAT", "table (the default), json or yaml", "table json yaml", "-o", "--output");
  }

  /** {@code --stack NAME}. */
  public static void stack(CommandSpec spec) {
    text(spec, "STACK", "use this stack instead of the active one", "--stack");
  }

  /** {@code -y}. */
  public static void yes(CommandSpec spec) {
    flag(spec, "do not ask", "-y", "--yes");
  }
}
