package dev.lockstep.processor.model;

import com.squareup.javapoet.TypeName;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * The types that an option of a flavor may have: what parameters of pipelines know, and secrets.
 */
public enum OptionKind {
  TEXT("text", ParameterKind.STRING),
  SECRET("text", ParameterKind.STRING),
  INT("int", ParameterKind.INT),
  LONG("long", ParameterKind.LONG),
  DOUBLE("double", ParameterKind.DOUBLE),
  BOOLEAN("boolean", ParameterKind.BOOLEAN),
  DURATION("duration", ParameterKind.DURATION),
  URI("uri", ParameterKind.URI),
  PATH("path", ParameterKind.PATH),
  /** One of the constants of an enum; they, and not a word, say what the option takes. */
  ENUM("", ParameterKind.ENUM);

  /** What a user may write, for messages. */
  public static final String SUPPORTED =
      "String, SecretValue, int, long, double, boolean, Duration, URI, Path, enums, and Optional of"
          + " them";

  private static final String SECRET_VALUE = "dev.lockstep.secret.SecretValue";

  private final String word;
  private final ParameterKind text;

  OptionKind(String word, ParameterKind text) {
    this.word = word;
    this.text = text;
  }

  /** The kind of a class, by its name or that of its box. */
  public static Optional<OptionKind> of(TypeName type) {
    String name = type.box().toString();
    if (name.equals(SECRET_VALUE)) {
      return Optional.of(SECRET);
    }
    return ParameterKind.of(name)
        .flatMap(
            kind ->
                Arrays.stream(values())
                    .filter(option -> option.text == kind && option != SECRET)
                    .findFirst());
  }

  /** What the runtime calls it in a {@code FlavorOption}. */
  public String word() {
    return word;
  }

  /** Why a text is none of this type, or empty when it is one. */
  public Optional<String> objection(String written) {
    Optional<String> objection = text.objection(written);
    if (objection.isEmpty() && this == PATH && namesNoFile(written)) {
      return Optional.of("it names no file");
    }
    return objection;
  }

  private static boolean namesNoFile(String path) {
    return path.isBlank() || Path.of(path).getFileName() == null;
  }
}
