package dev.lockstep.processor.validate;

import dev.lockstep.processor.model.SchemaDeclaration;
import dev.lockstep.processor.model.SchemaDeclaration.OddMethod;
import dev.lockstep.processor.report.Diagnostic;
import dev.lockstep.processor.report.Finding;
import dev.lockstep.processor.report.Report;
import dev.lockstep.processor.report.Suggestion;

/** Every method of a schema is a key, or is clearly none. */
final class KeyMethodRule implements SchemaRule {
  @Override
  public void check(SchemaDeclaration schema, Report report) {
    for (OddMethod method : schema.oddMethods()) {
      report.add(finding(schema, method));
    }
    if (!schema.inheritedMethods().isEmpty()) {
      report.add(
          Finding.of(
                  Diagnostic.INHERITED_METHOD,
                  schema.location(),
                  "Schema '"
                      + schema.displayName()
                      + "' inherits methods that are no keys: "
                      + Suggestion.list(schema.inheritedMethods())
                      + ".")
              .fix(
                  "mark the interface that declares them with @SecretSchema, or do not extend it."));
    }
    if (schema.keys().isEmpty()
        && schema.oddMethods().isEmpty()
        && schema.inheritedMethods().isEmpty()
        && !report.hasErrors()) {
      report.add(
          Finding.of(
                  Diagnostic.SCHEMA_EMPTY,
                  schema.location(),
                  "Schema '" + schema.displayName() + "' has no keys.")
              .fix(
                  "add a method without parameters per key, or take the secret as"
                      + " dev.lockstep.secret.Secret."));
    }
  }

  private static Finding finding(SchemaDeclaration schema, OddMethod method) {
    String name = "Method '" + method.name() + "' of schema '" + schema.displayName() + "' ";
    return switch (method.why()) {
      case KEY_WITHOUT_EFFECT ->
          Finding.of(
                  Diagnostic.KEY_WITHOUT_EFFECT,
                  method.location(),
                  "@Key has no effect on '" + method.name() + "', which is no key.")
              .fact("Keys are methods without parameters that return a value.")
              .fix("remove @Key.");
      case OBJECT_METHOD ->
          Finding.of(
                  Diagnostic.OBJECT_METHOD,
                  method.location(),
                  name + "has the name of a method of Object.")
              .fix("give it another name and say the key's: @Key(\"" + method.name() + "\").");
      case PARAMETERS -> noKey(method, name + "has parameters.", "remove them");
      case VOID -> noKey(method, name + "returns nothing.", "return the key's value");
      case GENERIC -> noKey(method, name + "is generic.", "remove the type parameters");
      case THROWS -> noKey(method, name + "has 'throws'.", "remove it");
    };
  }

  private static Finding noKey(OddMethod method, String headline, String edit) {
    return Finding.of(Diagnostic.KEY_METHOD, method.location(), headline)
        .fact("Every method of a schema is a key: no parameters, a value, nothing thrown.")
        .fix(edit + ", or make it a static method that takes the schema.");
  }
}
