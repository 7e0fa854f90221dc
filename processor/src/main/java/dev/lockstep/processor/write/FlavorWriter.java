package dev.lockstep.processor.write;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.NameAllocator;
import com.squareup.javapoet.ParameterizedTypeName;
import com.squareup.javapoet.TypeName;
import dev.lockstep.processor.code.CodeBlock;
import dev.lockstep.processor.code.FieldSpec;
import dev.lockstep.processor.code.MethodSpec;
import dev.lockstep.processor.code.TypeSpec;
import dev.lockstep.processor.model.ComponentKind;
import dev.lockstep.processor.model.ConfigurationDeclaration;
import dev.lockstep.processor.model.ConfigurationDeclaration.Option;
import dev.lockstep.processor.model.FlavorDeclaration;
import dev.lockstep.processor.model.FlavorDeclaration.Constructor;
import dev.lockstep.processor.model.OptionKind;
import dev.lockstep.processor.model.Visibility;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Modifier;

/** Writes the class by which a flavor is found, described and made. */
public final class FlavorWriter {
  private static final ClassName LIST = ClassName.get(List.class);
  private static final TypeName OPTION_LIST =
      ParameterizedTypeName.get(LIST, RuntimeNames.FLAVOR_OPTION);

  private final FlavorDeclaration flavor;
  private final Constructor constructor;
  private final ComponentKind kind;
  private final List<Option> options;
  private final String contextName;
  private final String optionsName;

  private FlavorWriter(FlavorDeclaration flavor) {
    this.flavor = flavor;
    this.constructor = flavor.fitting().get(0);
    this.kind = flavor.components().get(0);
    ConfigurationDeclaration configuration = constructor.configuration();
    this.options = configuration == null ? List.of() : configuration.options();
    NameAllocator names = new NameAllocator();
    // A name must not hide what an expression refers to.
    names.newName(root(flavor.facts().type()));
    options.stream().map(option -> root(option.value().name())).forEach(names::newName);
    if (configuration != null) {
      names.newName(root(configuration.type()));
    }
    this.contextName = names.newName("context");
    this.optionsName = names.newName(options.isEmpty() ? "unused" : "options");
  }

  /** The source of the generated class. */
  public static String write(FlavorDeclaration flavor) {
    return SourceText.of(
        flavor.generated().packageName(), new FlavorWriter(flavor).type(), flavor.environment());
  }

  /** The first word of a type's name: that of its package, or its own. */
  private static String root(TypeName type) {
    return type instanceof ClassName name ? name.canonicalName().split("\\.", 2)[0] : "java";
  }

  private TypeSpec type() {
    ClassName component = flavor.facts().type();
    TypeSpec.Builder type =
        TypeSpec.classBuilder(flavor.generated().simpleName())
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addSuperinterface(ParameterizedTypeName.get(RuntimeNames.COMPONENT_FLAVOR, component))
            .addJavadoc(
                "The $L flavor {@code $L}: makes {@link $T}. Generated from {@code $L}.",
                kind.noun(),
                flavor.name().name(),
                component,
                component.canonicalName());
    SourceText.generated(flavor.environment()).ifPresent(type::addAnnotation);
    SourceText.suppress(lints()).ifPresent(type::addAnnotation);
    if (!options.isEmpty()) {
      type.addField(optionsField());
    }
    return type.addMethod(
            MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("Creates the flavor, which keeps no state.")
                .build())
        .addMethod(
            method("type", RuntimeNames.COMPONENT_TYPE)
                .addStatement("return $T.$L", RuntimeNames.COMPONENT_TYPE, kind.name())
                .build())
        .addMethod(
            method("name", ClassName.get(String.class))
                .addStatement("return $S", flavor.name().name())
                .build())
        .addMethod(
            method("description", ClassName.get(String.class))
                .addStatement("return $S", description())
                .build())
        .addMethod(
            method("options", OPTION_LIST)
                .addStatement(
                    options.isEmpty()
                        ? CodeBlock.of("return $T.of()", LIST)
                        : CodeBlock.of("return OPTIONS"))
                .build())
        .addMethod(create(component))
        .build();
  }

  private List<String> lints() {
    Set<String> lints = new TreeSet<>(flavor.lints());
    if (flavor.namedModule() && flavor.facts().visibility() != Visibility.PUBLIC) {
      lints.add("exports"); // It says in public what it makes.
    }
    return List.copyOf(lints);
  }

  private String description() {
    return flavor.description().isEmpty()
        ? "The " + kind.noun() + " " + flavor.facts().type().canonicalName() + "."
        : flavor.description();
  }

  private static MethodSpec.Builder method(String name, TypeName returned) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(returned);
  }

  private FieldSpec optionsField() {
    return FieldSpec.builder(
            OPTION_LIST, "OPTIONS", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer(
            "\n$>$>$T.of(\n$>$>$L$<$<)$<$<",
            LIST,
            options.stream().map(FlavorWriter::option).collect(CodeBlock.joining(",\n")))
        .build();
  }

  private static CodeBlock option(Option option) {
    OptionKind kind = kind(option);
    String word = kind == OptionKind.ENUM ? String.join("|", option.constants()) : kind.word();
    CodeBlock.Builder code = CodeBlock.builder();
    if (option.defaultText() != null) {
      code.add(
          "$T.withDefault($S, $S, $S, $S)",
          RuntimeNames.FLAVOR_OPTION,
          option.attribute(),
          word,
          option.defaultText(),
          option.description());
    } else {
      code.add(
          "$T.$L($S, $S, $S)",
          RuntimeNames.FLAVOR_OPTION,
          option.required() ? "required" : "optional",
          option.attribute(),
          word,
          option.description());
    }
    if (kind == OptionKind.SECRET) {
      code.add(".asSensitive()");
    }
    return code.build();
  }

  private static OptionKind kind(Option option) {
    OptionKind kind = option.kind();
    if (kind == null) {
      throw new IllegalStateException("an option without a type passed the rules: " + option);
    }
    return kind;
  }

  private MethodSpec create(ClassName component) {
    MethodSpec.Builder method =
        method("create", component).addParameter(RuntimeNames.COMPONENT_CONTEXT, contextName);
    if (options.isEmpty()) {
      method.addCode(CodeBlock.of("// There are no options: whatever is configured is refused.\n"));
    }
    return method
        .addStatement(
            "$T $N = $T.of(this, $N)",
            RuntimeNames.OPTIONS,
            optionsName,
            RuntimeNames.OPTIONS,
            contextName)
        .addStatement("return new $T($L)", component, arguments())
        .build();
  }

  private CodeBlock arguments() {
    CodeBlock list =
        constructor.arguments().stream()
            .map(
                argument ->
                    argument.configuration() == null
                        ? CodeBlock.of("$N", contextName)
                        : configuration(argument.configuration()))
            .collect(CodeBlock.joining(",\n"));
    return constructor.arguments().size() > 1 ? CodeBlock.of("\n$L", list) : list;
  }

  private CodeBlock configuration(ConfigurationDeclaration configuration) {
    if (options.isEmpty()) {
      return CodeBlock.of("new $T()", configuration.type());
    }
    return CodeBlock.of(
        "new $T(\n$>$>$L$<$<)",
        configuration.type(),
        options.stream().map(this::value).collect(CodeBlock.joining(",\n")));
  }

  private CodeBlock value(Option option) {
    return CodeBlock.of(
        "$N.$L($S, $T.class)",
        optionsName,
        option.wrapped() ? "optional" : "value",
        option.attribute(),
        option.value().name().box());
  }
}
