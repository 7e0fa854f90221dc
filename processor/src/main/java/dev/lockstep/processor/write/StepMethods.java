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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Writes one private method per step: the arguments, the call, the result. */
final class StepMethods {
  /**
   * Methods that are there, those of Object without parameters, which a static method cannot hide,
   * and a word whose call would be a statement of its own.
   */
  private static final List<String> RESERVED =
      List.of(
          "main",
          "call",
          "yield",
          "clone",
          "finalize",
          "getClass",
          "hashCode",
          "notify",
          "notifyAll",
          "toString",
          "wait");

  private final NameAllocator names = new NameAllocator();

  StepMethods(List<Plan.PlannedStep> steps) {
    // With tags, because an allocator that has to think of one itself draws a UUID.
    RESERVED.forEach(name -> names.newName(name, "taken: " + name));
    steps.forEach(step -> names.newName(camelCase(step.step().name()), step.step().name()));
  }

  /** The name of the method that calls a step. */
  private String name(Plan.PlannedStep step) {
    return names.get(step.step().name());
  }

  /** The statement that runs a step. */
  CodeBlock invocation(Plan.PlannedStep step) {
    return CodeBlock.of(needsCall(step) ? "$N(call)" : "$N()", name(step));
  }

  /** Nothing reaches a step without parameters and result. */
  private static boolean needsCall(Plan.PlannedStep step) {
    return !step.inputs().isEmpty() || !step.outputs().isEmpty();
  }

  MethodSpec method(Plan.PlannedStep planned) {
    StepDeclaration step = planned.step();
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name(planned))
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .addException(Exception.class);
    if (needsCall(planned)) {
      method.addParameter(RuntimeNames.STEP_CALL, new Locals(step).call());
    }
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
      }
    }
    return List.copyOf(lints);
  }

  /** Variables of the types that the step declares: no method of its name fits them better. */
  private static CodeBlock body(Plan.PlannedStep planned) {
    StepDeclaration step = planned.step();
    Locals locals = new Locals(step);
    CodeBlock.Builder body = CodeBlock.builder();
    List<CodeBlock> arguments = new ArrayList<>();
    for (int i = 0; i < planned.inputs().size(); i++) {
      Plan.Input input = planned.inputs().get(i);
      String variable = locals.add(input.parameter());
      body.add(declaration(step.parameters().get(i).type(), variable, input, locals));
      arguments.add(CodeBlock.of("$N", variable));
    }
    CodeBlock call =
        CodeBlock.of(
            "$L.$N($L)",
            step.isStatic()
                ? CodeBlock.of("$T", step.owner())
                : CodeBlock.of("new $T()", step.owner()),
            step.method(),
            list(arguments));
    TypeRef type = step.output();
    if (type == null) {
      return body.addStatement(call).build();
    }
    String output = locals.output();
    body.addStatement(
        "$T $N =$W$L",
        type.name(),
        output,
        planned.takenApart() ? CodeBlock.of("$N.returned($L)", locals.call(), call) : call);
    for (Output part : planned.outputs()) {
      body.addStatement(
          "$N.output($S, $L,$W$L$L)",
          locals.call(),
          part.name(),
          part.component() == null
              ? CodeBlock.of("$N", output)
              : CodeBlock.of("$N.$N()", output, part.component()),
          TypeExpressions.of(part.type().name()),
          instance(step.materializer()));
    }
    return body.build();
  }

  private static CodeBlock declaration(
      TypeRef type, String variable, Plan.Input input, Locals locals) {
    CodeBlock.Builder code = CodeBlock.builder();
    CodeBlock value =
        input instanceof Plan.Input.Artifact artifact
            ? artifact(artifact, variable, code, locals)
            : other(input, locals.call());
    return code.addStatement("$T $N =$W$L", type.name(), variable, value).build();
  }

  private static CodeBlock other(Plan.Input input, String call) {
    if (input instanceof Plan.Input.Secret secret) {
      String method = secret.optional() ? "optionalSecret" : "secret";
      return secret.schema() == null
          ? CodeBlock.of("$N.$L($S)", call, method, secret.secret())
          : CodeBlock.of(
              "$N.$L($S, new $T())", call, method, secret.secret(), secret.schema().generated());
    }
    return input instanceof Plan.Input.Value value
        ? CodeBlock.of("$N.parameter($S, $T.class)", call, value.option(), value.boxed())
        : CodeBlock.of("$N.context()", call);
  }

  /** What was stored is read as what it was stored as, whatever the parameter makes of it. */
  private static CodeBlock artifact(
      Plan.Input.Artifact artifact, String variable, CodeBlock.Builder code, Locals locals) {
    TypeRef record = artifact.record();
    if (record == null) {
      Output output = artifact.outputs().get(0);
      return read(locals.call(), output, artifact.materializer());
    }
    List<CodeBlock> components = new ArrayList<>();
    for (Output output : artifact.outputs()) {
      String component = locals.add(variable + capitalized(output.component()));
      code.addStatement(
          "$T $N =$W$L", output.type().name(), component, read(locals.call(), output, null));
      components.add(CodeBlock.of("$N", component));
    }
    CodeBlock arguments = list(components);
    return record.name() instanceof ParameterizedTypeName parameterized
        ? CodeBlock.of("new $T<>($L)", parameterized.rawType, arguments)
        : CodeBlock.of("new $T($L)", record.name(), arguments);
  }

  private static CodeBlock read(
      String call, Output output, @Nullable MaterializerDeclaration materializer) {
    return CodeBlock.of(
        "$N.input($S, $L$L)",
        call,
        output.name(),
        TypeExpressions.of(output.type().name()),
        instance(materializer));
  }

  private static CodeBlock instance(@Nullable MaterializerDeclaration materializer) {
    return materializer == null
        ? CodeBlock.of("")
        : CodeBlock.of(", new $T()", materializer.type());
  }

  /** A long list may be broken anywhere. */
  private static CodeBlock list(List<CodeBlock> arguments) {
    return CodeBlock.join(arguments, arguments.size() > 4 ? ",$W" : ", ");
  }

  private static String capitalized(@Nullable String component) {
    return component == null
        ? ""
        : component.substring(0, 1).toUpperCase(Locale.ROOT) + component.substring(1);
  }

  /**
   * The names of a method's variables. None is that of its type, and none hides what an expression
   * begins with: a class whose static method is called, or the package of one.
   */
  private static final class Locals {
    private final NameAllocator names = new NameAllocator();
    private final String call;
    private final String output;

    Locals(StepDeclaration step) {
      ClassName owner = step.owner();
      Set<String> hidden = new TreeSet<>(List.of("dev", RuntimeNames.TYPES.simpleName()));
      hidden.add(owner.packageName().split("\\.", 2)[0]);
      hidden.add(owner.topLevelClassName().simpleName());
      step.parameters().forEach(parameter -> hidden.add(simple(parameter.type().name())));
      hidden.forEach(names::newName);
      call = names.newName("call");
      output = names.newName("output");
    }

    private static String simple(TypeName type) {
      return type instanceof ParameterizedTypeName parameterized
          ? parameterized.rawType.simpleName()
          : type instanceof ClassName name ? name.simpleName() : "";
    }

    String call() {
      return call;
    }

    String output() {
      return output;
    }

    String add(String name) {
      return names.newName(name);
    }
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
