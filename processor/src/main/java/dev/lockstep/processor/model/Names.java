package dev.lockstep.processor.model;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** How names are derived from Java's, and what they may look like. */
public final class Names {
  private static final Pattern PIPELINE = Pattern.compile("[a-z][a-z0-9-]*");
  private static final Pattern STEP = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");
  private static final Pattern OPTION = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final Pattern SECRET =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9/_.-]*[A-Za-z0-9])?");
  private static final Pattern KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,252}");
  private static final Pattern SCHEMA_TYPE = Pattern.compile("[a-z][a-z0-9_]*(-[a-z0-9_]+)*");
  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  /** Options that every runner has. */
  public static final Set<String> RESERVED_OPTIONS =
      Set.of(
          "stack",
          "params",
          "check",
          "plan",
          "no-cache",
          "resume",
          "only",
          "output",
          "help",
          "version",
          "debug",
          "worker");

  /** Options of the commands that configure components. */
  public static final Set<String> RESERVED_ATTRIBUTES =
      Set.of("flavor", "interactive", "debug", "help");

  private Names() {}

  public static boolean isPipeline(String name) {
    return PIPELINE.matcher(name).matches();
  }

  public static boolean isStep(String name) {
    return STEP.matcher(name).matches();
  }

  public static boolean isOption(String name) {
    return OPTION.matcher(name).matches();
  }

  public static boolean isFlavor(String name) {
    return OPTION.matcher(name).matches();
  }

  /** The form that every secrets manager can hold, natively or encoded. */
  public static boolean isSecret(String name) {
    return name.length() <= 120
        && SECRET.matcher(name).matches()
        && !name.contains("//")
        && !name.contains("..");
  }

  public static boolean isKey(String name) {
    return KEY.matcher(name).matches();
  }

  public static boolean isSchemaType(String name) {
    return SCHEMA_TYPE.matcher(name).matches();
  }

  public static boolean isVariable(String name) {
    return VARIABLE.matcher(name).matches();
  }

  /** {@code DailyChurn} and {@code dailyChurn} become {@code daily-churn}. */
  public static String kebab(String name) {
    return separated(name, '-');
  }

  /** {@code dbUrl} becomes {@code db_url}. */
  public static String snake(String name) {
    return separated(name, '_');
  }

  /** The variable that carries a key: capitals, other characters becoming {@code _}. */
  public static String variable(String key) {
    StringBuilder variable = new StringBuilder(key.toUpperCase(Locale.ROOT));
    for (int i = 0; i < variable.length(); i++) {
      char c = variable.charAt(i);
      if ((c < 'A' || c > 'Z') && (c < '0' || c > '9')) {
        variable.setCharAt(i, '_');
      }
    }
    return variable.toString();
  }

  /** A name as near as possible to what was written that has the form of a pipeline's. */
  public static String correctedPipeline(String name) {
    return words(name, "pipeline");
  }

  /** A name as near as possible to what was written that has the form of a step's. */
  public static String correctedStep(String name) {
    String corrected =
        ascii(name).replaceAll("[^A-Za-z0-9_-]+", "-").replaceAll("^[^A-Za-z]+|-+$", "");
    return corrected.isEmpty() ? "step" : corrected;
  }

  /** A name as near as possible to what was written that has the form of an option's. */
  public static String correctedOption(String name) {
    return words(name, "parameter");
  }

  /** A name as near as possible to what was written that has the form of a flavor's. */
  public static String correctedFlavor(String name) {
    return words(name, "my-flavor");
  }

  private static String words(String name, String otherwise) {
    String corrected =
        kebab(ascii(name)).replaceAll("[^a-z0-9]+", "-").replaceAll("^[^a-z]+|-+$", "");
    return corrected.isEmpty() ? otherwise : corrected;
  }

  /** {@code größe} becomes {@code grosse}; letters of other scripts stay what they are. */
  private static String ascii(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}+", "")
        .replace("ß", "ss");
  }

  /** Words are told apart by capitals; a run of capitals is one word: {@code HTTPServer}. */
  private static String separated(String name, char separator) {
    StringBuilder result = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '_' || c == '-' || c == '$') {
        if (result.length() > 0 && result.charAt(result.length() - 1) != separator) {
          result.append(separator);
        }
        continue;
      }
      if (startsWord(name, i)
          && result.length() > 0
          && result.charAt(result.length() - 1) != separator) {
        result.append(separator);
      }
      result.append(Character.toLowerCase(c));
    }
    return result.toString();
  }

  private static boolean startsWord(String name, int i) {
    if (i == 0 || !Character.isUpperCase(name.charAt(i))) {
      return false;
    }
    boolean afterCapital = Character.isUpperCase(name.charAt(i - 1));
    boolean beforeSmall = i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1));
    return !afterCapital || beforeSmall;
  }
}
