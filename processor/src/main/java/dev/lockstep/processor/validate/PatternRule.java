package dev.lockstep.processor.validate;

import dev.lockstep.processor.model.KeyDeclaration;
import dev.lockstep.processor.model.KeyDeclaration.KeyKind;
import dev.lockstep.processor.model.Named;
import dev.lockstep.processor.model.SchemaDeclaration;
import dev.lockstep.processor.report.Diagnostic;
import dev.lockstep.processor.report.Finding;
import dev.lockstep.processor.report.Report;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Patterns are regular expressions, on keys whose value is a text. */
final class PatternRule implements SchemaRule {
  private static final Set<KeyKind> TEXTS =
      Set.of(KeyKind.STRING, KeyKind.SECRET, KeyKind.CHARS, KeyKind.URI, KeyKind.PATH);

  @Override
  public void check(SchemaDeclaration schema, Report report) {
    for (KeyDeclaration key : schema.keys()) {
      Named pattern = key.pattern();
      if (pattern == null || key.kind() == null) {
        continue;
      }
      if (!TEXTS.contains(key.kind())) {
        report.add(
            Finding.of(
                    Diagnostic.PATTERN_WITHOUT_EFFECT,
                    pattern.location(),
                    "A pattern cannot apply to the key '"
                        + key.name()
                        + "', which is "
                        + Words.a(Words.simple(key.value()))
                        + ".")
                .fact("Its type says already what the text may be.")
                .fix("remove the pattern, or return String."));
        continue;
      }
      try {
        Pattern unused = Pattern.compile(pattern.name());
      } catch (PatternSyntaxException e) {
        report.add(
            Finding.of(
                    Diagnostic.PATTERN,
                    pattern.location(),
                    "The pattern of the key '"
                        + key.name()
                        + "' is no regular expression: "
                        + e.getDescription()
                        + (e.getIndex() >= 0 ? ", at index " + e.getIndex() : "")
                        + ".")
                .fix("correct it; a backslash is written twice in Java."));
      }
    }
  }
}
