package dev.lockstep.processor.write;

import com.squareup.javapoet.ClassName;
import dev.lockstep.processor.code.CodeBlock;
import dev.lockstep.processor.code.FieldSpec;
import dev.lockstep.processor.code.MethodSpec;
import dev.lockstep.processor.code.TypeSpec;
import dev.lockstep.processor.model.PipelineDeclaration;
import dev.lockstep.processor.wire.Plan;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * Writes the class that runs a pipeline.
 *
 * <p>A class file holds 65,535 constants, and a method 64 KB: more than {@value #STEPS_PER_CLASS}
 * steps are spread over nested classes.
 */
public final class RunnerWriter {
  private static final int STEPS_PER_CLASS = 500;

  private final Plan plan;
  private final ClassName runner;

  private RunnerWriter(Plan plan) {
    this.plan = plan;
    this.runner = plan.pipeline().runner();
  }

  /** The source of the generated class. */
  public static String write(Plan plan) {
    return SourceText.of(
        plan.pipeline().runner().packageName(),
        new RunnerWriter(plan).type(),
        plan.pipeline().environment());
  }

  private TypeSpec type() {
    PipelineDeclaration pipeline = plan.pipeline();
    TypeSpec.Builder type = header(pipeline);
    type.addField(
        pipelineField(pipeline)
            .initializer(
                "\n$>$>$T.of($T.class,$W$S,$W$T::call)$<$<",
                RuntimeNames.COMPILED_PIPELINE,
                runner,
                pipeline.facts().binaryName(),
                runner)
            .build());
    type.addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    type.addMethod(main().addStatement("$T.main(PIPELINE, args)", RuntimeNames.LOCKSTEP).build());
    if (plan.steps().size() <= STEPS_PER_CLASS) {
      addSteps(type, plan.steps(), null, Modifier.PRIVATE);
    } else {
      addChunks(type);
    }
    return type.build();
  }

  /** What the generated class and its skeleton have in common. */
  static TypeSpec.Builder header(PipelineDeclaration pipeline) {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(pipeline.runner().simpleName())
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addJavadoc(
                "Runs the pipeline {@code $L}. Generated from {@code $L}.\n",
                pipeline.name(),
                pipeline.facts().type().canonicalName())
            .addJavadoc(
                "\n<p>{@code java $L --help} lists the options.",
                pipeline.runner().canonicalName());
    SourceText.generated(pipeline.environment()).ifPresent(type::addAnnotation);
    return type;
  }

  static FieldSpec.Builder pipelineField(PipelineDeclaration pipeline) {
    return FieldSpec.builder(
            RuntimeNames.COMPILED_PIPELINE,
            "PIPELINE",
            Modifier.PUBLIC,
            Modifier.STATIC,
            Modifier.FINAL)
        .addJavadoc(
            "The pipeline as an object, for embedding:\n{@code Lockstep.run($L.PIPELINE, options)}.",
            pipeline.runner().simpleName());
  }

  static MethodSpec.Builder main() {
    return MethodSpec.methodBuilder("main")
        .addJavadoc("Runs the pipeline and ends the process.")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .addParameter(String[].class, "args")
        .varargs();
  }

  private void addChunks(TypeSpec.Builder type) {
    List<List<Plan.PlannedStep>> chunks = new ArrayList<>();
    for (int i = 0; i < plan.steps().size(); i += STEPS_PER_CLASS) {
      chunks.add(plan.steps().subList(i, Math.min(i + STEPS_PER_CLASS, plan.steps().size())));
    }
    type.addMethod(
        call(Modifier.PRIVATE).addStatement("$T.call(step, call)", chunkName(0)).build());
    for (int i = 0; i < chunks.size(); i++) {
      TypeSpec.Builder chunk =
          TypeSpec.classBuilder(chunkName(i))
              .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
      chunk.addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
      addSteps(chunk, chunks.get(i), i + 1 < chunks.size() ? chunkName(i + 1) : null);
      type.addType(chunk.build());
    }
  }

  private ClassName chunkName(int index) {
    return runner.nestedClass("Steps" + (index + 1));
  }

  private void addSteps(
      TypeSpec.Builder type,
      List<Plan.PlannedStep> steps,
      @Nullable ClassName next,
      Modifier... modifiers) {
    StepMethods methods = new StepMethods(steps);
    CodeBlock.Builder body = CodeBlock.builder().beginControlFlow("switch (step)");
    for (Plan.PlannedStep step : steps) {
      body.addStatement("case $S -> $L", step.step().name(), methods.invocation(step));
    }
    if (next == null) {
      body.addStatement("default -> throw new $T(step)", IllegalArgumentException.class);
    } else {
      body.addStatement("default -> $T.call(step, call)", next);
    }
    type.addMethod(call(modifiers).addCode(body.endControlFlow().build()).build());
    steps.forEach(step -> type.addMethod(methods.method(step)));
  }

  private static MethodSpec.Builder call(Modifier... modifiers) {
    return MethodSpec.methodBuilder("call")
        .addModifiers(modifiers)
        .addModifiers(Modifier.STATIC)
        .addParameter(String.class, "step")
        .addParameter(RuntimeNames.STEP_CALL, "call")
        .addException(Exception.class);
  }
}
