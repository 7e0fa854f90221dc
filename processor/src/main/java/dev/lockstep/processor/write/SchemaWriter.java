package dev.lockstep.processor.write;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.NameAllocator;
import com.squareup.javapoet.ParameterizedTypeName;
import com.squareup.javapoet.TypeName;
import dev.lockstep.processor.code.CodeBlock;
import dev.lockstep.processor.code.FieldSpec;
import dev.lockstep.processor.code.MethodSpec;
import dev.lockstep.processor.code.TypeSpec;
import dev.lockstep.processor.model.KeyDeclaration;
import dev.lockstep.processor.model.KeyDeclaration.KeyKind;
import dev.lockstep.processor.model.Names;
import dev.lockstep.processor.model.SchemaDeclaration;
import dev.lockstep.processor.model.Visibility;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Writes the class that reads and writes secrets of a schema. */
public final class SchemaWriter {
  private static final ClassName LIST = ClassName.get(List.class);
  private static final ClassName OPTIONAL = ClassName.get(Optional.class);

  /** Before names without a method: an allocator that has to think of one itself draws a UUID. */
  private static final String TAKEN = "taken: ";

  private final SchemaDeclaration schema;
  private final ClassName content;

  /** Names of fields, which must not hide what expressions refer to. */
  private final NameAllocator fields = new NameAllocator();

  private SchemaWriter(SchemaDeclaration schema) {
    this.schema = schema;
    this.content = schema.generated().nestedClass("Content");
    for (String taken : List.of("ValueType", "Optional", "dev", "java")) {
      fields.newName(taken, TAKEN + taken);
    }
    schema.keys().forEach(key -> fields.newName(key.method(), key.method()));
  }

  /** The source of the generated class. */
  public static String write(SchemaDeclaration schema) {
    return SourceText.of(
        schema.type().packageName(), new SchemaWriter(schema).type(), schema.environment());
  }

  private TypeSpec type() {
    TypeSpec.Builder type = header(schema);
    SourceText.suppress(schema.lints()).ifPresent(type::addAnnotation);
    type.addField(keys());
    // In a module, javac's lint wants to see the constructor of an exported class.
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder().addJavadoc("Creates the schema, which keeps no state.");
    if (schema.visibility() == Visibility.PUBLIC) {
      constructor.addModifiers(Modifier.PUBLIC);
    }
    type.addMethod(constructor.build());
    type.addMethod(
        MethodSpec.methodBuilder("type")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .returns(String.class)
            .addStatement("return $S", schema.schemaType())
            .build());
    if (!schema.description().isEmpty()) {
      type.addMethod(
          MethodSpec.methodBuilder("description")
              .addAnnotation(Override.class)
              .addModifiers(Modifier.PUBLIC)
              .returns(String.class)
              .addStatement("return $S", schema.description())
              .build());
    }
    type.addMethod(
        MethodSpec.methodBuilder("keys")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .returns(ParameterizedTypeName.get(LIST, RuntimeNames.SCHEMA_KEY))
            .addStatement("return KEYS")
            .build());
    if (schema.atLeastOne()) {
      type.addMethod(
          MethodSpec.methodBuilder("atLeastOne")
              .addAnnotation(Override.class)
              .addModifiers(Modifier.PUBLIC)
              .returns(boolean.class)
              .addStatement("return true")
              .build());
    }
    return type.addMethod(
            read()
                .addStatement(
                    "return new $T($T.of(this, secret))", content, RuntimeNames.SECRET_READER)
                .build())
        .addMethod(write().addStatement(writing()).build())
        .addType(contentType())
        .build();
  }

  /** What the generated class and its skeleton have in common. */
  static TypeSpec.Builder header(SchemaDeclaration schema) {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(schema.generated().simpleName())
            .addModifiers(Modifier.FINAL)
            .addSuperinterface(ParameterizedTypeName.get(RuntimeNames.SCHEMA, schema.type()))
            .addJavadoc(
                "The schema {@code $L}: reads and writes {@link $T}.\n\n<p>Generated from {@code $L}.",
                schema.schemaType(),
                schema.type(),
                schema.type().canonicalName());
    if (schema.visibility() == Visibility.PUBLIC) {
      type.addModifiers(Modifier.PUBLIC);
    }
    SourceText.generated(schema.environment()).ifPresent(type::addAnnotation);
    return type;
  }

  private MethodSpec.Builder read() {
    return MethodSpec.methodBuilder("read")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(schema.type())
        .addParameter(RuntimeNames.SECRET, "secret");
  }

  private MethodSpec.Builder write() {
    return MethodSpec.methodBuilder("write")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(
            ParameterizedTypeName.get(
                ClassName.get(Map.class), ClassName.get(String.class), RuntimeNames.SECRET_VALUE))
        .addParameter(schema.type(), "value");
  }

