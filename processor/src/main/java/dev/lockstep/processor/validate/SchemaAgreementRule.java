package dev.lockstep.processor.validate;

import dev.lockstep.processor.model.KeyDeclaration;
import dev.lockstep.processor.model.Named;
import dev.lockstep.processor.model.ParameterDeclaration;
import dev.lockstep.processor.model.SchemaDeclaration;
import dev.lockstep.processor.report.Diagnostic;
import dev.lockstep.processor.report.Finding;
import dev.lockstep.processor.report.Report;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Steps that read one secret under different schemas agree on what is in it. */
final class SchemaAgreementRule implements PipelineRule {
  @Override
  public void check(Subject subject, Report report) {
    for (String secret : subject.pipeline().secretNames()) {
      Map<String, SchemaDeclaration> seen = new LinkedHashMap<>();
      for (ParameterDeclaration.Secret use : subject.deliveries().parameters(secret)) {
        SchemaDeclaration schema = use.schema();
        if (schema != null && seen.putIfAbsent(schema.binaryName(), schema) == null) {
          check(secret, use, schema, seen.values(), report);
        }
      }
    }
  }

  /** Compares with all that came before: two may agree with a third and not with each other. */
  private static void check(
      String secret,
      ParameterDeclaration.Secret use,
      SchemaDeclaration schema,
      Collection<SchemaDeclaration> seen,
      Report report) {
    for (SchemaDeclaration earlier : seen) {
      String contradiction = contradiction(earlier, schema);
      if (contradiction != null) {
        report.add(finding(secret, use, earlier, schema, contradiction));
        return;
      }
    }
  }

  private static Finding finding(
      String secret,
      ParameterDeclaration.Secret use,
      SchemaDeclaration first,
      SchemaDeclaration schema,
      String contradiction) {
    return Finding.of(
            Diagnostic.CONTRADICTING_SCHEMAS,
            use.location(),
            "Secret '"
                + secret
                + "' is read as '"
                + first.displayName()
                + "' and as '"
                + schema.displayName()
                + "', which contradict each other.")
        .fact(contradiction)
        .fix(
            "take "
                + first.displayName()
                + " in all steps, or list two secrets and name them with @SecretName.");
  }

  private static @Nullable String contradiction(SchemaDeclaration a, SchemaDeclaration b) {
    if (!a.schemaType().equals(b.schemaType())) {
      return "Their types are '" + a.schemaType() + "' and '" + b.schemaType() + "'.";
    }
    for (KeyDeclaration first : a.keys()) {
      for (KeyDeclaration second : b.keys()) {
        if (first.name().equals(second.name())) {
          String what = difference(first, second);
          if (what != null) {
            return "The key '" + first.name() + "' has different " + what + ".";
          }
        }
      }
    }
    return null;
  }

  private static @Nullable String difference(KeyDeclaration a, KeyDeclaration b) {
    if (a.kind() != b.kind()) {
      return "types";
    }
    if (!a.constants().equals(b.constants())) {
      return "constants";
    }
    if (!a.env().equals(b.env())) {
      return "variables";
    }
    Named first = a.pattern();
    Named second = b.pattern();
    return first != null && second != null && !first.name().equals(second.name())
        ? "patterns"
        : null;
  }
}
