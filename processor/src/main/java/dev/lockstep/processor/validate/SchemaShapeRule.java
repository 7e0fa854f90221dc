package dev.lockstep.processor.validate;

import dev.lockstep.processor.model.ClassFacts;
import dev.lockstep.processor.model.Names;
import dev.lockstep.processor.model.SchemaDeclaration;
import dev.lockstep.processor.report.Diagnostic;
import dev.lockstep.processor.report.Finding;
import dev.lockstep.processor.report.Report;

/** A schema is an interface that generated code can implement, and has a type. */
final class SchemaShapeRule implements SchemaRule {
  @Override
  public void check(SchemaDeclaration schema, Report report) {
    String name = "Schema '" + schema.displayName() + "'";
    if (schema.kind() != ClassFacts.Kind.INTERFACE) {
      report.add(
          Finding.of(
                  Diagnostic.SCHEMA_KIND,
                  schema.location(),
                  name + " is " + schema.kind().article() + ", and must be an interface.")
              .fact("Classes, enums and records print what they hold.")
              .fix("declare it as 'interface', with one method without parameters per key."));
      return;
    }
    if (schema.sealed()) {
      report.add(
          Finding.of(
                  Diagnostic.SCHEMA_KIND,
                  schema.location(),
                  name + " is sealed, so that generated code cannot implement it.")
              .fix("remove 'sealed'."));
    }
    if (schema.privateType() != null) {
      report.add(
          Finding.of(
                  Diagnostic.SCHEMA_PRIVATE,
                  schema.location(),
                  name
                      + (schema.privateType().equals(schema.type().simpleName())
                          ? " is private."
                          : " is inside '" + schema.privateType() + "', which is private."))
              .fix("remove 'private' from '" + schema.privateType() + "'."));
    }
    if (schema.generic()) {
      report.add(
          Finding.of(Diagnostic.SCHEMA_GENERIC, schema.location(), name + " is generic.")
              .fix("remove the type parameters."));
    }
    checkType(schema, report);
    if (schema.environment().generatedNameTaken()) {
      report.add(
          Finding.of(
                  Diagnostic.GENERATED_NAME_TAKEN,
                  schema.location(),
                  "What is generated for '"
                      + schema.displayName()
                      + "' would be called "
                      + schema.generated().simpleName()
                      + ", and a class of that name exists.")
              .fix("rename one of them."));
    }
    if (!schema.environment().runtime()) {
      report.add(
          Finding.of(
                  Diagnostic.RUNTIME_MISSING,
                  schema.location(),
                  "What is generated for '"
                      + schema.displayName()
                      + "' needs the runtime, "
                      + schema.environment().runtimeScope())
              .fix(schema.environment().runtimeFix()));
    }
  }

  private static void checkType(SchemaDeclaration schema, Report report) {
    String type = schema.schemaType();
    if (type.equals("arbitrary")) {
      report.add(
          Finding.of(
                  Diagnostic.SCHEMA_TYPE,
                  schema.typeLocation(),
                  "The type 'arbitrary' is reserved for secrets without fixed keys.")
              .fix("give the schema another type."));
    } else if (!Names.isSchemaType(type)) {
      report.add(
          Finding.of(
                  Diagnostic.SCHEMA_TYPE,
                  schema.typeLocation(),
                  "'" + type + "' cannot be the type of a schema.")
              .fact("A type is lower-case letters, digits and '_', beginning with a letter.")
              .fix(
                  "@SecretSchema(\""
                      + Names.snake(Names.correctedPipeline(type)).replace('-', '_')
                      + "\")."));
    }
  }
}
