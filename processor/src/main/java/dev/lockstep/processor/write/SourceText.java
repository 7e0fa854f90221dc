package dev.lockstep.processor.write;

import com.squareup.javapoet.AnnotationSpec;
import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.JavaFile;
import com.squareup.javapoet.TypeSpec;
import dev.lockstep.processor.model.Environment;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What all generated sources have in common. */
final class SourceText {
  private static final String PROCESSOR = "dev.lockstep.processor.LockstepProcessor";

  private static final Pattern SHORT_COMMENT =
      Pattern.compile("(?m)^( *)/\\*\\*\n *\\* (.{1,85})\n *\\*/\n");
  private static final Pattern FIELDS =
      Pattern.compile("(?m)^( *private final .*;)\n\n(?= *private final .*;$)");
  private static final Pattern NOTHING = Pattern.compile("\\{\n *\\}");

  private SourceText() {}

  /** The annotation that marks generated code, where it can be seen. */
  static Optional<AnnotationSpec> generated(Environment environment) {
    if (!environment.generatedAnnotation()) {
      return Optional.empty();
    }
    return Optional.of(
        AnnotationSpec.builder(ClassName.get("javax.annotation.processing", "Generated"))
            .addMember("value", "$S", PROCESSOR)
            .build());
  }

  /** {@code @SuppressWarnings}, when there is anything to suppress. */
  static Optional<AnnotationSpec> suppress(List<String> lints) {
    if (lints.isEmpty()) {
      return Optional.empty();
    }
    CodeBlock names =
        lints.stream().map(lint -> CodeBlock.of("$S", lint)).collect(CodeBlock.joining(", "));
    return Optional.of(
        AnnotationSpec.builder(SuppressWarnings.class)
            .addMember("value", lints.size() == 1 ? "$L" : "{$L}", names)
            .build());
  }

  /** A comment of one line stands on one line, fields stand together, and nothing is "{}". */
  private static String tidy(String text) {
    String tidy = text.replace(" \n", "\n");
    tidy = SHORT_COMMENT.matcher(tidy).replaceAll("$1/** $2 */\n");
    tidy = FIELDS.matcher(tidy).replaceAll("$1\n");
    return NOTHING.matcher(tidy).replaceAll("{}");
  }

  /**
   * The text of a file. Characters outside ASCII are escaped, because nobody knows in which
   * encoding the compiler reads and writes.
   */
  static String of(String packageName, TypeSpec type, Environment environment) {
    String text =
        JavaFile.builder(packageName, type)
            .indent("  ")
            .skipJavaLangImports(!environment.shadowsJavaLang())
            .build()
            .toString();
    text = tidy(text);
    StringBuilder ascii = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 128) {
        ascii.append(c);
      } else {
        ascii.append(String.format("\\u%04x", (int) c));
      }
    }
    return ascii.toString();
  }
}
