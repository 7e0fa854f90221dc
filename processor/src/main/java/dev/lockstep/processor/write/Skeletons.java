package dev.lockstep.processor.write;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.ParameterizedTypeName;
import com.squareup.javapoet.TypeName;
import dev.lockstep.processor.code.MethodSpec;
import dev.lockstep.processor.code.TypeSpec;
import dev.lockstep.processor.model.FlavorDeclaration;
import dev.lockstep.processor.model.PipelineDeclaration;
import dev.lockstep.processor.model.SchemaDeclaration;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/**
 * Writes what stands for the generated class of something broken: code that uses the class
 * compiles, so that the compiler prints the real error and no further ones.
 */
public final class Skeletons {
  private static final String MESSAGE = "did not compile";

  private Skeletons() {}

  public static String runner(PipelineDeclaration pipeline) {
    TypeSpec.Builder type = RunnerWriter.header(pipeline);
    String message = pipeline.displayName() + " " + MESSAGE;
    if (pipeline.environment().runtime()) {
      type.addField(
          RunnerWriter.pipelineField(pipeline)
              .initializer(
                  "$T.of($T.class, $S, (step, call) -> {\n  throw new $T($S);\n})",
                  RuntimeNames.COMPILED_PIPELINE,
                  pipeline.runner(),
                  pipeline.facts().binaryName(),
                  IllegalStateException.class,
                  message)
              .build());
    }
    type.addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    type.addMethod(
        RunnerWriter.main()
            .addStatement("throw new $T($S)", IllegalStateException.class, message)
            .build());
    return SourceText.of(pipeline.runner().packageName(), type.build(), pipeline.environment());
  }

  public static String schema(SchemaDeclaration schema) {
    boolean usable = schema.privateType() == null && !schema.generic();
    TypeName described = usable ? schema.type() : ClassName.OBJECT;
    TypeSpec.Builder type =
        TypeSpec.classBuilder(schema.generated().simpleName())
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL);
    SourceText.generated(schema.environment()).ifPresent(type::addAnnotation);
    if (!schema.environment().runtime()) {
      return SourceText.of(schema.generated().packageName(), type.build(), schema.environment());
    }
    type.addSuperinterface(ParameterizedTypeName.get(RuntimeNames.SCHEMA, described));
    ClassName list = ClassName.get(List.class);
    String message = schema.displayName() + " " + MESSAGE;
    type.addMethod(throwing("type", ClassName.get(String.class), message).build());
    type.addMethod(
        throwing("keys", ParameterizedTypeName.get(list, RuntimeNames.SCHEMA_KEY), message)
            .build());
    type.addMethod(
        throwing("read", described, message).addParameter(RuntimeNames.SECRET, "secret").build());
    TypeName map =
        ParameterizedTypeName.get(
            ClassName.get(Map.class), ClassName.get(String.class), RuntimeNames.SECRET_VALUE);
    type.addMethod(throwing("write", map, message).addParameter(described, "value").build());
    return SourceText.of(schema.generated().packageName(), type.build(), schema.environment());
  }

  public static String flavor(FlavorDeclaration flavor) {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(flavor.generated().simpleName())
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL);
    SourceText.generated(flavor.environment()).ifPresent(type::addAnnotation);
    type.addMethod(
        MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc("Creates nothing.")
            .build());
    if (flavor.environment().runtime()) {
      ClassName component = ClassName.get(AutoCloseable.class);
      ClassName text = ClassName.get(String.class);
      String message = flavor.displayName() + " " + MESSAGE;
      type.addSuperinterface(ParameterizedTypeName.get(RuntimeNames.COMPONENT_FLAVOR, component))
          .addMethod(throwing("type", RuntimeNames.COMPONENT_TYPE, message).build())
          .addMethod(throwing("name", text, message).build())
          .addMethod(throwing("description", text, message).build())
          .addMethod(
              throwing(
                      "options",
                      ParameterizedTypeName.get(
                          ClassName.get(List.class), RuntimeNames.FLAVOR_OPTION),
                      message)
                  .build())
          .addMethod(
              throwing("create", component, message)
                  .addParameter(RuntimeNames.COMPONENT_CONTEXT, "context")
                  .build());
    }
    return SourceText.of(flavor.generated().packageName(), type.build(), flavor.environment());
  }

  private static MethodSpec.Builder throwing(String name, TypeName returned, String message) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(returned)
        .addStatement("throw new $T($S)", IllegalStateException.class, message);
  }
}
