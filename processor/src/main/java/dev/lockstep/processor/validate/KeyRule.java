package dev.lockstep.processor.validate;

import com.squareup.javapoet.TypeVariableName;
import dev.lockstep.processor.model.KeyDeclaration;
import dev.lockstep.processor.model.KeyDeclaration.KeyKind;
import dev.lockstep.processor.model.Names;
import dev.lockstep.processor.model.SchemaDeclaration;
import dev.lockstep.processor.report.Diagnostic;
import dev.lockstep.processor.report.Finding;
import dev.lockstep.processor.report.Report;
import java.util.HashMap;
import java.util.Map;

/** A key has a name of its own and a type that text can become. */
final class KeyRule implements SchemaRule {
  @Override
  public void check(SchemaDeclaration schema, Report report) {
    Map<String, KeyDeclaration> seen = new HashMap<>();
    for (KeyDeclaration key : schema.keys()) {
      checkName(key, report);
      checkType(schema, key, report);
      KeyDeclaration other = seen.putIfAbsent(key.name(), key);
      if (other != null) {
        report.add(
            Finding.of(
                    Diagnostic.DUPLICATE_KEY,
                    key.nameLocation(),
                    "Methods '"
                        + other.method()
                        + "' and '"
                        + key.method()
                        + "' both stand for the key '"
                        + key.name()
                        + "'.")
                .fix("remove one of them, or name its key: @Key(\"" + key.name() + "_2\")."));
      }
      if (key.hasDefault() && (key.kind() == KeyKind.SECRET || Confidential.looksSo(key.name()))) {
        report.add(
            Finding.of(
                    Diagnostic.CONFIDENTIAL_DEFAULT,
                    key.location(),
                    "Key '" + key.name() + "' looks confidential and has a default in the code.")
                .fix("remove the default; return Optional when the key may be absent."));
      }
    }
    if (schema.atLeastOne() && schema.keys().stream().anyMatch(KeyDeclaration::required)) {
      report.add(
          Finding.of(
                  Diagnostic.AT_LEAST_ONE,
                  schema.atLeastOneLocation(),
                  "'atLeastOne' says nothing: schema '"
                      + schema.displayName()
                      + "' has a required key.")
              .fix("remove it, or make every key Optional."));
    }
  }

  private static void checkName(KeyDeclaration key, Report report) {
    if (!Names.isKey(key.name())) {
      report.add(
          Finding.of(
                  Diagnostic.KEY_NAME,
                  key.nameLocation(),
                  "'" + key.name() + "' cannot be a key of a secret.")
              .fact(
                  "A key is letters (a-z, A-Z), digits, '_', '-' and '.', beginning with a letter"
                      + " or '_'.")
              .fix(
                  "@Key(\""
                      + Names.correctedStep(key.name()).replace('-', '_')
                      + "\") on the method."));
    }
  }

  private static void checkType(SchemaDeclaration schema, KeyDeclaration key, Report report) {
    String type = Words.simple(key.value());
    if (schema.generic() && key.value() instanceof TypeVariableName) {
      return; // What it stands for is said of the schema.
    }
    if (key.kind() == null) {
      report.add(
          Finding.of(
                  Diagnostic.KEY_TYPE,
                  key.location(),
                  "Key '" + key.name() + "' is " + Words.a(type) + ", which text cannot become.")
              .fact(
                  "Supported are String, SecretValue, char[], byte[] (base64), boolean, int, long,"
                      + " double, URI, Path, Duration, enums, and Optional of them.")
              .fix(
                  key.hasDefault()
                      ? "return one of them; a helper is a static method that takes the schema."
                      : "return one of them."));
    } else if (key.inaccessibleType() != null) {
      report.add(
          Finding.of(
                  Diagnostic.INACCESSIBLE_TYPE,
                  key.location(),
                  "Key '"
                      + key.name()
                      + "' has the type '"
                      + key.inaccessibleType()
                      + "', which generated code cannot see.")
              .fix("make '" + key.inaccessibleType() + "' visible to the schema's package."));
    }
  }
}
