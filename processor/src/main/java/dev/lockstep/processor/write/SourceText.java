package dev.lockstep.processor.write;

import com.squareup.javapoet.ClassName;
import dev.lockstep.processor.code.AnnotationSpec;
import dev.lockstep.processor.code.CodeBlock;
import dev.lockstep.processor.code.Quotes;
import dev.lockstep.processor.code.SourceWriter;
import dev.lockstep.processor.code.TypeSpec;
import dev.lockstep.processor.model.Environment;
import java.util.List;
import java.util.Optional;

/** What all generated sources have in common. */
final class SourceText {
  private static final String PROCESSOR = "dev.lockstep.processor.LockstepProcessor";

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

  /**
   * The text of a file. Characters outside ASCII are escaped, because nobody knows in which
   * encoding the compiler reads and writes.
   */
  static String of(String packageName, TypeSpec type, Environment environment) {
    String text = SourceWriter.write(packageName, type, environment.shadowsJavaLang());
    StringBuilder ascii = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 128) {
        ascii.append(c);
      } else {
        Quotes.appendEscape(ascii, c);
      }
    }
    return ascii.toString();
  }
}
