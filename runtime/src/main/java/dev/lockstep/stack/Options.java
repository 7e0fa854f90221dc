package dev.lockstep.stack;

import dev.lockstep.home.LockstepHome;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.text.Names;
import dev.lockstep.text.Suggestion;
import dev.lockstep.text.TextValues;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A component's attributes, checked against the options of its flavor: unknown ones, missing ones
 * and unreadable ones are all told in one error. No value is quoted, because it may come from a
 * secret.
 */
public final class Options {
  private final Map<String, String> values;

  private final Map<String, String> environment;

  private Options(Map<String, String> values, Map<String, String> environment) {
    this.values = values;
    this.environment = environment;
  }

  /**
   * The attributes of a component that is being made.
   *
   * @throws StackException naming every attribute that is wrong
   */
  public static Options of(ComponentFlavor<?> flavor, ComponentContext context) {
    List<String> problems = new ArrayList<>();
    check(flavor, context.attributes().keySet(), context.attributes(), problems);
    if (!problems.isEmpty()) {
      throw refusal(flavor, context.component(), problems);
    }
    Map<String, String> values = new HashMap<>(context.attributes());
    for (FlavorOption option : flavor.options()) {
      if (option.defaultValue() != null) {
        values.putIfAbsent(option.name(), option.defaultValue());
      }
    }
    return new Options(values, context.environment());
  }

  /**
   * Checks attributes that are about to be configured. Those that refer to a secret are not read.
   *
   * @throws StackException naming every attribute that is wrong
   */
  public static void check(ComponentFlavor<?> flavor, Component component) {
    List<String> problems = problems(flavor, component);
    if (!problems.isEmpty()) {
      throw refusal(flavor, component.name(), problems);
    }
  }

  /**
   * What is wrong with attributes that are about to be configured, a clause for each that is. Those
   * that refer to a secret are not read.
   *
   * @throws StackException when a reference is none, or stands in a secrets manager
   */
  public static List<String> problems(ComponentFlavor<?> flavor, Component component) {
    List<String> problems = new ArrayList<>();
    Map<String, String> readable = new HashMap<>(component.attributes());
    readable.keySet().removeAll(SecretReference.of(component).keySet());
    check(flavor, component.attributes().keySet(), readable, problems);
    return problems;
  }

  private static StackException refusal(
      ComponentFlavor<?> flavor, String component, List<String> problems) {
    return new StackException(
        StackException.Reason.INVALID,
        "The "
            + flavor.type().noun()
            + " '"
            + component
            + "' (flavor '"
            + flavor.name()
            + "') is not configured right: "
            + String.join("; ", problems)
            + ". Fix: lockstep "
            + flavor.type().label()
            + " update "
            + component
            + " --ATTRIBUTE=VALUE (one that it does not have: lockstep "
            + flavor.type().label()
            + " remove-attribute "
            + component
            + " ATTRIBUTE)");
  }

  private static void check(
      ComponentFlavor<?> flavor,
      Set<String> present,
      Map<String, String> readable,
      List<String> problems) {
    Map<String, FlavorOption> known = new TreeMap<>();
    for (FlavorOption option : flavor.options()) {
      known.put(option.name(), option);
      if (option.required() && !present.contains(option.name())) {
        problems.add("the attribute '" + option.name() + "' is missing");
      }
      String value = readable.get(option.name());
      String expectation = value == null ? null : violated(option, value);
      if (expectation != null) {
        problems.add("the attribute '" + option.name() + "' is not " + expectation);
      }
    }
    for (String name : present) {
      if (!known.containsKey(name)) {
        problems.add(
            "it has no attribute '"
                + name
                + "', only "
                + Names.list(known.keySet())
                + Suggestion.inParentheses(name, known.keySet()));
      }
    }
  }

  /**
   * What a text is not and would have to be, such as {@code "a whole number"}; null when it can be
   * the value of an attribute.
   */
  public static @Nullable String violated(FlavorOption option, String value) {
    List<String> choices = option.choices();
    if (!choices.isEmpty()) {
      return choices.contains(value) ? null : "one of " + String.join(", ", choices);
    }
    String type = option.type();
    try {
      switch (type) {
        case "int", "long", "double", "boolean" -> {
          Object unused = TextValues.parse(type, value);
        }
        case "duration" -> Duration.parse(value);
        case "uri" -> new URI(value);
        case "path" -> {
          if (value.isBlank() || Path.of(value).getFileName() == null) {
            return expectation(type);
          }
        }
        default -> {}
      }
      return null;
    } catch (RuntimeException | URISyntaxException e) {
      return expectation(type);
    }
  }

  private static String expectation(String type) {
    return switch (type) {
      case "int" -> "a whole number";
      case "long" -> "a whole number of at most 64 bits";
      case "double" -> "a number such as 0.5";
      case "boolean" -> "true or false";
      case "duration" -> "an ISO 8601 duration such as PT5M";
      case "uri" -> "a URI";
      default -> "a " + type;
    };
  }

  /** An attribute that is required or has a default. */
  public String text(String option) {
    String value = values.get(option);
    if (value == null) {
      throw new IllegalArgumentException(
          "The option '" + option + "' is neither required nor has it a default.");
    }
    return value;
  }

  /** An attribute that may be absent. */
  public Optional<String> optional(String option) {
    return Optional.ofNullable(values.get(option));
  }

  /** A path that may be absent, absolute; {@code ~/} is the user's home. */
  public Optional<Path> path(String option) {
    String value = values.get(option);
    if (value == null) {
      return Optional.empty();
    }
    Path path =
        value.startsWith("~/")
            ? LockstepHome.userFolder(environment).orElse(Path.of(".")).resolve(value.substring(2))
            : Path.of(value);
    return Optional.of(path.toAbsolutePath().normalize());
  }

  /** An attribute of type {@code int}. */
  public int number(String option) {
    return Integer.parseInt(text(option));
  }

  /** An attribute of type {@code boolean}. */
  public boolean flag(String option) {
    return Boolean.parseBoolean(text(option));
  }

  /** An attribute of type {@code duration}. */
  public Duration duration(String option) {
    return Duration.parse(text(option));
  }

  /**
   * An attribute that is required or has a default, as a value of the class that its option stands
   * for: {@code int} and {@code Integer}, {@code uri} and {@code URI}, a choice and an enum with
   * constants of these names, {@code text} and {@code String} or {@link SecretValue}.
   */
  public <T> T value(String option, Class<T> type) {
    return read(option, type, text(option));
  }

  /** An attribute that may be absent, as {@link #value} reads it. */
  public <T> Optional<T> optional(String option, Class<T> type) {
    String value = values.get(option);
    return value == null ? Optional.empty() : Optional.of(read(option, type, value));
  }

  private <T> T read(String option, Class<T> type, String value) {
    if (type == SecretValue.class) {
      return type.cast(SecretValue.of(value));
    }
    return type == Path.class
        ? type.cast(path(option).orElseThrow())
        : TextValues.read(type, value);
  }
}
