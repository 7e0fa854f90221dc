package dev.lockstep.processor.write;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.NameAllocator;
import com.squareup.javapoet.ParameterizedTypeName;
import com.squareup.javapoet.TypeName;
import dev.lockstep.processor.code.CodeBlock;
import dev.lockstep.processor.code.MethodSpec;
import dev.lockstep.processor.model.MaterializerDeclaration;
import dev.lockstep.processor.model.StepDeclaration;
import dev.lockstep.processor.model.TypeRef;
import dev.lockstep.processor.wire.Output;
import dev.lockstep.processor.wire.Plan;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Writes one private method per step: the arguments, the call, the result. */
final class StepMethods {
  private final NameAllocator names = new NameAllocator();

  StepMethods(List<Plan.PlannedStep> steps) {
    // With tags, because an allocator that has to think of one itself draws a UUID.
    names.newName("main", "taken: main");
    names.newName("call", "taken: call");
    names.newName("yield", "taken: yield"); // A call of it would be a statement of its own.
    steps.forEach(step -> names.newName(camelCase(step.step().name()), step.step().name()));
  }

  /** The name of the method that calls a step. */
  String name(Plan.PlannedStep step) {
    return names.get(step.step().name());
  }

  MethodSpec method(Plan.PlannedStep planned) {
    StepDeclaration step = planned.step();
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name(planned))
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .addParameter(RuntimeNames.STEP_CALL, local(step, "call"))
            .addException(Exception.class);
    SourceText.suppress(lints(planned)).ifPresent(method::addAnnotation);
    CodeBlock body = body(planned);
    if (step.throwsThrowable()) {
      method
          .beginControlFlow("try")
          .addCode(body)
          .nextControlFlow("catch ($T | $T thrown)", Exception.class, Error.class)
          .addStatement("throw thrown")
          .nextControlFlow("catch ($T thrown)", Throwable.class)
          .addStatement("throw new $T(thrown)", ExecutionException.class)
          .endControlFlow();
    } else {
      method.addCode(body);
    }
    return method.build();
  }

  /** A step's own, and those of the steps whose types and materializers its arguments mention. */
  private static List<String> lints(Plan.PlannedStep planned) {
    Set<String> lints = new TreeSet<>(planned.step().lints());
    for (Plan.Input input : planned.inputs()) {
      if (input instanceof Plan.Input.Artifact artifact) {
        artifact.outputs().forEach(output -> lints.addAll(output.step().lints()));
        if (widens(artifact) && artifact.type().name() instanceof ParameterizedTypeName) {
          // A class may extend a raw type.
          lints.add("unchecked");
        }
      }
    }
    return List.copyOf(lints);
  }

  private static CodeBlock body(Plan.PlannedStep planned) {
    StepDeclaration step = planned.step();
    CodeBlock call = call(planned);
    TypeRef type = step.output();
    CodeBlock.Builder body = CodeBlock.builder();
    if (type == null) {
      return body.addStatement(call).build();
    }
    String variable = local(step, "output");
    body.addStatement("$T $N = $L", type.name(), variable, call);
    MaterializerDeclaration materializer = step.materializer();
    for (Output output : planned.outputs()) {
      body.addStatement(
          "$N.output($S, $L, $L$L)",
          local(step, "call"),
          output.name(),
          output.component() == null
              ? CodeBlock.of("$N", variable)
              : CodeBlock.of("$N.$N()", variable, output.component()),
          TypeExpressions.of(output.type().name()),
          instance(materializer));
    }
    return body.build();
  }

  private static CodeBlock call(Plan.PlannedStep planned) {
    StepDeclaration step = planned.step();
    CodeBlock target =
        step.isStatic() ? CodeBlock.of("$T", step.owner()) : CodeBlock.of("new $T()", step.owner());
    List<CodeBlock> arguments =
        planned.inputs().stream().map(input -> argument(input, local(step, "call"))).toList();
    CodeBlock list =
        arguments.stream()
            .collect(CodeBlock.joining(",\n", breaks(planned.inputs()) ? "\n" : "", ""));
    return CodeBlock.of("$L.$N($L)", target, step.method(), list);
  }

  /** One short argument stays on its line. */
  private static boolean breaks(List<Plan.Input> inputs) {
    return inputs.size() > 1
        || (inputs.size() == 1
            && inputs.get(0) instanceof Plan.Input.Artifact artifact
            && artifact.type().name() instanceof ParameterizedTypeName);
  }

  private static CodeBlock argument(Plan.Input input, String call) {
    if (input instanceof Plan.Input.Secret secret) {
      String method = secret.optional() ? "optionalSecret" : "secret";
      return secret.schema() == null
          ? CodeBlock.of("$N.$L($S)", call, method, secret.secret())
          : CodeBlock.of(
              "$N.$L($S, new $T())", call, method, secret.secret(), secret.schema().generated());
    }
    if (input instanceof Plan.Input.Value value) {
      return CodeBlock.of("$N.parameter($S, $T.class)", call, value.option(), value.boxed());
    }
    return input instanceof Plan.Input.Artifact artifact
        ? artifact(artifact, call)
        : CodeBlock.of("$N.context()", call);
  }

  private static CodeBlock artifact(Plan.Input.Artifact artifact, String call) {
    TypeRef record = artifact.record();
    if (record == null) {
      // What was stored is read as what it was stored as; Java widens it, and the cast keeps the
      // step apart from methods of its name that take the narrower type.
      Output output = artifact.outputs().get(0);
      CodeBlock read = read(call, output.name(), output.type().name(), artifact.materializer());
      return widens(artifact) ? CodeBlock.of("($T) $L", artifact.type().name(), read) : read;
    }
    boolean generic = record.name() instanceof ParameterizedTypeName;
    TypeName raw =
        record.name() instanceof ParameterizedTypeName parameterized
            ? parameterized.rawType
            : record.name();
    CodeBlock components =
        artifact.outputs().stream()
            .map(output -> read(call, output.name(), output.type().name(), null))
            .collect(CodeBlock.joining(",\n"));
    CodeBlock whole = CodeBlock.of("new $T$L(\n$>$>$L$<$<)", raw, generic ? "<>" : "", components);
    return generic || artifact.type().equals(record)
        ? whole
        : CodeBlock.of("($T) $L", artifact.type().name(), whole);
  }

  /** Whether a parameter has another type than what it takes. */
  private static boolean widens(Plan.Input.Artifact artifact) {
    return artifact.record() == null
        && !artifact.type().name().box().equals(artifact.outputs().get(0).type().name().box());
  }

  private static CodeBlock read(
      String call, String output, TypeName type, @Nullable MaterializerDeclaration materializer) {
    TypeName boxed = type.box();
    return CodeBlock.of(
        "$N.<$T>input($S, $L$L)",
        call,
        boxed,
        output,
        TypeExpressions.of(boxed),
        instance(materializer));
  }

  private static CodeBlock instance(@Nullable MaterializerDeclaration materializer) {
    return materializer == null
        ? CodeBlock.of("")
        : CodeBlock.of(", new $T()", materializer.type());
  }

  /** A local name that does not hide the class on which a static step is called. */
  private static String local(StepDeclaration step, String name) {
    ClassName owner = step.owner();
    String root = owner.packageName().split("\\.", 2)[0];
    return name.equals(root) || name.equals(owner.topLevelClassName().simpleName())
        ? name + "_"
        : name;
  }

  /** {@code load-data} becomes {@code loadData}; the allocator sees to keywords and clashes. */
  private static String camelCase(String name) {
    StringBuilder result = new StringBuilder();
    boolean capital = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '-') {
        capital = result.length() > 0;
      } else {
        result.append(capital ? Character.toUpperCase(c) : c);
        capital = false;
      }
    }
    return result.toString();
  }
}
