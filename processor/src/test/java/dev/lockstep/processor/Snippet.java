package dev.lockstep.processor;

import com.google.testing.compile.JavaFileObjects;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * Code as a page of the documentation shows it, made into files that compile, and what a compiler
 * says of it, with the lines and columns of the page.
 *
 * <p>Every top-level type becomes a file of its own name, in which it keeps its line. Members
 * without a class become those of the pipeline {@code Churn}, and <code>{ ... }</code> is a body
 * that throws.
 */
final class Snippet {
  private static final Pattern TYPE =
      Pattern.compile("\\b(?:class|interface|enum|record)\\s+(\\p{javaJavaIdentifierPart}+)");

  private static final String PACKAGE = "package shop;";
  private static final String HIDDEN = "{ ... }";
  private static final String BODY = "{ throw new UnsupportedOperationException(); }";

  private final String text;
  private final String header;
  private final Map<String, JavaFileObject> files = new LinkedHashMap<>();

  private Snippet(String text, String header) {
    this.text = text;
    this.header = header;
  }

  /** Code in the package {@code shop}, with everything that tests import. */
  static Snippet of(String text) {
    return of(text, Compiling.IMPORTS);
  }

  /** The same under another package and imports. */
  static Snippet of(String code, String imports) {
    // A page may show the package; the line stays.
    String text = code.replaceFirst("^" + PACKAGE, "");
    List<String> parts = TopLevel.parts(text);
    boolean types = parts.stream().allMatch(part -> name(part).isPresent());
    Snippet snippet =
        new Snippet(text, types ? imports : imports + "@Pipeline public class Churn {\n");
    if (types) {
      parts.forEach(part -> snippet.add(name(part).orElseThrow(), part));
    } else {
      snippet.add("Churn", text + "\n}\n");
    }
    return snippet;
  }

  private void add(String name, String part) {
    String qualified = header.startsWith(PACKAGE) ? "shop." + name : name;
    String source = header + part.replace(HIDDEN, BODY);
    files.put(name, JavaFileObjects.forSourceString(qualified, source));
  }

  /** The files of what is shown. */
  List<JavaFileObject> files() {
    return List.copyOf(files.values());
  }

  /** The file of one type that is shown. */
  JavaFileObject file(String name) {
    return Optional.ofNullable(files.get(name)).orElseThrow();
  }

  /** The files, and those types of tests that the code does not declare itself. */
  List<JavaFileObject> filesWithTypes() {
    return Stream.concat(
            files.values().stream(),
            Compiling.TYPES.stream()
                .filter(type -> !files.containsKey(name(type).orElseThrow()))
                .map(
                    type ->
                        JavaFileObjects.forSourceString(
                            "shop." + name(type).orElseThrow(), Compiling.IMPORTS + type)))
        .toList();
  }

  /** What javac prints of a finding, as if the page were the file. */
  String printed(Diagnostic<? extends JavaFileObject> diagnostic) {
    String kind = diagnostic.getKind() == Diagnostic.Kind.ERROR ? "error: " : "warning: ";
    List<String> message = diagnostic.getMessage(Locale.ROOT).lines().toList();
    JavaFileObject file = diagnostic.getSource();
    if (file == null) {
      return kind + String.join("\n", message) + "\n";
    }
    String name = file.getName().substring(file.getName().lastIndexOf('/') + 1);
    int line = (int) diagnostic.getLineNumber() - (int) header.lines().count();
    List<String> lines = text.lines().toList();
    if (line < 1 || line > lines.size() || !files.containsKey(name.replace(".java", ""))) {
      throw new AssertionError("It is not in what is shown: " + diagnostic);
    }
    String shown = lines.get(line - 1);
    int column = shownColumn(shown, (int) diagnostic.getColumnNumber() - 1);
    StringBuilder printed = new StringBuilder();
    printed
        .append(name)
        .append(':')
        .append(line)
        .append(": ")
        .append(kind)
        .append(message.get(0))
        .append('\n');
    printed.append(shown).append('\n').append(" ".repeat(column)).append("^\n");
    message.stream().skip(1).forEach(further -> printed.append(further).append('\n'));
    return printed.toString();
  }

  /** A body is longer than what stands for it. */
  private static int shownColumn(String shown, int column) {
    int result = column;
    int hidden = shown.indexOf(HIDDEN);
    while (hidden >= 0 && hidden < result) {
      result -= BODY.length() - HIDDEN.length();
      hidden = shown.indexOf(HIDDEN, hidden + 1);
    }
    return result;
  }

  private static Optional<String> name(String part) {
    Matcher type = TYPE.matcher(TopLevel.outline(part));
    return type.find() ? Optional.of(type.group(1)) : Optional.empty();
  }
}