  private CodeBlock writing() {
    CodeBlock.Builder code = CodeBlock.builder().add("return new $T()", RuntimeNames.SECRET_WRITER);
    for (KeyDeclaration key : schema.keys()) {
      code.add("\n.put($S, $L, value.$N())", key.name(), valueType(key), key.method());
    }
    return code.add("\n.values()").build();
  }

  private FieldSpec keys() {
    CodeBlock list =
        schema.keys().stream()
            .map(SchemaWriter::key)
            .collect(CodeBlock.joining(",\n", schema.keys().isEmpty() ? "" : "\n", ""));
    return FieldSpec.builder(
            ParameterizedTypeName.get(LIST, RuntimeNames.SCHEMA_KEY),
            "KEYS",
            Modifier.PRIVATE,
            Modifier.STATIC,
            Modifier.FINAL)
        .initializer("\n$>$>$T.of($>$>$L$<$<)$<$<", LIST, list)
        .build();
  }

  private static CodeBlock key(KeyDeclaration key) {
    KeyKind kind = kind(key);
    CodeBlock.Builder code =
        CodeBlock.builder()
            .add(
                "$T.$L($S, $S)",
                RuntimeNames.SCHEMA_KEY,
                key.required() ? "required" : "optional",
                key.name(),
                kind.word());
    if (!key.env().equals(Names.variable(key.name()))) {
      code.add(".withEnv($S)", key.env());
    }
    if (!key.masked()) {
      code.add(".unmasked()");
    }
    if (key.pattern() != null) {
      code.add(".withPattern($S)", key.pattern().name());
    }
    if (!key.constants().isEmpty()) {
      code.add(
          ".withConstants($L)",
          key.constants().stream()
              .map(constant -> CodeBlock.of("$S", constant))
              .collect(CodeBlock.joining(", ")));
    }
    if (!key.description().isEmpty()) {
      code.add("\n    .withDescription($S)", key.description());
    }
    return code.build();
  }

  private static KeyKind kind(KeyDeclaration key) {
    KeyKind kind = key.kind();
    if (kind == null) {
      throw new IllegalStateException("a key without a type passed the rules: " + key.name());
    }
    return kind;
  }

  private static CodeBlock valueType(KeyDeclaration key) {
    return kind(key) == KeyKind.ENUM
        ? CodeBlock.of("$T.enumOf($T.class)", RuntimeNames.VALUE_TYPE, key.value())
        : CodeBlock.of("$T.$L", RuntimeNames.VALUE_TYPE, kind(key).name());
  }

  /** The object that a secret is read into. */
  private TypeSpec contentType() {
    String in = fields.newName("in", TAKEN + "in");
    TypeSpec.Builder type =
        TypeSpec.classBuilder(content)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .addSuperinterface(schema.type())
            .alwaysQualify(schema.memberTypes().toArray(String[]::new));
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder().addParameter(RuntimeNames.SECRET_READER, in);
    for (KeyDeclaration key : schema.keys()) {
      type.addField(field(key), fields.get(key.method()), Modifier.PRIVATE, Modifier.FINAL);
      constructor.addStatement(
          "$N = $N.$L($S, $L)",
          fields.get(key.method()),
          in,
          key.required() ? "required" : "optional",
          key.name(),
          valueType(key));
    }
    type.addMethod(constructor.build());
    schema.keys().forEach(key -> type.addMethod(accessor(key)));
    return type.addMethod(
            MethodSpec.methodBuilder("toString")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(String.class)
                .addStatement("return $S", schema.type().simpleName() + "[***]")
                .build())
        .build();
  }

  private static TypeName field(KeyDeclaration key) {
    return key.required() ? key.value() : ParameterizedTypeName.get(OPTIONAL, key.value().box());
  }

  private MethodSpec accessor(KeyDeclaration key) {
    boolean array = key.kind() == KeyKind.CHARS || key.kind() == KeyKind.BYTES;
    String field = fields.get(key.method());
    CodeBlock body;
    if (key.required()) {
      body = CodeBlock.of(array ? "return $N.clone()" : "return $N", field);
    } else if (!key.hasDefault()) {
      body =
          CodeBlock.of(
              array ? "return $N.map($T::clone)" : "return $N", arguments(array, field, key));
    } else {
      CodeBlock present =
          key.wrapped()
              ? CodeBlock.of(array ? "$N.map($T::clone)" : "$N", arguments(array, field, key))
              : CodeBlock.of(array ? "$N.get().clone()" : "$N.get()", field);
      body =
          CodeBlock.of(
              "return $N.isPresent() ? $L : $T.super.$N()",
              field,
              present,
              schema.type(),
              key.method());
    }
    return MethodSpec.methodBuilder(key.method())
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(key.returned())
        .addStatement(body)
        .build();
  }

  private static Object[] arguments(boolean array, String field, KeyDeclaration key) {
    return array ? new Object[] {field, key.value()} : new Object[] {field};
  }
}
